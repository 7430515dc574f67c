//! What a row of an edited list changes, and was changed here too since the list was exported.

use chrono::{DateTime, Utc};
use chrono_tz::Europe::Amsterdam;

use crate::language::{Explain, Label, Language};

/// What a row of an edited list changes, and was changed here too since the list was exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangedMeanwhile {
    /// What.
    pub thing: Label,
    /// What it is here now.
    pub stored: Label,
    /// What the row makes of it.
    pub row: Label,
    /// Who changed it here.
    pub actor: String,
    /// When.
    pub recorded: DateTime<Utc>,
}

impl Explain for ChangedMeanwhile {
    fn explain(&self, language: Language) -> String {
        let day = self.recorded.with_timezone(&Amsterdam).date_naive();
        language.say(
            "import-changed-meanwhile",
            &[
                ("thing", self.thing.text(language).into()),
                ("stored", self.stored.text(language).into()),
                ("row", self.row.text(language).into()),
                ("actor", (&self.actor).into()),
                ("date", language.date(day).into()),
            ],
        )
    }
}
