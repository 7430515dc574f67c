//! A place to run the program in, and what it said.

use std::path::{Path, PathBuf};

use assert_cmd::Command;
use serde_json::Value;
use tempfile::TempDir;

pub const HOUSING: &str = "woonoverlast";
pub const SIGNALS: &str = "ondermijning-signalen";
pub const UNDERMINING: &str = "ondermijning-casussen";
pub const YOUTH: &str = "jeugdaanpak";
pub const COACHING: &str = "ipta";

/// A file with the data of a printed document.
pub fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(name)
}

/// The program, in a home of its own and with nothing else in its environment that it listens to.
pub fn program(home: &Path) -> Command {
    let mut command = assert_cmd::cargo::cargo_bin_cmd!();
    command
        .env("HOME", home)
        .env("XDG_DATA_HOME", home.join("data"))
        .env("XDG_CONFIG_HOME", home.join("config"))
        .env("APPDATA", home.join("data"))
        .env("USER", "j.jansen")
        .env_remove("USERNAME")
        .env_remove("PEILDATUM_LOG");
    command
}

/// What the program said, and with which exit code it ended.
#[derive(Debug)]
pub struct Said {
    pub code: i32,
    pub out: String,
    pub err: String,
}

pub fn said(command: &mut Command) -> Said {
    let output = command.output().unwrap();
    let code = output.status.code();
    Said {
        code: code.unwrap_or_else(|| panic!("{}", output.status)),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// A folder with a vault in it, or a place for one.
pub struct Place {
    pub folder: TempDir,
}

impl Place {
    /// Where a vault can be made.
    pub fn empty() -> Self {
        Self {
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// With a new vault.
    pub fn with_vault() -> Self {
        let place = Self::empty();
        place.done(&["init"]);
        place
    }

    /// With a vault that holds the cases of these registers, as in the documents.
    pub fn with(registers: &[&str]) -> Self {
        let place = Self::with_vault();
        for register in registers {
            let file = data(&format!("{register}-2024.csv"));
            place.done(&["import", register, file.to_str().unwrap()]);
        }
        place
    }

    pub fn vault(&self) -> PathBuf {
        self.folder.path().join("kluis")
    }

    /// A file beside the vault.
    pub fn file(&self, name: &str, text: &str) -> String {
        let path = self.folder.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    pub fn run(&self, arguments: &[&str]) -> Said {
        let mut command = program(self.folder.path());
        said(command.arg("--vault").arg(self.vault()).args(arguments))
    }

    /// What a command says when all goes well.
    pub fn done(&self, arguments: &[&str]) -> String {
        let Said { code, out, err } = self.run(arguments);
        assert_eq!((code, err.as_str()), (0, ""), "{arguments:?}\n{out}");
        out
    }

    /// What a program reads when all goes well.
    pub fn json(&self, arguments: &[&str]) -> Value {
        json(&self.done(&[arguments, &["--format", "json"]].concat()))
    }

    /// The same without when it was made, which is another moment every time.
    pub fn figures(&self, arguments: &[&str]) -> Value {
        let mut read = self.json(arguments);
        read.as_object_mut().unwrap().remove("made").unwrap();
        read
    }

    /// The records of the CSV when all goes well.
    pub fn csv(&self, arguments: &[&str]) -> Vec<Vec<String>> {
        records(&self.done(&[arguments, &["--format", "csv"]].concat()))
    }

    /// The sentence with which a command does nothing.
    pub fn refused(&self, arguments: &[&str]) -> String {
        let Said { code, out, err } = self.run(arguments);
        assert_eq!((code, out.as_str()), (2, ""), "{arguments:?}\n{err}");
        assert!(!err.trim().is_empty(), "{arguments:?}");
        err
    }

    /// How many cases a register has.
    pub fn count(&self, register: &str) -> u64 {
        let cases = ["cases", register, "--period", "1900-01-01..2999-12-31"];
        self.json(&cases)["total"].as_u64().unwrap()
    }
}

pub fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

pub fn records(text: &str) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .from_reader(text.as_bytes());
    let records = reader.records().map(|record| {
        let record = record.unwrap();
        record.iter().map(str::to_owned).collect()
    });
    records.collect()
}
