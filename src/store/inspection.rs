//! What a vault looks like from outside, for a diagnosis: the sizes of its files, whether they are whole, and how much
//! stands in them. Nothing is written, and nothing of a case is read.

use std::fs;
use std::path::Path;

use super::error::StoreError;
use super::file_names::{SHARED, file_of};
use super::folder::layers;
use super::location;
use super::sqlite::connection::write_ahead_log;
use super::sqlite::content::{self, FileContent};

/// What is known of a vault.
#[derive(Debug)]
pub struct VaultFacts {
    /// Whether it is on a network share, where that can be seen.
    pub network: Option<bool>,
    /// How many registers its definitions make, without what was changed in the program; or how many mistakes are in them,
    /// where they could be read at all.
    pub definitions: Result<usize, Option<usize>>,
    /// The files of its teams, the shared one first.
    pub files: Vec<FileFacts>,
    /// How many other databases are in the folder. Their names were made up by somebody.
    pub others: usize,
}

/// What is known of the file of one team.
#[derive(Debug)]
pub struct FileFacts {
    /// The team.
    pub team: String,
    /// The size of the file; none where there is no such file.
    pub bytes: Option<u64>,
    /// The size of its write-ahead log: what was written and does not stand in the file itself yet.
    pub bytes_waiting: u64,
    /// What stands in it.
    pub content: Result<FileContent, StoreError>,
}

/// Looks at the vault in this folder. Whatever cannot be read is part of what it tells.
pub fn inspect_vault(folder: &Path) -> VaultFacts {
    let network = match location::refuse_network_share(folder) {
        Ok(()) => Some(false),
        Err(StoreError::NetworkShare(_)) => Some(true),
        Err(_) => None,
    };
    let definitions = layers(folder).map_err(|_| None).and_then(|layers| {
        let registers = layers.read().map_err(|mistakes| Some(mistakes.len()))?;
        Ok(registers.all().len())
    });
    let shared = file_of(folder, SHARED);
    let teams = content::teams(&shared).unwrap_or_default();
    let teams = [SHARED.to_owned()].into_iter().chain(teams);
    let files: Vec<FileFacts> = teams
        .map(|team| inspect_file(&file_of(folder, &team), team))
        .collect();
    let known = |name: &str| files.iter().any(|file| format!("{}.db", file.team) == name);
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let names = entries.filter_map(|entry| entry.file_name().into_string().ok());
    let others = names.filter(|name| name.ends_with(".db") && !known(name));
    VaultFacts {
        network,
        definitions,
        others: others.count(),
        files,
    }
}

fn inspect_file(file: &Path, team: String) -> FileFacts {
    let size = |file: &Path| fs::metadata(file).ok().map(|found| found.len());
    let bytes = size(file);
    FileFacts {
        team,
        bytes,
        bytes_waiting: size(&write_ahead_log(file)).unwrap_or_default(),
        content: match bytes {
            Some(_) => content::content(file),
            None => Err(StoreError::gone(file)),
        },
    }
}
