//! The table of everything that can be done: one row a command, and the type follows from it. A command that is added here
//! stands in the palette, in the menus and in the help; what it does stands in `actions.rs`.

use egui::{Key, KeyboardShortcut};

use super::keys::{alone, alt, ctrl, ctrl_shift, shift};
use super::section::Section;
use crate::desk::kit::icons;
use crate::figures::Step;
use crate::register::CaseKey;

/// What the table says of a command.
pub(super) struct Row {
    /// Under which heading it stands.
    pub section: Section,
    /// The text with its name; the attribute `about` of that text says in a sentence what it does.
    pub text: &'static str,
    /// The icon before the name.
    pub icon: &'static str,
    /// The keys that do it.
    pub keys: Option<KeyboardShortcut>,
}

macro_rules! commands {
    (
        alone {
            $($(#[$doc:meta])* $alone:ident: $section:ident, $text:literal, $icon:ident $(, $keys:expr)?;)*
        }
        about {
            $($(#[$docs:meta])* $about:ident($what:ty): $sections:ident, $texts:literal, $icons:ident;)*
        }
    ) => {
        /// Something that can be done.
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum Command {
            $($(#[$doc])* $alone,)*
            $($(#[$docs])* $about($what),)*
        }

        impl Command {
            /// Every command that is about nothing but the screen it is given on.
            pub(super) const ALONE: &[Self] = &[$(Self::$alone),*];

            pub(super) fn row(&self) -> Row {
                match self {
                    $(Self::$alone => Row {
                        section: Section::$section,
                        text: $text,
                        icon: icons::$icon,
                        keys: [$(Some($keys),)? None][0],
                    },)*
                    $(Self::$about(_) => Row {
                        section: Section::$sections,
                        text: $texts,
                        icon: icons::$icons,
                        keys: None,
                    },)*
                }
            }
        }
    };
}

commands! {
    alone {
        /// Look for a case, a screen or an action.
        Search: Everywhere, "command-search", SEARCH, ctrl(Key::K);
        /// Go to everything at a glance.
        Overview: Screens, "command-overview", OVERVIEW, alt(Key::Num0);
        /// Go to what is to be done.
        Work: Screens, "command-work", WORK, ctrl(Key::J);
        /// Go to the figures.
        Figures: Screens, "command-figures", FIGURES, ctrl(Key::G);
        /// Go to the indicators.
        Indicators: Screens, "command-indicators", INDICATORS, ctrl_shift(Key::I);
        /// Go to the check of the finances.
        Finances: Screens, "command-finances", FINANCES, ctrl_shift(Key::F);
        /// Type another reference date.
        ChooseDate: Everywhere, "command-choose-date", DATE, ctrl(Key::D);
        /// The reference date becomes today.
        Today: Everywhere, "command-today", DATE, alt(Key::ArrowDown);
        /// One year, quarter or month back.
        PreviousPeriod: Everywhere, "command-previous-period", PREVIOUS, alt(Key::ArrowLeft);
        /// One year, quarter or month on.
        NextPeriod: Everywhere, "command-next-period", NEXT, alt(Key::ArrowRight);
        /// Leave what is on top.
        Close: Everywhere, "command-close", CLOSE, alone(Key::Escape);
        /// What was done last in this window is undone.
        Undo: Everywhere, "command-undo", UNDO, ctrl(Key::Z);
        /// What was undone last is done again.
        Redo: Everywhere, "command-redo", REDO, ctrl_shift(Key::Z);
        /// The navigation takes more room.
        WiderNavigation: Everywhere, "command-wider-navigation", NEXT, alone(Key::F7);
        /// The navigation takes less room.
        NarrowerNavigation: Everywhere, "command-narrower-navigation", PREVIOUS, shift(Key::F7);
        /// The case beside the list takes more room.
        WiderCase: Everywhere, "command-wider-case", PREVIOUS, alone(Key::F8);
        /// The case beside the list takes less room.
        NarrowerCase: Everywhere, "command-narrower-case", NEXT, shift(Key::F8);
        /// Every panel takes the room it usually takes.
        UsualPanels: Everywhere, "command-usual-panels", UNDO;
        /// Put what is on the screen in a file.
        Export: Everywhere, "command-export", EXPORT, ctrl_shift(Key::X);
        /// Put the chart on the clipboard.
        CopyChart: Figures, "command-copy-chart", CHART, ctrl_shift(Key::P);
        /// The shortcuts.
        Help: Everywhere, "command-help", HELP, alone(Key::F1);

        /// A new case in the register that is open.
        NewCase: List, "command-new-case", ADD, ctrl(Key::N);
        /// Only some of the cases of the list or the figure.
        Filter: List, "command-filter", FILTER, ctrl(Key::F);
        /// Choose the case the keyboard is on, together with others; on a heading its whole group.
        ChooseCase: List, "command-choose-case", CHOSEN, alone(Key::Space);
        /// Choose every case that is shown.
        ChooseAll: List, "command-choose-all", CHOSEN, ctrl(Key::A);
        /// Change the cases that are chosen together.
        ChangeMany: List, "command-change-many", EDIT, ctrl_shift(Key::E);
        /// The cases of the list under headings.
        Group: List, "command-group", GROUP, ctrl_shift(Key::G);
        /// Discuss the cases of this list one after the other.
        Meeting: List, "command-meeting", MEETING, ctrl(Key::O);
        /// Which columns the list has.
        Columns: List, "command-columns", COLUMNS, ctrl_shift(Key::K);
        /// The saved views of the register: of its list, or of its figures.
        Views: List, "command-views", VIEW, ctrl_shift(Key::W);
        /// Keep the list or the figure as it is now in the view that is open.
        SaveView: List, "command-save-view", CHOSEN, ctrl(Key::S);
        /// Keep the list or the figure as it is now under a new name.
        SaveViewAs: List, "command-save-view-as", ADD, ctrl_shift(Key::S);
        /// The list or the figure as it is without a view.
        StandardView: List, "command-standard-view", CLOSE;
        /// Another name for the view that is open.
        RenameView: List, "command-rename-view", EDIT;
        /// The team sees the view that is open, or no longer.
        ShareView: List, "command-share-view", SHARE;
        /// The register opens with the view that is open, or no longer.
        OpenWithView: List, "command-open-with-view", FIRST;
        /// Throw the view that is open away.
        DeleteView: List, "command-delete-view", DELETE;
        /// Take back the view that was thrown away last.
        RestoreView: List, "command-restore-view", UNDO;
        /// Bring in a file.
        Import: List, "command-import", IMPORT, ctrl(Key::I);

        /// Change the case that is open.
        EditCase: Case, "command-edit-case", EDIT, ctrl(Key::E);
        /// Write down a conversation about the case that is open, with what happens next.
        Contact: Case, "command-contact", CONTACT, ctrl(Key::M);
        /// Take the next step of the ladder.
        NextStep: Case, "command-next-step", NEXT_STEP, ctrl(Key::L);
        /// Put a document on the timeline.
        Attach: Case, "command-attach", ATTACH, ctrl(Key::B);
        /// Link the case that is open to another one.
        LinkCase: Case, "command-link-case", LINK, ctrl(Key::T);
        /// Gather the case that is open in another one.
        Gather: Case, "command-gather", GATHER;
        /// Merge another case of the register into the case that is open.
        Merge: Case, "command-merge", GATHER;
        /// Put a standard text on the clipboard.
        CopyText: Case, "command-copy-text", COPY;
        /// The case on paper, to hand over.
        Summary: Case, "command-summary", PAPER, ctrl(Key::P);
        /// Give the keyboard to the timeline of the case that is open.
        Timeline: Case, "command-timeline", HISTORY, alone(Key::F6);
        /// Open the menu of what can be done with the case.
        CaseMenu: Case, "command-case-menu", MORE_ACTIONS, shift(Key::F10);
        /// End the case that is open.
        FinishCase: Case, "command-finish-case", FINISH;
        /// Open the case again.
        ReopenCase: Case, "command-reopen-case", REOPEN;

        /// Store what is typed.
        Save: Form, "command-save", CHOSEN, ctrl(Key::Enter);
        /// Throw away what is typed.
        Discard: Form, "command-discard", CLOSE;
        /// Show the cases at the address one by one.
        ShowDetails: Form, "command-show-details", DETAILS, alone(Key::F3);
        /// Take back the draft that was thrown away last.
        RestoreDraft: Form, "command-restore", UNDO;

        /// Put the table on the clipboard.
        CopyTable: Everywhere, "command-copy-table", COPY, ctrl_shift(Key::C);

        /// Type what is known of the selected indicator for the year of the reference date.
        TypeYear: Indicators, "command-type-year", EDIT, ctrl(Key::E);
        /// Everything that was typed of the selected indicator for that year.
        YearHistory: Indicators, "command-year-history", HISTORY, ctrl(Key::H);

        /// The task at hand is done.
        TaskDone: Work, "command-task-done", WORK, alone(Key::K);
        /// The task at hand waits, for a reason.
        PutOffTask: Work, "command-put-off-task", LATER, alone(Key::U);

        /// Go back to the meeting that goes on.
        ResumeMeeting: Screens, "command-resume-meeting", MEETING;
        /// The next case of the meeting.
        NextCase: Meeting, "command-next-case", NEXT, alone(Key::PageDown);
        /// The case before it.
        PreviousCase: Meeting, "command-previous-case", PREVIOUS, alone(Key::PageUp);
        /// The agenda or the minutes of the meeting on paper.
        MeetingPaper: Meeting, "command-meeting-paper", PAPER, ctrl(Key::P);
        /// End the meeting.
        EndMeeting: Meeting, "command-end-meeting", FINISH;

        /// Go to the lists and definitions.
        Manage: Screens, "command-manage", MANAGE, ctrl(Key::Comma);
        /// Something new in the list that is open.
        NewItem: Manage, "command-new-item", ADD, ctrl(Key::N);
        /// Change what is selected in the list.
        EditItem: Manage, "command-edit-item", EDIT, ctrl(Key::E);
        /// What is selected comes one place higher.
        ItemUp: Manage, "command-item-up", UP, alt(Key::ArrowUp);
        /// What is selected comes one place lower.
        ItemDown: Manage, "command-item-down", DOWN, alt(Key::ArrowDown);
        /// The selected choice goes on as another one.
        MergeItem: Manage, "command-merge-item", GATHER, ctrl(Key::M);
        /// What is selected is no longer offered, or offered again.
        RetireItem: Manage, "command-retire-item", RETIRE, alone(Key::Delete);
        /// What is selected and was never used goes.
        RemoveItem: Manage, "command-remove-item", CLOSE;
        /// Everything that the list was.
        ListHistory: Manage, "command-list-history", HISTORY, ctrl(Key::H);
        /// Light, dark, or as the system.
        Theme: Manage, "command-theme", THEME;
        /// The other language.
        Language: Manage, "command-language", LANGUAGE;
        /// Another vault.
        Vaults: Manage, "command-vaults", FOLDER;
    }
    about {
        /// Go to a register.
        Register(String): Screens, "command-register", FOLDER;
        /// Go to an indicator.
        Indicator(String): Screens, "command-indicator", INDICATORS;
        /// Go to the list of a saved view.
        OpenView(String): List, "command-open-view", VIEW;
        /// Go to a standard table of a register, or to its first figure.
        OpenFigure((String, Option<String>)): Figures, "command-open-figure", FIGURES;
        /// Put something of this kind on the timeline of the case that is open.
        Enter(String): Case, "command-enter", ADD;
        /// What is typed is one more report on a case that runs at the address: this one, or else the newest.
        AddReport(Option<CaseKey>): Form, "command-add-report", ADD;
        /// Go on with a draft.
        Resume(String): Form, "command-resume", DRAFT;
        /// Throw a draft away that is not on the screen.
        DropDraft(String): Form, "command-discard", CLOSE;
        /// Figures are about a year, a quarter or a month.
        Period(Step): Figures, "command-period", DATE;
    }
}
