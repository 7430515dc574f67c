//! What is checked of a source tree, each as a list of faults in words.

use std::collections::{BTreeMap, BTreeSet};

use crate::imports::Source;

/// The imports from one room into another that it may not import from. A room is a folder or a file below `folder`.
pub fn rooms(source: &Source, folder: &str, allowed: &[(&str, &[&str])]) -> Vec<String> {
    let allowed: BTreeMap<&str, &[&str]> = allowed.iter().copied().collect();
    let mut faults = Vec::new();
    for (file, imports) in &source.imports {
        let Some(room) = room_of(file, folder) else {
            continue;
        };
        let Some(may) = allowed.get(room) else {
            faults.push(format!("{file}: the room {room} stands in no list"));
            continue;
        };
        for (target, path) in imports {
            let other = room_of(target, folder);
            if let Some(other) = other.filter(|other| *other != room && !may.contains(other)) {
                faults.push(format!(
                    "{file} imports {path}: {room} may not import {other}"
                ));
            }
        }
    }
    faults
}

/// The room of a file below a folder; none of what stands in no room there.
fn room_of<'a>(file: &'a str, folder: &str) -> Option<&'a str> {
    let below = match folder {
        "" => file,
        folder => file.strip_prefix(folder)?.strip_prefix('/')?,
    };
    let room = below.split('/').next()?;
    match room {
        "lib.rs" | "main.rs" | "mod.rs" => None,
        room => Some(room.trim_end_matches(".rs")),
    }
}

/// The circles of files that import each other, each with its files.
pub fn circles(source: &Source) -> Vec<String> {
    let mut faults = Vec::new();
    let mut told = BTreeSet::new();
    for file in source.imports.keys() {
        if told.contains(file) {
            continue;
        }
        let circle: Vec<&String> = reached(source, file)
            .into_iter()
            .filter(|other| reached(source, other).contains(file))
            .collect();
        if circle.contains(&file) {
            told.extend(circle.iter().map(|file| (*file).clone()));
            let names: Vec<&str> = circle.iter().map(|file| file.as_str()).collect();
            faults.push(format!(
                "{} files in a circle: {}",
                names.len(),
                names.join(", ")
            ));
        }
    }
    faults
}

/// Every file that one reaches by imports.
fn reached<'a>(source: &'a Source, from: &str) -> BTreeSet<&'a String> {
    let mut reached = BTreeSet::new();
    let mut open = vec![from];
    while let Some(file) = open.pop() {
        for target in source
            .imports
            .get(file)
            .into_iter()
            .flat_map(BTreeMap::keys)
        {
            if reached.insert(target) {
                open.push(target);
            }
        }
    }
    reached
}

/// The places outside a folder where something is added to a type.
pub fn impls_outside(source: &Source, name: &str, folder: &str) -> Vec<String> {
    let path = format!("::{name}");
    let mut faults = Vec::new();
    for (file, text) in &source.files {
        let names = |word: &str| word == name || word.ends_with(&path);
        let adds = |line: &str| line.starts_with("impl") && line.split_whitespace().any(names);
        if !file.starts_with(folder) && text.lines().any(adds) {
            faults.push(format!("{file} adds to {name}, which only {folder} may"));
        }
    }
    faults
}

/// The files with more lines than this.
pub fn long_files(source: &Source, most: usize) -> Vec<String> {
    let lengths = source
        .files
        .iter()
        .map(|(file, text)| (file, text.lines().count()));
    lengths
        .filter(|(_, length)| *length > most)
        .map(|(file, length)| format!("{file} has {length} lines; {most} at most"))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tree(files: &[(&str, &str)]) -> Source {
        let files = files
            .iter()
            .map(|(path, text)| ((*path).to_owned(), (*text).to_owned()));
        Source::of(files.collect())
    }

    const ROOMS: &[(&str, &[&str])] = &[("kit", &[]), ("app", &["kit"])];

    #[test]
    fn an_import_that_a_room_may_not_have_is_found() {
        let good = tree(&[
            ("desk/app/desk.rs", "use crate::desk::kit::theme::Palette;"),
            ("desk/kit/theme.rs", ""),
        ]);
        assert!(rooms(&good, "desk", ROOMS).is_empty());
        let wrong = tree(&[
            ("desk/app/desk.rs", ""),
            (
                "desk/kit/theme.rs",
                "fn f() { crate::desk::app::desk::g() }",
            ),
        ]);
        assert_eq!(
            rooms(&wrong, "desk", ROOMS),
            ["desk/kit/theme.rs imports desk::app::desk::g: kit may not import app"]
        );
        let unlisted = tree(&[("desk/cellar/wine.rs", "")]);
        assert_eq!(rooms(&unlisted, "desk", ROOMS).len(), 1);
    }

    #[test]
    fn files_in_a_circle_are_found_also_through_the_face_of_a_folder() {
        let none = tree(&[("a.rs", "use crate::b::B;"), ("b.rs", "")]);
        assert!(circles(&none).is_empty());
        let three = tree(&[
            ("a/mod.rs", "pub use self::one::One;"),
            ("a/one.rs", "use super::two::Two;"),
            ("a/two.rs", "use super::One;"),
            ("b.rs", "use crate::a::One;"),
        ]);
        assert_eq!(
            circles(&three),
            ["3 files in a circle: a/mod.rs, a/one.rs, a/two.rs"]
        );
    }

    #[test]
    fn what_is_added_elsewhere_and_what_is_too_long_is_found() {
        let files = tree(&[
            ("desk/app/desk.rs", "impl Desk {\n}"),
            ("desk/list/page.rs", "impl Desk {\n}"),
            (
                "desk/list/rows.rs",
                "impl crate::desk::app::desk::Desk {\n}",
            ),
            ("desk/list/row.rs", "impl From<Desk> for Row {\n}"),
        ]);
        assert_eq!(impls_outside(&files, "Desk", "desk/app/").len(), 2);
        assert_eq!(long_files(&files, 2).len(), 0);
        assert_eq!(long_files(&files, 1).len(), 4);
    }
}
