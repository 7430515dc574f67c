//! Periods of days, the names by which people ask for them, and the years, quarters and months of the calendar.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::language::{Explain, Language};
use crate::register::day_number;

/// A period of days, both ends included. Its last day is the reference date (*peildatum*).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Period {
    /// The first day.
    pub from: NaiveDate,
    /// The last day: the reference date.
    pub to: NaiveDate,
}

/// The day numbers of a period, both ends included.
#[derive(Clone, Copy, Debug)]
pub(super) struct DayNumbers {
    pub from: i32,
    pub to: i32,
}

/// The calendar's own periods.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Step {
    /// January to December.
    Year,
    /// Three months.
    Quarter,
    /// A month.
    Month,
}

/// Why something is not a period.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, strum::IntoStaticStr)]
pub enum PeriodError {
    /// It is not written as one.
    #[error("not a period: {0}")]
    NotAPeriod(String),
    /// It ends before it begins.
    #[error("the period ends ({to}) before it begins ({from})")]
    Backwards {
        /// The first day.
        from: NaiveDate,
        /// The last day.
        to: NaiveDate,
    },
}

impl Explain for PeriodError {
    fn explain(&self, language: Language) -> String {
        match self {
            Self::NotAPeriod(written) => {
                language.say("period-not-one", &[("value", written.into())])
            }
            Self::Backwards { from, to } => language.say(
                "period-backwards",
                &[
                    ("from", language.date(*from).into()),
                    ("to", language.date(*to).into()),
                ],
            ),
        }
    }
}

impl Step {
    /// Every step with its name in commands, longest first.
    pub const NAMES: [(&str, Self); 3] = [
        (Self::Year.name(), Self::Year),
        (Self::Quarter.name(), Self::Quarter),
        (Self::Month.name(), Self::Month),
    ];

    /// The name by which a command line and a text know it.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Quarter => "quarter",
            Self::Month => "month",
        }
    }

    fn months(self) -> u32 {
        match self {
            Self::Year => 12,
            Self::Quarter => 3,
            Self::Month => 1,
        }
    }

    /// The name of the year, quarter or month of a day where there is little room: `2024`, `2e kw ’24`, `mrt ’24`.
    pub fn short_name(self, day: NaiveDate, language: Language) -> String {
        let quarter = i64::from(day.month0() / 3 + 1);
        let part = match self {
            Self::Year => return day.format("%Y").to_string(),
            Self::Quarter => language.say("period-short-quarter", &[("number", quarter.into())]),
            Self::Month => language.text(&format!("month-short-{}", day.format("%m"))),
        };
        format!("{part} {}", day.format("’%y"))
    }

    /// The whole year, quarter or month in which this day falls.
    pub fn containing(self, day: NaiveDate) -> Period {
        let month = day.month0() - day.month0() % self.months();
        let from = day
            .with_day(1)
            .and_then(|day| day.with_month0(month))
            .unwrap_or(day);
        let after = from.checked_add_months(Months::new(self.months()));
        Period {
            from,
            to: after
                .and_then(|day| day.pred_opt())
                .unwrap_or(NaiveDate::MAX),
        }
    }
}

impl Period {
    /// A whole calendar year.
    pub fn year(year: i32) -> Option<Self> {
        Some(Step::Year.containing(NaiveDate::from_ymd_opt(year, 1, 1)?))
    }

    /// The period from the first day of the year, quarter or month of this day up to the day itself: what a moved
    /// reference date makes of the period it governs.
    pub fn up_to(step: Step, reference_date: NaiveDate) -> Self {
        Self {
            from: step.containing(reference_date).from,
            to: reference_date,
        }
    }

    /// The period between two days.
    ///
    /// # Errors
    /// The second day lies before the first.
    pub fn between(from: NaiveDate, to: NaiveDate) -> Result<Self, PeriodError> {
        if to < from {
            Err(PeriodError::Backwards { from, to })
        } else {
            Ok(Self { from, to })
        }
    }

    /// The numbers of its first and its last day.
    pub(super) fn day_numbers(self) -> DayNumbers {
        DayNumbers {
            from: day_number(self.from),
            to: day_number(self.to),
        }
    }

    /// The same days a year earlier. The end of a month stays the end of that month, also in February.
    #[must_use]
    pub fn year_before(self) -> Self {
        let back = |day: NaiveDate| {
            day.checked_sub_months(Months::new(12))
                .unwrap_or(NaiveDate::MIN)
        };
        let next = self.to.checked_add_days(Days::new(1));
        let to = match next.filter(|day| day.day() == 1) {
            Some(next) => back(next).pred_opt().unwrap_or(NaiveDate::MIN),
            None => back(self.to),
        };
        Self {
            from: back(self.from),
            to,
        }
    }

    /// Reads `2024`, `2024-Q1`, `2024-03` or `2024-03-01..2024-03-31`.
    ///
    /// # Errors
    /// Anything else, or a range that ends before it begins.
    pub fn parse(written: &str) -> Result<Self, PeriodError> {
        let problem = || PeriodError::NotAPeriod(written.trim().to_owned());
        let written_trimmed = written.trim();
        if let Some((from, to)) = written_trimmed.split_once("..") {
            let day = |text: &str| {
                NaiveDate::parse_from_str(text.trim(), "%Y-%m-%d")
                    .ok()
                    .filter(|day| sensible(day) && !text.contains('+'))
            };
            let (Some(from), Some(to)) = (day(from), day(to)) else {
                return Err(problem());
            };
            return Self::between(from, to);
        }
        let (year, rest) = match written_trimmed.split_once('-') {
            Some((year, rest)) => (year, Some(rest)),
            None => (written_trimmed, None),
        };
        if year.len() != 4 || !year.bytes().all(|byte| byte.is_ascii_digit()) {
            return Err(problem());
        }
        let (step, month) = match rest {
            None => (Step::Year, 1),
            Some(rest) => match rest.strip_prefix(['Q', 'q']) {
                Some(quarter) if ["1", "2", "3", "4"].contains(&quarter) => (
                    Step::Quarter,
                    quarter.parse::<u32>().map_err(|_| problem())? * 3,
                ),
                None if rest.len() == 2 && rest.bytes().all(|byte| byte.is_ascii_digit()) => {
                    (Step::Month, rest.parse().map_err(|_| problem())?)
                }
                _ => return Err(problem()),
            },
        };
        let year = year.parse().map_err(|_| problem())?;
        let day = NaiveDate::from_ymd_opt(year, month, 1)
            .filter(sensible)
            .ok_or_else(problem)?;
        Ok(step.containing(day))
    }

    /// Whether this is a whole year, quarter or month.
    pub fn step(self) -> Option<Step> {
        Step::NAMES
            .into_iter()
            .map(|(_, step)| step)
            .find(|step| step.containing(self.to) == self)
    }

    /// The name by which [`Period::parse`] knows it.
    pub fn name(self) -> String {
        match self.step() {
            Some(Step::Year) => self.from.format("%Y").to_string(),
            Some(Step::Quarter) => {
                format!("{}-Q{}", self.from.format("%Y"), self.from.month0() / 3 + 1)
            }
            Some(Step::Month) => self.from.format("%Y-%m").to_string(),
            None => format!("{}..{}", self.from, self.to),
        }
    }

    /// The steps of this period, the last of which ends where the period does: a year that is not over is counted as far as
    /// it went.
    pub fn steps_so_far(self, step: Step) -> Vec<Self> {
        let mut steps = self.steps(step);
        if let Some(last) = steps.last_mut() {
            last.to = self.to;
        }
        steps
    }

    /// Its label on an axis, as a period of this length: `2024`, `2e kw ’24`, `mrt ’24`; of one that is not over also until
    /// when, as `2025 t/m 21-11`.
    pub fn short_name(self, step: Step, language: Language) -> String {
        let name = step.short_name(self.to, language);
        if step.containing(self.to).to == self.to {
            return name;
        }
        let day = self.to.format("%d-%m").to_string();
        let said = [("period", name.into()), ("day", day.into())];
        language.say("period-so-far", &said)
    }

    /// The whole years, quarters or months from the one in which this period begins to the one in which it ends.
    pub fn steps(self, step: Step) -> Vec<Self> {
        let mut steps = Vec::new();
        let mut next = step.containing(self.from);
        while next.from <= self.to {
            steps.push(next);
            match next.to.checked_add_days(Days::new(1)) {
                Some(day) => next = step.containing(day),
                None => break,
            }
        }
        steps
    }
}

/// No case of a municipality lies outside these centuries; a year like 0204 is a slip of the pen.
fn sensible(day: &NaiveDate) -> bool {
    (1800..=2999).contains(&day.year())
}
