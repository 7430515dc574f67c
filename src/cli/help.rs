//! The help of the commands, in the language of the screen: what clap derives from the arguments, with our texts.

use std::ffi::OsString;

use clap::{Arg, ArgAction, Command, CommandFactory};

use super::arguments::command::Arguments;
use crate::language::Language;

/// The language that the arguments name. It is looked up before the arguments are parsed, because help and errors are in
/// that language as well.
pub(super) fn language_of(arguments: &[OsString]) -> Language {
    let mut rest = arguments.iter().filter_map(|argument| argument.to_str());
    let mut named = None;
    while let Some(argument) = rest.next() {
        let code = match argument.strip_prefix("--lang") {
            Some("") => rest.next(),
            Some(joined) => joined.strip_prefix('='),
            None => None,
        };
        // The last one counts, as it does for clap.
        named = code.and_then(Language::from_code).or(named);
    }
    named.unwrap_or_default()
}

/// The command line, with its texts in this language.
pub(super) fn command(language: Language) -> Command {
    let help = Arg::new("help")
        .short('h')
        .long("help")
        .action(ArgAction::Help)
        .global(true);
    let version = Arg::new("version")
        .short('V')
        .long("version")
        .action(ArgAction::Version);
    let command = Arguments::command()
        .disable_help_flag(true)
        .disable_version_flag(true)
        .disable_help_subcommand(true)
        .arg(help)
        .arg(version);
    let name = command.get_name().to_owned();
    with_texts(language, command, &name)
}

/// A command with its texts. The text of a subcommand is named by both commands.
fn with_texts(language: Language, command: Command, name: &str) -> Command {
    let template = format!(
        "{{about}}\n\n{} {{usage}}\n\n{{all-args}}\n",
        language.text("cli-heading-usage")
    );
    let about = language.text(&format!("cli-command-{name}"));
    let outermost = name == Arguments::command().get_name();
    command
        .about(about)
        .help_template(template)
        .subcommand_help_heading(language.text("cli-heading-commands"))
        .mut_args(|argument| {
            let heading = if argument.is_positional() {
                "cli-heading-arguments"
            } else {
                "cli-heading-options"
            };
            let help = format!(
                "cli-argument-{}",
                argument.get_id().as_str().replace('_', "-")
            );
            // The texts name the values themselves, so that they are explained as well.
            let takes_value = argument.get_action().takes_values();
            argument
                .help(language.text(&help))
                .help_heading(language.text(heading))
                .hide_possible_values(takes_value)
                .hide_default_value(takes_value)
        })
        .mut_subcommands(|command| {
            let name = match outermost {
                true => command.get_name().to_owned(),
                false => format!("{name}-{}", command.get_name()),
            };
            with_texts(language, command, &name)
        })
}
