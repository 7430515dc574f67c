//! The values that arguments can have, and how they are read.

use std::convert::Infallible;

use clap::ValueEnum;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use crate::exchange::Decision;
use crate::figures::{Lasted, Step, Whole};
use crate::language::Language;
use crate::register::DateOrder;
use crate::report::Dialect;

/// The format in which figures and reports are printed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(in crate::cli) enum Format {
    /// As text, for people.
    #[default]
    Text,
    /// For a spreadsheet.
    Csv,
    /// For a program.
    Json,
}

// These parsers let only the names through that they were given; what is behind them always finds one.

pub(super) fn language() -> impl TypedValueParser<Value = Language> {
    PossibleValuesParser::new(Language::ALL.map(Language::code))
        .try_map(|code| Language::from_code(&code).ok_or("no such language"))
}

pub(super) fn step() -> impl TypedValueParser<Value = Step> {
    one_of(&Step::NAMES)
}

pub(super) fn whole() -> impl TypedValueParser<Value = Whole> {
    one_of(&Whole::NAMES)
}

pub(super) fn quartile() -> impl TypedValueParser<Value = Lasted> {
    one_of(&Lasted::NAMES)
}

pub(super) fn date_order() -> impl TypedValueParser<Value = DateOrder> {
    one_of(&DateOrder::NAMES)
}

pub(super) fn conflicts() -> impl TypedValueParser<Value = Decision> {
    one_of(&Decision::OF_CONFLICTS)
}

pub(super) fn dialect() -> impl TypedValueParser<Value = Dialect> {
    one_of(&Dialect::NAMES)
}

/// What one of these names means.
fn one_of<T: Copy + Send + Sync>(
    names: &'static [(&'static str, T)],
) -> impl TypedValueParser<Value = T> {
    PossibleValuesParser::new(names.iter().map(|(name, _)| *name)).try_map(|name| {
        let named = names.iter().find(|(known, _)| *known == name);
        named.map(|(_, meant)| *meant).ok_or("no such name")
    })
}

/// A piece of a list, without the blanks around it: people write `wijk, eigendom`.
pub(super) fn trimmed(written: &str) -> Result<String, Infallible> {
    Ok(written.trim().to_owned())
}
