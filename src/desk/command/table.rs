//! The table of commands, one row each, from which the type [`Command`] is generated. A command that is added here appears in
//! the palette, in the menus and in the help; what it does is in
//! `session/commands.rs`, or in `app/dialogs.rs` where it opens a dialog.

use egui::{Key, KeyboardShortcut};

use super::keys::{alone, alt, ctrl, ctrl_shift, shift};
use super::section::Section;
use crate::desk::kit::icons;
use crate::figures::Step;
use crate::register::CaseKey;

/// A row of the table of commands.
pub(super) struct Row {
    /// The heading under which it is listed.
    pub section: Section,
    /// The id of the text that is its name; the attribute `about` of that text says in a sentence what it does.
    pub text: &'static str,
    /// The icon before the name.
    pub icon: &'static str,
    /// Its shortcut.
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
        /// A command: something the user can do, with a name, an icon and mostly a shortcut.
        #[derive(Clone, Debug, PartialEq, Eq, Hash)]
        pub enum Command {
            $($(#[$doc])* $alone,)*
            $($(#[$docs])* $about($what),)*
        }

        impl Command {
            /// Every command without a parameter.
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
        /// Go to the overview.
        Overview: Screens, "command-overview", OVERVIEW, alt(Key::Num0);
        /// Go to the tasks.
        Work: Screens, "command-work", WORK, ctrl(Key::J);
        /// Go to the figures.
        Figures: Screens, "command-figures", FIGURES, ctrl(Key::G);
        /// Go to the indicators.
        Indicators: Screens, "command-indicators", INDICATORS, ctrl_shift(Key::I);
        /// Go to the checks of the finances.
        Finances: Screens, "command-finances", FINANCES, ctrl_shift(Key::F);
        /// Type another reference date.
        ChooseDate: Everywhere, "command-choose-date", DATE, ctrl(Key::D);
        /// The reference date becomes today.
        Today: Everywhere, "command-today", DATE, alt(Key::ArrowDown);
        /// One year, quarter or month back.
        PreviousPeriod: Everywhere, "command-previous-period", PREVIOUS, alt(Key::ArrowLeft);
        /// One year, quarter or month on.
        NextPeriod: Everywhere, "command-next-period", NEXT, alt(Key::ArrowRight);
        /// Close the dialog or screen on top.
        Close: Everywhere, "command-close", CLOSE, alone(Key::Escape);
        /// Undo the last action of this window.
        Undo: Everywhere, "command-undo", UNDO, ctrl(Key::Z);
        /// Redo the action that was undone last.
        Redo: Everywhere, "command-redo", REDO, ctrl_shift(Key::Z);
        /// The navigation takes more room.
        WiderNavigation: Everywhere, "command-wider-navigation", NEXT, alone(Key::F7);
        /// The navigation takes less room.
        NarrowerNavigation: Everywhere, "command-narrower-navigation", PREVIOUS, shift(Key::F7);
        /// The case beside the list takes more room.
        WiderCase: Everywhere, "command-wider-case", PREVIOUS, alone(Key::F8);
        /// The case beside the list takes less room.
        NarrowerCase: Everywhere, "command-narrower-case", NEXT, shift(Key::F8);
        /// Give every panel its usual width.
        UsualPanels: Everywhere, "command-usual-panels", UNDO;
        /// Everything a size larger.
        Larger: Everywhere, "command-larger", LARGER, ctrl(Key::Plus);
        /// Everything a size smaller.
        Smaller: Everywhere, "command-smaller", SMALLER, ctrl(Key::Minus);
        /// Everything at its usual size.
        UsualSize: Everywhere, "command-usual-size", APPEARANCE, ctrl(Key::Num0);
        /// Export what is on the screen to a file.
        Export: Everywhere, "command-export", EXPORT, ctrl_shift(Key::X);
        /// Copy the chart to the clipboard.
        CopyChart: Figures, "command-copy-chart", CHART, ctrl_shift(Key::P);
        /// Open the help with the shortcuts.
        Help: Everywhere, "command-help", HELP, alone(Key::F1);

        /// A new case in the register that is open.
        NewCase: List, "command-new-case", ADD, ctrl(Key::N);
        /// Filter the cases of the list or the figure.
        Filter: List, "command-filter", FILTER, ctrl(Key::F);
        /// Select the case the keyboard is on, beside those that are; on a heading its whole group.
        ChooseCase: List, "command-choose-case", CHOSEN, alone(Key::Space);
        /// Select every case that is shown.
        ChooseAll: List, "command-choose-all", CHOSEN, ctrl(Key::A);
        /// Change all cases that are selected.
        ChangeMany: List, "command-change-many", EDIT, ctrl_shift(Key::E);
        /// Close all cases that are selected.
        FinishMany: List, "command-finish-many", FINISH;
        /// Group the cases of the list under headings.
        Group: List, "command-group", GROUP, ctrl_shift(Key::G);
        /// Start a case meeting about the cases of this list.
        Meeting: List, "command-meeting", MEETING, ctrl(Key::O);
        /// Choose the columns of the list.
        Columns: List, "command-columns", COLUMNS, ctrl_shift(Key::K);
        /// The saved views of the register: of its list, or of its figures.
        Views: List, "command-views", VIEW, ctrl_shift(Key::W);
        /// Save the list or the figure as it is now in the view that is open.
        SaveView: List, "command-save-view", CHOSEN, ctrl(Key::S);
        /// Save the list or the figure as it is now under a new name.
        SaveViewAs: List, "command-save-view-as", ADD, ctrl_shift(Key::S);
        /// The list or the figure as it is without a view.
        StandardView: List, "command-standard-view", CLOSE;
        /// Another name for the view that is open.
        RenameView: List, "command-rename-view", EDIT;
        /// Share the view that is open with the team, or stop sharing it.
        ShareView: List, "command-share-view", SHARE;
        /// Let the register open with the view that is open, or no longer.
        OpenWithView: List, "command-open-with-view", FIRST;
        /// Delete the view that is open.
        DeleteView: List, "command-delete-view", DELETE;
        /// Restore the view that was deleted last.
        RestoreView: List, "command-restore-view", UNDO;
        /// Type or paste several new cases as rows.
        EnterMany: List, "command-enter-many", GRID, ctrl_shift(Key::N);
        /// Import a file.
        Import: List, "command-import", IMPORT, ctrl(Key::I);

        /// Change the case that is open.
        EditCase: Case, "command-edit-case", EDIT, ctrl(Key::E);
        /// Write down a conversation about the case that is open, and its next action.
        Contact: Case, "command-contact", CONTACT, ctrl(Key::M);
        /// Take the next step of the ladder.
        NextStep: Case, "command-next-step", NEXT_STEP, ctrl(Key::L);
        /// Attach a document to the case.
        Attach: Case, "command-attach", ATTACH, ctrl(Key::B);
        /// Link the case that is open to another one.
        Link: Case, "command-link", LINK, ctrl(Key::T);
        /// Gather the case that is open in the one that it leads to.
        Gather: Case, "command-gather", GATHER;
        /// Merge another case of the register into the case that is open.
        Merge: Case, "command-merge", GATHER;
        /// Copy a standard text to the clipboard.
        CopyText: Case, "command-copy-text", COPY;
        /// Print a summary of the case.
        Summary: Case, "command-summary", PAPER, ctrl(Key::P);
        /// Give the keyboard to the timeline of the case that is open.
        Timeline: Case, "command-timeline", HISTORY, alone(Key::F6);
        /// Open the menu of what can be done with the case.
        CaseMenu: Case, "command-case-menu", MORE_ACTIONS, shift(Key::F10);
        /// Close the case that is open.
        FinishCase: Case, "command-finish-case", FINISH;
        /// Reopen the case.
        ReopenCase: Case, "command-reopen-case", REOPEN;

        /// Store what is typed.
        Save: Form, "command-save", CHOSEN, ctrl(Key::Enter);
        /// Discard what is typed.
        Discard: Form, "command-discard", CLOSE;
        /// Show the details of what is known at the address.
        ShowDetails: Form, "command-show-details", DETAILS, alone(Key::F3);
        /// Restore the draft that was discarded last.
        RestoreDraft: Form, "command-restore", UNDO;

        /// Copy the table to the clipboard.
        CopyTable: Everywhere, "command-copy-table", COPY, ctrl_shift(Key::C);

        /// Type the values of the selected indicator for the year of the reference date.
        TypeYear: Indicators, "command-type-year", EDIT, ctrl(Key::E);
        /// The history of the selected indicator in that year.
        YearHistory: Indicators, "command-year-history", HISTORY, ctrl(Key::H);
        /// The indicators over many years, or those of a year again.
        ManyYears: Indicators, "command-many-years", SHEET, ctrl_shift(Key::Y);
        /// What is known of districts, or the indicators again.
        Districts: Indicators, "command-districts", DISTRICT, ctrl_shift(Key::D);

        /// Mark the task at hand as done.
        TaskDone: Work, "command-task-done", WORK, alone(Key::K);
        /// Put off the task at hand, for a reason.
        PutOffTask: Work, "command-put-off-task", LATER, alone(Key::U);

        /// Go back to the meeting in progress.
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
        /// Move what is selected one place up.
        ItemUp: Manage, "command-item-up", UP, alt(Key::ArrowUp);
        /// Move what is selected one place down.
        ItemDown: Manage, "command-item-down", DOWN, alt(Key::ArrowDown);
        /// Merge the selected choice into another one.
        MergeItem: Manage, "command-merge-item", GATHER, ctrl(Key::M);
        /// Retire what is selected, or offer it again.
        RetireItem: Manage, "command-retire-item", RETIRE, alone(Key::Delete);
        /// Remove what is selected, if it was never used.
        RemoveItem: Manage, "command-remove-item", CLOSE;
        /// The earlier versions of the list.
        ListHistory: Manage, "command-list-history", HISTORY, ctrl(Key::H);
        /// Who works here.
        WhoAmI: Manage, "command-who-am-i", WHO;
        /// Colours, size and density of what is on the screen.
        Appearance: Manage, "command-appearance", APPEARANCE;
        /// Light, dark, or as the system.
        Theme: Manage, "command-theme", THEME;
        /// The other language.
        Language: Manage, "command-language", LANGUAGE;
        /// Another vault.
        Vaults: Manage, "command-vaults", FOLDER;
        /// The backups of the vault: make one, put one back.
        Backups: Manage, "command-backups", BACKUPS;
        /// Make a file for a helpdesk.
        Diagnose: Manage, "command-diagnose", DIAGNOSIS;
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
        /// Add an entry of this kind to the case that is open.
        Enter(String): Case, "command-enter", ADD;
        /// Add what is typed as a report to a case that is open at the address: this one, or else the newest.
        AddReport(Option<CaseKey>): Form, "command-add-report", ADD;
        /// Go on with a draft.
        Resume(String): Form, "command-resume", DRAFT;
        /// Discard a draft that is not on the screen.
        DropDraft(String): Form, "command-discard", CLOSE;
        /// Figures are about a year, a quarter or a month.
        Period(Step): Figures, "command-period", DATE;
    }
}
