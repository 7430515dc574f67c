//! Backups in words: why one was made, and what putting it back would change.

use super::kind::BackupKind;
use super::restoring::{RestorePlan, Restored, TeamDifference};
use crate::language::{Explain, Language};

/// How many case numbers a sentence names.
const NAMED: usize = 10;

impl BackupKind {
    /// Why such a backup is made.
    pub fn label(self, language: Language) -> String {
        language.text(match self {
            Self::Manual => "backup-manual",
            Self::Daily => "backup-daily",
            Self::Closing => "backup-closing",
            Self::Migration => "backup-migration",
            Self::Restore => "backup-before-restore",
            Self::Repair => "backup-before-repair",
        })
    }
}

impl RestorePlan {
    /// A sentence on the backup, and those on each file that is put back.
    pub fn lines(&self, language: Language) -> Vec<String> {
        let backup = [
            ("name", self.backup.name.as_str().into()),
            ("days", self.days.into()),
        ];
        let head = language.say("restore-from", &backup);
        let (changed, same): (Vec<_>, Vec<_>) = self.teams.iter().partition(|it| it.changes());
        let changed = changed.into_iter().flat_map(|team| {
            let lines = team.lines(language).into_iter();
            lines.map(|line| format!("{}: {line}", team.team))
        });
        let same: Vec<&str> = same.iter().map(|it| it.team.as_str()).collect();
        let nothing = (!same.is_empty()).then(|| {
            let teams = [("teams", same.join(", ").into())];
            language.say("restore-nothing", &teams)
        });
        [head].into_iter().chain(changed).chain(nothing).collect()
    }
}

impl Restored {
    /// What was changed, and where what stood there before is kept.
    pub fn lines(&self, language: Language) -> Vec<String> {
        let changed = self.plan.lines(language).into_iter();
        changed.chain(self.kept_where(language)).collect()
    }

    /// That it is done, and where what stood there before is kept.
    pub fn kept_where(&self, language: Language) -> Vec<String> {
        let mut lines = vec![language.text("restore-done")];
        if let Some(before) = &self.before {
            let name = [("name", before.name.as_str().into())];
            lines.push(language.say("restore-before", &name));
        }
        if let Some(kept) = &self.kept {
            let folder = [("folder", kept.display().to_string().into())];
            lines.push(language.say("restore-kept", &folder));
        }
        lines
    }
}

impl TeamDifference {
    /// Whether the file becomes otherwise.
    pub fn changes(&self) -> bool {
        self.difference.as_ref().map_or(true, |it| !it.is_empty())
    }

    /// What becomes otherwise in this file.
    pub fn lines(&self, language: Language) -> Vec<String> {
        let difference = match &self.difference {
            Ok(difference) => difference,
            Err(error) => {
                let why = [("why", error.explain(language).into())];
                return vec![language.say("restore-instead", &why)];
            }
        };
        let cases = [
            ("restore-gone", &difference.gone),
            ("restore-older", &difference.older),
            ("restore-back", &difference.back),
        ];
        let cases = cases.into_iter().filter(|(_, cases)| !cases.is_empty());
        let cases = cases.map(|(text, cases)| {
            let count = ("count", cases.len().into());
            let numbers = ("numbers", named(cases, language).into());
            language.say(text, &[count, numbers])
        });
        let records = (difference.records > 0).then(|| {
            let count = i64::try_from(difference.records).unwrap_or(i64::MAX);
            language.say("restore-records", &[("count", count.into())])
        });
        cases.chain(records).collect()
    }
}

/// The numbers of the first cases, and how many there are more.
pub(in crate::store) fn named(cases: &[(String, String)], language: Language) -> String {
    let numbers = cases.iter().take(NAMED).map(|(_, number)| number.as_str());
    let mut numbers: Vec<String> = numbers.map(str::to_owned).collect();
    if let Some(more) = cases.len().checked_sub(NAMED).filter(|more| *more > 0) {
        numbers.push(language.say("restore-more", &[("count", more.into())]));
    }
    numbers.join(", ")
}
