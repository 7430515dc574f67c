//! What came of a repair.

use std::path::PathBuf;

use super::finding::{Checkup, Finding};
use crate::language::Language;
use crate::store::error::StoreError;

/// What came of a repair.
#[derive(Clone, Debug)]
pub struct Repair {
    /// What was found, and of each whether it was repaired.
    pub checkup: Checkup,
    /// The name of the backup that was made before anything was repaired.
    pub backup: Option<String>,
    /// The folder in which is kept what was taken out of the vault.
    pub kept: Option<PathBuf>,
    /// Why files could not be repaired.
    pub refused: Vec<StoreError>,
}

impl Repair {
    /// A sentence on each thing that was found, and those on what was kept.
    pub fn lines(&self, language: Language) -> Vec<String> {
        let mut lines = self.checkup.lines(language);
        lines.extend(self.backup.as_ref().map(|name| {
            let made = [("name", name.as_str().into())];
            language.say("doctor-backup-made", &made)
        }));
        lines.extend(self.kept.as_ref().map(|folder| {
            let kept = [("folder", folder.display().to_string().into())];
            language.say("doctor-kept", &kept)
        }));
        lines
    }
}

/// What was found before, and of each whether it is gone, or how often it is left; then what is only found now.
pub(super) fn compared(found: Checkup, mut left: Checkup) -> Checkup {
    let mut findings = Vec::new();
    for before in found.findings {
        let same = |now: &Finding| (&now.file, now.kind) == (&before.file, before.kind);
        let now = left.findings.iter().position(same);
        let now = now.map(|at| left.findings.remove(at));
        let left = now.as_ref().map_or(0, |now| now.count);
        if left < before.count {
            let still = now.as_ref().map_or(&[][..], |now| &now.cases);
            let cases = before.cases.iter().filter(|case| !still.contains(case));
            findings.push(Finding {
                count: before.count - left,
                cases: cases.cloned().collect(),
                backup: None,
                repaired: true,
                ..before
            });
        }
        findings.extend(now);
    }
    findings.extend(left.findings);
    Checkup { findings }
}
