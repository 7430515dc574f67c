//! The parts of a register that are no fields: its words, how long it keeps, where a case can stand, with what it ends,
//! and the tables it publishes.

use chrono::NaiveDate;
use serde::Deserialize;

use super::choice::{Choice, find};
use crate::language::Label;

/// What one entry and several entries of a register are called.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CaseWords {
    /// One: "casus", "signaal", "deelnemer".
    pub one: Label,
    /// Several: "casussen".
    pub many: Label,
    /// The button that makes one: "Nieuwe melding".
    pub new: Label,
}

/// The assessment of what keeping these data can do to people (GDPR art. 35), as the municipality made it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Dpia {
    /// The day on which it was established.
    pub established: NaiveDate,
    /// Where it is found.
    pub reference: Option<String>,
}

/// How long a case is kept (Selectielijst 2020 for municipalities; calendar-exact).
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Retention {
    /// Whole years.
    pub years: u16,
    /// The day from which they run: [`END`](crate::register::END), the day the last spell ended or the event happened;
    /// [`BEGIN`](crate::register::BEGIN); or a date field of the case. Without one it is the end.
    pub from: Option<String>,
    /// The entry of the selection list, or the law, that says so.
    pub source: String,
    /// Other periods for cases with a certain outcome or choice.
    #[serde(default, rename = "exception")]
    pub exceptions: Vec<RetentionException>,
}

/// A retention that differs for one choice: a signal that was not taken up is kept for a year.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RetentionException {
    /// The field that decides, or [`OUTCOME`](crate::register::OUTCOME).
    pub field: String,
    /// The choice in that field.
    pub choice: String,
    /// Whole years.
    pub years: u16,
    /// The entry of the selection list, or the law, that says so.
    pub source: String,
}

/// How a date of the case is called, here and in files that come in.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DateWords {
    /// The label on the screen.
    pub label: Label,
    /// Other headers under which it arrives.
    #[serde(default)]
    pub aliases: Vec<String>,
}

/// In which bands ages and durations are counted. Every number begins a band, before the first of which lies one from zero.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Bands {
    /// Ages, in whole years.
    pub ages: Vec<u16>,
    /// Durations, in days.
    pub days: Vec<u16>,
}

impl Default for Bands {
    /// Children and minors; the 18 to 27 of the youth programmes; and up to the pension. A month, three, half a year, one
    /// and two years.
    fn default() -> Self {
        Self {
            ages: vec![12, 18, 23, 28, 45, 65],
            days: vec![31, 92, 183, 366, 731],
        }
    }
}

/// Where a case can stand.
#[derive(Clone, Debug)]
pub struct Status {
    /// The choice itself.
    pub choice: Choice,
    /// Whether a case with this status is running, or in preparation.
    pub open: bool,
    /// Whether a case with this status has not begun: it was applied for, or is only intended.
    pub before: bool,
}

/// With what a case ends.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OutcomeField {
    /// The label on the screen: "Reden afsluiting".
    pub label: Label,
    /// Other headers under which it arrives.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// Whether a case cannot be closed without one.
    #[serde(default)]
    pub required: bool,
    /// The outcomes.
    pub choices: Vec<Choice>,
    /// Those of them with which a case ends that never began: an application that was not taken up.
    #[serde(default)]
    pub before: Vec<String>,
    /// Subsets of outcomes: "of which closures".
    #[serde(default, rename = "flag")]
    pub flags: Vec<Flag>,
}

/// What ends a case by itself: a ban is over once the day until which it holds is past, whether or not anybody says so.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EndsAt {
    /// Fields with the last day, or the moment, until which it holds: the first of them that is known counts, so that an
    /// extension stands before what it extends.
    pub fields: Vec<String>,
    /// The outcome with which it ends then.
    pub outcome: String,
}

/// What makes a yes or no follow from a birth date: whether somebody was younger than this when the case began.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YoungerThan {
    /// The age, in years.
    pub years: u16,
    /// Fields with a birth date: the first of them that means something in a case counts, so that the child of whom a case
    /// tells stands before the parent.
    pub born: Vec<String>,
}

/// A yes or no that belongs to certain outcomes: a subset of them, not an outcome beside them.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Flag {
    /// The name in commands and files.
    pub id: String,
    /// The label on the screen.
    pub label: Label,
    /// Other headers under which it arrives.
    #[serde(default)]
    pub aliases: Vec<String>,
    /// The outcomes it is a subset of.
    pub of: Vec<String>,
}

/// A table this register publishes.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StandardTable {
    /// The name in files.
    pub id: String,
    /// The title: "Tabel 5.1 Woonoverlast naar wijk en eigendom".
    pub label: Label,
    /// The fields down the side.
    pub rows: Vec<String>,
    /// The fields across the top.
    pub columns: Vec<String>,
    /// The kind of entry that is counted, by its id; without one the cases are.
    pub entries: Option<String>,
    /// The measure, by its name; without one the register's default.
    pub measure: Option<String>,
    /// The number field that is summed, in place of counting.
    pub sum: Option<String>,
    /// The number field that is averaged, weighted where it has a weight.
    pub average: Option<String>,
    /// How many days the cases lasted, by the name of what is said of it.
    pub duration: Option<String>,
    /// The chart beside it, by its name; without one its rows as bars.
    pub chart: Option<String>,
}

impl StandardTable {
    /// The charts that can stand beside it: its rows as bars, bars over time, and lines over time.
    pub const CHARTS: [&str; 3] = ["parts", "years", "lines"];
    /// What can be said of how long cases lasted.
    pub const DURATIONS: [&str; 4] = ["median", "q1", "q3", "average"];
}

impl OutcomeField {
    /// The outcome with this id.
    pub fn choice(&self, id: &str) -> Option<&Choice> {
        find(&self.choices, id)
    }
}
