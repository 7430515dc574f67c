//! Looking at every file of a vault.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use super::finding::{Checkup, Finding, FindingKind};
use crate::register::{CaseReference, Registers};
use crate::store::backup::manifest;
use crate::store::edition::{KIND, editions_in};
use crate::store::error::StoreError;
use crate::store::file_mark::FileMark;
use crate::store::file_names::{SHARED, file_of};
use crate::store::folder::layers;
use crate::store::sqlite::checkup::{self, Found};
use crate::store::sqlite::connection::FileKey;
use crate::store::sqlite::{content, mark};
use crate::store::team_files::{of_team, refuse_missing, teams};

/// Looks at every file of the vault in this folder, also where it cannot be opened. Nothing is changed.
///
/// # Errors
/// The folder holds no vault.
pub fn examine(folder: &Path) -> Result<Checkup, StoreError> {
    refuse_no_vault(folder)?;
    let mut checkup = Checkup::default();
    let registers = match definitions(folder) {
        Ok(registers) => Some(registers),
        Err(why) => {
            let count = match &why {
                StoreError::Definitions(mistakes) => mistakes.len() as u64,
                _ => 1,
            };
            checkup.findings.push(Finding {
                why: Some(why),
                ..Finding::new(None, FindingKind::Definitions, count)
            });
            None
        }
    };
    let registers = registers.as_ref();
    let vault = vault_id(folder);
    let mut links = Vec::new();
    for team in teams(folder) {
        let findings = match look(folder, &team, vault.as_deref(), registers) {
            Ok(found) => {
                let file = name_of(&team);
                links.push((file.clone(), found.links.clone()));
                told(folder, &team, found)
            }
            Err(why) => vec![refused(&team, why)],
        };
        checkup.findings.extend(findings);
    }
    let broken = links.into_iter();
    let broken = broken.filter_map(|(file, links)| loose_links(folder, &file, &links, registers?));
    checkup.findings.extend(broken.collect::<Vec<_>>());
    Ok(checkup)
}

/// Refuses a folder that holds no vault. One of which the shared file is gone is still one when files of teams are there.
pub(super) fn refuse_no_vault(folder: &Path) -> Result<(), StoreError> {
    match file_of(folder, SHARED).is_file() || teams(folder).len() > 1 {
        true => Ok(()),
        false => Err(StoreError::NotAVault(folder.to_owned())),
    }
}

/// The identity of a vault, where its shared file says it.
pub(super) fn vault_id(folder: &Path) -> Option<String> {
    let mark = mark::of_file(&file_of(folder, SHARED), FileKey::None);
    mark.ok().flatten().map(|mark| mark.vault)
}

/// The registers of a vault, also where it cannot be opened.
pub(super) fn definitions(folder: &Path) -> Result<Registers, StoreError> {
    let mut layers = layers(folder)?;
    // What was changed in the program is known where the shared file can be read.
    let records = content::shared_records(&file_of(folder, SHARED), KIND).unwrap_or_default();
    for (subject, _, content) in editions_in(records).unwrap_or_default() {
        if let Some(content) = content {
            layers.editions.insert(subject, content);
        }
    }
    let read = layers.read_what_fits().map_err(StoreError::Definitions)?;
    Ok(read.1)
}

/// Looks at the file of a team.
pub(super) fn look(
    folder: &Path,
    team: &str,
    vault: Option<&str>,
    registers: Option<&Registers>,
) -> Result<Found, StoreError> {
    let file = file_of(folder, team);
    if !file.is_file() && fs::symlink_metadata(&file).is_ok() {
        // Something lies there that is no file, which opening it says.
        return checkup::of_file(&file, FileKey::None, Vec::new());
    }
    refuse_missing(&file).or_else(pass_damage)?;
    // Without registers it is not known what belongs to the team.
    let own = registers.map(|registers| of_team(registers, team));
    if let (Some(vault), Some(own)) = (vault, &own) {
        let ids: Vec<&str> = own
            .iter()
            .map(|definition| definition.id.as_str())
            .collect();
        let mark = FileMark::of(vault, team);
        mark::refuse_other(&file, FileKey::None, &mark, &ids).or_else(pass_damage)?;
    }
    checkup::of_file(&file, FileKey::None, own.unwrap_or_default())
}

/// Damage is looked at more closely than a refusal does.
fn pass_damage(refusal: StoreError) -> Result<(), StoreError> {
    match refusal {
        StoreError::Damaged { .. } => Ok(()),
        refusal => Err(refusal),
    }
}

/// Why a file could not be looked at, as a finding.
fn refused(team: &str, why: StoreError) -> Finding {
    let kind = match &why {
        StoreError::FileGone { .. } => FindingKind::FileGone,
        StoreError::ForeignLog { .. } => FindingKind::ForeignLog,
        StoreError::Damaged { .. } => FindingKind::Damaged,
        StoreError::OtherTeam { .. }
        | StoreError::OtherVault { .. }
        | StoreError::OtherProgram { .. }
        | StoreError::Newer { .. } => FindingKind::OtherFile,
        _ => FindingKind::Unreadable,
    };
    Finding {
        why: Some(why),
        ..Finding::new(Some(&name_of(team)), kind, 1)
    }
}

/// What was found in the file of a team, as findings.
fn told(folder: &Path, team: &str, found: Found) -> Vec<Finding> {
    let readable = found.readable;
    let kinds = found.kinds.into_iter();
    let findings = kinds.map(|(kind, known)| Finding {
        cases: known.named,
        readable: readable.filter(|_| kind == FindingKind::Damaged),
        backup: in_backup(folder, team, kind),
        ..Finding::new(Some(&name_of(team)), kind, known.count)
    });
    findings.collect()
}

/// The newest backup in which may stand what is missing.
pub(super) fn in_backup(folder: &Path, team: &str, kind: FindingKind) -> Option<String> {
    let file = file_of(folder, team);
    match kind {
        FindingKind::Damaged => manifest::newest_of(&file),
        kind if kind.may_be_in_backup() => manifest::newest_unrepaired(&file),
        _ => None,
    }
}

pub(super) fn name_of(team: &str) -> String {
    format!("{team}.db")
}

/// The links of a file to cases that do not exist. Of a file that cannot be read nothing is known.
fn loose_links(
    folder: &Path,
    file: &str,
    links: &[(CaseReference, (String, String))],
    registers: &Registers,
) -> Option<Finding> {
    let mut by_team: BTreeMap<&str, Vec<_>> = BTreeMap::new();
    for (about, case) in links {
        if let Some(definition) = registers.get(&about.register) {
            let of_team = by_team.entry(definition.team.as_str()).or_default();
            of_team.push((about.id.as_str(), case));
        }
    }
    let mut cases = Vec::new();
    for (team, links) in by_team {
        let ids: Vec<&str> = links.iter().map(|(id, _)| *id).collect();
        let known = checkup::has_cases(&file_of(folder, team), FileKey::None, &ids);
        let known = known.into_iter().flatten().zip(&links);
        cases.extend(
            known
                .filter(|(known, _)| !known)
                .map(|(_, (_, case))| (*case).clone()),
        );
    }
    (!cases.is_empty()).then(|| Finding {
        count: cases.len() as u64,
        cases,
        ..Finding::new(Some(file), FindingKind::Link, 0)
    })
}
