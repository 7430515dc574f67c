//! What a case is: what is stored of it, the definitions that say what it can be, and the rules that follow from them.
//!
//! Pure: no clock, no disk, no screen. Beside `language` a folder imports only what stands in the table, and no files import
//! each other in a circle; other rooms name everything as `crate::register::X`.
//!
//! | folder | holds | imports |
//! |---|---|---|
//! | `case` | what is stored of a case and its timeline, whatever its register asks: values, spells, changes | – |
//! | `definition` | what a register, a field, a list and an indicator are, and the ids that are reserved | `case` |
//! | `source` | from files, and what was changed in the program, to checked definitions | `definition` |
//! | `rules` | what a definition asks of a case, what is due in it, how it is called and worded | `definition`, `case` |
//! | `counting` | what is counted of a case, packed small | `rules`, `definition`, `case` |

mod case;
mod counting;
mod definition;
mod rules;
mod source;

pub use case::address::{Address, AddressPart};
pub use case::amount::Amount;
pub use case::case_file::{CaseFile, CaseState, Change, Closing, Revision, Spell, Withdrawn};
pub use case::dates::{DateOrder, DateShape, date_shape};
pub use case::due::Due;
pub use case::entry::{CaseReference, Entry, EntryState};
pub use case::key::{CaseKey, EntryKey};
pub use case::reading::{
    ValueProblem, read_date, read_date_time, read_day_in, read_number, read_postcode, read_year,
    read_yes_no,
};
pub use case::reason::Reason;
pub use case::value::Value;
pub use case::versions::Difference;
pub use counting::codebook::{Codebook, CodesExhausted};
pub use counting::counted::{Counted, CountedSpell, Layout};
pub use counting::entries::{CountedEntry, EntryLayout, Packed};
pub use counting::values::{NEVER, NO_NUMBER, PER_ONE, UNKNOWN, day_number};
pub use definition::choice::{Choice, find, goes_on_as, id_of, recognise, suggested_by_postcode};
pub use definition::derived::Derived;
pub use definition::entry_kind::{CountWords, EntryKind};
pub use definition::field::{Field, FieldKind, FieldRole, Matches, RequiredFrom, Sensitivity};
pub use definition::field_value::read_choice;
pub use definition::indicator::{
    CountedBy, Direction, Indicator, IndicatorPart, ListChoice, Ratio, RatioTerm, Unit,
};
pub use definition::limits::MOST_SEVERAL;
pub use definition::parts::{
    Bands, CaseWords, DateWords, Dpia, EndsAt, Flag, OutcomeField, Retention, RetentionException,
    StandardTable, Status, YoungerThan,
};
pub use definition::procedure::{
    DoneBy, Ladder, LeadsTo, NextAction, OnlyWith, Opening, Rung, Span, Term, Work,
};
pub use definition::register::{Definition, Kind};
pub use definition::reserved::{
    ATTACHMENT, BEGIN, DISCLOSURE, DUE_THEN, END, GIVEN, IN_PREPARATION, KINDS_OF_ALL, LINK,
    MERGED, NOT_TAKEN_OVER, NUMBER, OUTCOME, PUT_OFF, REPORTS, RESERVED, SETTLED, SINCE, STAND,
    STATUS, VERSION,
};
pub use definition::shared_list::{ListField, ListRole, SharedList};
pub use definition::standard_text::StandardText;
pub use rules::age::AgeThen;
pub use rules::fault::{CaseProblem, Fault};
pub use rules::filling::GAP;
pub use rules::joining::Joined;
pub use rules::matching::MatchKey;
pub use rules::moving::{MovedFigures, MovedYear};
pub use rules::person::PersonFields;
pub use rules::setting::Setting;
pub use rules::sharing::shared_values;
pub use rules::switching::{GoneChoice, Switch};
pub use rules::task::{Task, TaskSource};
pub use source::edition::{Content, Editions, Subject};
pub use source::files::{DefinitionFile, DefinitionFiles};
pub use source::indicator_source::IndicatorSource;
pub use source::indicators::Indicators;
pub use source::layers::Layers;
pub use source::mistake::{DefinitionError, Mistake};
pub use source::reading::id_in;
pub use source::reading_layers::Misfits;
pub use source::registers::Registers;
