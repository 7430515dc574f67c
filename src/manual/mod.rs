//! The manual that is shipped with the program: chapters in Markdown, the same ones in every language, and the search in
//! them.
//!
//! Nothing here draws: a screen shows the chapters, and opens what their links lead to.

mod chapter;
mod link;
mod search;

use std::sync::OnceLock;

use include_dir::{Dir, include_dir};

use crate::language::Language;

pub use chapter::{Chapter, Section};
pub use link::{Link, Screen};
pub use search::{Hit, search};

static FILES: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/assets/manual");

/// Every chapter in this language, in the order of the manual.
pub fn chapters(language: Language) -> &'static [Chapter] {
    static DUTCH: OnceLock<Vec<Chapter>> = OnceLock::new();
    static ENGLISH: OnceLock<Vec<Chapter>> = OnceLock::new();
    let chapters = match language {
        Language::Dutch => &DUTCH,
        Language::English => &ENGLISH,
    };
    chapters.get_or_init(|| read(language))
}

/// The chapter with this id in this language.
pub fn chapter(language: Language, id: &str) -> Option<&'static Chapter> {
    chapters(language).iter().find(|chapter| chapter.id == id)
}

fn read(language: Language) -> Vec<Chapter> {
    let folder = FILES.get_dir(language.code());
    let files = folder.into_iter().flat_map(|folder| folder.files());
    let chapters = files.filter_map(|file| {
        let id = file.path().file_stem()?.to_str()?;
        Some(Chapter::read(id, file.contents_utf8()?))
    });
    let mut chapters: Vec<Chapter> = chapters.collect();
    chapters.sort_by(|one, other| one.id.cmp(&other.id));
    chapters
}

#[cfg(test)]
mod tests;
