//! From the text of a definition file to its shape, or the key at which it stops being one.

use serde::de::DeserializeOwned;

use super::mistake::{DefinitionError, Mistake};

/// Reads a file into its shape, or says at which key it stops being one.
pub(super) fn read<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, DefinitionError> {
    let error = |key: String, mistake| DefinitionError {
        file: file.to_owned(),
        key,
        mistake,
    };
    let source = toml::Deserializer::parse(text).map_err(|problem| {
        let line = problem
            .span()
            .map_or(0, |span| text[..span.start].lines().count().max(1));
        error(
            format!("line {line}"),
            Mistake::Shape(problem.message().to_owned()),
        )
    })?;
    serde_path_to_error::deserialize(source).map_err(|problem| {
        let path = problem.path().to_string();
        let words = problem.into_inner().message().to_owned();
        let (key, mistake) = mistake_in(&words);
        let at_missing = matches!(mistake, Mistake::Missing(_));
        let whole = match key {
            // serde names the table that lacks a key; the user looks for the key itself.
            Some(key) if at_missing && path != "." => format!("{path}.{key}"),
            Some(key) if at_missing => key,
            _ => path,
        };
        error(whole, mistake)
    })
}

/// The id in the text of a definition, whatever else stands in it; nothing where it is no text of a definition.
pub fn id_in(text: &str) -> Option<String> {
    let table: toml::Table = text.parse().ok()?;
    Some(table.get("id")?.as_str()?.to_owned())
}

/// Turns serde's English into one of our own mistakes where it is one of the two common ones.
fn mistake_in(words: &str) -> (Option<String>, Mistake) {
    let quoted = |text: &str| text.split('`').nth(1).map(str::to_owned);
    if let Some(key) = words.strip_prefix("missing field ").and_then(quoted) {
        return (Some(key.clone()), Mistake::Missing(key));
    }
    if let Some((unknown, expected)) = words
        .strip_prefix("unknown field ")
        .and_then(|rest| rest.split_once(", expected "))
        && let Some(key) = quoted(unknown)
    {
        let expected = expected.trim_start_matches("one of ").replace('`', "");
        return (Some(key.clone()), Mistake::Unknown { key, expected });
    }
    (None, Mistake::Shape(words.to_owned()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::{Label, Language};

    #[test]
    fn serde_words_become_a_sentence_of_our_own() {
        let (key, mistake) = mistake_in("missing field `retention`");
        assert_eq!(key.as_deref(), Some("retention"));
        assert_eq!(mistake, Mistake::Missing("retention".to_owned()));
        let (_, mistake) = mistake_in("unknown field `lable`, expected one of `id`, `label`");
        let expected = "id, label".to_owned();
        assert_eq!(
            mistake,
            Mistake::Unknown {
                key: "lable".to_owned(),
                expected
            }
        );
    }

    #[test]
    fn a_label_without_english_serves_in_both_languages() {
        let label = Label {
            nl: "Wijk".to_owned(),
            en: None,
        };
        assert_eq!(label.text(Language::English), "Wijk");
    }
}
