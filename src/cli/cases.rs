//! `cases`: the cases behind a figure, newest first.

use serde::{Serialize, Serializer};
use serde_json::{Value as Json, json};

use super::Answer;
use super::arguments::Cases;
use super::counting;
use super::error::CommandError;
use super::grid::{Column, Grid};
use super::place::Context;
use super::printing::{Printed, heading};
use crate::figures::{
    Measure, NO, Order, Period, Slice, YES, dimension_label, dimensions, key_label,
};
use crate::language::Language;
use crate::register::{
    BEGIN, CaseFile, Definition, Derived, END, FieldKind, NUMBER, OUTCOME, STAND, STATUS, Value,
};

/// A list of cases, ready to be printed.
struct Printable<'a> {
    definition: &'a Definition,
    measure: Measure,
    period: Period,
    slice: Slice,
    /// How many cases there are behind the figure.
    total: usize,
    /// Those that are shown.
    cases: Vec<CaseFile>,
    /// What is shown of each: all that can be counted of it.
    shown: Vec<String>,
}

/// The list as a program reads it.
#[derive(Serialize)]
struct JsonList<'a> {
    register: &'a str,
    total: usize,
    cases: Vec<Object>,
}

/// An object whose names stand in a given order.
struct Object(Vec<(String, Json)>);

impl Serialize for Object {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, value)| (name, value)))
    }
}

/// Lists the cases that a table with the same period, filters and measure counts.
pub(super) fn run(asked: &Cases, context: &Context<'_>) -> Result<Answer, CommandError> {
    let vault = context.open()?;
    let definition = vault.definition(&asked.part.register)?;
    let period = counting::period(asked.period.as_deref(), context)?;
    let measure = counting::measure(definition, asked.measure.as_deref())?;
    let slice = Slice::parse(definition, &asked.part.filters)?;
    let columns = counting::columns(&vault, &definition.id)?;
    let mut rows = columns.rows(&slice, period, measure)?;
    columns.sort(&mut rows, Order::Begin, true)?;
    let most = asked.limit.unwrap_or(usize::MAX);
    let keys = rows.iter().take(most).filter_map(|row| columns.key(*row));
    let cases = vault
        .store(&definition.id)?
        .cases(&keys.collect::<Vec<_>>())?;
    let mut shown = dimensions(definition);
    // What follows from the dates of a case stands there already.
    shown.retain(|id| id != STAND && Derived::named(id).is_none());
    let printable = Printable {
        definition,
        measure,
        period,
        slice,
        total: rows.len(),
        cases,
        shown,
    };
    let text = printable.printed(asked.part.format, context.language)?;
    Ok(Answer::all_well(text))
}

impl Printable<'_> {
    /// The keys that a case has of something that is counted; none when that is not known.
    fn keys(&self, case: &CaseFile, id: &str) -> Vec<String> {
        let yes_no = |yes: &bool| vec![if *yes { YES } else { NO }.to_owned()];
        let closing = case.state.closing();
        match id {
            STATUS => case.state.status.iter().cloned().collect(),
            OUTCOME => closing
                .and_then(|closing| closing.outcome.clone())
                .into_iter()
                .collect(),
            flag if self.definition.flag(flag).is_some() => closing
                .and_then(|closing| closing.flags.get(flag))
                .map_or_else(Vec::new, yes_no),
            field => match case.state.values.get(field) {
                Some(Value::Choice(key)) => vec![key.clone()],
                Some(Value::Choices(keys)) => keys.iter().cloned().collect(),
                Some(Value::YesNo(yes)) => yes_no(yes),
                _ => Vec::new(),
            },
        }
    }

    fn labels(&self, case: &CaseFile, id: &str, language: Language) -> String {
        let keys = self.keys(case, id).into_iter();
        let labels = keys.map(|key| key_label(self.definition, id, &key, language));
        labels.collect::<Vec<_>>().join(", ")
    }

    fn value(&self, case: &CaseFile, id: &str) -> Json {
        let keys = self.keys(case, id);
        let field = self.definition.field(id);
        if keys.is_empty() {
            Json::Null
        } else if field.is_some_and(|field| field.kind == FieldKind::Choices) {
            keys.into()
        } else {
            keys.concat().into()
        }
    }

    fn grid(&self, language: Language) -> Grid {
        let column = |heading: String, cell: &dyn Fn(&CaseFile) -> String| {
            Column::words(heading, self.cases.iter().map(cell).collect())
        };
        let day = |day| language.date(day);
        let begin = self.definition.begin.label.text(language);
        let mut columns = vec![
            column(language.text("cli-number"), &|case| case.number.clone()),
            column(begin.to_owned(), &|case| {
                case.state.opened().map(day).unwrap_or_default()
            }),
        ];
        columns.extend(self.definition.end.as_ref().map(|end| {
            column(end.label.text(language).to_owned(), &|case| {
                let closing = case.state.closing();
                closing.map(|closing| day(closing.date)).unwrap_or_default()
            })
        }));
        columns.extend(self.shown.iter().map(|id| {
            let heading = dimension_label(self.definition, id, language);
            column(heading, &|case| self.labels(case, id, language))
        }));
        Grid { columns, totals: 0 }
    }
}

impl Printed for Printable<'_> {
    fn text(&self, language: Language) -> String {
        let title = self.definition.label.text(language);
        let about = (self.definition, &self.slice);
        let heading = heading(title, Some(self.measure), self.period, about, language);
        let words = &self.definition.case_words;
        let words = if self.total == 1 {
            &words.one
        } else {
            &words.many
        };
        let count = language.say(
            if self.cases.len() < self.total {
                "cli-cases-shown"
            } else {
                "cli-cases"
            },
            &[
                ("shown", self.cases.len().into()),
                ("total", self.total.into()),
                ("cases", words.text(language).into()),
            ],
        );
        format!("{heading}{}\n{count}\n", self.grid(language).text())
    }

    /// The names by which an import knows the columns as well.
    fn records(&self, _: Language) -> Vec<Vec<String>> {
        let end = self.definition.end.as_ref();
        let mut header = vec![NUMBER.to_owned(), BEGIN.to_owned()];
        header.extend(end.map(|_| END.to_owned()));
        header.extend(self.shown.iter().cloned());
        let mut records = vec![header];
        for case in &self.cases {
            let opened = case.state.opened().map(|day| day.to_string());
            let closed = case.state.closing().map(|closing| closing.date.to_string());
            let mut record = vec![case.number.clone(), opened.unwrap_or_default()];
            record.extend(end.map(|_| closed.unwrap_or_default()));
            record.extend(self.shown.iter().map(|id| self.keys(case, id).join("|")));
            records.push(record);
        }
        records
    }

    fn json(&self, _: Language) -> impl Serialize {
        let object = |case: &CaseFile| {
            let closed = case.state.closing().map(|closing| closing.date);
            let fixed = [
                ("number", json!(case.number)),
                ("opened", json!(case.state.opened())),
                ("closed", json!(closed)),
            ];
            let fixed = fixed.map(|(name, value)| (name.to_owned(), value));
            let counted = self.shown.iter();
            let counted = counted.map(|id| (id.clone(), self.value(case, id)));
            Object(fixed.into_iter().chain(counted).collect())
        };
        JsonList {
            register: &self.definition.id,
            total: self.total,
            cases: self.cases.iter().map(object).collect(),
        }
    }
}
