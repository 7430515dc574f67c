//! `finances check`: whether the amounts of a document add up.

use serde::Serialize;

use super::answer::{ALL_WELL, Answer, SOMETHING_REFUSED};
use super::arguments::finances::CheckFinances;
use super::context::Context;
use super::error::CommandError;
use super::grid::one_line;
use super::printing::Printed;
use super::row_problems::{JsonProblem, ignored_line, problem_line};
use crate::exchange::{Finances, read_finances};
use crate::figures::{Check, Finding, check_finances};
use crate::language::{Explain, Language};

/// The findings, ready to be printed.
struct Printable {
    finances: Finances,
    checks: Vec<Check>,
}

/// The findings as a program reads them.
#[derive(Serialize)]
struct Json<'a> {
    read: usize,
    checked: usize,
    right: usize,
    rounded: usize,
    wrong: usize,
    findings: Vec<JsonFinding<'a>>,
    problems: Vec<JsonProblem<'a>>,
}

#[derive(Serialize)]
struct JsonFinding<'a> {
    finding: &'static str,
    municipality: &'a str,
    document: &'a str,
    year: i32,
    phase: &'static str,
    item: &'a str,
    kind: &'static str,
    relation: &'static str,
    computed: f64,
    printed: f64,
    difference: f64,
    message: String,
}

/// Checks a file, without a vault.
pub(super) fn check(asked: &CheckFinances, context: &Context<'_>) -> Result<Answer, CommandError> {
    let finances = read_finances(&asked.file)?;
    let checks = check_finances(&finances.lines);
    let printable = Printable { finances, checks };
    let text = printable.printed(asked.format, context.language)?;
    let wrong = printable.count(Finding::Wrong) + printable.finances.problems.len();
    let ignored = &printable.finances.ignored;
    Ok(Answer {
        text,
        remarks: ignored_line(ignored, context.language)
            .into_iter()
            .collect(),
        code: if wrong == 0 {
            ALL_WELL
        } else {
            SOMETHING_REFUSED
        },
        desk: None,
    })
}

impl Printable {
    fn found(&self, finding: Finding) -> impl Iterator<Item = &Check> {
        let checks = self.checks.iter();
        checks.filter(move |check| check.finding() == finding)
    }

    fn count(&self, finding: Finding) -> usize {
        self.found(finding).count()
    }

    /// The amounts that do not add up: first the mistakes, then what rounding explains.
    fn findings(&self) -> impl Iterator<Item = &Check> {
        self.found(Finding::Wrong)
            .chain(self.found(Finding::Rounded))
    }
}

impl Printed for Printable {
    fn text(&self, language: Language) -> String {
        let summary = language.say(
            "finance-summary",
            &[
                ("read", self.finances.lines.len().into()),
                ("checked", self.checks.len().into()),
                ("right", self.count(Finding::Right).into()),
                ("rounded", self.count(Finding::Rounded).into()),
                ("wrong", self.count(Finding::Wrong).into()),
            ],
        );
        let findings = self.findings();
        let findings = findings.map(|check| one_line(&check.explain(language)));
        let problems = self.finances.problems.iter();
        let problems = problems.map(|found| problem_line(found, language));
        let lines = [summary].into_iter().chain(findings).chain(problems);
        lines.map(|line| line + "\n").collect()
    }

    fn records(&self, language: Language) -> Vec<Vec<String>> {
        let names = [
            "bevinding",
            "gemeente",
            "document",
            "jaar",
            "fase",
            "post",
            "soort",
            "toets",
            "berekend",
            "gedrukt",
            "verschil",
            "melding",
        ];
        let finding = |check: &Check| {
            let line = &check.line;
            vec![
                check.finding().name().to_owned(),
                line.municipality.clone(),
                line.document.clone(),
                line.year.to_string(),
                line.phase.name().to_owned(),
                line.item.clone(),
                line.kind.name().to_owned(),
                check.relation.name().to_owned(),
                check.computed.number().to_string(),
                line.amount.number().to_string(),
                check.difference().number().to_string(),
                check.explain(language),
            ]
        };
        let problem = |message: String| {
            let mut record = vec![String::new(); names.len() - 1];
            record[0] = "refused".to_owned();
            record.push(message);
            record
        };
        let problems = self.finances.problems.iter();
        let problems = problems.map(|found| problem(problem_line(found, language)));
        let header = names.map(str::to_owned).to_vec();
        let findings = self.findings().map(finding);
        [header]
            .into_iter()
            .chain(findings)
            .chain(problems)
            .collect()
    }

    fn json(&self, language: Language) -> impl Serialize {
        let findings = self.findings().map(|check| {
            let line = &check.line;
            JsonFinding {
                finding: check.finding().name(),
                municipality: &line.municipality,
                document: &line.document,
                year: line.year,
                phase: line.phase.name(),
                item: &line.item,
                kind: line.kind.name(),
                relation: check.relation.name(),
                computed: check.computed.number(),
                printed: line.amount.number(),
                difference: check.difference().number(),
                message: check.explain(language),
            }
        });
        let problems = self.finances.problems.iter();
        Json {
            read: self.finances.lines.len(),
            checked: self.checks.len(),
            right: self.count(Finding::Right),
            rounded: self.count(Finding::Rounded),
            wrong: self.count(Finding::Wrong),
            findings: findings.collect(),
            problems: problems
                .map(|found| JsonProblem::of(found, language))
                .collect(),
        }
    }
}
