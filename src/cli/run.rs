//! Running a command: from the arguments to its answer.

use std::cell::RefCell;
use std::ffi::OsString;
use std::io::Write;

use clap::FromArgMatches;

use super::answer::Answer;
use super::arguments::command::{Arguments, Command};
use super::arguments::finances::Finances;
use super::arguments::indicators::Indicators;
use super::context::Context;
use super::error::CommandError;
use super::indicators::changing::{history, restore, set};
use super::indicators::import::import as import_indicators;
use super::indicators::series::series as indicator_series;
use super::indicators::show::show;
use super::indicators::table::table as indicators_table;
use super::{
    backup, balance, cases, change, diagnose, districts, doctor, export, finances, help, import,
    kept_finances, mapping, merge, new_vault, paper, series, table, undo,
};
use crate::clock::Clock;
use crate::desk::Settings;
use crate::language::{Explain, Language};
use crate::logging;
use crate::opening::Opening;

/// What the program does next.
pub enum Outcome {
    /// It ends with this exit code.
    Done(u8),
    /// It opens the window.
    OpenDesk(Opening),
}

/// Runs the command that the arguments name. The first argument is the name of the program.
pub fn run(
    arguments: impl IntoIterator<Item = OsString>,
    out: &mut dyn Write,
    err: &mut dyn Write,
    clock: &Clock,
) -> Outcome {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let language = help::language_of(&arguments);
    let parsed = help::command(language)
        .try_get_matches_from(arguments)
        .and_then(|matches| Arguments::from_arg_matches(&matches));
    let Arguments {
        vault,
        lang,
        renderer,
        command,
    } = match parsed {
        Ok(arguments) => arguments,
        Err(refusal) => {
            let answer = answer_of(&refusal, language);
            return Outcome::Done(answer.print(language, out, err));
        }
    };
    let opening = Opening {
        vault: vault.clone(),
        language: lang,
        renderer,
        actor: actor(),
        clock: clock.clone(),
    };
    let kind = command.as_ref().map_or("Desk", <&'static str>::from);
    logging::started(kind, renderer.into(), language.code());
    let Some(command) = command else {
        return Outcome::OpenDesk(opening);
    };
    // Who said his name in the window has it here as well.
    let me = Settings::load().me;
    let named = me.map(|me| me.name);
    let name = named.clone().unwrap_or_else(|| opening.actor.clone());
    let err = RefCell::new(err);
    let say = |sentence: &str| {
        // Whoever does not listen is not waiting either.
        let _ = writeln!(err.borrow_mut(), "{sentence}");
    };
    let context = Context {
        vault,
        language,
        actor: &name,
        named,
        clock,
        say: &say,
    };
    let work = logging::command(kind);
    let done = carry_out(&command, &context);
    work.done(done.as_ref().err().map(<&'static str>::from));
    let answer = done.unwrap_or_else(|error| Answer::nothing_done(vec![error.explain(language)]));
    let code = answer.print(language, out, err.into_inner());
    match answer.desk {
        Some(vault) => Outcome::OpenDesk(Opening {
            vault: Some(vault),
            ..opening
        }),
        None => Outcome::Done(code),
    }
}

/// Carries out one command.
fn carry_out(command: &Command, context: &Context<'_>) -> Result<Answer, CommandError> {
    match command {
        Command::Init(asked) => new_vault::init(asked, context),
        Command::Demo(asked) => new_vault::demo(asked, context),
        Command::Import(asked) => import::run(asked, context),
        Command::Export(asked) => export::run(asked, context),
        Command::Mapping(asked) => mapping::run(asked, context),
        Command::Table(asked) => table::run(asked, context),
        Command::Balance(asked) => balance::run(asked, context),
        Command::Series(asked) => series::run(asked, context),
        Command::Cases(asked) => cases::run(asked, context),
        Command::Paper(asked) => paper::paper(asked, context),
        Command::Change(asked) => change::run(asked, context),
        Command::Merge(asked) => merge::run(asked, context),
        Command::Undo(asked) => undo::run(asked, context),
        Command::Agenda(asked) => paper::agenda(asked, context),
        Command::Indicators(asked) => match asked {
            Indicators::Import(asked) => import_indicators(asked, context),
            Indicators::Show(asked) => show(asked, context),
            Indicators::Series(asked) => indicator_series(asked, context),
            Indicators::Table(asked) => indicators_table(asked, context),
            Indicators::Set(asked) => set(asked, context),
            Indicators::History(asked) => history(asked, context),
            Indicators::Restore(asked) => restore(asked, context),
        },
        Command::Backup(asked) => backup::run(asked, context),
        Command::Diagnose(asked) => diagnose::run(asked, context),
        Command::Doctor(asked) => doctor::run(asked, context),
        Command::Districts(asked) => districts::run(asked, context),
        Command::Finances(asked) => match asked {
            Finances::Check(asked) => finances::check(asked, context),
            Finances::Import(asked) => kept_finances::import(asked, context),
            Finances::Show(asked) => kept_finances::show(asked, context),
            Finances::Years(asked) => kept_finances::years(asked, context),
            Finances::History(asked) => kept_finances::history(asked, context),
            Finances::Restore(asked) => kept_finances::restore(asked, context),
        },
    }
}

/// The name of the user, as the system knows it.
fn actor() -> String {
    let named = ["USERNAME", "USER"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|name| !name.trim().is_empty());
    // Recorded once, in the language of the registers.
    named.unwrap_or_else(|| "onbekend".to_owned())
}

/// The answer to help that was asked for, or to arguments that cannot be understood.
fn answer_of(refusal: &clap::Error, language: Language) -> Answer {
    let text = refusal.render().to_string();
    if refusal.use_stderr() {
        let usage = text.trim_end().to_owned();
        Answer::nothing_done(vec![usage, language.text("cli-see-help")])
    } else {
        Answer::all_well(text)
    }
}
