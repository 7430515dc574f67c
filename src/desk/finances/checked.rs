//! A file with the amounts of a programme, checked.

use std::path::PathBuf;

use crate::exchange::{Finances, RowProblem};
use crate::figures::{BudgetTable, Check, Finding, budget_tables, check_finances};
use crate::language::Language;

/// A file that was checked.
pub struct Checked {
    /// The file.
    pub path: PathBuf,
    /// How many amounts were read.
    pub read: usize,
    /// How many amounts came out right, within rounding, and wrong.
    counts: [usize; 3],
    /// What does not add up: first the mistakes, then what rounding explains.
    pub findings: Vec<Check>,
    /// The rows that could not be read.
    pub problems: Vec<RowProblem>,
    /// The columns that were skipped.
    pub ignored: Vec<String>,
    /// The amounts, a table for each document.
    pub tables: Vec<BudgetTable>,
}

impl Checked {
    /// Checks the amounts that were read from a file.
    pub fn new(path: PathBuf, finances: Finances) -> Self {
        let Finances {
            lines,
            problems,
            ignored,
        } = finances;
        let checks = check_finances(&lines);
        let of = |finding: Finding| {
            checks
                .iter()
                .filter(move |check| check.finding() == finding)
        };
        let counts = [Finding::Right, Finding::Rounded, Finding::Wrong].map(|it| of(it).count());
        let findings = of(Finding::Wrong).chain(of(Finding::Rounded));
        Self {
            path,
            read: lines.len(),
            counts,
            findings: findings.cloned().collect(),
            tables: budget_tables(&lines, &checks),
            problems,
            ignored,
        }
    }

    /// Whether something is wrong that rounding does not explain, or a row could not be read.
    pub fn has_mistakes(&self) -> bool {
        let [_, _, wrong] = self.counts;
        wrong + self.problems.len() > 0
    }

    /// What was found in one sentence.
    pub fn summary(&self, language: Language) -> String {
        let [right, rounded, wrong] = self.counts;
        language.say(
            "finance-summary",
            &[
                ("read", self.read.into()),
                ("checked", (right + rounded + wrong).into()),
                ("right", right.into()),
                ("rounded", rounded.into()),
                ("wrong", wrong.into()),
            ],
        )
    }
}
