//! A figure in a table, with what is asked beside its numbers: shares, another period, and subsets.

use std::collections::HashMap;

use super::about::{days, notes, period_label};
use super::behind::Behind;
use super::cases::in_cells;
use super::tabulation::{Column, Heading, Line, LineKind, Part, Tabulation};
use super::unit::Unit;
use super::{Asked, Body, Publication, TOTAL, chart, json};
use crate::figures::{
    Balance, Change, Columns, Crosstab, Figure, FigureError, Measure, Number, Period, Quantity,
    Slice, Whole, dimension_label, key_label, share,
};
use crate::language::Language;
use crate::register::{CaseKey, Definition};
use crate::report::Made;

/// What is asked of a register, to stand in a table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TableQuestion {
    /// What stands above it.
    pub title: String,
    /// Which cases stand in which cell.
    pub figure: Figure,
    /// What is said of them.
    pub quantity: Quantity,
    /// Whether that is given as a share of a whole.
    pub shares: Option<Whole>,
    /// The period that stands beside it.
    pub against: Option<Period>,
    /// Subsets that stand below every row: a field and a key. "27 for weapons, of which 8 minors and 1 firearm."
    pub subsets: Vec<(String, String)>,
}

/// A question, answered: every table has the same rows and columns.
pub(super) struct Answered<'a> {
    pub definition: &'a Definition,
    pub question: &'a TableQuestion,
    pub whole: Answer,
    /// In the order of the subsets.
    pub subsets: Vec<Answer>,
    /// What is printed where shares are asked: those of the whole.
    pub shares: Option<Answer>,
}

/// A table, and the same one in the other period.
pub(super) struct Answer {
    pub now: Crosstab<Number>,
    pub earlier: Option<Crosstab<Number>>,
}

impl TableQuestion {
    /// The figure as it goes out.
    ///
    /// # Errors
    /// A field, value, measure or quantity this register does not have, or shares of what has none.
    pub fn published(
        &self,
        columns: &Columns,
        made: &Made,
        language: Language,
    ) -> Result<Publication, FigureError> {
        self.written(columns, &self.answered(columns)?, made, language)
    }

    /// What was answered, with what is said of it.
    pub(super) fn written(
        &self,
        columns: &Columns,
        answered: &Answered<'_>,
        made: &Made,
        language: Language,
    ) -> Result<Publication, FigureError> {
        let now = &answered.whole.now;
        let mut notes = notes(columns, &self.figure, &self.quantity, now.total, language)?;
        notes.extend(self.shares_line(now.total, language));
        if let Some(against) = self.against {
            let days = days(against, language);
            notes.push(language.say("publication-against", &[("days", days.into())]));
        }
        let table = answered.tabulation(language);
        let body = Body {
            balance: self.balance(columns, now.balance)?,
            notes,
            chart: chart::of_table(answered, &table, language),
            json: json::of_table(answered, made),
            table,
        };
        let asked = Asked {
            definition: columns.definition(),
            title: &self.title,
            figure: &self.figure,
            quantity: &self.quantity,
        };
        Ok(Publication::of(&asked, body, made, language))
    }

    /// The same, with the cases behind its cells by their numbers.
    ///
    /// # Errors
    /// Those of [`TableQuestion::published`].
    pub fn published_with_cases(
        &self,
        columns: &Columns,
        numbers: &HashMap<CaseKey, String>,
        made: &Made,
        language: Language,
    ) -> Result<Publication, FigureError> {
        let mut publication = self.published(columns, made, language)?;
        publication.cases = in_cells(columns, self, numbers, language)?;
        Ok(publication)
    }

    /// Every table that is asked, evaluated together.
    fn answered<'a>(&'a self, columns: &'a Columns) -> Result<Answered<'a>, FigureError> {
        if self.shares.is_some() && !self.quantity.has_shares() {
            return Err(FigureError::NoShares);
        }
        let slice = &self.figure.slice;
        let subsets = self.subsets.iter();
        let slices = subsets.map(|(field, key)| slice.clone().and(field, key));
        let periods = [Some(self.figure.period), self.against];
        let parts: Vec<(Slice, Period)> = [slice.clone()]
            .into_iter()
            .chain(slices)
            .flat_map(|slice| {
                let periods = periods.into_iter().flatten();
                periods.map(move |period| (slice.clone(), period))
            })
            .collect();
        let tables = columns.side_by_side(&self.figure, &self.quantity, &parts)?;
        let mut tables = tables.into_iter();
        let mut answers = Vec::new();
        while let Some(now) = tables.next() {
            let earlier = self.against.and_then(|_| tables.next());
            answers.push(Answer { now, earlier });
        }
        // The figure itself was asked for first.
        let whole = answers.remove(0);
        let shares = self.shares.map(|of| Answer {
            now: whole.now.shares(of),
            earlier: whole.earlier.as_ref().map(|earlier| earlier.shares(of)),
        });
        Ok(Answered {
            definition: columns.definition(),
            question: self,
            whole,
            subsets: answers,
            shares,
        })
    }

    /// The balance of the cases, whatever is said of them.
    fn balance(
        &self,
        columns: &Columns,
        known: Option<Balance>,
    ) -> Result<Option<Balance>, FigureError> {
        let Figure {
            slice,
            period,
            measure,
            ..
        } = &self.figure;
        let of_cases = columns.definition().has_spells() && *measure != Measure::Reports;
        match known {
            None if of_cases => columns.balance(slice, *period).map(Some),
            known => Ok(known),
        }
    }

    fn shares_line(&self, total: Number, language: Language) -> Option<String> {
        let id = match self.shares? {
            Whole::Row => "shares-of-row",
            Whole::Column => "shares-of-column",
            Whole::All => "shares-of-all",
        };
        let total = Unit::of(&self.quantity).written(total, language);
        Some(language.say(id, &[("total", total.into())]))
    }
}

/// The places of a table that stand in one line: a row, or the totals.
#[derive(Clone, Copy)]
enum At {
    Row(usize),
    Total,
}

impl At {
    fn cells(self, table: &Crosstab<Number>) -> &[Number] {
        match self {
            Self::Row(at) => &table.cells[at],
            Self::Total => &table.column_totals,
        }
    }

    fn total(self, table: &Crosstab<Number>) -> Number {
        match self {
            Self::Row(at) => table.row_totals[at],
            Self::Total => table.total,
        }
    }
}

impl Answered<'_> {
    /// The unit of what is printed.
    fn unit(&self) -> Unit {
        match self.question.shares {
            Some(_) => Unit::Share,
            None => Unit::of(&self.question.quantity),
        }
    }

    /// Whether there are columns beside that of the totals.
    fn has_parts(&self) -> bool {
        !self.question.figure.columns.is_empty()
    }

    pub fn tabulation(&self, language: Language) -> Tabulation {
        let figure = &self.question.figure;
        let label = |id: &String| Heading {
            id: id.clone(),
            label: dimension_label(self.definition, id, language),
        };
        let words = match &figure.rows[..] {
            [] => vec![Heading::default()],
            rows => rows.iter().map(label).collect(),
        };
        let printed = self.shares.as_ref().unwrap_or(&self.whole);
        let mut lines = Vec::new();
        if !figure.rows.is_empty() {
            for (at, keys) in self.whole.now.row_keys.iter().enumerate() {
                let labels = figure.rows.iter().zip(keys);
                let labels = labels.map(|(id, key)| key_label(self.definition, id, key, language));
                let behind = Behind::keys(&figure.rows, keys);
                lines.push(Line {
                    keys: keys.clone(),
                    labels: labels.collect(),
                    numbers: self.numbers(At::Row(at), printed),
                    kind: LineKind::Row,
                    behind: behind.clone(),
                });
                lines.extend(self.subset_lines(At::Row(at), &behind, words.len(), language));
            }
        }
        let total = |name: String| {
            let mut words = vec![String::new(); words.len()];
            words[0] = name;
            words
        };
        lines.push(Line {
            keys: total(TOTAL.to_owned()),
            labels: total(language.text("cli-total")),
            numbers: self.numbers(At::Total, printed),
            kind: LineKind::Total,
            behind: Behind::default(),
        });
        let all = Behind::default();
        lines.extend(self.subset_lines(At::Total, &all, words.len(), language));
        let shares_add_up = !matches!(self.question.shares, Some(Whole::Row | Whole::Column));
        Tabulation {
            words,
            columns: self.columns(language),
            lines,
            adds_up: self.whole.now.adds_up && shares_add_up,
        }
    }

    fn columns(&self, language: Language) -> Vec<Column> {
        let (figure, unit) = (&self.question.figure, self.unit());
        let fields = figure.columns.iter();
        let fields = fields.map(|field| dimension_label(self.definition, field, language));
        // Without the names of the fields nobody knows to what question "yes" and "no" are the answers.
        let fields = fields.collect::<Vec<_>>().join(" / ");
        let mut columns = Vec::new();
        if self.has_parts() {
            for keys in &self.whole.now.column_keys {
                let labels = figure.columns.iter().zip(keys);
                let labels = labels.map(|(id, key)| key_label(self.definition, id, key, language));
                columns.push(Column {
                    id: keys.join(" / "),
                    headings: [fields.clone()].into_iter().chain(labels).collect(),
                    unit,
                    part: Part::Part,
                    behind: Some(Behind::keys(&figure.columns, keys)),
                });
            }
        }
        let beside = |id: &str, heading: String, unit, part| Column {
            id: id.to_owned(),
            headings: vec![heading],
            unit,
            part,
            behind: match part {
                Part::Part | Part::Total => Some(Behind::default()),
                Part::Earlier => self.question.against.map(Behind::in_period),
                Part::Change => None,
            },
        };
        columns.push(beside(TOTAL, language.text("cli-total"), unit, Part::Total));
        if let Some(against) = self.question.against {
            let name = against.name();
            let heading = period_label(against, language);
            columns.push(beside(&name, heading, unit, Part::Earlier));
            columns.extend(Column::of_change(self.question.shares.is_some(), language));
        }
        columns
    }

    fn numbers(&self, at: At, answer: &Answer) -> Vec<Number> {
        let parts = at.cells(&answer.now).iter().filter(|_| self.has_parts());
        let mut numbers: Vec<Number> = parts.copied().collect();
        self.with_change(
            &mut numbers,
            at.total(&answer.now),
            answer.earlier.as_ref().map(|earlier| at.total(earlier)),
        );
        numbers
    }

    /// A subset of a line: its numbers, or as shares those of the numbers it is a subset of.
    fn subset_lines(&self, at: At, whole: &Behind, words: usize, language: Language) -> Vec<Line> {
        let lines = self.question.subsets.iter().zip(&self.subsets);
        let lines = lines.map(|((field, key), subset)| {
            let of = |part: Number, whole: Number| match self.question.shares {
                Some(_) => share(part, whole),
                None => part,
            };
            let cells = at.cells(&subset.now).iter().zip(at.cells(&self.whole.now));
            let cells = cells.filter(|_| self.has_parts());
            let mut numbers: Vec<Number> = cells.map(|(part, whole)| of(*part, *whole)).collect();
            let earlier = subset.earlier.as_ref().zip(self.whole.earlier.as_ref());
            let earlier = earlier.map(|(part, whole)| of(at.total(part), at.total(whole)));
            let now = of(at.total(&subset.now), at.total(&self.whole.now));
            self.with_change(&mut numbers, now, earlier);
            let mut labels = vec![String::new(); words];
            let label = dimension_label(self.definition, field, language);
            let value = key_label(self.definition, field, key, language);
            let which = [("field", label.into()), ("value", value.into())];
            labels[words - 1] = language.say("publication-of-which", &which);
            let mut keys = vec![String::new(); words];
            keys[words - 1] = format!("{field}={key}");
            Line {
                keys,
                labels,
                numbers,
                kind: LineKind::Subset,
                behind: whole.clone().and(field, key),
            }
        });
        lines.collect()
    }

    /// The total, and where another period stands beside it what that was and how much differs.
    fn with_change(&self, numbers: &mut Vec<Number>, now: Number, earlier: Option<Number>) {
        numbers.push(now);
        if let Some(earlier) = earlier {
            let change = Change::between(earlier, now);
            numbers.extend([earlier, change.difference]);
            // Of shares the difference is one in percentages already.
            numbers.extend(self.question.shares.is_none().then_some(change.percent));
        }
    }
}

/// The balance as a sentence: both sides of it, and what they come to.
pub(crate) fn balance_line(balance: Balance, language: Language) -> String {
    language.say(
        "cli-balance",
        &[
            ("opening", balance.opening.into()),
            ("inflow", balance.inflow.into()),
            ("reopened", balance.reopened.into()),
            ("handled", balance.handled().into()),
            ("finished", balance.finished.into()),
            ("closing", balance.closing.into()),
        ],
    )
}
