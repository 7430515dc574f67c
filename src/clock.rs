//! What time it is. Handed in everywhere, so that a test decides.

use std::sync::Arc;
use std::time::SystemTime;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Timelike, Utc};
use chrono_tz::Europe::Amsterdam;

/// A source of the present moment.
#[derive(Clone)]
pub struct Clock(Arc<dyn Fn() -> DateTime<Utc> + Send + Sync>);

impl std::fmt::Debug for Clock {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(formatter, "Clock({})", self.now())
    }
}

impl Clock {
    /// The clock of the machine.
    pub fn system() -> Self {
        // Not `Utc::now`, which stops the thread where the clock stands before 1970.
        Self(Arc::new(|| SystemTime::now().into()))
    }

    /// A clock that stands still.
    pub fn fixed(instant: DateTime<Utc>) -> Self {
        Self(Arc::new(move || instant))
    }

    /// A clock that says what this says.
    pub fn telling(tell: impl Fn() -> DateTime<Utc> + Send + Sync + 'static) -> Self {
        Self(Arc::new(tell))
    }

    /// The present moment.
    pub fn now(&self) -> DateTime<Utc> {
        (self.0)()
    }

    /// What the clocks say in the Netherlands, to the minute.
    pub fn wall(&self) -> NaiveDateTime {
        let wall = self.now().with_timezone(&Amsterdam).naive_local();
        wall.with_second(0)
            .and_then(|wall| wall.with_nanosecond(0))
            .unwrap_or(wall)
    }

    /// The present day in the Netherlands.
    pub fn today(&self) -> NaiveDate {
        self.now().with_timezone(&Amsterdam).date_naive()
    }
}
