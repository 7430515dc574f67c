//! A number of cases, as the texts of the screen ask for it.

use crate::language::{Argument, Language};
use crate::register::Definition;

/// The arguments `count` and `cases` of a text: a number, and the word for so many cases of this register.
pub fn case_count(
    definition: &Definition,
    count: usize,
    language: Language,
) -> [(&'static str, Argument<'_>); 2] {
    let word = definition.case_word(count as u64).text(language);
    [("count", (count as i64).into()), ("cases", word.into())]
}
