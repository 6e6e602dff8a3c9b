//! Reports in the formats that offices use, made from text.
#![allow(dead_code)]

use std::fmt::Write as _;
use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A zip archive of named parts.
pub fn archive(parts: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        zip.start_file(*name, SimpleFileOptions::default()).unwrap();
        zip.write_all(content.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

/// An Office file whose relationships name a main part.
pub fn office(main: &str, content: &str) -> Vec<u8> {
    let relationships = format!(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" \
         Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" \
         Target=\"{main}\"/></Relationships>"
    );
    archive(&[("_rels/.rels", &relationships), (main, content)])
}

/// A Word file around the XML of its body.
pub fn word(body: &str) -> Vec<u8> {
    let namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    office(
        "word/document.xml",
        &format!("<w:document xmlns:w=\"{namespace}\"><w:body>{body}</w:body></w:document>"),
    )
}

/// A Word file with a paragraph for each line, its characters spread over runs as Word spreads them.
pub fn docx(text: &str) -> Vec<u8> {
    let mut body = String::new();
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        let half = line.char_indices().nth(line.chars().count() / 2).map_or(0, |(at, _)| at);
        let (one, other) = line.split_at(half);
        write!(
            body,
            "<w:p><w:pPr><w:tabs><w:tab w:val=\"left\" w:pos=\"720\"/></w:tabs></w:pPr><w:r><w:t xml:space=\"preserve\">{}</w:t></w:r>\
             <w:del><w:r><w:delText>删去</w:delText></w:r></w:del><w:r><w:t>{}</w:t></w:r></w:p>",
            escaped(one),
            escaped(other)
        )
        .unwrap();
    }
    word(&body)
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// How a PDF says what its characters mean.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Font {
    /// By an encoding that the standard defines.
    Named,
    /// Not at all.
    Mute,
}

/// Characters a line, and lines a page.
const LINE: usize = 26;
const PAGE: usize = 22;

/// The pages of a PDF with a paragraph for each line of text, indented and set in lines of [`LINE`]
/// characters, a page number below each page.
pub fn pdf(text: &str, font: Font) -> Vec<u8> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for paragraph in text.lines().filter(|line| !line.trim().is_empty()) {
        let chars: Vec<char> = paragraph.trim().chars().collect();
        let (first, rest) = chars.split_at(chars.len().min(LINE - 2));
        lines.push((2, first.iter().collect()));
        lines.extend(rest.chunks(LINE).map(|chunk| (0, chunk.iter().collect())));
    }
    let pages: Vec<String> = lines.chunks(PAGE).enumerate().map(|(at, lines)| page(at + 1, lines)).collect();
    document(&pages, font, "")
}

fn page(number: usize, lines: &[(usize, String)]) -> String {
    let mut content = String::from("BT /F 16 Tf ");
    let numbered = [(12, format!("—{number}—"))];
    for (row, (indent, line)) in lines.iter().chain(&numbered).enumerate() {
        let codes: String = line.encode_utf16().map(|unit| format!("{unit:04X}")).collect();
        write!(content, "1 0 0 1 {} {} Tm <{codes}> Tj ", 80 + indent * 16, 760 - row * 28).unwrap();
    }
    content + "ET"
}

/// A PDF of pages with the given contents; `trailer` is added to its trailer.
pub fn document(pages: &[String], font: Font, trailer: &str) -> Vec<u8> {
    let encoding = if font == Font::Named { "UniGB-UCS2-H" } else { "Identity-H" };
    let ordering = if font == Font::Named { "GB1" } else { "Identity" };
    let mut objects = vec![
        "<</Type/Catalog/Pages 2 0 R>>".to_owned(),
        String::new(),
        format!("<</Type/Font/Subtype/Type0/BaseFont/SimSun/Encoding/{encoding}/DescendantFonts[4 0 R]>>"),
        format!(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/SimSun/DW 1000/FontDescriptor 5 0 R\
             /CIDSystemInfo<</Registry(Adobe)/Ordering({ordering})/Supplement 2>>>>"
        ),
        "<</Type/FontDescriptor/FontName/SimSun/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 860\
         /Descent -140/CapHeight 700/StemV 80>>"
            .to_owned(),
    ];
    let mut kids = String::new();
    for content in pages {
        let at = objects.len() + 1;
        write!(kids, "{at} 0 R ").unwrap();
        objects.push(format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents {} 0 R>>",
            at + 1
        ));
        objects.push(format!("<</Length {}>>\nstream\n{content}\nendstream", content.len()));
    }
    objects[1] = format!("<</Type/Pages/Kids[{kids}]/Count {}>>", pages.len());
    let mut out = String::from("%PDF-1.7\n");
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (at, object) in objects.iter().enumerate() {
        writeln!(table, "{:010} 00000 n ", out.len()).unwrap();
        writeln!(out, "{} 0 obj\n{object}\nendobj", at + 1).unwrap();
    }
    let start = out.len();
    write!(
        out,
        "{table}trailer\n<</Size {}/Root 1 0 R{trailer}>>\nstartxref\n{start}\n%%EOF\n",
        objects.len() + 1
    )
    .unwrap();
    out.into_bytes()
}
