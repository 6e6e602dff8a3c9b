//! A server on a port of its own, and a client that sends exactly what a test writes.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::process::{Child, Stdio};
use std::time::{Duration, Instant};

use super::Folder;

/// `zhengtu serve` on the bundled report, until the test ends.
pub struct Server {
    pub process: Child,
    pub address: SocketAddr,
    _folder: Folder,
}

/// What came back.
#[derive(Debug)]
pub struct Reply {
    pub status: u16,
    pub head: String,
    pub body: String,
}

impl Server {
    pub fn start(arguments: &[&str]) -> Self {
        let folder = Folder::new();
        let all = [&["serve", "--bind", "127.0.0.1:0"], arguments].concat();
        let mut process = folder.plain(&all).stderr(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(process.stderr.take().unwrap()).lines();
        let line = lines.find(|line| line.as_ref().unwrap().starts_with("serving http://")).unwrap().unwrap();
        let address = line.split('/').nth(2).unwrap().parse().unwrap();
        Self { process, address, _folder: folder }
    }

    /// Sends the head and body as they are and reads all that comes back.
    pub fn send(&self, head: &str, body: &[u8]) -> Reply {
        let mut stream = TcpStream::connect(self.address).unwrap();
        stream.set_read_timeout(Some(Duration::from_secs(120))).unwrap();
        let length =
            if body.is_empty() { String::new() } else { format!("Content-Length: {}\r\n", body.len()) };
        let request = format!("{head}\r\nHost: {}\r\nConnection: close\r\n{length}\r\n", self.address);
        stream.write_all(request.as_bytes()).unwrap();
        // A server may answer before it has read all.
        let _ = stream.write_all(body);
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let text = String::from_utf8(bytes).unwrap();
        let (head, body) = text.split_once("\r\n\r\n").unwrap();
        let status = head.split(' ').nth(1).unwrap().parse().unwrap();
        Reply { status, head: head.to_ascii_lowercase(), body: body.to_owned() }
    }

    pub fn get(&self, path: &str, accept: &str) -> Reply {
        self.send(&format!("GET {path} HTTP/1.1\r\nAccept: {accept}"), b"")
    }

    /// Query via GET.
    pub fn query(&self, query: &str, accept: &str) -> Reply {
        self.get(&format!("/sparql?query={}", escape(query)), accept)
    }

    /// Query via POST, its body the query itself.
    pub fn post(&self, content_type: &str, body: &[u8]) -> Reply {
        self.send(&format!("POST /sparql HTTP/1.1\r\nContent-Type: {content_type}"), body)
    }

    /// Waits for the process to end by itself.
    pub fn wait(&mut self, limit: Duration) -> Option<std::process::ExitStatus> {
        let deadline = Instant::now() + limit;
        while Instant::now() < deadline {
            if let Some(status) = self.process.try_wait().unwrap() {
                return Some(status);
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        None
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Reply {
    /// A header's value, in small letters.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// Text as the value of a parameter.
pub fn escape(text: &str) -> String {
    text.bytes()
        .map(
            |byte| {
                if byte.is_ascii_alphanumeric() {
                    char::from(byte).to_string()
                } else {
                    format!("%{byte:02X}")
                }
            },
        )
        .collect()
}
