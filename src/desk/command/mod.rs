//! The commands: everything the user can do, each with its name, icon and shortcut. The palette, the help, the menus and the
//! buttons all take them from here.

pub mod keys;
pub mod kinds;
pub mod section;
pub mod table;

use chrono::NaiveDate;
use egui::KeyboardShortcut;

use crate::desk::command::kinds::{everyday_kind, typed_kinds};
use crate::figures::Step;
use crate::language::Language;
use crate::language::letters::lower;
use crate::register::{CaseState, Definition, EntryKind, Registers};
pub use section::Section;
pub use table::Command;

impl Command {
    /// Every command, with one for each register, by section and in the order of the table.
    pub fn all(registers: &Registers) -> Vec<Self> {
        let mut all = Self::ALONE.to_vec();
        let registers = registers.all().iter();
        all.extend(registers.map(|register| Self::Register(register.id.clone())));
        all.push(Self::AddReport(None));
        all.extend(Step::NAMES.map(|(_, step)| Self::Period(step)));
        all.sort_by_key(Self::section);
        all
    }

    /// Every command with a shortcut; those with more modifiers come first, because to egui Ctrl Shift C is a Ctrl C too.
    pub fn all_with_keys(registers: &Registers) -> Vec<(Self, KeyboardShortcut)> {
        let all = Self::all(registers).into_iter();
        let keyed = all.filter_map(|command| command.keys(registers).map(|keys| (command, keys)));
        let mut keyed: Vec<_> = keyed.collect();
        keyed.sort_by_key(|(_, keys)| std::cmp::Reverse(keys::held(*keys)));
        keyed
    }

    /// The commands for a case of this register in this state, on this day.
    pub fn of_case(definition: &Definition, state: &CaseState, today: NaiveDate) -> Vec<Self> {
        let contact = everyday_kind(definition).map(|kind| &kind.id);
        let kinds = typed_kinds(definition).filter(|kind| Some(&kind.id) != contact);
        let mut all = vec![Self::EditCase];
        all.extend(contact.map(|_| Self::Contact));
        let runs = state.closing().is_none();
        let climbs = runs && definition.ladder.is_some();
        all.extend(climbs.then_some(Self::NextStep));
        all.extend(kinds.map(|kind| Self::Enter(kind.id.clone())));
        all.extend([Self::Attach, Self::Link, Self::Merge]);
        all.extend(definition.leads_to.as_ref().map(|_| Self::Gather));
        let texts = definition.texts.iter().any(|text| !text.retired);
        all.extend(texts.then_some(Self::CopyText));
        all.extend([Self::Summary, Self::Timeline]);
        let ended = !definition.runs_on(state, today);
        all.extend(definition.has_spells().then_some(match ended {
            true => Self::ReopenCase,
            false => Self::FinishCase,
        }));
        all
    }

    /// The heading under which it is listed.
    pub fn section(&self) -> Section {
        self.row().section
    }

    /// The name on the screen.
    pub fn label(&self, registers: &Registers, language: Language) -> String {
        let text = self.row().text;
        match self {
            Self::Enter(id) => {
                let kind = kind_of(registers, id);
                let label = kind.map_or(id.as_str(), |kind| kind.label.text(language));
                language.say(text, &[("kind", label.into())])
            }
            Self::Register(id) => {
                let label = register_label(registers, id, language);
                language.say(text, &[("register", label.into())])
            }
            Self::Period(step) => language.say(text, &[("step", step.name().into())]),
            _ => language.text(text),
        }
    }

    /// The name while a case of this register is on the screen: the contact is called as its everyday kind of entry.
    pub fn label_in(
        &self,
        definition: Option<&Definition>,
        registers: &Registers,
        language: Language,
    ) -> String {
        match (self, definition.and_then(everyday_kind)) {
            (Self::Contact, Some(kind)) => Self::Enter(kind.id.clone()).label(registers, language),
            _ => self.label(registers, language),
        }
    }

    /// A sentence on what it does.
    pub fn about(&self, language: Language) -> String {
        language.about(self.row().text)
    }

    /// Other words by which people look for it.
    pub fn other_words(&self, language: Language) -> Vec<String> {
        language.other_words(self.row().text)
    }

    /// The icon before the name.
    pub fn icon(&self, registers: &Registers) -> String {
        let own = match self {
            Self::Enter(id) => kind_of(registers, id).map(|kind| &kind.icon),
            Self::Register(id) => registers.get(id).map(|register| &register.icon),
            _ => None,
        };
        own.map_or_else(|| self.row().icon.to_owned(), String::clone)
    }

    /// Its shortcut; a register has Alt with its place in the navigation.
    pub fn keys(&self, registers: &Registers) -> Option<KeyboardShortcut> {
        match self {
            Self::Register(id) => {
                let mut all = registers.all().iter();
                keys::alt_digit(all.position(|register| register.id == *id)?)
            }
            Self::AddReport(None) => Some(keys::alone(egui::Key::F2)),
            _ => self.row().keys,
        }
    }

    /// Whether its shortcut is handled for the whole window. The others are handled by the screen they belong to: a letter,
    /// for instance, is typed in every field.
    pub fn is_global(&self) -> bool {
        let local = [Self::TaskDone, Self::PutOffTask];
        let of_list = [Self::ChooseCase, Self::ChooseAll];
        let of_meeting = [Self::NextCase, Self::PreviousCase, Self::MeetingPaper];
        let of_indicators = [
            Self::TypeYear,
            Self::YearHistory,
            Self::ManyYears,
            Self::Districts,
        ];
        let somewhere = [&local[..], &of_list, &of_meeting, &of_indicators];
        !somewhere.concat().contains(self)
    }

    /// Whether it opens a field, which then has the keyboard: what is typed after its keys is for that field.
    pub fn opens_field(&self) -> bool {
        matches!(
            self,
            Self::Search
                | Self::Help
                | Self::Filter
                | Self::Group
                | Self::ChangeMany
                | Self::FinishMany
                | Self::SaveView
                | Self::SaveViewAs
                | Self::WhoAmI
                | Self::RenameView
                | Self::ChooseDate
                | Self::Import
                | Self::EnterMany
                | Self::Export
                | Self::Summary
                | Self::MeetingPaper
                | Self::Meeting
                | Self::NewCase
                | Self::EditCase
                | Self::FinishCase
                | Self::ReopenCase
                | Self::AddReport(_)
                | Self::Contact
                | Self::NextStep
                | Self::Enter(_)
                | Self::Attach
                | Self::Link
                | Self::Gather
                | Self::Merge
                | Self::CopyText
                | Self::PutOffTask
                | Self::TypeYear
                | Self::NewItem
                | Self::EditItem
                | Self::MergeItem
        )
    }

    /// Whether it is about an item of a list that is managed.
    pub fn is_of_list(&self) -> bool {
        matches!(
            self,
            Self::NewItem
                | Self::EditItem
                | Self::ItemUp
                | Self::ItemDown
                | Self::MergeItem
                | Self::RetireItem
                | Self::RemoveItem
                | Self::ListHistory
        )
    }

    /// Its shortcut, as it is printed: `Ctrl K`.
    pub fn shortcut(&self, registers: &Registers) -> Option<String> {
        self.keys(registers).map(keys::written)
    }
}

/// A register by its team: "Woonoverlast", "Ondermijning, signalen".
fn register_label(registers: &Registers, id: &str, language: Language) -> String {
    let Some(register) = registers.get(id) else {
        return id.to_owned();
    };
    let team = register.team_label.text(language);
    let label = register.label.text(language);
    match team == label {
        true => label.to_owned(),
        false => format!("{team}, {}", lower(label)),
    }
}

/// The kind of entry with this id in the first register that has it.
fn kind_of<'a>(registers: &'a Registers, id: &str) -> Option<&'a EntryKind> {
    let mut all = registers.all().iter();
    all.find_map(|register| register.entry_kind(id))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_command_says_what_it_does_in_both_languages() {
        let registers = Registers::shipped().unwrap();
        let kinds = registers.all().iter();
        let kinds = kinds.flat_map(|definition| typed_kinds(definition));
        let entries = kinds.map(|kind| Command::Enter(kind.id.clone()));
        for command in Command::all(&registers).into_iter().chain(entries) {
            for language in Language::ALL {
                let label = command.label(&registers, language);
                assert_ne!(label, command.row().text, "{command:?}");
                assert!(!command.about(language).is_empty(), "{command:?}");
            }
        }
    }

    #[test]
    fn two_commands_have_the_same_keys_only_where_they_are_never_handled_together() {
        let registers = Registers::shipped().unwrap();
        let all = Command::all_with_keys(&registers);
        let local = |command: &Command| command.is_of_list() || !command.is_global();
        for (at, (one, keys)) in all.iter().enumerate() {
            for (other, _) in all[at + 1..].iter().filter(|(_, others)| others == keys) {
                let apart = one.section() != other.section();
                assert!(
                    apart && (local(one) || local(other)),
                    "{one:?} and {other:?} both have {keys:?}"
                );
            }
        }
    }
}
