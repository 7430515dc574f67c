//! The program: a command without a window, or the desk.

use std::io::{self, Write};
use std::process::ExitCode;

use peildatum::cli::{self, Outcome};
use peildatum::clock::Clock;
use peildatum::desk;
use peildatum::language::Explain;
use peildatum::{logging, places};

fn main() -> ExitCode {
    if let Some(folder) = places::log_folder() {
        // A log that cannot be written stops nothing.
        let _ = logging::start(&folder);
    }
    let (mut out, mut err) = (io::stdout(), io::stderr());
    let opening = match cli::run(std::env::args_os(), &mut out, &mut err, &Clock::system()) {
        Outcome::Done(code) => return ExitCode::from(code),
        Outcome::OpenDesk(opening) => opening,
    };
    match desk::open(&opening) {
        Ok(()) => {
            logging::ended();
            ExitCode::SUCCESS
        }
        Err(error) => {
            let language = opening.language.unwrap_or_default();
            // Without a place to say it there is nothing left to do.
            let _ = writeln!(err, "{}", error.explain(language));
            ExitCode::from(cli::NOTHING_DONE)
        }
    }
}
