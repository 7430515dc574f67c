//! What every part of the overview is drawn from.

use crate::desk::overview::due_counts::DueByRegister;
use crate::desk::overview::overview_figures::OverviewFigures;
use crate::desk::state::reference_date::ReferenceDate;
use crate::language::Language;
use crate::register::Registers;

/// The figures of the overview, and how they are shown.
pub struct OverviewContext<'a> {
    /// The figures.
    pub figures: &'a OverviewFigures,
    /// The due counts of every register.
    pub due: &'a DueByRegister,
    /// All registers.
    pub registers: &'a Registers,
    /// The language of the screen.
    pub language: Language,
    /// The reference date.
    pub reference: ReferenceDate,
    /// Whether the numbers of a year earlier are shown as well.
    pub compare: bool,
}

impl OverviewContext<'_> {
    /// The name of the period a year earlier.
    pub fn year_before(&self) -> String {
        self.reference.year_before().name(self.language)
    }

    /// How many more or fewer there are than a year earlier: "+12"; empty where that is not shown.
    pub fn difference(&self, now: u64, before: u64) -> String {
        if !self.compare || (now, before) == (0, 0) {
            return String::new();
        }
        let difference = now as i64 - before as i64;
        let size = self.language.count(difference.abs());
        match difference {
            0 => "=".to_owned(),
            1.. => format!("+{size}"),
            _ => format!("−{size}"),
        }
    }

    /// A text about the present, marked as such where the reference date is another day.
    pub fn as_of_now(&self, text: String) -> String {
        match self.reference.date == self.reference.today {
            true => text,
            false => self.language.say("overview-now", &[("what", text.into())]),
        }
    }
}
