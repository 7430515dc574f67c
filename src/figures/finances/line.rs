//! An amount as its document prints it: for what, of which kind, year and stage, and by which convention.

use crate::language::{Language, folded};
use crate::register::Amount;

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

    /// The name in a file.
    pub fn name(self) -> &'static str {
        name(&Self::NAMES, self)
    }

    const fn of(thousands: bool, costs_negative: bool) -> Self {
        Self {
            thousands,
            costs_negative,
        }
    }

    /// How its amounts are to be read, in words.
    pub fn in_words(self, language: Language) -> String {
        let unit = match self.thousands {
            true => "finance-read-thousands",
            false => "finance-read-euros",
        };
        let sign = match self.costs_negative {
            true => "finance-read-negative",
            false => "finance-read-positive",
        };
        format!("{} {}", language.text(unit), language.text(sign))
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
    /// *Krediet*: what may be spent on a project over several years.
    Credit,
    /// *Eerder besteed*: what was spent of it up to the year before.
    SpentBefore,
    /// *Bestedingen*: what was spent of it in the year.
    Spent,
    /// *Restantkrediet*: what is left of it.
    CreditLeft,
}

impl AmountKind {
    /// Every kind by its name in a file.
    pub const NAMES: [(&str, Self); 10] = [
        ("lasten", Self::Costs),
        ("baten", Self::Income),
        ("saldo van baten en lasten", Self::Operating),
        ("toevoegingen", Self::Additions),
        ("onttrekkingen", Self::Withdrawals),
        ("saldo", Self::Result),
        ("krediet", Self::Credit),
        ("eerder besteed", Self::SpentBefore),
        ("bestedingen", Self::Spent),
        ("restantkrediet", Self::CreditLeft),
    ];

    /// The name in a file.
    pub fn name(self) -> &'static str {
        name(&Self::NAMES, self)
    }
}

/// What an amount is a stage of: *fase*.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    pub const NAMES: [(&str, Self); 9] = [
        ("begroting", Self::Budget),
        ("vastgestelde begroting", Self::Adopted),
        ("begrotingswijzigingen", Self::Amendments),
        ("begroting t/m december", Self::Current),
        ("rekening", Self::Account),
        ("resultaat", Self::Outcome),
        // Other names for the same.
        ("bijgestelde begroting", Self::Current),
        ("realisatie", Self::Account),
        ("jaarrekening", Self::Account),
    ];

    /// The name in a file.
    pub fn name(self) -> &'static str {
        name(&Self::NAMES, self)
    }
}

/// The name of something in a list of names.
pub(super) fn name<T: Copy + PartialEq>(names: &[(&'static str, T)], meant: T) -> &'static str {
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
    pub(super) fn beside(&self, other: &Self) -> bool {
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
    pub(super) fn part_of(&self, whole: &Self) -> bool {
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
