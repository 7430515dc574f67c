//! `doctor`: whether a vault is whole.

use serde::Serialize;

use super::answer::{ALL_WELL, Answer, SOMETHING_REFUSED};
use super::arguments::doctor::Doctor;
use super::context::Context;
use super::error::CommandError;
use super::printing::Printed;
use crate::language::Language;
use crate::store::{Checkup, FindingKind, StoreError, examine};

/// Looks at every file of the vault.
pub(super) fn run(asked: &Doctor, context: &Context<'_>) -> Result<Answer, CommandError> {
    let folder = context.folder()?;
    let checkup = examine(&folder).map_err(|error| match error {
        StoreError::NotAVault(folder) => CommandError::NoVault(folder),
        error => CommandError::Store(error),
    })?;
    Ok(Answer {
        code: match checkup.is_clean() {
            true => ALL_WELL,
            false => SOMETHING_REFUSED,
        },
        text: checkup.printed(asked.format, context.language)?,
        ..Answer::default()
    })
}

/// What was found, as a program reads it.
#[derive(Serialize)]
struct Found<'a> {
    clean: bool,
    findings: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    file: Option<&'a str>,
    kind: FindingKind,
    count: u64,
    cases: Vec<&'a str>,
    repaired: bool,
}

const NAMES: [&str; 5] = ["file", "kind", "count", "cases", "repaired"];

fn lines(checkup: &Checkup) -> Vec<Line<'_>> {
    let findings = checkup.findings.iter();
    let lines = findings.map(|finding| Line {
        file: finding.file.as_deref(),
        kind: finding.kind,
        count: finding.count,
        cases: finding.cases.iter().map(|(_, number)| &**number).collect(),
        repaired: finding.repaired,
    });
    lines.collect()
}

impl Printed for Checkup {
    fn text(&self, language: Language) -> String {
        let lines = self.lines(language).into_iter();
        lines.map(|line| line + "\n").collect()
    }

    fn records(&self, _: Language) -> Vec<Vec<String>> {
        let header = NAMES.map(str::to_owned).to_vec();
        let rows = lines(self).into_iter().map(|line| {
            vec![
                line.file.unwrap_or_default().to_owned(),
                line.kind.name().to_owned(),
                line.count.to_string(),
                line.cases.join(" "),
                line.repaired.to_string(),
            ]
        });
        [header].into_iter().chain(rows).collect()
    }

    fn json(&self, _: Language) -> impl Serialize {
        Found {
            clean: self.is_clean(),
            findings: lines(self),
        }
    }
}
