//! A build that is killed at any moment leaves the old reading or the new one, whole, and no litter.
#![allow(missing_docs, clippy::unwrap_used, clippy::expect_used)]

mod common;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;
use std::process::Stdio;
use std::thread::sleep;
use std::time::{Duration, Instant, SystemTime};

use common::{Folder, REPORT};

/// One store in a file, and one in a folder.
const STORES: &[&str] =
    if cfg!(feature = "rocksdb") { &["file.store", "folder.store/"] } else { &["file.store"] };

/// So many builds are killed at moments spread over the time that a build takes, and so many more at moments
/// near its end, when it writes.
const SPREAD: u32 = 20;
const LATE: u32 = 10;

/// Numbers between 0 and 1 that look random. The seed shows when a test fails; `ZHENGTU_SEED` repeats it.
struct Random(u64);

impl Random {
    fn new() -> Self {
        let clock = || SystemTime::UNIX_EPOCH.elapsed().unwrap().as_nanos() as u64;
        let seed = std::env::var("ZHENGTU_SEED").ok().map_or_else(clock, |seed| seed.parse().unwrap());
        println!("ZHENGTU_SEED={seed}");
        Self(seed)
    }

    fn next(&mut self) -> f64 {
        // SplitMix64.
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut bits = self.0;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        (bits ^ (bits >> 31)) as f64 / u64::MAX as f64
    }

    /// Moments at which to kill a build that takes so long.
    fn moments(&mut self, build: Duration) -> Vec<Duration> {
        let spread = (0..SPREAD).map(|step| f64::from(step) / f64::from(SPREAD)).collect::<Vec<_>>();
        let spread = spread.into_iter().map(|at| at + self.next() / f64::from(SPREAD)).collect::<Vec<_>>();
        let late = (0..LATE).map(|_| 0.8 + 0.3 * self.next()).collect::<Vec<_>>();
        spread.into_iter().chain(late).map(|share| build.mul_f64(share)).collect()
    }
}

/// The same report as it may have been read before: half of its lines are missing.
fn earlier() -> String {
    let text = fs::read_to_string(REPORT).unwrap();
    let kept = text.lines().enumerate().filter(|(number, _)| *number < 12 || number % 2 == 0);
    kept.map(|(_, line)| format!("{line}\n")).collect()
}

/// All that a store holds; None where there is none.
fn held(folder: &Folder, store: &str) -> Option<String> {
    let all = "facts,text,evidence,ontology,gazetteer";
    let export = ["export", "--store", store, "--part", all, "--format", "nquads"];
    let output = folder.zhengtu(&export).output().unwrap();
    let stderr = String::from_utf8(output.stderr).unwrap();
    match output.status.code() {
        Some(0 | 1) => Some(String::from_utf8(output.stdout).unwrap()),
        Some(2) if stderr.contains("there is no store") => None,
        code => panic!("the store does not open ({code:?}): {stderr}"),
    }
}

fn build(folder: &Folder, report: &str, store: &str) -> Duration {
    let start = Instant::now();
    folder.zhengtu(&["build", report, "--store", store]).assert().success();
    start.elapsed()
}

/// How long a build takes: the median of three.
fn usual(folder: &Folder, store: &str, prepare: impl Fn()) -> Duration {
    let mut times = [(); 3].map(|()| {
        prepare();
        build(folder, REPORT, store)
    });
    times.sort_unstable();
    times[1]
}

/// Starts a build and kills it after a while; whether it was still running.
fn kill(folder: &Folder, store: &str, after: Duration) -> bool {
    let mut command = folder.plain(&["build", REPORT, "--store", store]);
    let mut process = command.stderr(Stdio::null()).spawn().unwrap();
    sleep(after);
    process.kill().unwrap();
    !process.wait().unwrap().success()
}

fn names(folder: &Folder) -> BTreeSet<String> {
    let entries = fs::read_dir(folder.path("")).unwrap();
    entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect()
}

fn remove(path: &Path) {
    if path.is_dir() {
        fs::remove_dir_all(path).unwrap();
    } else if path.exists() {
        fs::remove_file(path).unwrap();
    }
}

fn copy(from: &Path, to: &Path) {
    remove(to);
    if !from.is_dir() {
        fs::copy(from, to).unwrap();
        return;
    }
    fs::create_dir(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
    }
}

#[test]
fn a_killed_build_leaves_the_old_reading_or_the_new_one() {
    let mut random = Random::new();
    for store in STORES {
        let folder = Folder::new();
        let path = |name: &str| folder.path(name.trim_end_matches('/'));
        folder.write("earlier.txt", earlier().as_bytes());
        build(&folder, "earlier.txt", store);
        let old = held(&folder, store);
        copy(&path(store), &path("copy"));
        let time = usual(&folder, store, || copy(&path("copy"), &path(store)));
        let new = held(&folder, store);
        assert!(old.is_some() && new.is_some() && old != new);
        let mut survivors = [0, 0];
        for moment in random.moments(time) {
            copy(&path("copy"), &path(store));
            let killed = kill(&folder, store, moment);
            let found = held(&folder, store);
            assert!(found == old || found == new, "{store}: half a report after {moment:?} of {time:?}");
            assert!(killed || found == new, "{store}: a build that ended has not written");
            survivors[usize::from(found == new)] += 1;
        }
        println!("{store}: old, new {survivors:?} after kills within {time:?}");
        build(&folder, REPORT, store);
        assert!(held(&folder, store) == new);
        let plain = store.trim_end_matches('/');
        let wanted = ["copy", "earlier.txt", plain, &format!(".{plain}.lock")].map(str::to_owned);
        assert_eq!(names(&folder), BTreeSet::from(wanted), "{store}: litter");
        let litter = |path: &Path| {
            fs::read_dir(path).is_ok_and(|mut names| {
                names.any(|name| name.unwrap().file_name().to_string_lossy().starts_with("bulk-"))
            })
        };
        assert!(!litter(&path(store)), "{store}: litter of bulk loads");
    }
}

#[test]
fn a_killed_first_build_leaves_no_store_or_a_whole_one() {
    let mut random = Random::new();
    for store in STORES {
        let folder = Folder::new();
        let plain = store.trim_end_matches('/');
        let time = usual(&folder, store, || remove(&folder.path(plain)));
        let new = held(&folder, store);
        // A store in a folder begins without any report.
        let empty = store.ends_with('/').then(String::new);
        for moment in random.moments(time) {
            remove(&folder.path(plain));
            kill(&folder, store, moment);
            let found = held(&folder, store);
            assert!(
                found.is_none() || found == empty || found == new,
                "{store}: half a report after {moment:?} of {time:?}"
            );
        }
        build(&folder, REPORT, store);
        assert!(held(&folder, store) == new);
        let wanted = [plain, &format!(".{plain}.lock")].map(str::to_owned);
        assert_eq!(names(&folder), BTreeSet::from(wanted), "{store}: litter");
    }
}
