//! A folder of its own for each test, and the command to run in it.
#![allow(dead_code)]

use std::fs;
use std::path::{Path, PathBuf};
use std::process;

#[cfg(feature = "server")]
pub mod server;

use assert_cmd::Command;
use tempfile::TempDir;

/// The bundled report.
pub const REPORT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/reports/mentougou-2023.txt");

/// First line of every store.
pub const STORE_HEADER: &str = "# zhengtu store 1: sorted N-Quads, written by `zhengtu build`";

/// A folder that goes away with the test.
pub struct Folder {
    folder: TempDir,
}

impl Folder {
    pub fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    /// A folder with a store built from the bundled report.
    pub fn built() -> Self {
        let folder = Self::new();
        folder.zhengtu(&["build", REPORT]).assert().success();
        folder
    }

    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub fn write(&self, name: &str, bytes: &[u8]) {
        fs::write(self.path(name), bytes).unwrap();
    }

    pub fn read(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    /// `zhengtu` with arguments, in this folder.
    pub fn zhengtu(&self, arguments: &[&str]) -> Command {
        Command::from_std(self.plain(arguments))
    }

    /// The same as a plain process.
    pub fn plain(&self, arguments: &[&str]) -> process::Command {
        let mut command = process::Command::new(Path::new(env!("CARGO_BIN_EXE_zhengtu")));
        command
            .args(arguments)
            .current_dir(self.folder.path())
            .env_remove("ZHENGTU_STORE")
            .env_remove("ZHENGTU_ENDPOINT");
        command
    }

    /// What the command prints, where it ends well.
    pub fn output(&self, arguments: &[&str]) -> String {
        let output = self.zhengtu(arguments).output().unwrap();
        let stderr = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(output.status.success(), "{arguments:?}: {stderr}");
        String::from_utf8(output.stdout).unwrap()
    }
}

/// A small report of another place.
pub const OTHER: &str = "金华市政府工作报告\n\n一、2010年工作回顾\n\n2010年全市生产总值2094亿元。\n\n二、2011年工作安排\n\n建设金义东公路。\n";

/// Writes a report of six years each, and gives the names of the files.
pub fn six_years(folder: &Folder) -> Vec<String> {
    let names: Vec<String> = (0..6).map(|year| format!("{}.txt", 2010 + year)).collect();
    for (year, name) in names.iter().enumerate() {
        let text = OTHER
            .replace("2011年", "PLAN年")
            .replace("2010", &format!("{}", 2009 + year))
            .replace("PLAN", &format!("{}", 2010 + year));
        folder.write(name, text.as_bytes());
    }
    names
}
