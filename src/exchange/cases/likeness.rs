//! How much two words are alike: for headings that are called otherwise, and values that are written otherwise.

use crate::language::folded;

/// From how much alike two texts are the same with a slip of the pen.
const SLIP: f64 = 0.82;
/// Shorter words are no abbreviation of a longer one in a value, and in a heading.
const SHORTEST_BEGIN: usize = 4;
const SHORTEST_IN_HEADING: usize = 3;

/// The words of a text as they are compared: without capitals, accents and signs, and with one letter for ij and y.
pub(super) fn words(text: &str) -> Vec<String> {
    let plain = folded(text).replace("ij", "y");
    plain
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// How much a heading is like a name that is known: from 0 to 1.
pub(super) fn heading_likeness(heading: &[String], name: &[String]) -> f64 {
    if heading.is_empty() || name.is_empty() {
        return 0.0;
    }
    let begins = |begin: &str, word: &str| is_begin(begin, word, SHORTEST_IN_HEADING);
    let found = name.iter().filter(|word| {
        heading
            .iter()
            .any(|other| same_word(word, other) || begins(other, word) || begins(word, other))
    });
    let found = found.count();
    let longest = heading.len().max(name.len());
    let letters: usize = name.iter().map(String::len).sum();
    let by_words = match found == name.len() || found == heading.len() {
        // A short word says little: `nr` stands in many a heading.
        true if letters >= SHORTEST_IN_HEADING => 0.6 + 0.35 * found as f64 / longest as f64,
        _ => 0.5 * found as f64 / longest as f64,
    };
    let by_letters = strsim::normalized_damerau_levenshtein(&heading.concat(), &name.concat());
    by_words.max(if by_letters >= SLIP {
        by_letters * 0.95
    } else {
        0.0
    })
}

/// Whether every word of a name stands in a value, as a whole word, as the begin of one, or with a slip of the pen. The
/// number of letters that are found, so that the fuller of two names wins.
pub(super) fn stands_in(name: &[String], value: &[String]) -> Option<usize> {
    let mut letters = 0;
    for word in name {
        value
            .iter()
            .find(|other| same_word(word, other) || is_begin(word, other, SHORTEST_BEGIN))?;
        letters += word.len();
    }
    (letters > 0).then_some(letters)
}

/// Whether a value as a whole is a name with a slip of the pen, or the begin of it.
pub(super) fn is_nearly(name: &[String], value: &[String]) -> bool {
    let (name, value) = (name.concat(), value.concat());
    let begins = value.len() >= SHORTEST_BEGIN && name.starts_with(&value);
    // Texts of other lengths differ at least by what one is longer; most need no closer look.
    let (shorter, longer) = (name.len().min(value.len()), name.len().max(value.len()));
    let may_be = shorter as f64 >= SLIP * longer as f64;
    begins || (may_be && strsim::normalized_damerau_levenshtein(&name, &value) >= SLIP)
}

fn same_word(one: &str, other: &str) -> bool {
    one == other
        || (one.len() >= 6 && other.len() >= 6 && strsim::damerau_levenshtein(one, other) <= 1)
}

/// Whether a word begins with the other one, as `huurwoning` does with `huur`.
fn is_begin(begin: &str, word: &str, least: usize) -> bool {
    begin.len() >= least && word.starts_with(begin)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_like_what_they_mean() {
        let like = |heading: &str, name: &str| heading_likeness(&words(heading), &words(name));
        for (heading, name) in [
            ("Datum van de melding", "Datum melding"),
            ("Meldingsdatum", "Meldingsdatm"),
            ("Wijknaam", "Wijk"),
            ("Eigendomsvorm", "Eigendom"),
            ("Aard overlast (kort)", "Aard overlast"),
        ] {
            assert!(
                like(heading, name) >= 0.6,
                "{heading}: {}",
                like(heading, name)
            );
        }
        for (heading, name) in [
            ("Opmerkingen", "Wijk"),
            ("Klacht", "Eigendom"),
            ("Nr", "Telefoonnr"),
        ] {
            assert!(
                like(heading, name) < 0.6,
                "{heading}: {}",
                like(heading, name)
            );
        }
    }

    #[test]
    fn names_stand_in_values() {
        let stands = |name: &str, value: &str| stands_in(&words(name), &words(value)).is_some();
        assert!(stands("DGW", "huur (DGW)"));
        assert!(stands("De Leyens", "Buytenwegh de Leijens"));
        assert!(stands("Sociale huur", "sociale huurwoning"));
        assert!(!stands("Sociale huur", "huur part."));
        assert!(!stands("DGW", "dgwx"));
        assert!(is_nearly(&words("Seghwaert"), &words("Segwaert")));
        assert!(!is_nearly(&words("Koop"), &words("Rotzooi")));
    }
}
