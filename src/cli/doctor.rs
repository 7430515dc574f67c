//! `doctor`: whether a vault is whole, and repairing it.

use serde::Serialize;

use super::answer::{ALL_WELL, Answer, SOMETHING_REFUSED};
use super::arguments::doctor::Doctor;
use super::context::Context;
use super::error::CommandError;
use super::printing::Printed;
use crate::language::{Explain, Language};
use crate::store::{Checkup, FindingKind, Repair, StoreError, examine, repair};

/// Looks at every file of the vault, and repairs it where that is asked.
pub(super) fn run(asked: &Doctor, context: &Context<'_>) -> Result<Answer, CommandError> {
    let (folder, language) = (context.folder()?, context.language);
    if asked.repair {
        let repaired = repair(&folder, context.clock.now()).map_err(refused)?;
        let why = repaired.refused.iter();
        return Ok(Answer {
            code: code(repaired.checkup.is_clean() && repaired.refused.is_empty()),
            remarks: why.map(|why| why.explain(language)).collect(),
            text: repaired.printed(asked.format, language)?,
            ..Answer::default()
        });
    }
    let checkup = examine(&folder).map_err(refused)?;
    Ok(Answer {
        code: code(checkup.is_clean()),
        text: checkup.printed(asked.format, language)?,
        ..Answer::default()
    })
}

fn code(is_clean: bool) -> u8 {
    match is_clean {
        true => ALL_WELL,
        false => SOMETHING_REFUSED,
    }
}

fn refused(error: StoreError) -> CommandError {
    match error {
        StoreError::NotAVault(folder) => CommandError::NoVault(folder),
        error => CommandError::Store(error),
    }
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

fn text(lines: Vec<String>) -> String {
    lines.into_iter().map(|line| line + "\n").collect()
}

impl Printed for Repair {
    fn text(&self, language: Language) -> String {
        text(self.lines(language))
    }

    fn records(&self, language: Language) -> Vec<Vec<String>> {
        self.checkup.records(language)
    }

    fn json(&self, language: Language) -> impl Serialize {
        self.checkup.json(language)
    }
}

impl Printed for Checkup {
    fn text(&self, language: Language) -> String {
        text(self.lines(language))
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
