//! Filling in a standard text: what is known of the case stands in it, and what is not shows as a gap to fill.

use chrono::NaiveDate;

use crate::language::Language;
use crate::register::case::case_file::{CaseFile, Closing};
use crate::register::definition::blanks::{Piece, pieces};
use crate::register::definition::field::Sensitivity;
use crate::register::definition::register::Definition;
use crate::register::definition::reserved::{
    BEGIN, END, NUMBER, OUTCOME, OWNER, STATUS, TODAY, USER,
};
use crate::register::definition::standard_text::StandardText;

/// What stands where the case says nothing.
pub const GAP: &str = "…";
impl Definition {
    /// The standard text with what is known of the case filled in, to be adjusted before use. What is not known shows as
    /// [`GAP`].
    pub fn fill(
        &self,
        text: &StandardText,
        case: &CaseFile,
        today: NaiveDate,
        actor: &str,
        language: Language,
    ) -> String {
        let filling = Filling {
            definition: self,
            case,
            today,
            actor,
            language,
        };
        let body = pieces(text.body.text(language)).into_iter();
        body.map(|piece| match piece {
            Piece::Words(words) => words.to_owned(),
            Piece::Blank(name) => filling
                .of(name)
                .filter(|known| !known.trim().is_empty())
                .unwrap_or_else(|| GAP.to_owned()),
        })
        .collect()
    }
}

/// What is filled in.
struct Filling<'a> {
    definition: &'a Definition,
    case: &'a CaseFile,
    today: NaiveDate,
    actor: &'a str,
    language: Language,
}

impl Filling<'_> {
    fn ending(&self) -> Option<Closing> {
        self.definition.ending(&self.case.state)
    }

    fn of(&self, name: &str) -> Option<String> {
        let (state, language) = (&self.case.state, self.language);
        match name {
            NUMBER => return Some(self.case.number.clone()),
            TODAY => return Some(language.date(self.today)),
            USER => return Some(self.actor.to_owned()),
            BEGIN => return state.opened().map(|day| language.date(day)),
            END => return self.ending().map(|ending| language.date(ending.date)),
            STATUS => {
                let status = self.definition.status_on(state, self.today)?;
                return Some(status.choice.label.text(language).to_owned());
            }
            OUTCOME => {
                let ending = self.ending()?;
                let outcome = ending.outcome.as_ref()?;
                let choice = self.definition.outcome.as_ref()?.choice(outcome)?;
                return Some(choice.label.text(language).to_owned());
            }
            _ => {}
        }
        if let Some(field) = self.definition.field(name) {
            let value = state.values.get(name)?;
            let withheld = field.sensitivity == Sensitivity::Police;
            return (!withheld).then(|| field.display(value, language));
        }
        if name == OWNER {
            return self.definition.owner_of(state).map(str::to_owned);
        }
        let due = self.definition.due(self.definition.term(name)?, state)?;
        Some(due.written(language))
    }
}
