//! The program: a command without a window, or the desk.

use std::io::{self, Write};
use std::process::ExitCode;

use peildatum::cli::{self, Outcome};
use peildatum::clock::Clock;

fn main() -> ExitCode {
    let (mut out, mut err) = (io::stdout(), io::stderr());
    match cli::run(std::env::args_os(), &mut out, &mut err, &Clock::system()) {
        Outcome::Done(code) => ExitCode::from(code),
        Outcome::OpenDesk(setup) => {
            let language = setup.language.unwrap_or_default();
            // Without a place to say it there is nothing left to do.
            let _ = writeln!(err, "{}", language.text("cli-no-desk-yet"));
            ExitCode::from(cli::NOTHING_DONE)
        }
    }
}
