//! Cases, filters, periods and figures that nobody thought of.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, Months, NaiveDate};
use peildatum::figures::{
    Columns, Figure, Lasted, Measure, Period, Quantity, Slice, Step, dimensions, read_key,
};
use peildatum::register::{
    CaseKey, CaseState, Choice, Closing, Definition, Derived, EntryState, Field, FieldKind,
    OUTCOME, STAND, STATUS, Spell, Value,
};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use crate::definitions::Register;
use crate::reference::{Filters, Reference};

/// Choices that cases have and no definition has any more.
const LOST: [&str; 2] = ["a-vervallen", "z-vervallen"];

/// Cases of a register with something to ask about them.
#[derive(Clone, Debug)]
pub struct Scene {
    pub register: Register,
    pub cases: Vec<CaseState>,
    /// What stands on the timeline of each.
    pub timelines: Vec<Vec<EntryState>>,
    pub filters: Filters,
    pub period: Period,
    pub measure: Measure,
    /// What is said of the cases in each cell.
    pub quantity: Quantity,
    /// Down the side and across the top.
    pub sides: (Vec<String>, Vec<String>),
}

impl Scene {
    pub fn columns(&self) -> Columns {
        self.columns_of(0..self.cases.len())
    }

    /// The columns of these cases, in this order, each with its place as key.
    pub fn columns_of(&self, order: impl IntoIterator<Item = usize>) -> Columns {
        let keyed = order.into_iter().map(|at| {
            let timeline = &self.timelines[at][..];
            (CaseKey(at as i64), &self.cases[at], timeline)
        });
        Columns::with_timelines(self.register.definition(), keyed).unwrap()
    }

    pub fn slice(&self) -> Slice {
        slice(&self.register.definition(), &self.filters)
    }

    pub fn figure(&self) -> Figure {
        Figure {
            entries: None,
            rows: self.sides.0.clone(),
            columns: self.sides.1.clone(),
            measure: self.measure,
            period: self.period,
            slice: self.slice(),
        }
    }

    /// Lends the same cases to the reference.
    pub fn compare<T>(&self, with: impl FnOnce(Reference<'_>) -> T) -> T {
        let definition = self.register.definition();
        with(Reference {
            definition: &definition,
            cases: &self.cases,
            timelines: &self.timelines,
        })
    }
}

/// The columns of these cases, each with its place as key.
pub fn columns(register: Register, cases: &[CaseState]) -> Columns {
    let keyed = cases
        .iter()
        .enumerate()
        .map(|(at, case)| (CaseKey(at as i64), case));
    Columns::of_cases(register.definition(), keyed).unwrap()
}

/// The slice for these filters: read as a command would where it can be, ticked as in a list where it cannot.
pub fn slice(definition: &Definition, filters: &Filters) -> Slice {
    let pairs = || {
        filters
            .iter()
            .flat_map(|(field, keys)| keys.iter().map(move |key| (field, key)))
    };
    let can_be_read = |(field, key): &(&String, &String)| read_key(definition, field, key).is_ok();
    let written: Vec<String> = pairs()
        .filter(can_be_read)
        .map(|(field, key)| format!("{field}={key}"))
        .collect();
    let mut slice = Slice::parse(definition, &written).unwrap();
    for (field, key) in pairs().filter(|pair| !can_be_read(pair)) {
        slice.toggle(field, key);
    }
    slice
}

/// A scene in one of these registers, with at most this many cases.
pub fn scene(registers: &'static [Register], most: usize) -> impl Strategy<Value = Scene> {
    select(registers).prop_flat_map(move |register| {
        let definition = register.definition();
        let all = dimensions(&definition);
        let sides = (Just(all.clone()).prop_shuffle(), 0..=2usize, 0..=2usize).prop_map(
            |(fields, rows, columns)| {
                // Three fields are as many as anyone reads; more only takes time.
                let columns = columns.min(3 - rows);
                (
                    fields[..rows].to_vec(),
                    fields[rows..rows + columns].to_vec(),
                )
            },
        );
        (
            vec((case(&definition), timeline(&definition)), 0..=most),
            filters(&definition, all),
            period(),
            measure(&definition),
            select(quantities(&definition)),
            sides,
        )
            .prop_map(move |(cases, filters, period, measure, quantity, sides)| {
                let (cases, timelines) = cases.into_iter().unzip();
                Scene {
                    register,
                    cases,
                    timelines,
                    filters,
                    period,
                    measure,
                    quantity,
                    sides,
                }
            })
    })
}

/// Everything that can be said of cases of a register.
pub fn quantities(definition: &Definition) -> Vec<Quantity> {
    let mut all = vec![Quantity::Count, Quantity::Persons];
    all.extend(Lasted::NAMES.map(|(_, quartile)| Quantity::Duration(quartile)));
    for field in &definition.fields {
        all.push(Quantity::Sum(field.id.clone()));
        all.push(Quantity::Average(field.id.clone()));
    }
    all.retain(|quantity| quantity.check(definition).is_ok());
    all
}

/// A measure of a register; where reports are counted apart, that is what matters most of it.
fn measure(definition: &Definition) -> BoxedStrategy<Measure> {
    let all = select(Measure::of_register(definition));
    if definition.report_kind().is_some() {
        prop_oneof![all, Just(Measure::Reports)].boxed()
    } else {
        all.boxed()
    }
}

/// What stands on the timeline of a case: a few reports and other things, on any day, some of it taken back.
fn timeline(definition: &Definition) -> BoxedStrategy<Vec<EntryState>> {
    let kinds: Vec<String> = definition
        .entries
        .iter()
        .map(|kind| kind.id.clone())
        .collect();
    if kinds.is_empty() {
        return Just(Vec::new()).boxed();
    }
    let report = definition.report_kind().map_or(&kinds[0], |kind| &kind.id);
    let kind = prop_oneof![2 => Just(report.clone()), 1 => select(kinds.clone())];
    let entry =
        (kind, day(), prop::bool::weighted(0.2)).prop_map(|(kind, day, withdrawn)| EntryState {
            withdrawn,
            ..EntryState::at(&kind, day.and_hms_opt(23, 59, 59).unwrap())
        });
    vec(entry, 0..4).boxed()
}

/// A day: mostly on or beside the edge of a month around 2024, sometimes far ahead.
pub fn day() -> impl Strategy<Value = NaiveDate> {
    let edge = (0..18u32, 0..3u64).prop_map(|(months, days)| {
        let before = NaiveDate::from_ymd_opt(2023, 9, 30).unwrap();
        let first = before.with_day(1).unwrap() + Months::new(months + 1);
        first - Days::new(1) + Days::new(days)
    });
    let any =
        (0..600u64).prop_map(|days| NaiveDate::from_ymd_opt(2023, 9, 1).unwrap() + Days::new(days));
    let ahead = (0..1000u64)
        .prop_map(|days| NaiveDate::from_ymd_opt(2031, 1, 1).unwrap() + Days::new(days));
    prop_oneof![8 => edge, 4 => any, 1 => ahead]
}

/// A period: of the calendar, up to a reference date, between two days, or one day.
pub fn period() -> impl Strategy<Value = Period> {
    let step = || select(Step::NAMES.map(|(_, step)| step).to_vec());
    prop_oneof![
        3 => (step(), day()).prop_map(|(step, day)| step.containing(day)),
        2 => (step(), day()).prop_map(|(step, day)| Period::up_to(step, day)),
        2 => (day(), day()).prop_map(|(one, other)| {
            Period::between(one.min(other), one.max(other)).unwrap()
        }),
        1 => day().prop_map(|day| Period::between(day, day).unwrap()),
    ]
}

/// A case that the definition allows, give or take choices it has lost since.
pub fn case(definition: &Definition) -> BoxedStrategy<CaseState> {
    let values: Vec<BoxedStrategy<Option<(String, Value)>>> = definition
        .counted_fields()
        .map(|field| {
            let id = field.id.clone();
            let value = match field.kind {
                FieldKind::YesNo => any::<bool>().prop_map(Value::YesNo).boxed(),
                FieldKind::Choices => subsequence(ids(&field.choices), 1..=3)
                    .prop_map(|ids| Value::Choices(BTreeSet::from_iter(ids)))
                    .boxed(),
                _ => select(ids(&field.choices)).prop_map(Value::Choice).boxed(),
            };
            (id, value)
        })
        .chain(uncounted(definition))
        .map(|(id, value)| {
            option::weighted(0.8, value.prop_map(move |value| (id.clone(), value))).boxed()
        })
        .collect();
    let spells = if definition.has_spells() {
        spells(definition).boxed()
    } else {
        day().prop_map(|day| vec![Spell::since(day)]).boxed()
    };
    let mut statuses: Vec<Choice> = Vec::new();
    statuses.extend(
        definition
            .statuses
            .iter()
            .map(|status| status.choice.clone()),
    );
    let status = if statuses.is_empty() {
        Just(None).boxed()
    } else {
        option::weighted(0.9, select(ids(&statuses))).boxed()
    };
    (spells, status, values)
        .prop_map(|(spells, status, values)| CaseState {
            spells,
            status,
            values: values.into_iter().flatten().collect(),
            ..CaseState::default()
        })
        .boxed()
}

/// What figures are not split by: names that recur in other letters, birth dates around the edges of the bands, amounts.
fn uncounted(definition: &Definition) -> Vec<(String, BoxedStrategy<Value>)> {
    let of = |field: &Field| match field.kind {
        FieldKind::Person => {
            let names = ["Jo Verzonnen", "jo  verzonnen", "Bo Verzonnen"].map(str::to_owned);
            Some(select(names.to_vec()).prop_map(Value::Text).boxed())
        }
        FieldKind::BirthDate => Some(born().prop_map(Value::Date).boxed()),
        FieldKind::Number => {
            let number = prop_oneof![Just(0), -300..=1000i32];
            let hundredths = number.prop_map(|number| Value::Number(f64::from(number) / 100.0));
            Some(hundredths.boxed())
        }
        _ => None,
    };
    let fields = definition.fields.iter();
    fields
        .filter_map(|field| Some((field.id.clone(), of(field)?)))
        .collect()
}

/// A birth date of which a birthday lies on or beside the days of cases, a few on the last of February.
fn born() -> impl Strategy<Value = NaiveDate> {
    let years = (day(), select(vec![0, 11, 12, 17, 18, 40]));
    let birthday = years.prop_map(|(day, years)| day - Months::new(12 * years));
    prop_oneof![6 => birthday, 1 => Just(NaiveDate::from_ymd_opt(2012, 2, 29).unwrap())]
}

/// Up to four spells. Days are drawn and put in order, and some are used twice: a spell that ends on the day it began,
/// or a case that is reopened on the day it was closed.
fn spells(definition: &Definition) -> impl Strategy<Value = Vec<Spell>> + use<> {
    let days = vec((day(), prop::bool::weighted(0.2)), 1..=6).prop_map(|drawn| {
        let mut days: Vec<NaiveDate> = drawn
            .into_iter()
            .flat_map(|(day, twice)| std::iter::repeat_n(day, 1 + usize::from(twice)))
            .collect();
        days.sort_unstable();
        days.truncate(8);
        days
    });
    (days, vec(ending(definition), 4)).prop_map(|(days, endings)| {
        days.chunks(2)
            .zip(endings)
            .map(|(days, (outcome, flags))| Spell {
                opened: days[0],
                closed: days.get(1).map(|date| Closing {
                    date: *date,
                    outcome,
                    flags,
                }),
            })
            .collect()
    })
}

/// An outcome with flags that fit it: a flag is never set on an outcome it is no subset of.
fn ending(definition: &Definition) -> BoxedStrategy<(Option<String>, BTreeMap<String, bool>)> {
    let Some(outcome) = definition.outcome.clone() else {
        return Just((None, BTreeMap::new())).boxed();
    };
    let flags = outcome.flags;
    (
        option::weighted(0.8, select(ids(&outcome.choices))),
        vec(option::of(any::<bool>()), flags.len()),
    )
        .prop_map(move |(outcome, set)| {
            let fits = |of: &[String]| outcome.as_ref().is_some_and(|id| of.contains(id));
            let set = flags.iter().zip(set).filter_map(|(flag, set)| {
                let set = set.filter(|set| !set || fits(&flag.of))?;
                Some((flag.id.clone(), set))
            });
            let set = set.collect();
            (outcome, set)
        })
        .boxed()
}

/// Filters on up to two fields, each wanting up to three keys.
pub fn filters(
    definition: &Definition,
    fields: Vec<String>,
) -> impl Strategy<Value = Filters> + use<> {
    let filters: Vec<BoxedStrategy<(String, BTreeSet<String>)>> = fields
        .into_iter()
        .map(|field| {
            let keys = every_key(definition, &field);
            let most = keys.len().min(3);
            subsequence(keys, 1..=most)
                .prop_map(move |keys| (field.clone(), BTreeSet::from_iter(keys)))
                .boxed()
        })
        .collect();
    let fields = filters.len();
    (filters, subsequence((0..fields).collect::<Vec<_>>(), 0..=2))
        .prop_map(|(filters, used)| used.into_iter().map(|at| filters[at].clone()).collect())
}

/// Every key that a case can have in a field.
pub fn every_key(definition: &Definition, id: &str) -> Vec<String> {
    let written = |keys: &[&str]| keys.iter().map(|key| (*key).to_owned()).collect();
    if id == STAND {
        return written(&["lopend", "afgerond"]);
    }
    if definition.flag(id).is_some() {
        return written(&["lopend", "ja", "nee", "onbekend"]);
    }
    match Derived::named(id) {
        Some(Derived::Year) => return written(&["2023", "2024", "2031", "onbekend"]),
        Some(Derived::Month) => return written(&["2024-02", "2024-03", "2031-01"]),
        Some(Derived::EndYear) => return written(&["2023", "2024", "2026", "lopend", "onbekend"]),
        Some(Derived::EndMonth) => return written(&["2024-01", "2024-12", "lopend"]),
        Some(_) => return peildatum::figures::keys_of(definition, id),
        None => {}
    }
    let mut keys = match id {
        STATUS => {
            let statuses = definition.statuses.iter();
            ids(&statuses
                .map(|status| status.choice.clone())
                .collect::<Vec<_>>())
        }
        OUTCOME => ids(&definition.outcome.as_ref().unwrap().choices),
        field => match definition.field(field).unwrap() {
            field if field.kind == FieldKind::YesNo => written(&["ja", "nee"]),
            field => ids(&field.choices),
        },
    };
    if id == OUTCOME {
        keys.push("lopend".to_owned());
    }
    keys.push("onbekend".to_owned());
    keys
}

fn ids(choices: &[Choice]) -> Vec<String> {
    let known = choices.iter().map(|choice| choice.id.clone());
    known.chain(LOST.map(str::to_owned)).collect()
}
