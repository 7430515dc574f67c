//! Filling in a standard text: what is known of the case stands in it, and what is not shows as a gap to fill.

use chrono::NaiveDate;

use crate::language::Language;
use crate::register::case::case_file::CaseFile;
use crate::register::definition::field::Sensitivity;
use crate::register::definition::procedure::StandardText;
use crate::register::definition::register::{BEGIN, Definition, END, NUMBER, OUTCOME, STATUS};

/// What stands where the case says nothing.
pub const GAP: &str = "…";
/// The blank for the day on which the text is made.
const TODAY: &str = "vandaag";
/// The blank for who makes the text.
const USER: &str = "gebruiker";
/// The blank for who handles the case, whatever the field is called.
const OWNER: &str = "behandelaar";
/// The blanks that every register has.
const BLANKS_OF_ALL: [&str; 8] = [NUMBER, TODAY, BEGIN, END, STATUS, OUTCOME, OWNER, USER];

/// A piece of a standard text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::register) enum Piece<'a> {
    /// To be taken as it is.
    Words(&'a str),
    /// The name of what is filled in here.
    Blank(&'a str),
}

/// The pieces of a text, in order. A brace that is never closed opens a blank as well, so that it is seen.
pub(in crate::register) fn pieces(body: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = body;
    while let Some((words, after)) = rest.split_once('{') {
        pieces.push(Piece::Words(words));
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        pieces.push(Piece::Blank(name));
        rest = after;
    }
    pieces.push(Piece::Words(rest));
    pieces
}

impl Definition {
    /// The names of the blanks that a standard text can have: the fields of the case, its terms, and those that every
    /// register has. What came from the police goes into no letter.
    pub fn blanks(&self) -> Vec<String> {
        let fields = self.fields.iter();
        let fields = fields.filter(|field| field.sensitivity != Sensitivity::Police);
        let fields = fields.map(|field| &field.id);
        let terms = self.terms.iter().map(|term| &term.id);
        let own = fields.chain(terms).cloned();
        let of_all = BLANKS_OF_ALL.iter().map(|name| (*name).to_owned());
        of_all.chain(own).collect()
    }

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
    fn of(&self, name: &str) -> Option<String> {
        let (state, language) = (&self.case.state, self.language);
        match name {
            NUMBER => return Some(self.case.number.clone()),
            TODAY => return Some(language.date(self.today)),
            USER => return Some(self.actor.to_owned()),
            BEGIN => return state.opened().map(|day| language.date(day)),
            END => return state.closing().map(|closing| language.date(closing.date)),
            STATUS => {
                let status = self.definition.status(state.status.as_ref()?)?;
                return Some(status.choice.label.text(language).to_owned());
            }
            OUTCOME => {
                let outcome = state.closing()?.outcome.as_ref()?;
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
