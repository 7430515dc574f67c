//! A diagnosis for a helpdesk that is to be made of the open vault and of this window.

use std::path::PathBuf;

use crate::diagnosis::Graphics;
use crate::language::Language;

/// What the window knows for a diagnosis, and where it is written.
#[derive(Clone, Debug)]
pub struct DiagnosisJob {
    /// The settings that hold no content: the id of the text that names each, and its value.
    pub settings: Vec<(&'static str, String)>,
    /// By what the window is drawn.
    pub graphics: Graphics,
    /// The language of the file.
    pub language: Language,
    /// The file to write.
    pub to: PathBuf,
    /// Whether a file that is there may be overwritten.
    pub overwrite: bool,
}
