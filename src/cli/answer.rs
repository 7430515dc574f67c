//! The answer of a command: what it prints, and the exit code.

use std::io::{self, ErrorKind, Write};
use std::path::PathBuf;

use super::error::CommandError;
use crate::language::{Explain, Language};

/// The exit code when all went well.
pub const ALL_WELL: u8 = 0;
/// The exit code when the work was done, but something was refused.
pub const SOMETHING_REFUSED: u8 = 1;
/// The exit code when nothing was done.
pub const NOTHING_DONE: u8 = 2;

/// The answer of a command.
#[derive(Default)]
pub(super) struct Answer {
    /// The figures or the report, for the standard output.
    pub text: String,
    /// Sentences beside it, for the standard error.
    pub remarks: Vec<String>,
    /// The exit code.
    pub code: u8,
    /// The vault on which the desk opens next.
    pub desk: Option<PathBuf>,
}

impl Answer {
    /// The answer of a command of which all went well.
    pub fn all_well(text: String) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }

    /// The answer of a command that did nothing, with the reason.
    pub fn nothing_done(remarks: Vec<String>) -> Self {
        Self {
            remarks,
            code: NOTHING_DONE,
            ..Self::default()
        }
    }

    /// Prints the answer and returns the exit code. What was done stays done where it cannot be printed.
    pub fn print(&self, language: Language, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
        let mut code = self.code;
        let mut remarks = self.remarks.clone();
        if let Err(error) = print(out, &self.text) {
            remarks.push(CommandError::Output(error).explain(language));
            code = code.max(SOMETHING_REFUSED);
        }
        for remark in remarks {
            // Where the standard error cannot be written, the exit code still says it.
            let _ = print(err, &format!("{remark}\n"));
        }
        code
    }
}

/// Writes a text. A reader that has read enough, such as `head`, is no error.
fn print(to: &mut dyn Write, text: &str) -> io::Result<()> {
    let done = to.write_all(text.as_bytes()).and_then(|()| to.flush());
    match done {
        Err(error) if error.kind() == ErrorKind::BrokenPipe => Ok(()),
        other => other,
    }
}
