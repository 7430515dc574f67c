//! What can be found of a case, and what a person who types words means.

use crate::language::folded;
use crate::register::{Address, CaseState, Definition, FieldKind, Sensitivity, Value};

/// As many words as a search looks at; a whole page pasted into the search field is not a search.
const MOST_WORDS: usize = 16;
/// As many characters of a word.
const LONGEST_WORD: usize = 64;

/// The fields of this register that are searched. What came from the police never is (Wpg).
pub(super) fn searched_fields(definition: &Definition) -> impl Iterator<Item = &str> {
    let searched = definition.fields.iter().filter(|field| {
        let kind = matches!(
            field.kind,
            FieldKind::Text | FieldKind::LongText | FieldKind::Person | FieldKind::Address
        );
        kind && field.sensitivity != Sensitivity::Police
    });
    searched.map(|field| field.id.as_str())
}

/// The text by which a case is found: its number and its searched fields, as they are compared.
pub(super) fn text(definition: &Definition, number: &str, state: &CaseState) -> String {
    let mut text = folded(number);
    for field in searched_fields(definition) {
        match state.values.get(field) {
            Some(Value::Text(value)) => add(&mut text, value),
            Some(Value::Address(address)) => add_address(&mut text, address),
            _ => {}
        }
    }
    text
}

/// An address is found by its parts, and by a postcode or house number typed in one piece: `2712AH`, `45a`.
fn add_address(text: &mut String, address: &Address) {
    add(text, &address.line());
    if let Some((digits, letters)) = address.postcode.split_once(' ') {
        add(text, &format!("{digits}{letters}"));
    }
    if !address.addition.is_empty() && address.addition.chars().all(char::is_alphabetic) {
        add(text, &format!("{}{}", address.number, address.addition));
    }
}

/// Adds what is found too, apart from what stands before it.
pub(super) fn add(text: &mut String, more: &str) {
    text.push('\n');
    text.push_str(&folded(more));
}

/// The question to the index: every word as the beginning of a word. They are folded, as the text of the
/// index is. Each stands between quotes, so that nothing a
/// person types is read as an operator. `None` when there is no word at all.
pub(super) fn question(words: &str) -> Option<String> {
    let question = words
        .split(|sign: char| sign.is_whitespace() || sign.is_control())
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .take(MOST_WORDS)
        .map(|word| {
            let word: String = word.chars().take(LONGEST_WORD).collect();
            format!("\"{}\"*", word.replace('"', "\"\""))
        })
        .collect::<Vec<_>>()
        .join(" ");
    (!question.is_empty()).then_some(question)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_asked_for_as_the_beginning_of_a_word() {
        assert_eq!(
            question(" dorps  2712AH ").as_deref(),
            Some(r#""dorps"* "2712AH"*"#)
        );
    }

    #[test]
    fn nothing_a_person_types_is_an_operator() {
        assert_eq!(
            question(r#"a"b OR -c*"#).as_deref(),
            Some(r#""a""b"* "OR"* "-c*"*"#)
        );
        assert_eq!(question("een\0twee").as_deref(), Some(r#""een"* "twee"*"#));
        for nothing in ["", "  ", "\"", "* ( ) -- ^"] {
            assert_eq!(question(nothing), None);
        }
    }
}
