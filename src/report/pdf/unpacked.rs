//! A look at what the streams of a PDF unpack to, before anything keeps it in memory.

use std::io::{self, Write};

use flate2::write::ZlibDecoder;

use crate::report::ReadError;
use crate::report::document::UNPACKED;

/// How often a stream may be packed: reports are packed once.
const NESTED: usize = 3;

/// Unpacks every stream and forgets what comes out, until it is too much.
///
/// # Errors
/// [`ReadError::TooLarge`].
pub fn check(bytes: &[u8]) -> Result<(), ReadError> {
    let mut left = UNPACKED;
    for at in streams(bytes) {
        spend(bytes.get(at..).unwrap_or_default(), &mut left, NESTED)?;
    }
    Ok(())
}

/// Where the data of streams begin.
fn streams(bytes: &[u8]) -> impl Iterator<Item = usize> {
    const WORD: &[u8] = b"stream";
    let starts = (0..bytes.len()).filter(move |at| bytes[*at] == b's' && bytes[*at..].starts_with(WORD));
    starts.map(move |at| {
        let data = at + WORD.len();
        let breaks = bytes[data..].iter().take(2).take_while(|byte| matches!(byte, b'\r' | b'\n')).count();
        data + breaks
    })
}

/// Takes what `packed` unpacks to from what is `left`.
fn spend(packed: &[u8], left: &mut u64, depth: usize) -> Result<(), ReadError> {
    if depth == 0 || !is_packed(packed) {
        return Ok(());
    }
    let mut decoder = ZlibDecoder::new(Meter { left: *left, inner: Vec::new() });
    // What is broken, or goes on behind the end of the stream, is no matter here.
    let _ = decoder.write_all(packed);
    let _ = decoder.try_finish();
    let meter = decoder.get_mut();
    *left = meter.left;
    if *left == 0 {
        return Err(ReadError::TooLarge { megabytes: UNPACKED >> 20 });
    }
    spend(&std::mem::take(&mut meter.inner), left, depth - 1)
}

/// Whether bytes begin as a zlib stream does (RFC 1950).
fn is_packed(bytes: &[u8]) -> bool {
    matches!(bytes, [method, check, ..]
        if method & 0x0f == 8 && (u16::from(*method) << 8 | u16::from(*check)).is_multiple_of(31))
}

/// Counts what is written to it, and keeps it only where it is packed once more.
struct Meter {
    left: u64,
    inner: Vec<u8>,
}

impl Write for Meter {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.left = self.left.saturating_sub(bytes.len() as u64);
        if self.left == 0 {
            return Err(io::Error::other("too much"));
        }
        if self.inner.len() < 2 || is_packed(&self.inner) {
            self.inner.extend_from_slice(bytes);
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use flate2::Compression;
    use flate2::write::ZlibEncoder;

    use super::*;

    fn packed(bytes: &[u8]) -> Vec<u8> {
        let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
        encoder.write_all(bytes).unwrap();
        encoder.finish().unwrap()
    }

    #[test]
    fn a_bomb_is_found_in_its_wrapping_too() {
        let zeros = vec![0; usize::try_from(UNPACKED).unwrap() + 1];
        let once = packed(&zeros);
        let pdf = |stream: &[u8]| [b"%PDF-1.7\n1 0 obj <<>> stream\r\n", stream, b"\nendstream"].concat();
        assert!(matches!(check(&pdf(&once)), Err(ReadError::TooLarge { .. })));
        assert!(matches!(check(&pdf(&packed(&once))), Err(ReadError::TooLarge { .. })));
        assert!(check(&pdf(&packed(b"BT (text) Tj ET"))).is_ok());
    }
}
