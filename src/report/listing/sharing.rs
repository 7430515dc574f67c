//! Who receives a list of cases and on what ground, and what of it a partner sees.

use super::column::CaseColumn;
use crate::language::Language;
use crate::register::Definition;

/// Who receives a list, and on what ground.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sharing {
    /// The partner.
    pub recipient: String,
    /// The legal ground.
    pub ground: String,
}

impl Sharing {
    /// In a line above the list.
    pub(super) fn words(&self, language: Language) -> String {
        let said = [
            ("recipient", self.recipient.as_str().into()),
            ("ground", self.ground.as_str().into()),
        ];
        language.say("list-shared-with", &said)
    }
}

/// Whether a partner sees this column. The days that follow from tasks and from the timeline betray what they follow from.
pub(super) fn shown_to_others(column: &CaseColumn, definition: &Definition) -> bool {
    match column {
        CaseColumn::Due | CaseColumn::LastContact => false,
        CaseColumn::Number
        | CaseColumn::Begin
        | CaseColumn::End
        | CaseColumn::Status
        | CaseColumn::Outcome
        | CaseColumn::Flag(_) => true,
        CaseColumn::Field(at) => definition.fields[*at].is_on_shared_list(),
    }
}
