//! What `assets/demo` says of the registers: how much there is of each, and what is said in it.

use std::collections::BTreeMap;
use std::sync::OnceLock;

use chrono::NaiveDate;
use include_dir::{Dir, include_dir};
use serde::Deserialize;

use crate::register::{CaseState, EntryState, OUTCOME, STATUS, Value};

static REGISTERS: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/demo/registers");
/// The plan of a register that has none of its own, and what is said where a plan is silent.
const OTHER: &str = "other";
/// The name under which a plan says what is said in any field.
const ANY: &str = "*";

/// The plan of one register. Its file is called after the register.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Plan {
    /// How many cases began in the year of today (as if it were over), the year before, and so on; the last number holds
    /// for every year before that.
    pub yearly: Vec<f64>,
    /// How the work lies in a year.
    pub season: Season,
    /// How long a case lasts; the first rule that fits holds.
    pub lasts: Vec<Lasts>,
    /// The share of the closed cases that is reopened.
    pub reopened: f64,
    /// The status of a case that was reopened.
    pub reopened_as: Option<String>,
    /// In how many days a case goes through all steps of its process.
    pub pace: Option<f64>,
    /// The status of a running case, where it does not follow from how far it came.
    pub status: Vec<Rule>,
    /// With what cases end.
    pub outcome: Vec<Rule>,
    /// How often each flag of an outcome is set.
    pub flags: BTreeMap<String, f64>,
    /// The end that is set when a case begins, as a ban has it.
    pub until: Option<Until>,
    /// How long cases are prepared before they begin, where they are.
    pub prepared: Prepared,
    /// Something that there is more of lately.
    pub rise: Option<Rise>,
    /// What is filled in, by field.
    pub field: BTreeMap<String, Vec<Rule>>,
    /// How often each kind of entry is made.
    pub entries: BTreeMap<String, f64>,
    /// The number field of a case that says how many entries of a kind it has, by the kind.
    pub as_many: BTreeMap<String, String>,
    /// What is filled in, by kind of entry and field.
    pub entry: BTreeMap<String, BTreeMap<String, Vec<Rule>>>,
}

/// How long cases are prepared before they begin.
#[derive(Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Prepared {
    /// The fewest and the most days.
    pub days: (i64, i64),
    /// The share of the cases that begins at once.
    pub at_once: f64,
    /// The share of the others that never begins.
    pub never: f64,
}

impl Default for Prepared {
    fn default() -> Self {
        Self {
            days: (7, 28),
            at_once: 0.1,
            never: 0.04,
        }
    }
}

/// How the work lies in a year.
#[derive(Clone, Debug, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Season {
    /// How much more there is in the middle of summer than on average.
    pub summer: f64,
    /// How many times as much there is around New Year.
    pub new_year: f64,
    /// How much there is on a day of the weekend, beside a working day.
    pub weekend: f64,
}

impl Default for Season {
    fn default() -> Self {
        Self {
            summer: 0.0,
            new_year: 1.0,
            weekend: 0.05,
        }
    }
}

/// How many days cases last.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Lasts {
    #[serde(default)]
    pub with: With,
    /// As long as half of them.
    pub median: f64,
    /// How far they lie apart: the standard deviation of the logarithm.
    #[serde(default = "usual_spread")]
    pub spread: f64,
    /// As long as the longest.
    #[serde(default = "usual_most")]
    pub most: i64,
}

fn usual_spread() -> f64 {
    0.8
}

fn usual_most() -> i64 {
    730
}

/// The cases that a rule is about: of each field one of these choices.
pub(super) type With = BTreeMap<String, OneOrMore>;

/// A choice, or several.
#[derive(Clone, Debug, Deserialize)]
#[serde(untagged)]
pub(super) enum OneOrMore {
    One(String),
    More(Vec<String>),
}

impl OneOrMore {
    pub fn all(&self) -> &[String] {
        match self {
            Self::One(one) => std::slice::from_ref(one),
            Self::More(more) => more,
        }
    }

    fn has(&self, id: &str) -> bool {
        self.all().iter().any(|one| one == id)
    }
}

/// What is filled in, in the cases that fit.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct Rule {
    pub with: With,
    /// Only in cases that began at most so many days ago.
    pub younger: Option<i64>,
    /// Only in this place of a timeline.
    pub place: Option<Place>,
    /// The share of the cases in which it is known.
    pub known: Option<f64>,
    /// How often each choice is taken, or yes (`ja`) and no (`nee`).
    pub weights: BTreeMap<String, f64>,
    /// The share of the cases with a second choice.
    pub several: f64,
    /// Between which numbers.
    pub number: Option<(f64, f64)>,
    /// With how many decimals.
    pub decimals: u8,
    /// How old a person is when the case begins.
    pub ages: Vec<Ages>,
    /// Of a birth date the field with the name of the person.
    pub of: Option<String>,
    /// Whether it names somebody who works here.
    pub staff: bool,
    /// How many days after the begin of the case a date lies.
    pub days: Option<(i64, i64)>,
    /// What is said; `{one|other}` is one of the two.
    pub texts: Vec<String>,
}

/// People of these ages, and how often.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Ages {
    pub from: u32,
    pub to: u32,
    pub weight: f64,
}

/// A place on a timeline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Place {
    /// What is said first.
    First,
    /// What is said when the case is closed.
    Closing,
}

/// The end that is set when a case begins, as a ban has it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Until {
    /// The field that holds it.
    pub field: String,
    /// The moment from which it runs; else the begin of the case.
    #[serde(default)]
    pub from: Option<String>,
    /// With what a case ends on that day.
    pub outcome: String,
    /// The share of the cases that ends earlier, in another way.
    #[serde(default)]
    pub early: f64,
    /// How far it lies from the begin.
    pub spans: Vec<SpanRule>,
    #[serde(default)]
    pub extension: Option<Extension>,
}

/// How far an end lies away: days or months.
#[derive(Debug, Default, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub(super) struct SpanRule {
    pub with: With,
    pub days: Option<(i64, i64)>,
    pub months: Vec<u32>,
}

/// A later end than the one that was set first.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Extension {
    #[serde(default)]
    pub with: With,
    /// The share of the cases.
    pub share: f64,
    /// How many days before the first end it is decided.
    pub decided: (i64, i64),
    /// The field that says when it was decided.
    #[serde(default)]
    pub decided_on: Option<String>,
    /// The field that holds the later end; none is the one of the first end.
    #[serde(default)]
    pub until: Option<String>,
    /// The field that says whether it was.
    #[serde(default)]
    pub said: Option<String>,
    /// The field that says how often it was.
    #[serde(default)]
    pub times: Option<String>,
    /// The status of a case with a later end.
    #[serde(default)]
    pub status: Option<String>,
    /// How far it lies from the first end.
    pub span: SpanRule,
}

/// Something that there is more of lately.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Rise {
    /// During how many days up to today.
    pub days: i64,
    /// How many cases come on top of each usual one.
    pub extra: f64,
    /// What those cases have.
    pub values: With,
}

impl Plan {
    /// The plan of this register.
    pub fn of(register: &str) -> &'static Self {
        plans().get(register).unwrap_or_else(|| Self::other())
    }

    fn other() -> &'static Self {
        static NONE: OnceLock<Plan> = OnceLock::new();
        let other = plans().get(OTHER);
        other.unwrap_or_else(|| NONE.get_or_init(Self::default))
    }

    /// What is filled in in this field of a case.
    pub fn field(&self, id: &str) -> &[Rule] {
        self.field.get(id).map_or(&[], Vec::as_slice)
    }

    /// What is filled in in this field of a kind of entry: as this register has it, or else as every register has.
    pub fn entry_field(&self, kind: &str, field: &str) -> &[Rule] {
        let rules = |plan: &'static Self| plan.entry.get(kind)?.get(field);
        let own = self.entry.get(kind).and_then(|fields| fields.get(field));
        own.or_else(|| rules(Self::other()))
            .map_or(&[], Vec::as_slice)
    }

    /// What is said where the plan of a register is silent.
    pub fn any_text() -> &'static [Rule] {
        Self::other().field(ANY)
    }

    /// How many cases began in a year so many years before that of today.
    pub fn yearly(&self, years_ago: usize) -> f64 {
        let said = self.yearly.get(years_ago).or(self.yearly.last());
        said.copied().unwrap_or(1.0)
    }
}

impl Rule {
    /// The first rule that fits a case.
    pub fn of_case<'a>(rules: &'a [Self], state: &CaseState, today: NaiveDate) -> Option<&'a Self> {
        let young = |days: i64| {
            let opened = state.opened();
            opened.is_some_and(|opened| (today - opened).num_days() <= days)
        };
        let mut rules = rules.iter().filter(|rule| rule.younger.is_none_or(young));
        rules.find(|rule| fits(&rule.with, state, None))
    }

    /// The first rule that fits an entry in this place on the timeline of a case.
    pub fn of_entry<'a>(
        rules: &'a [Self],
        state: &CaseState,
        entry: &EntryState,
        place: Option<Place>,
    ) -> Option<&'a Self> {
        let placed = |rule: &&Self| rule.place.is_none() || rule.place == place;
        let mut rules = rules.iter().filter(placed);
        rules.find(|rule| fits(&rule.with, state, Some(entry)))
    }
}

/// Whether a case, or an entry on its timeline, is one that a rule is about.
pub(super) fn fits(with: &With, state: &CaseState, entry: Option<&EntryState>) -> bool {
    with.iter().all(|(field, wanted)| {
        let has = |id: Option<&str>| id.is_some_and(|id| wanted.has(id));
        let of_entry = entry.and_then(|entry| entry.values.get(field));
        match field.as_str() {
            STATUS => has(state.status.as_deref()),
            OUTCOME => has(state.closing().and_then(|end| end.outcome.as_deref())),
            field => match of_entry.or_else(|| state.values.get(field)) {
                Some(Value::Choice(id)) => wanted.has(id),
                Some(Value::Choices(ids)) => ids.iter().any(|id| wanted.has(id)),
                Some(Value::YesNo(yes)) => wanted.has(if *yes { "ja" } else { "nee" }),
                _ => false,
            },
        }
    })
}

/// The plan of every register, by its id. A test reads them all; what is shipped can be read.
fn plans() -> &'static BTreeMap<String, Plan> {
    static PLANS: OnceLock<BTreeMap<String, Plan>> = OnceLock::new();
    PLANS.get_or_init(|| {
        let read = REGISTERS.files().filter_map(|file| {
            let id = file.path().file_stem()?.to_str()?.to_owned();
            Some((id, toml::from_str(file.contents_utf8()?).ok()?))
        });
        read.collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_plan_can_be_read() {
        for file in REGISTERS.files() {
            let text = file.contents_utf8().unwrap();
            let read: Result<Plan, _> = toml::from_str(text);
            read.unwrap_or_else(|error| panic!("{}: {error}", file.path().display()));
        }
        assert_eq!(plans().len(), REGISTERS.files().count());
    }
}
