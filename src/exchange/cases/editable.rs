//! Lists that are edited in a spreadsheet and come back: what may stand in them, and what a cell of them holds.

use super::target::Target;
use crate::exchange::sheet::cells::Cell;
use crate::language::Language;
use crate::register::{CaseFile, CaseState, Choice, Definition, Field, Value, find};

/// How many characters go into a cell of a spreadsheet.
pub(super) const MOST_LETTERS: usize = 32_767;

impl Target {
    /// Whether it stands in a list that is edited elsewhere. Whoever has that file can read it, so that it never holds what
    /// came from the police (Wpg), special categories of personal data (GDPR art. 9), nor who reported.
    pub fn is_editable(&self, definition: &Definition) -> bool {
        let (Self::Field(id) | Self::Part(id, _)) = self else {
            return true;
        };
        definition
            .field(id)
            .is_some_and(Field::may_be_edited_elsewhere)
    }

    /// What a case has for this as a cell of a sheet. The number of a case and its version are no part of its state: they
    /// are blank here.
    pub fn cell(&self, definition: &Definition, state: &CaseState, language: Language) -> Cell {
        let closing = state.closing();
        let chosen = |choices: &[Choice], id: &String| {
            let choice = find(choices, id);
            let label = choice.map(|choice| choice.label.text(language));
            Cell::Text(label.unwrap_or(id).to_owned())
        };
        let yes_or_no = |yes: bool| Cell::Text(language.text(if yes { "yes" } else { "no" }));
        let found = match self {
            Self::Number | Self::Version => None,
            Self::Begin => state.opened().map(|day| Cell::Date(day.into())),
            Self::Since => {
                let came = state.preparation.as_ref();
                came.map(|came| Cell::Date(came.opened.into()))
            }
            Self::End => closing.map(|closing| Cell::Date(closing.date.into())),
            Self::Status | Self::Outcome => {
                let id = match self {
                    Self::Status => state.status.as_ref(),
                    _ => closing.and_then(|closing| closing.outcome.as_ref()),
                };
                id.map(|id| chosen(&self.choices(definition), id))
            }
            Self::Flag(id) => {
                let set = closing.and_then(|closing| closing.flags.get(id));
                set.copied().map(yes_or_no)
            }
            Self::Field(id) => definition.field(id).and_then(|field| {
                let value = state.values.get(id)?;
                Some(match value {
                    Value::Number(number) => Cell::Number(*number),
                    Value::Date(day) => Cell::Date((*day).into()),
                    Value::DateTime(moment) => Cell::Date(*moment),
                    Value::YesNo(yes) => yes_or_no(*yes),
                    Value::Choice(_) | Value::Choices(_) | Value::Text(_) | Value::Address(_) => {
                        Cell::Text(field.display(value, language))
                    }
                })
            }),
            Self::Part(id, part) => match state.values.get(id) {
                Some(Value::Address(address)) => Some(Cell::Text(part.of(address).to_owned())),
                _ => None,
            },
        };
        match found {
            Some(Cell::Text(text)) if text.is_empty() => Cell::Empty,
            found => found.unwrap_or(Cell::Empty),
        }
    }
}

/// What stands in a list of this register that is edited elsewhere, in the order of its columns.
pub fn editable_targets(definition: &Definition) -> impl Iterator<Item = Target> {
    let all = Target::all(definition).filter(|target| *target != Target::Version);
    all.filter(|target| target.is_editable(definition))
}

/// The heading of a column in a list that is edited elsewhere: what it is called, where an import knows it by that.
pub fn editable_heading(definition: &Definition, target: &Target, language: Language) -> String {
    let label = target.label(definition, language);
    match Target::named(definition, &label).as_ref() == Some(target) {
        true => label,
        false => target.id(),
    }
}

/// What a list that is edited elsewhere says of the version of a case, with a mark of the case itself: a number that was
/// typed over, or the same number in another vault, would else change another case. It begins with a letter, so that no
/// spreadsheet takes it for a number or a date.
pub fn version_mark(case: &CaseFile, version: u32) -> String {
    let own: String = case.id.chars().rev().take(6).collect();
    format!("v{version}-{own}")
}

/// The version in such a mark, where it is of this case and not newer than it is here.
pub(super) fn marked_version(case: &CaseFile, mark: &str) -> Option<u32> {
    let (version, _) = mark.strip_prefix(['v', 'V'])?.split_once('-')?;
    let version = version.parse().ok()?;
    let is_same = version_mark(case, version).eq_ignore_ascii_case(mark);
    (is_same && version <= case.version).then_some(version)
}

/// Whether a cell that came back is the one that was exported. A spreadsheet may have put a date or number in another form,
/// cut a long text off, and written its lines otherwise.
pub(super) fn is_same(cell: &Cell, exported: &Cell) -> bool {
    if let (Cell::Date(one), Cell::Date(other)) = (cell, exported) {
        return (*one - *other).num_milliseconds().abs() < 1000;
    }
    let plain = |cell: &Cell| {
        let text: String = cell.text().chars().take(MOST_LETTERS).collect();
        text.replace("\r\n", "\n").trim().to_owned()
    };
    plain(cell) == plain(exported)
}
