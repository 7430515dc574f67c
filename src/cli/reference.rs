//! The commands as a chapter of the manual: what clap reads off the arguments, in the words of the help.

use clap::{Arg, Command};

use super::help;
use crate::language::Language;

/// Every command with its arguments, in Markdown: a heading a command, what it does, how it is typed, and a line an
/// argument. What every command takes stands with the first one only.
pub fn reference(language: Language) -> String {
    let mut command = help::command(language);
    // The names of commands within other ones are complete only now.
    command.build();
    let mut pieces = Vec::new();
    describe(command, true, &mut pieces);
    pieces.join("\n\n") + "\n"
}

fn describe(mut command: Command, outermost: bool, pieces: &mut Vec<String>) {
    let usage = command.render_usage().to_string();
    let usage = usage.trim_start_matches("Usage:").trim();
    let name = command.get_bin_name().unwrap_or(command.get_name());
    pieces.push(format!("### `{name}`"));
    if let Some(about) = command.get_about() {
        let about = about.to_string();
        pieces.push(format!("{}.", about.trim_end_matches('.')));
    }
    pieces.push(format!("```text\n{usage}\n```"));
    let arguments = command.get_arguments();
    let arguments = arguments.filter(|argument| outermost || !argument.is_global_set());
    let lines: Vec<String> = arguments.map(line).collect();
    if !lines.is_empty() {
        pieces.push(lines.join("\n"));
    }
    for within in command.get_subcommands() {
        describe(within.clone(), false, pieces);
    }
}

fn line(argument: &Arg) -> String {
    let help = argument.get_help().map(ToString::to_string);
    format!("- `{argument}`: {}", help.unwrap_or_default())
}
