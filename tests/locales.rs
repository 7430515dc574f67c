//! What the program says: the same texts in both languages, every text that is asked for, and none that nobody asks for.

#[cfg(test)]
mod tests {
    use std::collections::{BTreeMap, BTreeSet};
    use std::fs;
    use std::path::{Path, PathBuf};

    use fluent_bundle::FluentResource;
    use peildatum::figures::Measure;
    use peildatum::language::Language;
    use peildatum::register::AddressPart;

    const DUTCH: &str = include_str!("../assets/locales/nl.ftl");
    const ENGLISH: &str = include_str!("../assets/locales/en.ftl");

    /// A text of a file: its id and everything up to the next one.
    fn entries(source: &str) -> Vec<(String, String)> {
        let mut entries: Vec<(String, String)> = Vec::new();
        for line in source.lines() {
            let begins = line.starts_with(|first: char| first.is_ascii_alphabetic());
            match (line.split_once(" ="), entries.last_mut()) {
                (Some((id, text)), _) if begins => entries.push((id.to_owned(), text.to_owned())),
                (_, Some((_, text))) if line.starts_with([' ', '}']) => text.push_str(line),
                _ => {}
            }
        }
        entries
    }

    fn ids(source: &str) -> BTreeSet<String> {
        entries(source).into_iter().map(|(id, _)| id).collect()
    }

    /// The blanks of every text.
    fn blanks(source: &str) -> BTreeMap<String, BTreeSet<String>> {
        let of = |text: &str| {
            let pieces = text.split('$').skip(1);
            let name = |piece: &str| {
                let end = piece.find(|letter: char| !letter.is_alphanumeric() && letter != '-');
                piece[..end.unwrap_or(piece.len())].to_owned()
            };
            pieces.map(name).collect()
        };
        let entries = entries(source).into_iter();
        entries.map(|(id, text)| (id, of(&text))).collect()
    }

    fn files(folder: &Path) -> Vec<PathBuf> {
        let entries = fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().path());
        let inside = |path: PathBuf| match path.is_dir() {
            true => files(&path),
            false => vec![path],
        };
        entries.flat_map(inside).collect()
    }

    /// The whole source of the program.
    fn source() -> String {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
        let texts = files(&folder)
            .into_iter()
            .map(|file| fs::read_to_string(file).unwrap());
        texts.collect()
    }

    /// Every string of the source that could be the id of a text, or the begin of a family of them: `"measure-{}"`.
    fn strings(source: &str) -> (BTreeSet<String>, BTreeSet<String>) {
        let (mut whole, mut families) = (BTreeSet::new(), BTreeSet::new());
        for piece in source.split('"') {
            let letter = |letter: char| {
                letter.is_ascii_lowercase() || letter.is_ascii_digit() || letter == '-'
            };
            match piece.split_once('{') {
                None if !piece.is_empty() && piece.chars().all(letter) => {
                    whole.insert(piece.to_owned());
                }
                Some((begin, _)) if begin.ends_with('-') && begin.chars().all(letter) => {
                    families.insert(begin.to_owned());
                }
                _ => {}
            }
        }
        (whole, families)
    }

    /// The ids that are asked for by name: `text("…")`, `say("…"`.
    fn asked_for(source: &str) -> BTreeSet<String> {
        let mut asked = BTreeSet::new();
        for call in ["text(", "say(", "mute("] {
            for (at, _) in source.match_indices(call) {
                // A method of the same name elsewhere takes no id: `painter.text(`, `fn text(`.
                let rest = source[at + call.len()..].trim_start();
                let Some((id, after)) =
                    rest.strip_prefix('"').and_then(|rest| rest.split_once('"'))
                else {
                    continue;
                };
                let before = source[..at].ends_with(['.', ' ', '(', '\n', '=']);
                if before && after.trim_start().starts_with([')', ',']) && id.contains('-') {
                    asked.insert(id.to_owned());
                }
            }
        }
        asked
    }

    #[test]
    fn both_files_are_read_without_a_mistake() {
        for (language, source) in [("nl", DUTCH), ("en", ENGLISH)] {
            if let Err((_, errors)) = FluentResource::try_new(source.to_owned()) {
                panic!("{language}.ftl: {errors:#?}");
            }
        }
    }

    #[test]
    fn no_text_is_there_twice() {
        for (language, source) in [("nl", DUTCH), ("en", ENGLISH)] {
            let mut seen = BTreeSet::new();
            let twice: Vec<String> = entries(source)
                .into_iter()
                .map(|(id, _)| id)
                .filter(|id| !seen.insert(id.clone()))
                .collect();
            assert!(twice.is_empty(), "{language}.ftl: {twice:?}");
        }
    }

    #[test]
    fn both_languages_have_the_same_texts_with_the_same_blanks() {
        let (dutch, english) = (ids(DUTCH), ids(ENGLISH));
        let lacks = |one: &BTreeSet<String>, other: &BTreeSet<String>| -> Vec<String> {
            other.difference(one).cloned().collect()
        };
        assert_eq!(lacks(&dutch, &english), [""; 0], "only in en.ftl");
        assert_eq!(lacks(&english, &dutch), [""; 0], "only in nl.ftl");
        let (dutch, english) = (blanks(DUTCH), blanks(ENGLISH));
        let differ: Vec<_> = dutch
            .iter()
            .filter(|(id, names)| english.get(*id) != Some(names))
            .collect();
        assert!(differ.is_empty(), "{differ:#?}");
    }

    #[test]
    fn every_text_that_is_asked_for_exists() {
        let known = ids(DUTCH);
        let asked = asked_for(&source());
        assert!(asked.len() > 100, "the source is read: {}", asked.len());
        let missing: Vec<_> = asked.difference(&known).collect();
        assert!(missing.is_empty(), "{missing:#?}");
        // Ids that come from a list or a match look like their neighbours.
        let begin = |id: &str| id.split_once('-').map(|(begin, _)| begin.to_owned());
        let begins: BTreeSet<String> = known.iter().filter_map(|id| begin(id)).collect();
        let (whole, _) = strings(&source());
        let unknown: Vec<_> = whole
            .difference(&known)
            .filter(|id| begin(id).is_some_and(|begin| begins.contains(&begin)))
            // A kind of field, in the definitions of the registers.
            .filter(|id| *id != "date-time")
            .collect();
        assert!(unknown.is_empty(), "{unknown:#?}");
        // Words without a hyphen are asked for in the same way but cannot be told from other strings.
        for id in [
            "running",
            "finished",
            "unknown",
            "status",
            "yes",
            "no",
            "number",
            "total",
            "figures",
            "folder",
            "browse",
            "loading",
            "filter",
            "duration",
            "first-screen",
            "conflict",
        ] {
            assert!(known.contains(id), "{id}");
        }
    }

    #[test]
    fn every_member_of_a_family_of_texts_exists() {
        let known = ids(DUTCH);
        let mut wanted = BTreeSet::new();
        for (name, _) in Measure::NAMES {
            wanted.insert(format!("measure-{name}"));
            wanted.insert(format!("figures-what-{name}"));
        }
        wanted.extend((1..=12).map(|month| format!("month-{month:02}")));
        wanted.extend(AddressPart::ALL.map(|(name, _)| format!("address-{name}")));
        for part in ["row", "column", "value", "message"] {
            wanted.insert(format!("import-header-{part}"));
        }
        let words = known.iter().filter_map(|id| id.strip_prefix("help-word-"));
        wanted.extend(words.map(|word| format!("help-text-{word}")));
        let missing: Vec<_> = wanted.difference(&known).collect();
        assert!(missing.is_empty(), "{missing:#?}");
    }

    #[test]
    fn no_text_is_there_for_nobody() {
        let (whole, families) = strings(&source());
        let idle: Vec<String> = ids(DUTCH)
            .into_iter()
            .filter(|id| !whole.contains(id))
            .filter(|id| !families.iter().any(|family| id.starts_with(family)))
            .collect();
        assert!(idle.is_empty(), "{idle:#?}");
    }

    #[test]
    fn a_text_that_is_filled_in_has_no_blank_left() {
        for language in Language::ALL {
            let source = match language {
                Language::Dutch => DUTCH,
                Language::English => ENGLISH,
            };
            for (id, names) in blanks(source) {
                let arguments: Vec<_> = names
                    .iter()
                    .map(|name| (name.as_str(), 2_i64.into()))
                    .collect();
                let said = language.say(&id, &arguments);
                assert!(!said.contains('{'), "{language:?} {id}: {said}");
            }
        }
    }
}
