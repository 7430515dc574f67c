//! The money of a programme, and whether what is printed adds up.
//!
//! Every municipality prints its own way: one in thousands with what it spends below zero, another in euros with all of
//! it above. An amount is kept as it is printed, with the convention of its table; what it does to the result follows.
//! A table in thousands rounds every amount by itself, so that a total may differ a little from the sum of its parts. How
//! much follows from the number of amounts; anything beyond that is a mistake.

use crate::language::{Explain, Language};
use crate::register::{Amount, folded};

/// How a table prints its amounts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Convention {
    /// Whether it prints thousands of euros, each rounded.
    pub thousands: bool,
    /// Whether what is spent stands below zero.
    pub costs_negative: bool,
}

impl Convention {
    /// Every convention by its name in a file.
    pub const NAMES: [(&str, Self); 4] = [
        ("x 1.000, lasten negatief", Self::of(true, true)),
        ("x 1.000, lasten positief", Self::of(true, false)),
        ("euro, lasten negatief", Self::of(false, true)),
        ("euro, lasten positief", Self::of(false, false)),
    ];

    const fn of(thousands: bool, costs_negative: bool) -> Self {
        Self {
            thousands,
            costs_negative,
        }
    }

    /// How far a total may lie from the sum of so many amounts by rounding alone: half of the last digit for each of
    /// them and half for the total, so one for one or two amounts and two for three or four. Amounts in euros are printed
    /// as they are.
    pub fn slack(self, amounts: usize) -> Amount {
        let halves = i64::try_from(amounts + 1).unwrap_or(i64::MAX);
        match self.thousands {
            true => Amount::whole(halves / 2),
            false => Amount::default(),
        }
    }
}

/// What an amount is: *soort*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AmountKind {
    /// *Lasten*: what is spent.
    Costs,
    /// *Baten*: what comes in.
    Income,
    /// *Saldo van baten en lasten*: before what goes into and comes out of reserves.
    Operating,
    /// *Toevoegingen*: what goes into reserves.
    Additions,
    /// *Onttrekkingen*: what comes out of reserves.
    Withdrawals,
    /// *Saldo*: the result.
    Result,
}

impl AmountKind {
    /// Every kind by its name in a file.
    pub const NAMES: [(&str, Self); 6] = [
        ("lasten", Self::Costs),
        ("baten", Self::Income),
        ("saldo van baten en lasten", Self::Operating),
        ("toevoegingen", Self::Additions),
        ("onttrekkingen", Self::Withdrawals),
        ("saldo", Self::Result),
    ];

    /// The name in a file.
    pub fn name(self) -> &'static str {
        name(&Self::NAMES, self)
    }
}

/// What an amount is a stage of: *fase*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Phase {
    /// *Begroting*: the budget, of which the document knows one.
    Budget,
    /// *Vastgestelde begroting*: the budget as it was adopted.
    Adopted,
    /// *Begrotingswijzigingen*: what was changed in it.
    Amendments,
    /// *Begroting t/m december*: the two together.
    Current,
    /// *Rekening*: what it came to.
    Account,
    /// *Resultaat*: the account beside the current budget. What is good for the municipality stands above zero here, in
    /// every convention.
    Outcome,
}

impl Phase {
    /// Every phase by its name in a file.
    pub const NAMES: [(&str, Self); 6] = [
        ("begroting", Self::Budget),
        ("vastgestelde begroting", Self::Adopted),
        ("begrotingswijzigingen", Self::Amendments),
        ("begroting t/m december", Self::Current),
        ("rekening", Self::Account),
        ("resultaat", Self::Outcome),
    ];

    /// The name in a file.
    pub fn name(self) -> &'static str {
        name(&Self::NAMES, self)
    }
}

fn name<T: Copy + PartialEq>(names: &[(&'static str, T)], meant: T) -> &'static str {
    let found = names.iter().find(|(_, known)| *known == meant);
    found.map_or("", |(name, _)| name)
}

/// An amount as it is printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BudgetLine {
    /// *Gemeente*.
    pub municipality: String,
    /// The document in which it is printed.
    pub document: String,
    /// How its table prints amounts.
    pub convention: Convention,
    /// *Post*: what it is for, with its number: `5.1 Bevorderen van de veiligheid in de woning`.
    pub item: String,
    /// What it is.
    pub kind: AmountKind,
    /// The year it is of.
    pub year: i32,
    /// What it is a stage of.
    pub phase: Phase,
    /// What is printed.
    pub amount: Amount,
}

impl BudgetLine {
    /// What it does to the result, in the unit of its table: above zero is good for the municipality.
    pub fn effect(&self) -> Amount {
        let costs = matches!(self.kind, AmountKind::Costs | AmountKind::Additions);
        match costs && !self.convention.costs_negative && self.phase != Phase::Outcome {
            true => -self.amount,
            false => self.amount,
        }
    }

    /// Whether two lines stand in the same table.
    fn beside(&self, other: &Self) -> bool {
        self.municipality == other.municipality
            && self.document == other.document
            && self.convention == other.convention
            && self.year == other.year
    }

    /// Whether two lines say the same thing: one of them is too many.
    pub fn repeats(&self, other: &Self) -> bool {
        self.beside(other)
            && folded(&self.item) == folded(&other.item)
            && self.kind == other.kind
            && self.phase == other.phase
    }

    /// The number of the item: `5.1`, of `Programma 5 Veiligheid` it is `5`.
    fn number(&self) -> Option<&str> {
        let mut words = self.item.split_whitespace();
        words.find(|word| word.starts_with(|first: char| first.is_ascii_digit()))
    }

    /// Whether this line is for a part of what the other one is for: 5.1 of 5, not 5.1.2.
    fn part_of(&self, whole: &Self) -> bool {
        let (Some(part), Some(whole)) = (self.number(), whole.number()) else {
            return false;
        };
        let below = part.strip_prefix(whole.trim_end_matches('.'));
        let below = below.and_then(|rest| rest.strip_prefix('.'));
        below.is_some_and(|rest| {
            let rest = rest.trim_end_matches('.');
            !rest.is_empty() && !rest.contains('.')
        })
    }
}

/// By what a printed amount follows from others.
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
}

impl Relation {
    /// Every relation with its name in files and text ids.
    pub const NAMES: [(&str, Self); 5] = [
        ("parts", Self::Parts),
        ("operating", Self::Operating),
        ("result", Self::Result),
        ("amended", Self::Amended),
        ("outcome", Self::Outcome),
    ];

    /// The name in files and text ids.
    pub fn name(self) -> &'static str {
        name(&Self::NAMES, self)
    }
}

/// What came of comparing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
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

/// A printed amount beside what it should be.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Check {
    /// The amount as it is printed.
    pub line: BudgetLine,
    /// By what it follows from others.
    pub relation: Relation,
    /// What they come to.
    pub computed: Amount,
    /// How many they are.
    pub amounts: usize,
}

impl Check {
    /// How far apart they are.
    pub fn difference(&self) -> Amount {
        (self.computed - self.line.amount).abs()
    }

    /// What that means.
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

/// Every amount that follows from others beside what they come to, in the order of the lines.
pub fn check(lines: &[BudgetLine]) -> Vec<Check> {
    lines.iter().flat_map(|line| of(line, lines)).collect()
}

/// Every way in which this amount follows from those beside it.
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
