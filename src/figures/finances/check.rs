//! Checks whether printed amounts add up: compares every amount that follows from others with what they come to.

use super::line::{AmountKind, BudgetLine, Phase, name};
use crate::language::{Explain, Language, folded};
use crate::register::Amount;

/// The rule by which a printed amount follows from others.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Relation {
    /// The parts of an item add up to it.
    Parts,
    /// Income less costs.
    Operating,
    /// Income less costs, with what goes into and comes out of reserves.
    Result,
    /// The adopted budget with its amendments.
    Amended,
    /// The account beside the current budget.
    Outcome,
    /// A credit less what was spent of it.
    CreditLeft,
}

impl Relation {
    /// Every relation with its name in files and text ids.
    pub const NAMES: [(&str, Self); 6] = [
        ("parts", Self::Parts),
        ("operating", Self::Operating),
        ("result", Self::Result),
        ("amended", Self::Amended),
        ("outcome", Self::Outcome),
        ("credit-left", Self::CreditLeft),
    ];

    /// The name in files and text ids.
    pub fn name(self) -> &'static str {
        name(&Self::NAMES, self)
    }
}

/// The outcome of a check.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Finding {
    /// Equal.
    Right,
    /// No further apart than rounding explains.
    Rounded,
    /// A mistake in the document or in the file.
    Wrong,
}

impl Finding {
    /// Every finding with its name in files and text ids.
    pub const NAMES: [(&str, Self); 3] = [
        ("right", Self::Right),
        ("rounded", Self::Rounded),
        ("wrong", Self::Wrong),
    ];

    /// The name in files and text ids.
    pub fn name(self) -> &'static str {
        name(&Self::NAMES, self)
    }
}

/// A printed amount, compared with what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The amount as it is printed.
    pub line: BudgetLine,
    /// The rule by which it follows from others.
    pub relation: Relation,
    /// What they come to.
    pub computed: Amount,
    /// How many amounts it follows from.
    pub amounts: usize,
}

impl Check {
    /// The difference between the two, never below zero.
    pub fn difference(&self) -> Amount {
        (self.computed - self.line.amount).abs()
    }

    /// Whether they are equal, or rounded, or wrong.
    pub fn finding(&self) -> Finding {
        let difference = self.difference();
        match difference {
            _ if difference == Amount::default() => Finding::Right,
            _ if difference <= self.line.convention.slack(self.amounts) => Finding::Rounded,
            _ => Finding::Wrong,
        }
    }
}

impl Explain for Check {
    fn explain(&self, language: Language) -> String {
        let line = &self.line;
        let amount = |amount: Amount| amount.written(0, language);
        let relation = language.text(&format!("finance-{}", self.relation.name()));
        let unit = match line.convention.thousands {
            true => "finance-in-thousands",
            false => "finance-in-euros",
        };
        language.say(
            &format!("finance-{}", self.finding().name()),
            &[
                ("municipality", line.municipality.as_str().into()),
                ("document", line.document.as_str().into()),
                ("year", line.year.to_string().into()),
                ("phase", line.phase.name().into()),
                ("item", line.item.as_str().into()),
                ("kind", line.kind.name().into()),
                ("relation", relation.into()),
                ("computed", amount(self.computed).into()),
                ("printed", amount(line.amount).into()),
                ("difference", amount(self.difference()).into()),
                ("unit", language.text(unit).into()),
            ],
        )
    }
}

/// The checks of every amount that follows from others, in the order of the lines.
pub fn check(lines: &[BudgetLine]) -> Vec<Check> {
    lines.iter().flat_map(|line| of(line, lines)).collect()
}

/// The checks of one amount, by every rule that applies to it.
fn of(line: &BudgetLine, lines: &[BudgetLine]) -> Vec<Check> {
    let table: Vec<&BudgetLine> = lines.iter().filter(|other| line.beside(other)).collect();
    let parts = table.iter().filter(|other| {
        other.part_of(line) && other.kind == line.kind && other.phase == line.phase
    });
    let parts: Vec<Amount> = parts.map(|part| part.amount).collect();
    // The amount of this item that is of another kind, or of another phase.
    let find = |kind: AmountKind, phase: Phase| {
        let item = folded(&line.item);
        let mut same = table.iter().filter(|other| folded(&other.item) == item);
        same.find(|other| other.kind == kind && other.phase == phase)
            .copied()
    };
    let effect = |kind: AmountKind| find(kind, line.phase).map(BudgetLine::effect);
    let operating = effect(AmountKind::Income).zip(effect(AmountKind::Costs));
    let operating = operating.map(|(income, costs)| vec![income, costs]);
    let phases = |one: Phase, other: Phase| find(line.kind, one).zip(find(line.kind, other));

    let mut checks = Vec::new();
    let mut compare = |relation: Relation, amounts: &[Amount]| {
        checks.push(Check {
            line: line.clone(),
            relation,
            computed: amounts.iter().copied().sum(),
            amounts: amounts.len(),
        });
    };
    if !parts.is_empty() {
        compare(Relation::Parts, &parts);
    }
    match (line.kind, operating) {
        (AmountKind::Operating, Some(amounts)) => compare(Relation::Operating, &amounts),
        (AmountKind::Result, Some(mut amounts)) => {
            // A document without reserves prints none.
            let reserves = [AmountKind::Additions, AmountKind::Withdrawals].map(effect);
            amounts.extend(reserves.into_iter().flatten());
            compare(Relation::Result, &amounts);
        }
        _ => {}
    }
    let printed = |kind: AmountKind| Some(find(kind, line.phase)?.amount);
    if line.kind == AmountKind::CreditLeft
        && let Some(credit) = printed(AmountKind::Credit)
    {
        let spent = [AmountKind::SpentBefore, AmountKind::Spent].map(printed);
        let spent = spent.into_iter().flatten().map(|spent| -spent.abs());
        let amounts: Vec<Amount> = [credit].into_iter().chain(spent).collect();
        compare(Relation::CreditLeft, &amounts);
    }
    if line.phase == Phase::Current
        && let Some((adopted, amendments)) = phases(Phase::Adopted, Phase::Amendments)
    {
        compare(Relation::Amended, &[adopted.amount, amendments.amount]);
    }
    if line.phase == Phase::Outcome
        && let Some((account, current)) = phases(Phase::Account, Phase::Current)
    {
        compare(Relation::Outcome, &[account.effect(), -current.effect()]);
    }
    checks
}
