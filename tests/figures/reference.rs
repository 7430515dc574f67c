//! The figures as anyone would count them by hand: one case, one day, one field at a time.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use peildatum::figures::{
    Balance, Crosstab, Figure, Lasted, Measure, Number, Period, Quantity, Series, Step,
};
use peildatum::register::{
    CaseState, Choice, Closing, Definition, Derived, EntryState, FieldKind, Kind, OUTCOME, STAND,
    STATUS, Value,
};

/// Per field the keys that are wanted.
pub type Filters = BTreeMap<String, BTreeSet<String>>;

/// Cases, and what they are cases of.
#[derive(Clone, Copy)]
pub struct Reference<'a> {
    pub definition: &'a Definition,
    pub cases: &'a [CaseState],
    /// What stands on the timeline of each.
    pub timelines: &'a [Vec<EntryState>],
}

/// Every day of a period.
fn days(period: Period) -> impl Iterator<Item = NaiveDate> {
    period
        .from
        .iter_days()
        .take_while(move |day| *day <= period.to)
}

/// On the closing day it counts as closed.
fn open_at_end_of(case: &CaseState, day: NaiveDate) -> bool {
    case.spells.iter().any(|spell| match &spell.closed {
        None => spell.opened <= day,
        Some(closing) => spell.opened <= day && closing.date > day,
    })
}

/// A day touches a case from the day it was opened up to and including the day it was closed.
fn touched_on(case: &CaseState, day: NaiveDate) -> bool {
    case.spells.iter().any(|spell| match &spell.closed {
        None => spell.opened <= day,
        Some(closing) => spell.opened <= day && closing.date >= day,
    })
}

/// In preparation is what came, and has neither begun nor ended without beginning.
fn is_prepared(case: &CaseState, day: NaiveDate) -> bool {
    let Some(preparation) = &case.preparation else {
        return false;
    };
    let begun = case.spells.first().is_some_and(|first| first.opened <= day);
    let ended = preparation.closed.as_ref().is_some_and(|at| at.date <= day);
    preparation.opened <= day && !begun && (!ended || !case.spells.is_empty())
}

/// Whether a period counts this case.
pub fn counts(case: &CaseState, period: Period, measure: Measure) -> bool {
    let Some(first) = case.spells.first().map(|spell| spell.opened) else {
        return measure == Measure::Preparation && is_prepared(case, period.to);
    };
    let touched = || days(period).any(|day| touched_on(case, day));
    let at_the_start = || open_at_end_of(case, period.from.pred_opt().unwrap());
    let at_the_end = || open_at_end_of(case, period.to);
    match measure {
        Measure::Handled => touched(),
        Measure::Opening => at_the_start(),
        Measure::Inflow | Measure::Count => days(period).any(|day| day == first),
        Measure::Reopened => touched() && first < period.from && !at_the_start(),
        Measure::Finished => touched() && !at_the_end(),
        Measure::Closing => at_the_end(),
        Measure::Preparation => is_prepared(case, period.to),
        Measure::Reports => unreachable!("reports are counted one by one"),
    }
}

/// How the last spell that ended on or before this day ended; none while the case runs at its end.
fn ended(case: &CaseState, day: NaiveDate) -> Option<&Closing> {
    if open_at_end_of(case, day) {
        return None;
    }
    let mut last = None;
    for closing in case.spells.iter().filter_map(|spell| spell.closed.as_ref()) {
        if closing.date <= day {
            last = Some(closing);
        }
    }
    last
}

/// How many days the last spell lasted that had begun, as at the end of a day.
fn duration(case: &CaseState, to: NaiveDate) -> Option<i64> {
    let mut begun = case.spells.iter().rev();
    let spell = begun.find(|spell| spell.opened <= to)?;
    let end = match &spell.closed {
        Some(closing) if closing.date <= to => closing.date,
        _ => to,
    };
    Some((end - spell.opened).num_days())
}

fn choices(definition: &Definition, id: &str) -> Vec<Choice> {
    match id {
        STATUS => definition
            .statuses
            .iter()
            .map(|status| status.choice.clone())
            .collect(),
        OUTCOME => definition.outcome.clone().unwrap().choices,
        field => definition
            .field(field)
            .map_or_else(Vec::new, |field| field.choices.clone()),
    }
}

fn several(definition: &Definition, id: &str) -> bool {
    definition
        .field(id)
        .is_some_and(|field| field.kind == FieldKind::Choices)
}

/// The keys that a field may have without any case having them, in order; the retired ones and districts of businesses are marked.
fn fixed_keys(definition: &Definition, id: &str) -> Vec<(String, bool)> {
    let written = |keys: &[&str]| {
        keys.iter()
            .map(|key| ((*key).to_owned(), false))
            .collect::<Vec<_>>()
    };
    if let Some(derived) = Derived::named(id) {
        let bands = match derived {
            Derived::Duration => bands(&definition.bands.days),
            Derived::AgeAtBegin | Derived::Age => bands(&definition.bands.ages),
            Derived::Reporters => ["een", "meer"].map(str::to_owned).into(),
            _ => Vec::new(),
        };
        return bands.into_iter().map(|key| (key, false)).collect();
    }
    let mut keys = if id == STAND {
        written(&["lopend", "afgerond"])
    } else if definition.flag(id).is_some() {
        written(&["lopend", "ja", "nee"])
    } else if definition
        .field(id)
        .is_some_and(|field| field.kind == FieldKind::YesNo)
    {
        written(&["ja", "nee"])
    } else if id == OUTCOME {
        written(&["lopend"])
    } else {
        Vec::new()
    };
    for choice in choices(definition, id) {
        keys.push((choice.id, choice.retired || choice.businesses));
    }
    keys
}

/// The names of the bands that begin at these numbers.
fn bands(bounds: &[u16]) -> Vec<String> {
    let mut names = Vec::new();
    let mut from = 0;
    for bound in bounds {
        names.push(format!("{from}-{}", bound - 1));
        from = *bound;
    }
    names.push(format!("{from}+"));
    names
}

/// The band in which a number lies.
fn band(bounds: &[u16], number: i64) -> String {
    let mut at = 0;
    while at < bounds.len() && number >= i64::from(bounds[at]) {
        at += 1;
    }
    bands(bounds)[at].clone()
}

/// How a year or a month is written.
fn calendar(derived: Derived, day: NaiveDate) -> String {
    let shape = match derived {
        Derived::Year | Derived::EndYear => "%Y",
        _ => "%Y-%m",
    };
    day.format(shape).to_string()
}

/// Every year or month from the first to the last that is used.
fn stretch(derived: Derived, used: &BTreeSet<String>) -> Vec<String> {
    let dated = |key: &&String| key.starts_with('2');
    let (Some(first), Some(last)) = (
        used.iter().find(dated),
        used.iter().rev().find(|key| dated(key)),
    ) else {
        return Vec::new();
    };
    let begin: NaiveDate = format!("{}-01-01", &first[..4]).parse().unwrap();
    let mut keys: Vec<String> = begin
        .iter_days()
        .map(|day| calendar(derived, day))
        .skip_while(|key| key != first)
        .take_while(|key| key <= last)
        .collect();
    keys.dedup();
    keys
}

/// The keys to show: those that are offered, those that are used, choices the definition lost, and last the unknown.
fn shown(definition: &Definition, id: &str, used: &BTreeSet<String>) -> Vec<String> {
    let fixed = fixed_keys(definition, id);
    let mut shown: Vec<String> = fixed
        .iter()
        .filter(|(key, retired)| !retired || used.contains(key))
        .map(|(key, _)| key.clone())
        .collect();
    if let Some(derived) = Derived::named(id).filter(|derived| derived.is_calendar()) {
        shown.extend(used.get("lopend").cloned());
        shown.extend(stretch(derived, used));
        shown.extend(used.get("onbekend").cloned());
        return shown;
    }
    let is_lost = |key: &String| key != "onbekend" && !fixed.iter().any(|(known, _)| known == key);
    shown.extend(used.iter().filter(|key| is_lost(key)).cloned());
    if used.contains("onbekend") {
        shown.push("onbekend".to_owned());
    }
    shown
}

/// Every way to take one key of each list, the last list running fastest.
fn combined(lists: &[Vec<String>]) -> Vec<Vec<String>> {
    lists.iter().fold(vec![Vec::new()], |before, keys| {
        before
            .iter()
            .flat_map(|start| {
                keys.iter().map(move |key| {
                    let mut longer = start.clone();
                    longer.push(key.clone());
                    longer
                })
            })
            .collect()
    })
}

impl Reference<'_> {
    /// The keys of a case in a field: one, or several where it takes several choices.
    pub fn keys(&self, case: &CaseState, id: &str, period: Period) -> Vec<String> {
        let unknown = || "onbekend".to_owned();
        let yes_no = |yes: bool| if yes { "ja" } else { "nee" }.to_owned();
        if id == STAND {
            // Only a report can count before its case begins; what is to begin is not finished.
            let running = open_at_end_of(case, period.to) || case.spells[0].opened > period.to;
            return vec![if running { "lopend" } else { "afgerond" }.to_owned()];
        }
        if let Some(derived) = Derived::named(id) {
            return vec![
                self.derived(case, derived, period.to)
                    .unwrap_or_else(unknown),
            ];
        }
        if id == STATUS {
            return vec![case.status.clone().unwrap_or_else(unknown)];
        }
        let flag = self.definition.flag(id);
        if id == OUTCOME || flag.is_some() {
            let Some(closing) = ended(case, period.to) else {
                return vec!["lopend".to_owned()];
            };
            let Some(flag) = flag else {
                return vec![closing.outcome.clone().unwrap_or_else(unknown)];
            };
            return vec![match (closing.flags.get(id), &closing.outcome) {
                (Some(set), _) => yes_no(*set),
                (None, Some(outcome)) if !flag.of.contains(outcome) => yes_no(false),
                (None, _) => unknown(),
            }];
        }
        match case.values.get(id) {
            Some(Value::Choice(choice)) => vec![choice.clone()],
            Some(Value::YesNo(yes)) => vec![yes_no(*yes)],
            Some(Value::Choices(choices)) => choices.iter().cloned().collect(),
            _ => vec![unknown()],
        }
    }

    /// What follows from the days of a case, as at the end of a day.
    fn derived(&self, case: &CaseState, derived: Derived, to: NaiveDate) -> Option<String> {
        let begin = case.spells[0].opened;
        let bands = &self.definition.bands;
        match derived {
            Derived::Year | Derived::Month => Some(calendar(derived, begin)),
            Derived::EndYear | Derived::EndMonth => {
                let ended = ended(case, to).map(|closing| calendar(derived, closing.date));
                Some(ended.unwrap_or_else(|| "lopend".to_owned()))
            }
            Derived::Duration => Some(band(&bands.days, duration(case, to)?)),
            Derived::AgeAtBegin => Some(band(&bands.ages, self.age(case, begin)?)),
            Derived::Age => Some(band(&bands.ages, self.age(case, to)?)),
            Derived::Reporters => {
                let mut cases = self.cases.iter();
                let at = cases.position(|other| std::ptr::eq(other, case));
                let timeline = at.and_then(|at| self.timelines.get(at));
                let kind = self.definition.report_kind().map(|kind| &kind.id);
                let further = |entry: &&EntryState| {
                    let came = entry.happened.date() <= to && !entry.withdrawn;
                    came && Some(&entry.kind) == kind
                };
                let several = timeline.is_some_and(|all| all.iter().filter(further).count() > 0);
                Some(if several { "meer" } else { "een" }.to_owned())
            }
        }
    }

    /// How many birthdays there were.
    fn age(&self, case: &CaseState, on: NaiveDate) -> Option<i64> {
        let mut fields = self.definition.fields.iter();
        let born = fields.find(|field| field.counted && field.kind == FieldKind::BirthDate)?;
        let Some(Value::Date(born)) = case.values.get(&born.id) else {
            return None;
        };
        on.years_since(*born).map(i64::from)
    }

    /// Who a case is about, or itself.
    fn person(&self, at: usize) -> (String, Option<NaiveDate>) {
        let value = |kind: FieldKind| {
            let field = self
                .definition
                .fields
                .iter()
                .find(|field| field.kind == kind);
            self.cases[at].values.get(&field.unwrap().id)
        };
        match (value(FieldKind::Person), value(FieldKind::BirthDate)) {
            (Some(Value::Text(name)), Some(Value::Date(born))) => {
                let words: Vec<&str> = name.split_whitespace().collect();
                (words.join(" ").to_lowercase(), Some(*born))
            }
            _ => (format!("case {at}"), None),
        }
    }

    fn number(&self, at: usize, field: &str) -> Option<f64> {
        match self.cases[at].values.get(field) {
            Some(Value::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// What a quantity comes to for these cases.
    pub fn comes_to(&self, quantity: &Quantity, rows: &[usize], period: Period) -> Number {
        let once: BTreeSet<usize> = rows.iter().copied().collect();
        match quantity {
            Quantity::Count => Some(rows.len() as f64),
            Quantity::Persons => {
                let persons: BTreeSet<_> = once.iter().map(|at| self.person(*at)).collect();
                Some(persons.len() as f64)
            }
            Quantity::Sum(field) => {
                let numbers: Vec<f64> = once
                    .iter()
                    .filter_map(|at| self.number(*at, field))
                    .collect();
                (!numbers.is_empty()).then(|| numbers.iter().sum())
            }
            Quantity::Average(field) => {
                let weight = &self.definition.field(field).unwrap().weight;
                let (mut sum, mut weights) = (0.0, 0.0);
                for at in once {
                    let weight = match weight {
                        Some(weight) => self.number(at, weight),
                        None => Some(1.0),
                    };
                    if let (Some(number), Some(weight)) = (self.number(at, field), weight)
                        && weight > 0.0
                    {
                        sum += number * weight;
                        weights += weight;
                    }
                }
                (weights > 0.0).then(|| sum / weights)
            }
            Quantity::Duration(lasted) => {
                let days = once
                    .iter()
                    .filter_map(|at| duration(&self.cases[*at], period.to));
                let mut days: Vec<i64> = days.collect();
                days.sort_unstable();
                let quarter = match lasted {
                    Lasted::First => 0.25,
                    Lasted::Median => 0.5,
                    Lasted::Third => 0.75,
                    Lasted::Average => {
                        let sum: i64 = days.iter().sum();
                        return (!days.is_empty()).then(|| sum as f64 / days.len() as f64);
                    }
                };
                let place = quarter * days.len().checked_sub(1)? as f64;
                let (below, above) = (days[place.floor() as usize], days[place.ceil() as usize]);
                Some(below as f64 + (above - below) as f64 * place.fract())
            }
        }
    }

    /// The cases that are counted, by their place: as often as they count.
    pub fn rows(&self, filters: &Filters, period: Period, measure: Measure) -> Vec<usize> {
        let wanted = |case: &CaseState| {
            filters.iter().all(|(field, wanted)| {
                let keys = self.keys(case, field, period);
                keys.iter().any(|key| wanted.contains(key))
            })
        };
        let times = |at: usize| match measure {
            Measure::Reports => self.reports(at, period),
            measure => usize::from(counts(&self.cases[at], period, measure)),
        };
        (0..self.cases.len())
            .filter(|at| wanted(&self.cases[*at]))
            .flat_map(|at| std::iter::repeat_n(at, times(at)))
            .collect()
    }

    /// How many reports of a case came in: the one that made it, and those on its timeline that were not taken back.
    fn reports(&self, at: usize, period: Period) -> usize {
        let kind = self.definition.entries.iter().find(|kind| kind.report);
        let is_report = |entry: &&EntryState| {
            kind.is_some_and(|kind| kind.id == entry.kind) && !entry.withdrawn
        };
        let further = self.timelines[at].iter().filter(is_report);
        let further: Vec<NaiveDate> = further.map(|entry| entry.happened.date()).collect();
        let first = self.cases[at].spells[0].opened;
        days(period)
            .map(|day| usize::from(day == first) + further.iter().filter(|on| **on == day).count())
            .sum()
    }

    /// The cases among these that have these keys.
    pub fn having(
        &self,
        rows: &[usize],
        fields: &[String],
        keys: &[String],
        period: Period,
    ) -> Vec<usize> {
        let has = |row: &usize| {
            fields.iter().zip(keys).all(|(field, key)| {
                self.keys(&self.cases[*row], field, period)
                    .iter()
                    .any(|has| has == key)
            })
        };
        rows.iter().copied().filter(has).collect()
    }

    pub fn balance(&self, filters: &Filters, period: Period) -> Balance {
        let count = |measure| self.rows(filters, period, measure).len() as u64;
        Balance {
            opening: count(Measure::Opening),
            inflow: count(Measure::Inflow),
            reopened: count(Measure::Reopened),
            finished: count(Measure::Finished),
            closing: count(Measure::Closing),
        }
    }

    pub fn crosstab(&self, figure: &Figure, filters: &Filters) -> Crosstab {
        let period = figure.period;
        let rows = self.rows(filters, period, figure.measure);
        let side = |fields: &[String]| -> Vec<Vec<String>> {
            let keys = fields.iter().map(|field| {
                let used = rows
                    .iter()
                    .flat_map(|row| self.keys(&self.cases[*row], field, period))
                    .collect();
                shown(self.definition, field, &used)
            });
            combined(&keys.collect::<Vec<_>>())
        };
        let (row_keys, column_keys) = (side(&figure.rows), side(&figure.columns));
        let in_row = |keys: &Vec<String>| self.having(&rows, &figure.rows, keys, period);
        let in_column = |among: &[usize], keys: &Vec<String>| {
            self.having(among, &figure.columns, keys, period).len() as u64
        };
        let cells = row_keys.iter().map(|row| {
            let among = in_row(row);
            column_keys
                .iter()
                .map(|keys| in_column(&among, keys))
                .collect()
        });
        let fields = || figure.rows.iter().chain(&figure.columns);
        Crosstab {
            cells: cells.collect(),
            row_totals: row_keys
                .iter()
                .map(|row| in_row(row).len() as u64)
                .collect(),
            column_totals: column_keys
                .iter()
                .map(|keys| in_column(&rows, keys))
                .collect(),
            total: rows.len() as u64,
            adds_up: !fields().any(|field| several(self.definition, field)),
            balance: (self.definition.kind == Kind::Spell && figure.measure != Measure::Reports)
                .then(|| self.balance(filters, period)),
            row_keys,
            column_keys,
        }
    }

    pub fn series(
        &self,
        filters: &Filters,
        over: Period,
        step: Step,
        measure: Measure,
        by: Option<&str>,
    ) -> Series {
        let mut periods: Vec<Period> = Vec::new();
        for day in days(over) {
            let period = step.containing(day);
            if !periods.contains(&period) {
                periods.push(period);
            }
        }
        let rows: Vec<Vec<usize>> = periods
            .iter()
            .map(|period| self.rows(filters, *period, measure))
            .collect();
        let Some(by) = by else {
            let counts = rows.iter().map(|rows| rows.len() as u64).collect();
            return Series {
                periods,
                lines: vec![(None, counts)],
                adds_up: true,
            };
        };
        let mut used = BTreeSet::new();
        for (period, rows) in periods.iter().zip(&rows) {
            used.extend(
                rows.iter()
                    .flat_map(|row| self.keys(&self.cases[*row], by, *period)),
            );
        }
        let lines = shown(self.definition, by, &used).into_iter().map(|key| {
            let points = periods.iter().zip(&rows).map(|(period, rows)| {
                let (field, key) = ([by.to_owned()], [key.clone()]);
                self.having(rows, &field, &key, *period).len() as u64
            });
            (Some(key.clone()), points.collect())
        });
        let lines = lines.collect();
        Series {
            periods,
            lines,
            adds_up: !several(self.definition, by),
        }
    }
}
