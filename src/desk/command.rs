//! Everything that can be done, each once: a command has a name, an icon and a shortcut, and stands in the palette, in
//! the help and on its button from this one source.

use egui::{Key, KeyboardShortcut, Modifiers};

use super::icons;
use crate::figures::Step;
use crate::language::Language;
use crate::register::{CaseKey, Definition, EntryKind, KINDS_OF_ALL, Registers};

/// Something that can be done.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Command {
    /// Look for a case, a screen or an action.
    Search,
    /// Only some of the cases of the list or the figure.
    Filter,
    /// A new case in the register that is open.
    NewCase,
    /// Change the case that is open.
    EditCase,
    /// End the case that is open.
    FinishCase,
    /// Open the case again.
    ReopenCase,
    /// Write down a conversation about the case that is open, with what happens next.
    Contact,
    /// Take the next step of the ladder.
    NextStep,
    /// Put something of this kind on the timeline of the case that is open.
    Enter(String),
    /// Tie the case that is open to another one.
    Tie,
    /// Gather the case that is open in another one.
    Gather,
    /// Put a document on the timeline.
    Attach,
    /// Put a standard text on the clipboard.
    CopyText,
    /// Give the keyboard to the timeline of the case that is open.
    Timeline,
    /// Store what is typed.
    Save,
    /// Throw away what is typed.
    Discard,
    /// Go on with a draft.
    Resume(String),
    /// Throw a draft away that is not on the screen.
    DropDraft(String),
    /// Take back the draft that was thrown away last.
    RestoreDraft,
    /// What is typed is one more report on a case that runs at the address: this one, or else the newest.
    AddToKnown(Option<CaseKey>),
    /// Show the details of what is known at the address.
    ShowDetails,
    /// Leave what is on top.
    Close,
    /// Bring in a file.
    Import,
    /// Go to what is to be done.
    Work,
    /// The task at hand is done.
    TaskDone,
    /// The task at hand waits, for a reason.
    PutOffTask,
    /// What was done with a task is undone.
    UndoTask,
    /// Discuss the cases of this list one after the other.
    Meeting,
    /// Go back to the meeting that goes on.
    ResumeMeeting,
    /// The next case of the meeting.
    NextCase,
    /// The case before it.
    PreviousCase,
    /// End the meeting.
    EndMeeting,
    /// The agenda or the minutes of the meeting on paper.
    MeetingPaper,
    /// The case on paper, to hand over.
    Summary,
    /// Go to the figures.
    Figures,
    /// Go to a register.
    Register(String),
    /// One year, quarter or month back.
    PreviousPeriod,
    /// One year, quarter or month on.
    NextPeriod,
    /// The reference date becomes today.
    Today,
    /// Type another reference date.
    ChooseDate,
    /// Figures are about a year, a quarter or a month.
    Period(Step),
    /// Put the table on the clipboard.
    CopyTable,
    /// Light, dark, or as the system.
    Theme,
    /// The other language.
    Language,
    /// Another vault.
    Vaults,
    /// The shortcuts.
    Help,
}

impl Command {
    /// Every command, registers included, in the order of the help.
    pub fn all(registers: &Registers) -> Vec<Self> {
        let mut all = vec![
            Self::Search,
            Self::Filter,
            Self::NewCase,
            Self::EditCase,
            Self::FinishCase,
        ];
        all.extend([Self::ReopenCase, Self::Contact, Self::NextStep]);
        all.extend([Self::Attach, Self::Tie]);
        all.extend([Self::Timeline, Self::Save, Self::Close, Self::Import]);
        all.extend([Self::Summary, Self::Work, Self::TaskDone, Self::PutOffTask]);
        all.extend([Self::UndoTask, Self::Meeting, Self::ResumeMeeting]);
        all.push(Self::NextCase);
        all.extend([Self::PreviousCase, Self::MeetingPaper, Self::EndMeeting]);
        all.extend([Self::AddToKnown(None), Self::ShowDetails]);
        all.extend(
            registers
                .all()
                .iter()
                .map(|register| Self::Register(register.id.clone())),
        );
        all.extend([
            Self::Figures,
            Self::CopyTable,
            Self::ChooseDate,
            Self::Today,
        ]);
        all.extend([Self::PreviousPeriod, Self::NextPeriod]);
        all.extend(Step::NAMES.map(|(_, step)| Self::Period(step)));
        all.extend([Self::Theme, Self::Language, Self::Vaults, Self::Help]);
        all
    }

    /// What can be put on the timeline of a case of this register, beside what [`Command::all`] has.
    pub fn of_case(definition: &Definition) -> Vec<Self> {
        let contact = everyday_kind(definition).map(|kind| &kind.id);
        let kinds = typed_kinds(definition).filter(|kind| Some(&kind.id) != contact);
        let mut all: Vec<Self> = kinds.map(|kind| Self::Enter(kind.id.clone())).collect();
        all.extend(definition.leads_to.as_ref().map(|_| Self::Gather));
        all.extend((!definition.texts.is_empty()).then_some(Self::CopyText));
        all
    }

    /// The name on the screen.
    pub fn label(&self, registers: &Registers, language: Language) -> String {
        let id = match self {
            Self::Search => "command-search",
            Self::Filter => "command-filter",
            Self::NewCase => "command-new-case",
            Self::EditCase => "command-edit-case",
            Self::FinishCase => "command-finish-case",
            Self::ReopenCase => "command-reopen-case",
            Self::Contact => "command-contact",
            Self::NextStep => "command-next-step",
            Self::Enter(id) => {
                let kind = kind_of(registers, id);
                let label = kind.map_or(id.as_str(), |kind| kind.label.text(language));
                return language.say("command-enter", &[("kind", label.into())]);
            }
            Self::Tie => "command-tie",
            Self::Gather => "command-gather",
            Self::Attach => "command-attach",
            Self::CopyText => "command-copy-text",
            Self::Timeline => "command-timeline",
            Self::Save => "command-save",
            Self::Discard | Self::DropDraft(_) => "command-discard",
            Self::Resume(_) => "command-resume",
            Self::RestoreDraft => "command-restore",
            Self::AddToKnown(_) => "command-add-to-known",
            Self::ShowDetails => "command-show-details",
            Self::Close => "command-close",
            Self::Import => "command-import",
            Self::Work => "command-work",
            Self::TaskDone => "command-task-done",
            Self::PutOffTask => "command-put-off-task",
            Self::UndoTask => "command-undo-task",
            Self::Meeting => "command-meeting",
            Self::ResumeMeeting => "command-resume-meeting",
            Self::NextCase => "command-next-case",
            Self::PreviousCase => "command-previous-case",
            Self::EndMeeting => "command-end-meeting",
            Self::MeetingPaper => "command-meeting-paper",
            Self::Summary => "command-summary",
            Self::Figures => "command-figures",
            Self::Register(id) => {
                let Some(register) = registers.get(id) else {
                    return id.clone();
                };
                let team = register.team_label.text(language);
                let label = register.label.text(language);
                // An abbreviation keeps its capitals in the middle of a line.
                let word = label.chars().nth(1).is_some_and(char::is_lowercase);
                return match (team == label, word) {
                    (true, _) => label.to_owned(),
                    (false, true) => format!("{team}, {}", label.to_lowercase()),
                    (false, false) => format!("{team}, {label}"),
                };
            }
            Self::PreviousPeriod => "command-previous-period",
            Self::NextPeriod => "command-next-period",
            Self::Today => "command-today",
            Self::ChooseDate => "command-choose-date",
            Self::Period(Step::Year) => "command-period-year",
            Self::Period(Step::Quarter) => "command-period-quarter",
            Self::Period(Step::Month) => "command-period-month",
            Self::CopyTable => "command-copy-table",
            Self::Theme => "command-theme",
            Self::Language => "command-language",
            Self::Vaults => "command-vaults",
            Self::Help => "command-help",
        };
        language.text(id)
    }

    /// The icon before the name.
    pub fn icon(&self, registers: &Registers) -> String {
        let icon = match self {
            Self::Search => icons::SEARCH,
            Self::Filter => icons::FILTER,
            Self::NewCase => icons::ADD,
            Self::EditCase => icons::EDIT,
            Self::FinishCase => icons::FINISH,
            Self::ReopenCase => icons::REOPEN,
            Self::Save => icons::CHOSEN,
            Self::Close | Self::Discard | Self::DropDraft(_) => icons::CLOSE,
            Self::Resume(_) => icons::DRAFT,
            Self::RestoreDraft => icons::UNDO,
            Self::AddToKnown(_) => icons::ADD,
            Self::ShowDetails => icons::DETAILS,
            Self::Contact => icons::CONTACT,
            Self::NextStep => icons::NEXT_STEP,
            Self::Enter(id) => {
                return kind_of(registers, id)
                    .map_or_else(|| icons::ADD.to_owned(), |kind| kind.icon.clone());
            }
            Self::Tie => icons::LINK,
            Self::Gather => icons::GATHER,
            Self::Attach => icons::ATTACH,
            Self::CopyText => icons::COPY,
            Self::Timeline => icons::HISTORY,
            Self::Import => icons::IMPORT,
            Self::Work | Self::TaskDone => icons::WORK,
            Self::PutOffTask => icons::LATER,
            Self::UndoTask => icons::UNDO,
            Self::Meeting | Self::ResumeMeeting => icons::MEETING,
            Self::NextCase => icons::NEXT,
            Self::PreviousCase => icons::PREVIOUS,
            Self::EndMeeting => icons::FINISH,
            Self::MeetingPaper | Self::Summary => icons::PAPER,
            Self::Figures => icons::FIGURES,
            Self::Register(id) => {
                return registers
                    .get(id)
                    .map_or_else(String::new, |register| register.icon.clone());
            }
            Self::PreviousPeriod => icons::PREVIOUS,
            Self::NextPeriod => icons::NEXT,
            Self::Today | Self::ChooseDate | Self::Period(_) => icons::DATE,
            Self::CopyTable => icons::COPY,
            Self::Theme => icons::THEME,
            Self::Language => icons::LANGUAGE,
            Self::Vaults => icons::FOLDER,
            Self::Help => icons::HELP,
        };
        icon.to_owned()
    }

    /// The keys that do it; registers have Alt and their place in the navigation.
    pub fn keys(&self, registers: &Registers) -> Option<KeyboardShortcut> {
        const DIGITS: [Key; 9] = [
            Key::Num1,
            Key::Num2,
            Key::Num3,
            Key::Num4,
            Key::Num5,
            Key::Num6,
            Key::Num7,
            Key::Num8,
            Key::Num9,
        ];
        let command = |key| Some(KeyboardShortcut::new(Modifiers::COMMAND, key));
        let alone = |key| Some(KeyboardShortcut::new(Modifiers::NONE, key));
        let alt = |key| Some(KeyboardShortcut::new(Modifiers::ALT, key));
        match self {
            Self::Search => command(Key::K),
            Self::Filter => command(Key::F),
            Self::NewCase => command(Key::N),
            Self::EditCase => command(Key::E),
            Self::Contact => command(Key::M),
            Self::NextStep => command(Key::L),
            Self::Tie => command(Key::T),
            Self::Attach => command(Key::B),
            Self::Timeline => alone(Key::F6),
            Self::Save => command(Key::Enter),
            Self::Close => alone(Key::Escape),
            Self::Import => command(Key::I),
            Self::Work => command(Key::J),
            Self::TaskDone => alone(Key::K),
            Self::PutOffTask => alone(Key::U),
            Self::UndoTask => command(Key::Z),
            Self::Meeting => command(Key::O),
            Self::NextCase => alone(Key::PageDown),
            Self::PreviousCase => alone(Key::PageUp),
            Self::MeetingPaper | Self::Summary => command(Key::P),
            Self::Figures => command(Key::G),
            Self::Register(id) => {
                let place = registers
                    .all()
                    .iter()
                    .position(|register| register.id == *id)?;
                alt(*DIGITS.get(place)?)
            }
            Self::PreviousPeriod => alt(Key::ArrowLeft),
            Self::NextPeriod => alt(Key::ArrowRight),
            Self::Today => alt(Key::ArrowDown),
            Self::ChooseDate => command(Key::D),
            Self::CopyTable => Some(KeyboardShortcut::new(
                Modifiers::COMMAND | Modifiers::SHIFT,
                Key::C,
            )),
            Self::Help => alone(Key::F1),
            Self::AddToKnown(None) => alone(Key::F2),
            Self::ShowDetails => alone(Key::F3),
            Self::Discard
            | Self::EndMeeting
            | Self::ResumeMeeting
            | Self::Resume(_)
            | Self::DropDraft(_)
            | Self::RestoreDraft
            | Self::AddToKnown(Some(_))
            | Self::FinishCase
            | Self::ReopenCase
            | Self::Enter(_)
            | Self::Gather
            | Self::CopyText
            | Self::Period(_)
            | Self::Theme
            | Self::Language
            | Self::Vaults => None,
        }
    }

    /// Whether its keys mean something everywhere. The others are heard where they are meant: a letter is typed
    /// in every field, and does a task in a list of them.
    pub fn is_heard_everywhere(&self) -> bool {
        let local = [Self::TaskDone, Self::PutOffTask, Self::UndoTask];
        let of_meeting = [Self::NextCase, Self::PreviousCase, Self::MeetingPaper];
        !local.contains(self) && !of_meeting.contains(self)
    }

    /// The keys as they are printed where the action stands.
    pub fn shortcut(&self, registers: &Registers) -> Option<String> {
        self.keys(registers).map(written)
    }
}

/// The kinds of entry of which a form is filled in: documents, ties and what was done of a task come about otherwise.
pub fn typed_kinds(definition: &Definition) -> impl Iterator<Item = &EntryKind> {
    let kinds = definition.entries.iter();
    kinds.filter(|kind| !KINDS_OF_ALL.contains(&kind.id.as_str()))
}

/// The kind that is written down most: the first one that asks nothing of the case but what happens next, and is neither
/// one more report nor a step of the ladder; without such a one, the first that is neither.
pub fn everyday_kind(definition: &Definition) -> Option<&EntryKind> {
    let step = definition.ladder.as_ref().map(|ladder| &ladder.entry);
    let next = definition.next_action.as_ref();
    let asks_next = |kind: &&EntryKind| {
        let mut updates = kind.updates.iter();
        let only = updates.all(|id| next.is_some_and(|next| next.what == *id || next.due == *id));
        !kind.moves && !kind.updates.is_empty() && only
    };
    let usual = || typed_kinds(definition).filter(|kind| !kind.report && Some(&kind.id) != step);
    usual().find(asks_next).or_else(|| usual().next())
}

/// The kind of entry with this id in the first register that has it.
fn kind_of<'a>(registers: &'a Registers, id: &str) -> Option<&'a EntryKind> {
    let mut all = registers.all().iter();
    all.find_map(|register| register.entry_kind(id))
}

/// Keys as people say them: `Ctrl K`, `Alt →`.
fn written(keys: KeyboardShortcut) -> String {
    let mut parts = Vec::new();
    if keys.modifiers.command || keys.modifiers.ctrl {
        parts.push(if cfg!(target_os = "macos") {
            "Cmd"
        } else {
            "Ctrl"
        });
    }
    if keys.modifiers.alt {
        parts.push("Alt");
    }
    if keys.modifiers.shift {
        parts.push("Shift");
    }
    parts.push(match keys.logical_key {
        Key::ArrowLeft => "←",
        Key::ArrowRight => "→",
        Key::ArrowDown => "↓",
        Key::Escape => "Esc",
        key => key.name(),
    });
    parts.join(" ")
}
