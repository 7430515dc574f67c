//! The amounts of a municipality over the years, whichever document prints them.

use super::check::check;
use super::line::BudgetLine;
use super::table::{BudgetTable, tables};
use crate::language::{Explain, Language, folded};
use crate::register::Amount;

/// The same amount that two documents print otherwise.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PrintedOtherwise {
    /// The amount that is shown.
    pub shown: BudgetLine,
    /// The document that prints another.
    pub document: String,
    /// What that one prints.
    pub amount: Amount,
}

impl Explain for PrintedOtherwise {
    fn explain(&self, language: Language) -> String {
        let line = &self.shown;
        let says = [
            ("item", line.item.as_str().into()),
            ("kind", line.kind.name().into()),
            ("year", line.year.to_string().into()),
            ("phase", line.phase.name().into()),
            ("amount", line.amount.written(0, language).into()),
            ("document", line.document.as_str().into()),
            ("other", self.amount.written(0, language).into()),
            ("before", self.document.as_str().into()),
        ];
        language.say("finance-printed-otherwise", &says)
    }
}

/// The years of each municipality side by side, a table for each way in which amounts are printed. Of what several documents
/// print the last one holds, and what they print otherwise is told.
pub fn years(lines: &[BudgetLine]) -> (Vec<BudgetTable>, Vec<PrintedOtherwise>) {
    let mut together: Vec<BudgetLine> = Vec::new();
    let mut otherwise = Vec::new();
    for line in lines {
        let same = |known: &&mut BudgetLine| {
            known.municipality == line.municipality
                && known.convention == line.convention
                && folded(&known.item) == folded(&line.item)
                && (known.kind, known.year, known.phase) == (line.kind, line.year, line.phase)
        };
        match together.iter_mut().find(same) {
            Some(known) => {
                if known.amount != line.amount {
                    otherwise.push(PrintedOtherwise {
                        shown: line.clone(),
                        document: known.document.clone(),
                        amount: known.amount,
                    });
                }
                *known = line.clone();
            }
            None => together.push(line.clone()),
        }
    }
    // One table: where an amount comes from is told apart.
    for line in &mut together {
        line.document.clear();
    }
    let checks = check(&together);
    (tables(&together, &checks), otherwise)
}

/// The amounts of a goal in a year: of the item that is called so, or has its number.
pub fn of_goal<'a>(lines: &'a [BudgetLine], goal: &str, year: i32) -> Vec<&'a BudgetLine> {
    let number = goal
        .split_whitespace()
        .next()
        .filter(|word| word.starts_with(|first: char| first.is_ascii_digit()));
    let named = |line: &&BudgetLine| {
        let own = line.item.split_whitespace().next();
        line.year == year
            && (folded(&line.item) == folded(goal) || (number.is_some() && own == number))
    };
    lines.iter().filter(named).collect()
}
