//! Capitals: how a label is written at the beginning of a sentence and within one.

/// A text with a capital in front.
pub fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}

/// A label in the middle of a sentence: without its capital, unless it is an abbreviation.
pub fn lower(label: &str) -> String {
    match label.chars().nth(1).is_some_and(char::is_lowercase) {
        true => label.to_lowercase(),
        false => label.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_has_a_capital_in_front_and_none_in_the_middle() {
        assert_eq!(capital("één melding"), "Één melding");
        assert_eq!(capital(""), "");
        assert_eq!(lower("Signalen"), "signalen");
        assert_eq!(lower("IPTA"), "IPTA");
        assert_eq!(lower("X"), "X");
    }
}
