//! Names of a file in a message.

use crate::language::Language;

/// How many names a message holds.
const NAMED: usize = 10;

/// These names with commas between them: ten at most, and how many more there are. A file can have thousands.
pub fn some_of(names: &[String], language: Language) -> String {
    let shown: Vec<String> = names.iter().take(NAMED).map(|name| short(name)).collect();
    let shown = shown.join(", ");
    match names.len().saturating_sub(NAMED) {
        0 => shown,
        more => language.say(
            "names-and-more",
            &[("names", shown.into()), ("count", more.into())],
        ),
    }
}

/// A name of at most so many letters: a heading can be a page long.
fn short(name: &str) -> String {
    const LETTERS: usize = 60;
    match name.char_indices().nth(LETTERS) {
        None => name.to_owned(),
        Some((end, _)) => format!("{}…", &name[..end]),
    }
}
