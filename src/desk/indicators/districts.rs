//! What is known of districts, typed for the year of the reference date: a line for each district and each thing that can be
//! known of it, and two fields for the one that is selected.

use crate::desk::kit::table::{TableState, Widths};
use crate::figures::{DistrictFacts, YearKey, YearValue, YearValues};
use crate::language::{Label, Language};
use crate::register::Registers;

/// The characteristics of districts on the screen.
#[derive(Default)]
pub struct DistrictsPage {
    /// Whether they are on the screen in place of the indicators.
    pub shown: bool,
    /// The line that the keyboard is on.
    pub cursor: usize,
    /// What is typed for it.
    pub amount: String,
    /// Where that comes from.
    pub source: String,
    /// What is wrong with it.
    pub fault: Option<String>,
    /// Whether the field for the amount is to take the keyboard.
    pub take_field: bool,
    /// The value for which the fields were filled, and its version.
    pub(super) filled: Option<(YearKey, u32)>,
    pub(super) table: TableState,
    pub(super) widths: Widths,
}

/// A line: a district, and something that can be known of it.
pub struct FactLine {
    /// The district.
    pub district: Label,
    /// What can be known.
    pub kind: Label,
    /// The key under which it is kept.
    pub key: YearKey,
    /// What is kept.
    pub value: YearValue,
}

impl FactLine {
    /// The name of the line.
    pub fn name(&self, language: Language) -> String {
        let kind = self.kind.text(language).to_lowercase();
        format!("{}, {kind}", self.district.text(language))
    }
}

/// The lines of a year.
pub fn lines(registers: &Registers, values: &YearValues, year: i32) -> Vec<FactLine> {
    let Some(facts) = DistrictFacts::of(registers, values) else {
        return Vec::new();
    };
    let districts = facts.districts.choices.iter().filter(|it| it.is_current());
    let lines = districts.flat_map(|district| {
        let kinds = facts.kinds.choices.iter().filter(|it| it.is_current());
        kinds.map(|kind| {
            let key = DistrictFacts::key(&district.id, &kind.id, year);
            FactLine {
                district: district.label.clone(),
                kind: kind.label.clone(),
                value: values.get(&key).cloned().unwrap_or_default(),
                key,
            }
        })
    });
    lines.collect()
}
