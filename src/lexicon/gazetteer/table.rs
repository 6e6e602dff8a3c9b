//! The tables that the build script writes from `data/gazetteer`, used in place: nothing is parsed at
//! start but the automaton, and that only at the first scan.

use std::sync::OnceLock;

use daachorse::CharwiseDoubleArrayAhoCorasick;

/// Finds the forms of names in a text; the value of a match is a position in [`FORMS`].
pub(super) type Automaton = CharwiseDoubleArrayAhoCorasick<u32>;

macro_rules! bytes {
    ($table:literal) => {
        include_bytes!(concat!(env!("OUT_DIR"), "/gazetteer-", $table, ".bin"))
    };
}

macro_rules! strings {
    ($table:literal) => {
        Strings {
            text: include_str!(concat!(env!("OUT_DIR"), "/gazetteer-", $table, ".txt")),
            ends: Numbers(bytes!($table)),
        }
    };
}

/// Codes of all divisions, sorted: a division's position in it is its index.
pub(super) static CODES: Strings = strings!("codes");
/// Names in all their forms, sorted.
pub(super) static FORMS: Strings = strings!("forms");
/// For each division, the position of its official name in [`FORMS`].
static NAMES: Numbers = Numbers(bytes!("names"));
/// For each form, the divisions it may mean: see [`Posting`].
static POSTINGS: Numbers = Numbers(bytes!("postings"));
/// For each form, where its postings end.
static POSTING_ENDS: Numbers = Numbers(bytes!("posting-ends"));

/// Numbers of four bytes, little-endian.
pub(super) struct Numbers(&'static [u8]);

impl Numbers {
    fn len(&self) -> usize {
        self.0.len() / 4
    }

    /// The number at a position; 0 beyond the end.
    fn get(&self, at: usize) -> usize {
        let bytes = self.0.get(at * 4..at * 4 + 4).and_then(|bytes| bytes.try_into().ok());
        bytes.map_or(0, |bytes| u32::from_le_bytes(bytes) as usize)
    }

    /// The range of the item at a position in what these numbers end the items of.
    fn range(&self, at: usize) -> std::ops::Range<usize> {
        at.checked_sub(1).map_or(0, |before| self.get(before))..self.get(at)
    }
}

/// Sorted strings, laid end to end.
pub(super) struct Strings {
    text: &'static str,
    ends: Numbers,
}

impl Strings {
    pub(super) fn len(&self) -> usize {
        self.ends.len()
    }

    pub(super) fn get(&self, at: usize) -> &'static str {
        self.text.get(self.ends.range(at)).unwrap_or("")
    }

    pub(super) fn find(&self, string: &str) -> Option<usize> {
        let (mut low, mut high) = (0, self.len());
        while low < high {
            let middle = low.midpoint(high);
            match self.get(middle).cmp(string) {
                std::cmp::Ordering::Less => low = middle + 1,
                std::cmp::Ordering::Greater => high = middle,
                std::cmp::Ordering::Equal => return Some(middle),
            }
        }
        None
    }
}

/// In what form a name names a division. The numbers are those of the build script.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Form {
    Official,
    Alias,
    Short,
}

/// One meaning of a form.
#[derive(Debug, Clone, Copy)]
pub(super) struct Posting {
    /// Position of the division in [`CODES`].
    pub(super) division: usize,
    pub(super) form: Form,
}

/// The meanings of a form, by ascending code.
pub(super) fn postings(form: usize) -> impl Iterator<Item = Posting> {
    POSTING_ENDS.range(form).map(|at| {
        let number = POSTINGS.get(at);
        let form = match number & 3 {
            0 => Form::Official,
            1 => Form::Alias,
            _ => Form::Short,
        };
        Posting { division: number >> 2, form }
    })
}

/// The official name of a division.
pub(super) fn official_name(division: usize) -> &'static str {
    FORMS.get(NAMES.get(division))
}

/// The automaton, loaded at the first call.
pub(super) fn automaton() -> &'static Automaton {
    static AUTOMATON: OnceLock<Automaton> = OnceLock::new();
    #[expect(clippy::expect_used, reason = "the build script of this very build wrote these bytes")]
    AUTOMATON.get_or_init(|| Automaton::deserialize(bytes!("automaton")).expect("a valid automaton").0)
}
