//! `balance`: how many cases there were, came in, were finished and remain.

use serde::Serialize;

use super::answer::Answer;
use super::arguments::figures::Balance as Asked;
use super::context::Context;
use super::counting;
use super::error::CommandError;
use super::grid::{Column, Grid};
use super::printing::{Printed, TOTAL, heading, number, several};
use crate::figures::{Balance, Measure, Period, Slice, dimension_label, key_label};
use crate::language::Language;
use crate::register::{Definition, Kind};
use crate::report::{JsonBalance, JsonPeriod, balance_line, measure_label};

/// A balance, ready to be printed.
struct Printable<'a> {
    definition: &'a Definition,
    period: Period,
    slice: Slice,
    /// The field by which it is split.
    by: Option<&'a str>,
    balance: Balance,
    parts: Vec<(String, Balance)>,
}

/// The balance as a program reads it.
#[derive(Serialize)]
struct Json<'a> {
    register: &'a str,
    period: JsonPeriod,
    balance: JsonBalance,
    by: Vec<JsonPart<'a>>,
}

#[derive(Serialize)]
struct JsonPart<'a> {
    key: &'a str,
    balance: JsonBalance,
}

/// Makes up the balance.
pub(super) fn run(asked: &Asked, context: &Context<'_>) -> Result<Answer, CommandError> {
    let vault = context.open()?;
    let entries = asked.part.entries.as_deref();
    let columns = counting::counted(&vault, &asked.part.register, entries)?;
    let definition = columns.definition();
    let period = counting::period(asked.period.as_deref(), context)?;
    let slice = Slice::parse(definition, &asked.part.filters)?;
    let by = asked.by.as_deref();
    let balance = columns.balance(&slice, period)?;
    let parts = match by {
        Some(by) => columns.balance_by(&slice, period, by)?,
        None => Vec::new(),
    };
    let printable = Printable {
        definition,
        period,
        slice,
        by,
        balance,
        parts,
    };
    let text = printable.printed(asked.part.format, context.language)?;
    Ok(Answer::all_well(text))
}

impl Printable<'_> {
    /// Every line with its key; the whole has none and comes last.
    fn lines(&self) -> impl Iterator<Item = (Option<&str>, Balance)> {
        let parts = self.parts.iter();
        let parts = parts.map(|(key, balance)| (Some(key.as_str()), *balance));
        parts.chain([(None, self.balance)])
    }

    fn grid(&self, by: &str, language: Language) -> Grid {
        let label = |key: Option<&str>| match key {
            Some(key) => key_label(self.definition, by, key, language),
            None => language.text("cli-total"),
        };
        let keys = self.lines().map(|(key, _)| label(key)).collect();
        let heading = dimension_label(self.definition, by, language);
        let mut columns = vec![Column::words(heading, keys)];
        for measure in Measure::of(Kind::Spell) {
            let terms = self.lines().filter_map(|(_, line)| line.measure(measure));
            let cells = terms.map(|term| number(term, language)).collect();
            let heading = measure_label(measure, language);
            columns.push(Column::numbers(vec![heading], cells));
        }
        Grid { columns, totals: 1 }
    }
}

impl Printed for Printable<'_> {
    fn text(&self, language: Language) -> String {
        let title = self.definition.label.text(language);
        let mut text = heading(title, self.period, self.definition, &self.slice, language);
        if let Some(by) = self.by {
            text += &format!("{}\n", self.grid(by, language).text());
        }
        text += &format!("{}\n", balance_line(self.balance, language));
        if self.by.is_some_and(|by| several(self.definition, by)) {
            text += &format!("{}\n", language.text("cli-does-not-add-up"));
        }
        text
    }

    fn records(&self, _: Language) -> Vec<Vec<String>> {
        let measures = Measure::of(Kind::Spell);
        let names = measures.iter().map(|measure| measure.name().to_owned());
        let mut records = vec![
            self.by
                .map(str::to_owned)
                .into_iter()
                .chain(names)
                .collect(),
        ];
        for (key, line) in self.lines() {
            let key = key.unwrap_or(TOTAL).to_owned();
            let terms = measures.iter().filter_map(|measure| line.measure(*measure));
            let key = self.by.map(|_| key).into_iter();
            records.push(key.chain(terms.map(|term| term.to_string())).collect());
        }
        records
    }

    fn json(&self, _: Language) -> impl Serialize {
        let parts = self.parts.iter().map(|(key, balance)| JsonPart {
            key,
            balance: (*balance).into(),
        });
        Json {
            register: &self.definition.id,
            period: self.period.into(),
            balance: self.balance.into(),
            by: parts.collect(),
        }
    }
}
