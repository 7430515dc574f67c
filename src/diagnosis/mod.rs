//! A diagnosis for a helpdesk: on what the program runs, how large its vault is and whether its files are whole, and the
//! last lines of the log. One text, without anything of a case and without the name of a person, file or folder.
//!
//! The vault is only read, file by file and without opening it as the program does, so that a diagnosis can be made of one
//! that is damaged, of another version, or in use.

mod graphics;
mod system;
mod text;

use std::path::Path;

use chrono::NaiveDateTime;

use crate::language::Language;
use crate::logging;
use crate::report::{SaveError, save_text};
use crate::store::{VaultFacts, inspect_vault};

pub use graphics::Graphics;
use system::System;

/// How many lines of the log are part of it.
const LOG_LINES: usize = 200;

/// What whoever makes a diagnosis knows beforehand.
pub struct Surroundings<'a> {
    /// The folder of the vault, where one is known.
    pub vault: Option<&'a Path>,
    /// The folder of the log, where the system has one.
    pub log: Option<&'a Path>,
    /// The settings of the user that hold no content: the id of a text that names it, and its value.
    pub settings: Vec<(&'static str, String)>,
    /// By what the window is drawn.
    pub graphics: Graphics,
    /// What the clocks say in the Netherlands.
    pub made: NaiveDateTime,
}

/// A diagnosis.
pub struct Diagnosis {
    made: NaiveDateTime,
    system: System,
    graphics: Graphics,
    settings: Vec<(&'static str, String)>,
    /// What is known of the vault, beside its label in the log; none where no vault is known.
    vault: Option<(String, VaultFacts)>,
    log: Vec<String>,
}

/// The ending of the name of its file.
pub const ENDING: &str = "txt";

/// The name without ending that its file gets at this moment, unless somebody names it otherwise.
pub fn name(made: NaiveDateTime) -> String {
    format!("peildatum-diagnose-{}", made.format("%Y%m%d-%H%M%S"))
}

impl Diagnosis {
    /// Looks at everything. The files of the vault are read whole to see whether they are damaged, which takes seconds where
    /// they are large: not for the thread of a window.
    pub fn gather(surroundings: Surroundings<'_>) -> Self {
        let Surroundings {
            vault,
            log,
            settings,
            graphics,
            made,
        } = surroundings;
        Self {
            made,
            system: System::this(),
            graphics,
            settings,
            vault: vault.map(|folder| (logging::label_of(folder), inspect_vault(folder))),
            log: log.map_or_else(Vec::new, |folder| logging::last_lines(folder, LOG_LINES)),
        }
    }

    /// The diagnosis as a text. Its lines are `label: value`, and always in the same order.
    pub fn to_text(&self, language: Language) -> String {
        text::text(self, language)
    }

    /// Writes the text to a file: whole, or not at all.
    ///
    /// # Errors
    /// There is such a file that may not be overwritten, or the disk refuses.
    pub fn save(&self, file: &Path, overwrite: bool, language: Language) -> Result<(), SaveError> {
        save_text(file, overwrite, &self.to_text(language))
    }
}
