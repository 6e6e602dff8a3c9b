//! Prints how sentences on standard input are cut into words: `cargo run --example tok plan < sentences.txt`.
#![allow(clippy::unwrap_used, reason = "a tool for those who work on the rules")]

use std::io::Read;
fn main() {
    let mut s = String::new();
    std::io::stdin().read_to_string(&mut s).unwrap();
    for l in s.lines() {
        let mut sent = zhengtu::report::Sentence::plain(l);
        sent.part = Some(if std::env::args().nth(1).as_deref() == Some("plan") {
            zhengtu::facts::Part::Plan
        } else {
            zhengtu::facts::Part::Review
        });
        println!("{}", zhengtu::extract::debug(&sent, Some("110109")));
    }
}
