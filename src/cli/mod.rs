//! The command line: the same work as in the window, for scripts and for whoever prefers to type.
//!
//! Every command gives one [`Answer`], and one place says it: figures and reports go to the standard output, everything
//! that is said about them to the other.

mod arguments;
mod balance;
mod cases;
mod change;
mod counting;
mod error;
mod finances;
mod grid;
mod help;
mod import;
mod indicators;
mod merge;
mod named_cases;
mod new_vault;
mod paper;
mod place;
mod printing;
mod publishing;
mod reference;
mod series;
mod table;
mod undo;

use std::ffi::OsString;
use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;

use clap::FromArgMatches;

use crate::clock::Clock;
use crate::language::{Explain, Language};
use crate::opening::Opening;

use arguments::{Arguments, Command, Finances, Indicators};
use error::CommandError;
use place::Context;

pub use reference::reference;

/// The exit code when all went well.
pub const ALL_WELL: u8 = 0;
/// The exit code when the work was done, but something was refused.
pub const SOMETHING_REFUSED: u8 = 1;
/// The exit code when nothing was done.
pub const NOTHING_DONE: u8 = 2;

/// What is left to do after the arguments were carried out.
pub enum Outcome {
    /// Nothing: the program ends with this exit code.
    Done(u8),
    /// A window opens.
    OpenDesk(Opening),
}

/// What a command has to say.
#[derive(Default)]
struct Answer {
    /// The figures or the report.
    text: String,
    /// Sentences beside it.
    remarks: Vec<String>,
    /// The exit code.
    code: u8,
    /// The vault on which the desk opens next.
    desk: Option<PathBuf>,
}

impl Answer {
    fn all_well(text: String) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }
}

/// Carries out what the arguments ask, the first of which is the name of the program.
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
        Err(refusal) => return Outcome::Done(not_run(&refusal, language, out, err)),
    };
    let setup = Opening {
        vault: vault.clone(),
        language: lang,
        renderer,
        actor: actor(),
        clock: clock.clone(),
    };
    let Some(command) = command else {
        return Outcome::OpenDesk(setup);
    };
    let context = Context {
        vault,
        language,
        actor: &setup.actor,
        clock,
    };
    let answer = carry_out(&command, &context).unwrap_or_else(|error| Answer {
        remarks: vec![error.explain(language)],
        code: NOTHING_DONE,
        ..Answer::default()
    });
    let code = said(&answer, language, out, err);
    match answer.desk {
        Some(vault) => Outcome::OpenDesk(Opening {
            vault: Some(vault),
            ..setup
        }),
        None => Outcome::Done(code),
    }
}

fn carry_out(command: &Command, context: &Context<'_>) -> Result<Answer, CommandError> {
    match command {
        Command::Init => new_vault::init(context),
        Command::Demo(asked) => new_vault::demo(asked, context),
        Command::Import(asked) => import::run(asked, context),
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
            Indicators::Import(asked) => indicators::import(asked, context),
            Indicators::Show(asked) => indicators::show(asked, context),
            Indicators::Series(asked) => indicators::series(asked, context),
            Indicators::Set(asked) => indicators::set(asked, context),
            Indicators::History(asked) => indicators::history(asked, context),
            Indicators::Restore(asked) => indicators::restore(asked, context),
        },
        Command::Finances(Finances::Check(asked)) => finances::check(asked, context),
    }
}

/// Who is at work, by the name under which the system knows them.
fn actor() -> String {
    let named = ["USERNAME", "USER"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok())
        .find(|name| !name.trim().is_empty());
    // Recorded once, in the language of the registers.
    named.unwrap_or_else(|| "onbekend".to_owned())
}

/// Help that was asked for, or arguments that cannot be understood.
fn not_run(
    refusal: &clap::Error,
    language: Language,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let text = refusal.render().to_string();
    let answer = if refusal.use_stderr() {
        Answer {
            remarks: vec![text.trim_end().to_owned(), language.text("cli-see-help")],
            code: NOTHING_DONE,
            ..Answer::default()
        }
    } else {
        Answer::all_well(text)
    };
    said(&answer, language, out, err)
}

/// Says an answer and gives the exit code. What was done stays done when nobody can hear it.
fn said(answer: &Answer, language: Language, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let mut code = answer.code;
    let mut remarks = answer.remarks.clone();
    if let Err(error) = written(out, &answer.text) {
        remarks.push(CommandError::Output(error).explain(language));
        code = code.max(SOMETHING_REFUSED);
    }
    for remark in remarks {
        // Where errors cannot be told, the exit code still does.
        let _ = written(err, &format!("{remark}\n"));
    }
    code
}

/// Writes a text. A reader that has read enough, such as `head`, is no error.
fn written(to: &mut dyn Write, text: &str) -> io::Result<()> {
    let done = to.write_all(text.as_bytes()).and_then(|()| to.flush());
    match done {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}
