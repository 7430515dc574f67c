//! An address that was written on one line, as most files have it.

use super::address::Address;
use super::reading::read_postcode;

/// What is written behind a house number. Any other word there may as well be a place.
const ADDITIONS: [&str; 23] = [
    "hs", "huis", "bis", "bg", "bov", "boven", "ben", "beneden", "rd", "rood", "zw", "zwart",
    "achter", "voor", "links", "rechts", "ong", "i", "ii", "iii", "iv", "to", "toegang",
];
/// What says of the number before it that it is that of a floor: `2 hoog`.
const FLOORS: [&str; 4] = ["hoog", "hg", "etage", "verdieping"];
/// What may stand in the name of a place without a capital: Bergen op Zoom.
const PARTICLES: [&str; 12] = [
    "aan", "bij", "de", "den", "der", "en", "het", "in", "op", "van", "'t", "a/d",
];
/// The years that streets are called after: whether `Plein 1940` is a square or a house cannot be told.
const YEARS: std::ops::RangeInclusive<u32> = 1500..=2100;

impl Address {
    /// The address that was written on one line (`Dorpsstraat 45a, 2712 AH`), in its parts as far as these can be told for
    /// certain: the house number is the last number before the postcode or the end. Where it cannot be told, all of it is
    /// the street. A place behind the postcode is left out: a postcode lies in one place.
    pub fn of_line(line: &str) -> Self {
        let words: Vec<&str> = line.split_whitespace().collect();
        split(&words).unwrap_or_else(|| Self {
            street: line.trim().to_owned(),
            ..Self::default()
        })
    }
}

/// The parts; none where they cannot be told.
fn split(words: &[&str]) -> Option<Address> {
    let mut found = (0..words.len()).filter_map(|at| postcode_at(words, at));
    let Some(code) = found.next() else {
        return before_postcode(words);
    };
    if found.next().is_some() {
        return None;
    }
    let (before, after) = (words.get(..code.from)?, words.get(code.to..)?);
    let mut address = if before.is_empty() {
        match after {
            [] => Address::default(),
            [number, addition @ ..] => house(number, addition)?,
        }
    } else if is_place(after) {
        before_postcode(before)?
    } else {
        return None;
    };
    // `Plein 1940 hs` has no postcode.
    let ends = before.last().is_none_or(|word| word.ends_with(','));
    if !code.certain && !ends && address.number.is_empty() {
        return None;
    }
    address.postcode = code.postcode;
    Some(address)
}

/// A postcode among words.
struct Postcode {
    /// Its first word.
    from: usize,
    /// The word behind it.
    to: usize,
    postcode: String,
    /// Whether it can be nothing else, such as a house number with what follows it.
    certain: bool,
}

fn postcode_at(words: &[&str], at: usize) -> Option<Postcode> {
    let bare = |at: usize| words.get(at).map(|word| word.trim_end_matches(','));
    let first = bare(at)?;
    let whole = |text: &str| read_postcode(text).ok().filter(|read| read.len() == 7);
    if let Some(postcode) = whole(first) {
        let (from, to, certain) = (at, at + 1, true);
        return Some(Postcode {
            from,
            to,
            postcode,
            certain,
        });
    }
    // The digits end where the word does: `2711, AB` is none.
    let letters = bare(at + 1).filter(|letters| letters.len() == 2 && first.len() == 4)?;
    let postcode = whole(&format!("{} {letters}", words.get(at)?))?;
    let certain = letters.bytes().all(|letter| letter.is_ascii_uppercase())
        && !ADDITIONS.contains(&letters.to_lowercase().as_str());
    Some(Postcode {
        from: at,
        to: at + 2,
        postcode,
        certain,
    })
}

/// Street, number and addition. A street alone is one too.
fn before_postcode(words: &[&str]) -> Option<Address> {
    let digit = |word: &str| word.starts_with(|sign: char| sign.is_ascii_digit());
    // The first word begins the street: `2e Dwarsstraat`.
    let mut numbers: Vec<usize> = (1..words.len())
        .filter(|at| words.get(*at).is_some_and(|word| digit(word)))
        .collect();
    if let [.., floor] = numbers[..]
        && numbers.len() > 1
        && words
            .get(floor + 1)
            .is_some_and(|word| is_one_of(&FLOORS, word))
    {
        numbers.pop();
    }
    let year = |at: &usize| {
        let year = words
            .get(*at)
            .map(|word| word.trim_end_matches(',').parse::<u32>());
        matches!(year, Some(Ok(year)) if YEARS.contains(&year))
    };
    let (last, earlier) = match &numbers[..] {
        [] => return street(words),
        [only] if year(only) => {
            // Words behind it would be part of the street as well as of the house.
            return (only + 1 == words.len()).then(|| street(words)).flatten();
        }
        [earlier @ .., last] => (*last, earlier),
    };
    // Two houses, or a house and what nobody can tell.
    if !earlier.iter().all(year) {
        return None;
    }
    let (name, rest) = words.split_at_checked(last)?;
    let (number, addition) = rest.split_first()?;
    let house = house(number, addition)?;
    Some(Address {
        street: street(name)?.street,
        ..house
    })
}

fn street(words: &[&str]) -> Option<Address> {
    let street = words.join(" ").trim_end_matches([',', ' ']).to_owned();
    let named = street.chars().any(char::is_alphabetic);
    named.then(|| Address {
        street,
        ..Address::default()
    })
}

/// The house number and what follows it, in one word or in several.
fn house(number: &str, addition: &[&str]) -> Option<Address> {
    let number = number.trim_end_matches(',');
    let end = number.find(|sign: char| !sign.is_ascii_digit());
    let (digits, glued) = number.split_at_checked(end.unwrap_or(number.len()))?;
    if !(1..=5).contains(&digits.len()) || digits.starts_with('0') {
        return None;
    }
    let behind: Vec<&str> = addition
        .iter()
        .map(|word| word.trim_end_matches(','))
        .collect();
    let addition = match (glued.trim_start_matches('-'), &behind[..]) {
        ("", []) if glued.is_empty() => String::new(),
        ("", [word]) if glued.is_empty() && is_addition(word) => (*word).to_owned(),
        ("", [floor, word]) if glued.is_empty() && is_floor(floor, word) => behind.join(" "),
        (word, []) if is_addition(word) => word.to_owned(),
        _ => return None,
    };
    Some(Address {
        number: digits.to_owned(),
        addition,
        ..Address::default()
    })
}

/// A letter, a letter with digits, or a word that is known as one.
fn is_addition(word: &str) -> bool {
    let mut signs = word.chars();
    let lettered = signs.next().is_some_and(|sign| sign.is_ascii_alphabetic());
    let numbered = lettered && word.len() <= 3 && signs.all(|sign| sign.is_ascii_digit());
    numbered || is_one_of(&ADDITIONS, word)
}

fn is_floor(floor: &str, word: &str) -> bool {
    let digits = (1..=2).contains(&floor.len()) && floor.bytes().all(|sign| sign.is_ascii_digit());
    digits && is_one_of(&FLOORS, word)
}

fn is_one_of(known: &[&str], word: &str) -> bool {
    known.contains(&word.trim_end_matches(',').to_lowercase().as_str())
}

/// Whether this is the name of a place, or nothing: what else stands behind a postcode must not be lost.
fn is_place(words: &[&str]) -> bool {
    let letters = |word: &str| {
        word.chars()
            .all(|sign| sign.is_alphabetic() || "'’-".contains(sign))
    };
    let name = |word: &str| {
        let word = word.trim_start_matches("'s-");
        letters(word) && word.starts_with(char::is_uppercase)
    };
    match words {
        [] => true,
        [between @ .., last] => {
            words.len() <= 4
                && name(last)
                && between
                    .iter()
                    .all(|word| name(word) || PARTICLES.contains(word))
        }
    }
}
