//! Prints how reports are cut into sentences: part, heading or not, section, text.
#![allow(clippy::unwrap_used, reason = "a tool for those who work on the rules")]

fn main() {
    for f in std::env::args().skip(1) {
        let bytes = std::fs::read(&f).unwrap();
        let text = zhengtu::report::decode(&bytes).unwrap();
        let raw: Vec<char> = text.chars().collect();
        let r = zhengtu::report::read(&bytes).unwrap();
        println!(
            "=== {f} | {} | {:?} {:?} | {} {:?}",
            r.title,
            r.review_year,
            r.plan_year,
            r.sentences.len(),
            r.area
        );
        for s in &r.sentences {
            let cut: String = raw[s.span.begin..s.span.end].iter().filter(|c| !c.is_whitespace()).collect();
            if cut != s.quoted.replace(' ', "") && !f.ends_with("html") {
                println!("!!! {cut}\n  {}", s.quoted);
            }
            println!("{:?} {} {:?} {}", s.part, if s.heading { "H" } else { " " }, s.section.last(), s.text);
        }
    }
}
