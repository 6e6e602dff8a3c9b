//! One report in every format that reports come in: the facts are the same, and what cannot be read is
//! refused in one line that leaves the store alone.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;
#[path = "common/files.rs"]
mod files;

use std::fs;

use common::{Folder, REPORT};
use files::{Font, archive, docx, office, word};

/// What `extract` finds, without the places in the file: marks and line breaks take room of their own.
fn facts(folder: &Folder, name: &str) -> String {
    let lines = folder.output(&["extract", name, "--no-curation"]);
    lines.lines().map(|line| format!("{}\n", without_offsets(line))).collect()
}

fn without_offsets(line: &str) -> String {
    fn strip(value: &mut serde_json::Value) {
        match value {
            serde_json::Value::Object(map) => {
                ["begin", "end", "span", "length"].iter().for_each(|key| drop(map.remove(*key)));
                map.values_mut().for_each(strip);
            }
            serde_json::Value::Array(list) => list.iter_mut().for_each(strip),
            _ => {}
        }
    }
    let mut value = serde_json::from_str(line).unwrap();
    strip(&mut value);
    value.to_string()
}

/// Fails with the first fact that differs.
fn same(found: &str, wanted: &str) {
    let differ = found.lines().zip(wanted.lines()).find(|(one, other)| one != other);
    assert!(found == wanted, "{differ:#?}");
}

/// The bundled report with each paragraph on one line and no marks: what the formats are made from.
fn plain() -> String {
    let text = fs::read_to_string(REPORT).unwrap().replace("**", "");
    // A word that stands on both sides of a page's end.
    let text = text.replace("“天\n\n“天花板”", "“天花板”");
    let cut = |text: &str| {
        let heading = text.chars().count() <= 45 && !text.contains('。');
        !heading && !text.ends_with(['。', '！', '：', '；', '”'])
    };
    let mut paragraphs: Vec<String> = Vec::new();
    for line in text.lines().map(|line| line.trim_start_matches('#').trim()).filter(|line| !line.is_empty()) {
        match paragraphs.last_mut() {
            // A page of the printed report ended here.
            Some(last) if cut(last) => last.push_str(line),
            _ => paragraphs.push(line.to_owned()),
        }
    }
    paragraphs.join("\n\n")
}

#[test]
fn a_word_file_says_what_its_text_says() {
    let folder = Folder::new();
    folder.write("report.txt", plain().as_bytes());
    folder.write("report.docx", &docx(&plain()));
    let wanted = facts(&folder, "report.txt");
    assert!(wanted.lines().count() > 500);
    same(&facts(&folder, "report.docx"), &wanted);
}

#[test]
fn a_web_page_says_what_its_text_says() {
    let folder = Folder::new();
    folder.write("report.txt", plain().as_bytes());
    let paragraphs: String =
        plain().lines().filter(|line| !line.is_empty()).map(|line| format!("<p>　　{line}</p>\n")).collect();
    let page = format!(
        "<html><head><meta charset=\"gbk\"><script>if (a < b) {{ write('<p>广告</p>') }}</script></head>\n\
         <body><ul><li><a href=\"/\">首页</a></li><li><a href=\"/zw\">政务公开</a></li></ul>\n<div>{paragraphs}</div>\n\
         <footer><p>主办：某市人民政府办公室。</p></footer></body></html>"
    );
    let (bytes, _, lost) = encoding_rs::GB18030.encode(&page);
    assert!(!lost);
    folder.write("report.html", &bytes);
    same(&facts(&folder, "report.html"), &facts(&folder, "report.txt"));
}

#[test]
fn every_format_comes_through_a_pipe() {
    let folder = Folder::new();
    for bytes in [plain().into_bytes(), docx(&plain())] {
        folder.zhengtu(&["build", "-"]).write_stdin(bytes).assert().success();
        assert!(folder.output(&["ask", "斋堂有哪些项目"]).contains("斋堂华侨城项目"));
        fs::remove_file(folder.path("zhengtu.store")).unwrap();
    }
}

#[test]
fn what_word_hides_is_left_out() {
    let folder = Folder::new();
    let run = |text: &str| format!("<w:r><w:t>{text}</w:t></w:r>");
    let field = |kind: &str| format!("<w:r><w:fldChar w:fldCharType=\"{kind}\"/></w:r>");
    let contents = format!(
        "<w:p>{}<w:r><w:instrText> TOC \\o \"1-3\" </w:instrText></w:r>{}</w:p>",
        field("begin"),
        run("一、2022年工作回顾1")
    );
    let body = [
        contents,
        format!("<w:p>{}{}</w:p>", run("二、2023年主要任务9"), field("end")),
        format!("<w:p>{}<w:moveFrom>{}</w:moveFrom></w:p>", run("一、2022年工作回顾"), run("挪走的话")),
        format!("<w:p>{}<w:br w:type=\"page\"/>{}</w:p>", run("建成东"), run("山大桥。")),
    ];
    folder.write("report.docx", &word(&body.concat()));
    folder.zhengtu(&["build", "report.docx"]).assert().success();
    let query = "SELECT ?text { ?sentence nif:anchorOf ?text ; nif:beginIndex ?at } ORDER BY ?at";
    let found = folder.output(&["query", query, "--format", "csv"]);
    let sentences: Vec<&str> = found.lines().skip(1).collect();
    assert_eq!(sentences, ["一、2022年工作回顾", "建成东山大桥。"]);
}

#[test]
fn what_cannot_be_read_is_refused_by_name() {
    let folder = Folder::built();
    let before = folder.read("zhengtu.store");
    let whole = docx(&plain());
    let cases: &[(&str, Vec<u8>, &str)] = &[
        ("old.doc", b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more".to_vec(), "save it as docx"),
        ("sheet.docx", office("xl/workbook.xml", "<workbook/>"), "a spreadsheet"),
        ("talk.docx", office("ppt/presentation.xml", "<p/>"), "a presentation"),
        ("plain.zip", archive(&[("report.txt", "建成桥梁。")]), "unpack it"),
        ("page.ofd", archive(&[("OFD.xml", "<OFD/>")]), "an OFD file"),
        ("cut.docx", whole[..whole.len() / 2].to_vec(), "cut short"),
        ("broken.docx", office("word/document.xml", "<w:p>"), "holds no text"),
        ("empty.docx", word(""), "holds no text"),
        ("bomb.docx", word(&" ".repeat(300 << 20)), "unpacks to more than"),
    ];
    for (name, bytes, words) in cases {
        folder.write(name, bytes);
        refused(&folder, name, words);
    }
    assert!(folder.read("zhengtu.store") == before);
}

fn refused(folder: &Folder, name: &str, words: &str) {
    let output = folder.zhengtu(&["build", name]).output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{name}: {stderr}");
    assert_eq!(stderr.lines().count(), 1, "{name}: {stderr}");
    assert!(stderr.contains(name) && stderr.contains(words), "{name} should say `{words}`: {stderr}");
}

#[test]
fn a_folder_of_all_formats_goes_in_but_for_what_is_broken() {
    let folder = Folder::new();
    fs::create_dir(folder.path("reports")).unwrap();
    folder.write("reports/a.docx", &docx(&plain()));
    folder.write("reports/b.docx", b"PK\x03\x04 nothing behind it");
    folder.write("reports/~$a.docx", b"what Word leaves behind");
    let output = folder.zhengtu(&["build", "reports"]).output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    assert_eq!(output.status.code(), Some(2), "{stderr}");
    assert!(stderr.contains("1 of 2 reports could not be read (reports/b.docx)"), "{stderr}");
    assert!(folder.output(&["ask", "斋堂有哪些项目"]).contains("斋堂华侨城项目"));
}

#[cfg(feature = "pdf")]
mod pdf {
    use super::files::{document, pdf};
    use super::*;

    #[test]
    fn a_pdf_says_what_its_text_says() {
        let folder = Folder::new();
        // The encoding that the file names does not know the middle dot.
        let text = plain().replace('·', "");
        folder.write("report.txt", text.as_bytes());
        folder.write("report.pdf", &pdf(&text, Font::Named));
        same(&facts(&folder, "report.pdf"), &facts(&folder, "report.txt"));
    }

    #[test]
    fn what_cannot_be_read_is_refused_by_name() {
        let folder = Folder::built();
        let before = folder.read("zhengtu.store");
        let secret = format!(
            "/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/P -4/O<{}>/U<{}>>>",
            "5A".repeat(32),
            "A5".repeat(32)
        );
        let page = ["BT ET".to_owned()];
        let cases = [
            ("mute.pdf", pdf(&plain(), Font::Mute), "do not say what their glyphs mean"),
            ("scan.pdf", document(&["0 0 100 100 re f".to_owned()], Font::Named, ""), "no text layer"),
            ("secret.pdf", document(&page, Font::Named, &secret), "password"),
            ("cut.pdf", b"%PDF-1.7\n1 0 obj\n<</Type/Cat".to_vec(), "cut short"),
        ];
        for (name, bytes, words) in cases {
            folder.write(name, &bytes);
            refused(&folder, name, words);
        }
        assert!(folder.read("zhengtu.store") == before);
    }
}

#[cfg(not(feature = "pdf"))]
#[test]
fn without_the_feature_a_pdf_is_refused_with_the_remedy() {
    let folder = Folder::new();
    folder.write("report.pdf", &files::pdf("建成桥梁。", Font::Named));
    refused(&folder, "report.pdf", "feature `pdf`");
}
