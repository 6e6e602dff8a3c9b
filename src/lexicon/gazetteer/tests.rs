#[test]
fn loads() {
    let t = std::time::Instant::now();
    super::table::automaton();
    eprintln!("{:?}", t.elapsed());
}
