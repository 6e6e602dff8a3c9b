//! The text of a Word file: a zip archive with the paragraphs as XML in one of its parts.

use std::io::{Cursor, Read};

use quick_xml::events::{BytesStart, Event};
use quick_xml::name::ResolveResult;
use quick_xml::{NsReader, Reader};
use zip::ZipArchive;
use zip::result::ZipError;

use super::ReadError;
use super::decode::decode;
use super::document::UNPACKED;

type Archive<'a> = ZipArchive<Cursor<&'a [u8]>>;

/// The paragraphs of a Word file, a blank line between them. Deleted text, tables of contents, and the
/// reading aids above characters are left out.
///
/// # Errors
/// [`ReadError::Foreign`] for another kind of archive, [`ReadError::Damaged`], [`ReadError::Protected`],
/// [`ReadError::TooLarge`], [`ReadError::Empty`].
pub fn text(bytes: &[u8]) -> Result<String, ReadError> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|error| unreadable(&error))?;
    let main = main_part(&mut archive)?;
    let xml = part(&mut archive, &main)?;
    let paragraphs = Document::read(&xml)?.done;
    if paragraphs.is_empty() {
        return Err(ReadError::Empty);
    }
    Ok(paragraphs.join("\n\n"))
}

/// The part that holds the text, as the package's relationships name it.
fn main_part(archive: &mut Archive) -> Result<String, ReadError> {
    let Ok(relationships) = part(archive, "_rels/.rels") else {
        return Err(other_archive(archive));
    };
    let target = document_of(&relationships).ok_or_else(|| other_archive(archive))?;
    match target.split('/').next() {
        Some("xl") => Err(foreign("a spreadsheet (xlsx)", "save the report's text as docx or txt")),
        Some("ppt") => Err(foreign("a presentation (pptx)", "save the report's text as docx or txt")),
        _ => Ok(target),
    }
}

/// What a zip archive is that is no Office file.
fn other_archive(archive: &Archive) -> ReadError {
    let holds = |name: &str| archive.index_for_name(name).is_some();
    if holds("OFD.xml") {
        foreign("an OFD file", "save it as PDF")
    } else if holds("content.xml") {
        foreign("an OpenDocument file", "save it as docx")
    } else {
        foreign("a zip archive", "unpack it and name the folder")
    }
}

const fn foreign(kind: &'static str, remedy: &'static str) -> ReadError {
    ReadError::Foreign { kind, remedy }
}

fn document_of(relationships: &str) -> Option<String> {
    let mut reader = Reader::from_str(relationships);
    loop {
        let (Event::Start(element) | Event::Empty(element)) = (match reader.read_event() {
            Ok(Event::Eof) | Err(_) => return None,
            Ok(event) => event,
        }) else {
            continue;
        };
        if attribute(&element, b"Type").is_some_and(|kind| kind.ends_with("/officeDocument")) {
            return attribute(&element, b"Target").map(|target| target.trim_start_matches('/').to_owned());
        }
    }
}

/// The value of an attribute, by its name without prefix.
fn attribute(element: &BytesStart, name: &[u8]) -> Option<String> {
    let found = element.attributes().flatten().find(|a| a.key.local_name().as_ref() == name)?;
    found.unescape_value().ok().map(std::borrow::Cow::into_owned)
}

/// A part of the archive as text.
fn part(archive: &mut Archive, name: &str) -> Result<String, ReadError> {
    let mut bytes = Vec::new();
    let file = archive.by_name(name).map_err(|error| unreadable(&error))?;
    file.take(UNPACKED + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| ReadError::Damaged { kind: "docx", reason: error.to_string() })?;
    if bytes.len() as u64 > UNPACKED {
        return Err(ReadError::TooLarge { megabytes: UNPACKED >> 20 });
    }
    decode(&bytes)
}

fn unreadable(error: &ZipError) -> ReadError {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => ReadError::Protected { kind: "docx" },
        _ => ReadError::Damaged { kind: "docx", reason: error.to_string() },
    }
}

/// What has been read of the main part so far.
#[derive(Default)]
struct Document {
    done: Vec<String>,
    /// Open paragraphs: a text box stands inside the paragraph that it is anchored in.
    open: Vec<String>,
    /// Open fields, and whether each is a table of contents.
    fields: Vec<bool>,
    /// The element whose characters count.
    inside: Option<Characters>,
    /// How many elements are open of one that is left out.
    left_out: usize,
}

enum Characters {
    Text,
    Instruction,
}

impl Document {
    fn read(xml: &str) -> Result<Self, ReadError> {
        let mut document = Self::default();
        let mut reader = NsReader::from_str(xml);
        loop {
            let (namespace, event) = reader.read_resolved_event().map_err(|error| malformed(&error))?;
            let word = is_word(&namespace);
            match event {
                Event::Eof => break,
                Event::Start(element) if document.left_out > 0 || is_left_out(&element, word) => {
                    document.left_out += 1;
                }
                Event::End(_) if document.left_out > 0 => document.left_out -= 1,
                _ if document.left_out > 0 => {}
                Event::Start(element) if word => document.start(&element),
                Event::Empty(element) if word => document.empty(&element),
                Event::End(element) if word => document.end(element.local_name().as_ref()),
                Event::Text(text) => {
                    document.characters(&text.unescape().map_err(|error| malformed(&error))?);
                }
                Event::CData(data) => document.characters(&String::from_utf8_lossy(&data)),
                _ => {}
            }
        }
        // A part that was cut short ends in the middle of a paragraph.
        if document.open.is_empty() {
            return Ok(document);
        }
        Err(ReadError::Damaged { kind: "docx", reason: "a paragraph does not end".to_owned() })
    }

    fn start(&mut self, element: &BytesStart) {
        match element.local_name().as_ref() {
            b"p" => self.open.push(String::new()),
            b"t" => self.inside = Some(Characters::Text),
            b"instrText" => self.inside = Some(Characters::Instruction),
            _ => self.empty(element),
        }
    }

    fn empty(&mut self, element: &BytesStart) {
        match element.local_name().as_ref() {
            b"tab" | b"ptab" => self.write("\t"),
            b"noBreakHyphen" => self.write("-"),
            // The break of a page or a column stands anywhere in a sentence, that of a line between two.
            b"br" if attribute(element, b"type").is_some_and(|kind| kind != "textWrapping") => {}
            b"br" | b"cr" => self.write("\n"),
            b"fldChar" => match attribute(element, b"fldCharType").as_deref() {
                Some("begin") => self.fields.push(false),
                Some("end") => {
                    self.fields.pop();
                }
                _ => {}
            },
            _ => {}
        }
    }

    fn end(&mut self, name: &[u8]) {
        match name {
            b"p" => {
                let paragraph = self.open.pop().unwrap_or_default();
                if !paragraph.trim().is_empty() {
                    self.done.push(paragraph);
                }
            }
            b"t" | b"instrText" => self.inside = None,
            _ => {}
        }
    }

    fn characters(&mut self, text: &str) {
        match self.inside {
            Some(Characters::Text) => self.write(text),
            Some(Characters::Instruction) => {
                let contents = text.trim_start().starts_with("TOC");
                if let Some(field) = self.fields.last_mut().filter(|_| contents) {
                    *field = true;
                }
            }
            None => {}
        }
    }

    fn write(&mut self, text: &str) {
        if let Some(paragraph) = self.open.last_mut()
            && !self.fields.contains(&true)
        {
            paragraph.push_str(text);
        }
    }
}

/// The namespace of WordprocessingML, in its transitional and in its strict form.
const WORD: [&[u8]; 2] = [
    b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    b"http://purl.oclc.org/ooxml/wordprocessingml/main",
];

fn is_word(namespace: &ResolveResult) -> bool {
    matches!(namespace, ResolveResult::Bound(name) if WORD.contains(&name.as_ref()))
}

/// Text moved from here, pinyin above characters, and what only old programs are to show.
fn is_left_out(element: &BytesStart, word: bool) -> bool {
    match element.local_name().as_ref() {
        // The paragraph's look, where `tab` is the place of a tabulator.
        b"moveFrom" | b"del" | b"rt" | b"pPr" | b"rPr" => word,
        b"Fallback" => !word,
        _ => false,
    }
}

fn malformed(error: &quick_xml::Error) -> ReadError {
    ReadError::Damaged { kind: "docx", reason: error.to_string() }
}
