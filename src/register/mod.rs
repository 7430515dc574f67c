//! What a case is: definitions of registers, case files with their spells and revisions, values and validation.
//!
//! Pure: no clock, no disk, no screen.

mod case;
mod counting;
mod definition;
mod rules;
mod source;

pub use case::address::{Address, AddressPart};
pub use case::amount::Amount;
pub use case::case_file::{
    CaseFile, CaseKey, CaseState, Change, Closing, Revision, Spell, Withdrawn,
};
pub use case::entry::{
    ATTACHMENT, CaseReference, Entry, EntryKey, EntryKind, EntryState, KINDS_OF_ALL, LINK, MERGED,
    NOT_TAKEN_OVER, SETTLED,
};
pub use case::value::{
    Value, ValueProblem, read_choice, read_date, read_date_time, read_postcode, read_year,
    read_yes_no,
};
pub use case::versions::Difference;
pub use counting::codebook::{Codebook, CodesExhausted};
pub use counting::counted::{
    Counted, CountedSpell, Layout, NEVER, NO_NUMBER, PER_ONE, UNKNOWN, day_number,
};
pub use definition::choice::{
    Choice, find, folded, goes_on_as, id_of, recognise, suggested_by_postcode,
};
pub use definition::derived::Derived;
pub use definition::field::{Field, FieldKind, RequiredFrom, Sensitivity};
pub use definition::indicator::{
    CountedBy, Direction, Indicator, IndicatorPart, Ratio, RatioTerm, Unit,
};
pub use definition::procedure::{
    DoneBy, Ladder, LeadsTo, NextAction, OnlyWith, Rung, Span, StandardText, Term, Work,
};
pub use definition::register::{
    BEGIN, Bands, CaseWords, DateWords, Definition, END, Flag, Kind, MOST_SEVERAL, NUMBER, OUTCOME,
    OutcomeField, REPORTS, RESERVED, Retention, RetentionException, STAND, STATUS, StandardTable,
    Status,
};
pub use rules::fault::{CaseProblem, Fault};
pub use rules::filling::GAP;
pub use rules::joining::Joined;
pub use rules::person::PersonFields;
pub use rules::setting::Setting;
pub use rules::switching::{GoneChoice, Switch};
pub use rules::task::{DUE_THEN, Due, PUT_OFF, Task, TaskSource};
pub use source::definition::SharedList;
pub use source::edition::{Content, Editions, Subject};
pub use source::indicators::Indicators;
pub use source::layers::{DefinitionFile, DefinitionFiles, Layers, Misfits};
pub use source::mistake::{DefinitionError, Mistake};
pub use source::reading::id_in;
pub use source::registers::Registers;
