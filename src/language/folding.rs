//! Text as it is compared: without capitals, accents and ligatures.
//!
//! The one place where this is said. Search, lists of choices, the fuzzy match of names and import all read what somebody
//! typed through it, so that none of them finds what another one does not.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};

/// A name of this folding, for what is kept folded: under another name it is made anew.
pub const FOLDING: &str = "plain-letters";

/// Gives the plain letters of one letter, small and without accent: `e` of `É`, `ij` of the ligature, `ss` of `ß`. A mark
/// that is written over the letter before it gives none. Digits, signs and blanks
/// stay as they are: the house `12²` is not number 122.
pub fn fold(letter: char, mut give: impl FnMut(char)) {
    if letter.is_ascii() {
        return give(letter.to_ascii_lowercase());
    }
    if is_combining_mark(letter) {
        return;
    }
    if !letter.is_alphabetic() {
        return give(letter);
    }
    decompose_compatible(letter, |part| {
        if !is_combining_mark(part) {
            part.to_lowercase().for_each(|small| match plain(small) {
                Some(letters) => letters.chars().for_each(&mut give),
                None => give(small),
            });
        }
    });
}

/// A text as it is compared: its plain letters, with single blanks between words and none around them.
pub fn folded(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !plain.is_empty() {
            plain.push(' ');
        }
        word.chars()
            .for_each(|letter| fold(letter, |small| plain.push(small)));
    }
    plain
}

/// Whether a text is compared as this folded one; its own folding is not made.
pub fn folds_to(text: &str, folded: &str) -> bool {
    let mut rest = folded.chars();
    let (mut same, mut begun) = (true, false);
    for word in text.split_whitespace() {
        same &= !begun || rest.next() == Some(' ');
        for letter in word.chars() {
            if !same {
                return false;
            }
            fold(letter, |small| {
                same &= rest.next() == Some(small);
                begun = true;
            });
        }
    }
    same && rest.next().is_none()
}

/// The letters by which a letter is typed that Unicode does not take apart.
fn plain(letter: char) -> Option<&'static str> {
    Some(match letter {
        'ß' => "ss",
        'æ' => "ae",
        'œ' => "oe",
        'ø' => "o",
        'ł' => "l",
        'đ' | 'ð' => "d",
        'þ' => "th",
        'ı' => "i",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_are_compared_without_capitals_accents_and_ligatures() {
        for (written, compared) in [
            ("  Café \t Één\u{a0}", "cafe een"),
            ("Cafe\u{301}", "cafe"),
            ("STRASSE", "strasse"),
            ("Straße", "strasse"),
            ("STRAẞE", "strasse"),
            ("\u{132}sbrecht \u{133}s", "ijsbrecht ijs"),
            ("IJsbrecht", "ijsbrecht"),
            ("Çağlar Yıldız İnce", "caglar yildiz ince"),
            ("Łukasz Ørsted Đurić", "lukasz orsted duric"),
            ("Nguyễn", "nguyen"),
            ("\u{fb01}ets 12²", "fiets 12²"),
            ("Kiezen…", "kiezen…"),
            ("\u{301}", ""),
        ] {
            assert_eq!(folded(written), compared, "{written:?}");
            assert_eq!(folded(compared), compared, "{compared:?}");
            assert!(folds_to(written, compared), "{written:?}");
            assert!(!folds_to(written, &format!("{compared}e")), "{written:?}");
            let shorter = compared
                .char_indices()
                .next_back()
                .map(|(at, _)| &compared[..at]);
            assert!(shorter.is_none_or(|shorter| !folds_to(written, shorter)));
        }
        assert!(!folds_to("cafe een", "cafeeen"));
        assert!(folds_to("\u{301} een", "een"));
    }
}
