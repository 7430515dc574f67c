//! What a case is: definitions of registers, case files with their spells and revisions, values and validation.
//!
//! Pure: no clock, no disk, no screen.

mod address;
mod address_line;
mod amount;
mod case_file;
mod check;
mod checking;
mod choice;
mod codebook;
mod coherence;
mod counted;
mod definition;
mod derived;
mod edition;
mod entry;
mod fault;
mod field;
mod indicator;
mod indicators;
mod joining;
mod layers;
mod mistake;
mod municipality;
mod naming;
mod person;
mod procedure;
mod proceeding;
mod reading;
mod registers;
mod setting;
mod source;
mod standard_text;
mod succession;
mod switching;
mod task;
mod validation;
mod value;
mod versions;
mod wording;
mod workings;

pub use address::{Address, AddressPart};
pub use amount::Amount;
pub use case_file::{CaseFile, CaseKey, CaseState, Change, Closing, Revision, Spell, Withdrawn};
pub use checking::SharedList;
pub use choice::{Choice, find, folded, goes_on_as, id_of, recognise, suggested_by_postcode};
pub use codebook::{Codebook, CodesExhausted};
pub use counted::{Counted, CountedSpell, Layout, NEVER, NO_NUMBER, PER_ONE, UNKNOWN, day_number};
pub use definition::{
    BEGIN, Bands, CaseWords, DateWords, Definition, END, Flag, Kind, MOST_SEVERAL, NUMBER, OUTCOME,
    OutcomeField, REPORTS, RESERVED, Retention, RetentionException, STAND, STATUS, StandardTable,
    Status,
};
pub use derived::Derived;
pub use edition::{Content, Editions, Subject};
pub use entry::{
    ATTACHMENT, CaseReference, Entry, EntryKey, EntryKind, EntryState, KINDS_OF_ALL, LINK, MERGED,
    NOT_TAKEN_OVER, SETTLED,
};
pub use fault::{CaseProblem, Fault};
pub use field::{Field, FieldKind, RequiredFrom, Sensitivity};
pub use indicator::{CountedBy, Direction, Indicator, IndicatorPart, Ratio, RatioTerm, Unit};
pub use indicators::Indicators;
pub use joining::Joined;
pub use layers::{DefinitionFile, DefinitionFiles, Layers, Misfits};
pub use mistake::{DefinitionError, Mistake};
pub use person::PersonFields;
pub use procedure::{
    DoneBy, Ladder, LeadsTo, NextAction, OnlyWith, Rung, Span, StandardText, Term, Work,
};
pub use reading::id_in;
pub use registers::Registers;
pub use setting::Setting;
pub use standard_text::GAP;
pub use switching::{GoneChoice, Switch};
pub use task::{DUE_THEN, Due, PUT_OFF, Task, TaskSource};
pub use value::{
    Value, ValueProblem, read_choice, read_date, read_date_time, read_postcode, read_year,
    read_yes_no,
};
pub use versions::Difference;
