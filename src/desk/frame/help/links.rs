//! Where the links of the manual lead to within the program.

use crate::desk::command::Command;
use crate::manual::Screen;

/// The command that goes to a screen; none for the help, which is open already.
pub fn command_of(screen: Screen) -> Option<Command> {
    match screen {
        Screen::Overview => Some(Command::Overview),
        Screen::Work => Some(Command::Work),
        Screen::Figures => Some(Command::Figures),
        Screen::Indicators => Some(Command::Indicators),
        Screen::Finances => Some(Command::Finances),
        Screen::Manage => Some(Command::Manage),
        Screen::Import => Some(Command::Import),
        Screen::Search => Some(Command::Search),
        Screen::Help => None,
    }
}
