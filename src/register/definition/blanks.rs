//! The blanks of a standard text, in which is filled in what is known of a case.

use super::field::Sensitivity;
use super::register::Definition;
use super::reserved::{BEGIN, END, NUMBER, OUTCOME, OWNER, STATUS, TODAY, USER};

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
}
