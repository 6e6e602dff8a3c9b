//! Turns the CSV files of `data/gazetteer` into tables that the program uses in place, and the dictionary
//! automaton into bytes that load in a moment. `src/lexicon/gazetteer/table.rs` reads what this writes.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fs;
use std::path::{Path, PathBuf};

use daachorse::{CharwiseDoubleArrayAhoCorasick, CharwiseDoubleArrayAhoCorasickBuilder};

const FOLDER: &str = "data/gazetteer";

/// The low bits of a posting: in what form the name names the division.
const OFFICIAL: u32 = 0;
const ALIAS: u32 = 1;
const SHORT: u32 = 2;

/// Division code -> its other columns.
type Divisions = BTreeMap<String, Names>;
/// Name in any form -> the divisions it may mean, as postings. Features have none.
type Forms = BTreeMap<String, BTreeSet<u32>>;

struct Names {
    official: String,
    short: String,
    aliases: Vec<String>,
}

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed={FOLDER}");
    let out = PathBuf::from(std::env::var_os("OUT_DIR").ok_or("OUT_DIR is not set: run this through cargo")?);
    let divisions = read_divisions()?;
    let mut forms = forms_of(&divisions)?;
    for name in read_feature_names()? {
        forms.entry(name).or_default();
    }
    write_divisions(&out, &divisions, &forms)?;
    write_forms(&out, &forms)?;
    fs::write(out.join("gazetteer-automaton.bin"), automaton(&forms)?.serialize())?;
    Ok(())
}

/// `divisions.csv` and every `villages-*.csv`.
fn read_divisions() -> Result<Divisions, Box<dyn Error>> {
    let mut divisions = Divisions::new();
    for entry in fs::read_dir(FOLDER)? {
        let path = entry?.path();
        let file = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        if file.ends_with(".csv") && (file == "divisions.csv" || file.starts_with("villages-")) {
            read_division_file(&path, &mut divisions)?;
        }
    }
    Ok(divisions)
}

fn read_division_file(path: &Path, divisions: &mut Divisions) -> Result<(), Box<dyn Error>> {
    for row in csv::Reader::from_path(path)?.deserialize() {
        let (code, official, short, aliases): (String, String, String, String) =
            row.map_err(|error| format!("{}: {error}", path.display()))?;
        let aliases = split(&aliases);
        if divisions.insert(code.clone(), Names { official, short, aliases }).is_some() {
            return Err(format!("{}: code {code} stands in the gazetteer twice", path.display()).into());
        }
    }
    Ok(())
}

fn read_feature_names() -> Result<Vec<String>, Box<dyn Error>> {
    let path = Path::new(FOLDER).join("features.csv");
    let mut names = Vec::new();
    for row in csv::Reader::from_path(&path)?.deserialize() {
        let (name, aliases, _, _): (String, String, String, String) =
            row.map_err(|error| format!("{}: {error}", path.display()))?;
        names.push(name);
        names.extend(split(&aliases));
    }
    Ok(names)
}

fn split(aliases: &str) -> Vec<String> {
    aliases.split('|').filter(|alias| !alias.is_empty()).map(str::to_owned).collect()
}

fn forms_of(divisions: &Divisions) -> Result<Forms, Box<dyn Error>> {
    let mut forms = Forms::new();
    for (index, names) in divisions.values().enumerate() {
        let index = u32::try_from(index)? << 2;
        let mut add = |name: &str, form: u32| {
            forms.entry(name.to_owned()).or_default().insert(index | form);
        };
        add(&names.official, OFFICIAL);
        names.aliases.iter().for_each(|alias| add(alias, ALIAS));
        if !names.short.is_empty() {
            add(&names.short, SHORT);
        }
    }
    Ok(forms)
}

fn write_divisions(out: &Path, divisions: &Divisions, forms: &Forms) -> Result<(), Box<dyn Error>> {
    write_strings(out, "codes", divisions.keys())?;
    let position: BTreeMap<&String, usize> = forms.keys().enumerate().map(|(at, name)| (name, at)).collect();
    let names = divisions.values().map(|names| position[&names.official]);
    write_numbers(&out.join("gazetteer-names.bin"), names)
}

fn write_forms(out: &Path, forms: &Forms) -> Result<(), Box<dyn Error>> {
    write_strings(out, "forms", forms.keys())?;
    let postings = forms.values().flatten().map(|posting| *posting as usize);
    write_numbers(&out.join("gazetteer-postings.bin"), postings)?;
    let mut end = 0;
    let ends = forms.values().map(|postings| {
        end += postings.len();
        end
    });
    write_numbers(&out.join("gazetteer-posting-ends.bin"), ends)
}

/// Sorted strings as one text and the offsets at which they end.
fn write_strings<'a>(
    out: &Path,
    table: &str,
    strings: impl Iterator<Item = &'a String>,
) -> Result<(), Box<dyn Error>> {
    let mut text = String::new();
    let mut ends = Vec::new();
    for string in strings {
        text.push_str(string);
        ends.push(text.len());
    }
    fs::write(out.join(format!("gazetteer-{table}.txt")), text)?;
    write_numbers(&out.join(format!("gazetteer-{table}.bin")), ends.into_iter())
}

/// Numbers of four bytes, little-endian.
fn write_numbers(path: &Path, numbers: impl Iterator<Item = usize>) -> Result<(), Box<dyn Error>> {
    let mut bytes = Vec::new();
    for number in numbers {
        bytes.extend(u32::try_from(number)?.to_le_bytes());
    }
    Ok(fs::write(path, bytes)?)
}

/// Finds every form in a text; the value of a match is the position of the form.
fn automaton(forms: &Forms) -> Result<CharwiseDoubleArrayAhoCorasick<u32>, Box<dyn Error>> {
    // The prefilter serves slices only; the program steps over characters.
    let builder = CharwiseDoubleArrayAhoCorasickBuilder::new().use_prefilter(false);
    builder.build(forms.keys()).map_err(|error| format!("{FOLDER}: {error}").into())
}
