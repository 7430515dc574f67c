//! The ids that the program itself gives a meaning, in every register.
//!
//! All other ids belong to a municipality, which chooses them in its definitions. These stand in what is stored and in
//! files that were exported, so they never change.

/// The running-or-finished split of a spell register on the reference date.
pub const STAND: &str = "stand";
/// A case's status.
pub const STATUS: &str = "status";
/// The outcome with which a spell ends.
pub const OUTCOME: &str = "uitkomst";
/// The case number, for headers and lists.
pub const NUMBER: &str = "nummer";
/// The date on which a case begins or an event happened.
pub const BEGIN: &str = "begin";
/// The date on which a case ends.
pub const END: &str = "einde";
/// The version of a case, in a list that is edited elsewhere and comes back.
pub const VERSION: &str = "peildatum-versie";
/// What a field is required from that only a form for a new case requires.
pub(in crate::register) const TYPING: &str = "invoer";
/// What a field is required from that is asked where a case began without having been prepared.
pub(in crate::register) const UNPREPARED: &str = "zonder-voorbereiding";
/// Ids that no field or flag may take: every register has them, or the list of cases in JSON does. What follows from the
/// dates of a case ([`Derived`](crate::register::Derived)) is reserved as well.
pub const RESERVED: [&str; 11] = [
    STAND, STATUS, OUTCOME, NUMBER, BEGIN, END, SINCE, VERSION, "number", "opened", "closed",
];
/// Keys of figures that are not choices; a choice of that name could not be told apart.
pub(in crate::register) const KEYS: [&str; 2] = ["onbekend", "lopend"];

/// The measure that counts the cases that have yet to begin.
pub const IN_PREPARATION: &str = "in-voorbereiding";
/// The day on which a case came that has yet to begin, in files and forms.
pub const SINCE: &str = "in-voorbereiding-sinds";
/// The measure that counts reports apart from cases, where a register tells them apart.
pub const REPORTS: &str = "meldingen";

/// The blank of a standard text for the day on which the text is made.
pub(in crate::register) const TODAY: &str = "vandaag";
/// The blank of a standard text for who makes the text.
pub(in crate::register) const USER: &str = "gebruiker";
/// The blank of a standard text for who handles the case, whatever the field is called.
pub(in crate::register) const OWNER: &str = "behandelaar";

/// The task of doing what somebody planned, as it is stored.
pub(in crate::register) const NEXT_ACTION: &str = "volgende-actie";
/// The task of looking at a case that lies still, as it is stored.
pub(in crate::register) const IDLE: &str = "stil";

// The kinds of entry that the program makes, and the fields in which it keeps how a case goes on: their ids stand in every
// stored timeline, and are asked for by rules and queries. A municipality may give them other labels and more fields.

/// The kind of entry that holds a document. Every register has it.
pub const ATTACHMENT: &str = "bijlage";
/// The kind of entry that links a case to another one. Every register has it.
pub const LINK: &str = "koppeling";
/// The kind of entry that says a task was done or put off. Every register has it.
pub const SETTLED: &str = "taak";
/// The kind of entry that says another case was merged into this one. Every register has it.
pub const MERGED: &str = "samenvoeging";
/// The kinds of entry that every register has, whatever its definition says: the program makes them.
pub const KINDS_OF_ALL: [&str; 4] = [ATTACHMENT, LINK, SETTLED, MERGED];

/// The kind of entry that says from whom something was received, or to whom it was given. Every register has it that has
/// something to share: who gets a list is recorded with it on every case of the list.
pub const DISCLOSURE: &str = "verstrekking";
/// The choice of its direction with which something is given to somebody.
pub const GIVEN: &str = "gegeven";

/// The field of an entry of kind [`MERGED`] that says what of the other case was not taken over: a line a thing.
pub const NOT_TAKEN_OVER: &str = "niet-overgenomen";
/// The field of an entry of kind [`SETTLED`] that says until when a task was put off; without it the task is done.
pub const PUT_OFF: &str = "uitgesteld-tot";
/// The field of an entry of kind [`SETTLED`] that says which day a term was due when that was said. Where the date that a
/// term counts from moves, as with every extension of a ban, the term that was met is another one.
pub const DUE_THEN: &str = "uiterlijk";
