//! Search in a SQLite file, by its full-text index.

use rusqlite::params;

use super::store::SqliteStore;
use crate::language::folded;
use crate::register::{CaseFile, CaseKey};
use crate::store::case_number::{NumberFit, TypedNumber};
use crate::store::error::StoreError;
use crate::store::traits::search::{NumberedCase, Search};

/// How many words a search looks at; a whole page pasted into the search field is not a search.
const MOST_WORDS: usize = 16;
/// How many characters of a word it looks at.
const LONGEST_WORD: usize = 64;

impl SqliteStore {
    /// The cases whose number fits what is typed, the best first, then the newest.
    fn numbered_keys(&self, typed: &str) -> Result<Vec<(NumberFit, CaseKey)>, StoreError> {
        let Some(typed) = TypedNumber::read(typed) else {
            return Ok(Vec::new());
        };
        let query = include_str!("queries/numbers_ending.sql");
        let all = self.select(query, [format!("%{}", typed.ending())], |row| {
            Ok((CaseKey(row.get(0)?), row.get::<_, String>(1)?))
        })?;
        let fitting = all
            .into_iter()
            .filter_map(|(key, number)| Some((typed.fits(&number)?, key)));
        let mut fitting: Vec<(NumberFit, CaseKey)> = fitting.collect();
        fitting.sort_by_key(|(fit, key)| (*fit, std::cmp::Reverse(key.0)));
        Ok(fitting)
    }
}

impl Search for SqliteStore {
    fn search(&self, words: &str, most: usize) -> Result<Vec<CaseFile>, StoreError> {
        let Some(match_query) = match_query(&folded(words)) else {
            return Ok(Vec::new());
        };
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        self.select_cases(
            include_str!("queries/search.sql"),
            params![match_query, most],
        )
    }

    fn search_newest(
        &self,
        register: &str,
        words: &str,
        most: usize,
    ) -> Result<Vec<CaseFile>, StoreError> {
        let Some(match_query) = match_query(&folded(words)) else {
            return Ok(Vec::new());
        };
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        self.select_cases(
            include_str!("queries/search_newest.sql"),
            params![match_query, register, most],
        )
    }

    fn count_matches(&self, words: &str, most: usize) -> Result<usize, StoreError> {
        let Some(match_query) = match_query(&folded(words)) else {
            return Ok(0);
        };
        let most = i64::try_from(most).unwrap_or(i64::MAX);
        let query = include_str!("queries/count_matches.sql");
        let counted: Vec<i64> = self.select(query, params![match_query, most], |row| row.get(0))?;
        let counted = counted.into_iter().next();
        Ok(counted
            .and_then(|count| usize::try_from(count).ok())
            .unwrap_or(0))
    }

    fn by_typed_number(&self, typed: &str, most: usize) -> Result<Vec<NumberedCase>, StoreError> {
        let query = include_str!("queries/identity.sql");
        let mut numbered = Vec::new();
        for (fit, key) in self.numbered_keys(typed)?.into_iter().take(most) {
            self.each_row(query, [key.0], |row| {
                numbered.push(NumberedCase {
                    key,
                    id: row.get(0)?,
                    register: row.get(1)?,
                    fit,
                });
                Ok(())
            })?;
        }
        Ok(numbered)
    }

    fn search_register(&self, register: &str, words: &str) -> Result<Vec<CaseKey>, StoreError> {
        let fitting = self.numbered_keys(words)?.into_iter();
        let mut keys: Vec<CaseKey> = fitting.map(|(_, key)| key).collect();
        if let Some(match_query) = match_query(&folded(words)) {
            let query = include_str!("queries/search_keys.sql");
            let found = self.select(query, [match_query.as_str(), register], |row| {
                row.get(0).map(CaseKey)
            })?;
            keys.extend(found);
        }
        Ok(keys)
    }

    fn texts(&self, register: &str, field: &str) -> Result<Vec<(CaseKey, String)>, StoreError> {
        let path = format!("$.values.\"{field}\".text");
        let query = include_str!("queries/texts_of_field.sql");
        self.select(query, [register, &path], |row| {
            Ok((CaseKey(row.get(0)?), row.get(1)?))
        })
    }
}

/// The query of the full-text index: every word as the beginning of a word. They are folded, as the text of the index is.
/// Each stands between quotes, so that nothing a
/// person types is read as an operator. `None` when there is no word at all.
fn match_query(words: &str) -> Option<String> {
    let match_query = words
        .split(|sign: char| sign.is_whitespace() || sign.is_control())
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .take(MOST_WORDS)
        .map(|word| {
            let word: String = word.chars().take(LONGEST_WORD).collect();
            format!("\"{}\"*", word.replace('"', "\"\""))
        })
        .collect::<Vec<_>>()
        .join(" ");
    (!match_query.is_empty()).then_some(match_query)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_is_asked_for_as_the_beginning_of_a_word() {
        assert_eq!(
            match_query(" dorps  2712AH ").as_deref(),
            Some(r#""dorps"* "2712AH"*"#)
        );
    }

    #[test]
    fn nothing_a_person_types_is_an_operator() {
        assert_eq!(
            match_query(r#"a"b OR -c*"#).as_deref(),
            Some(r#""a""b"* "OR"* "-c*"*"#)
        );
        assert_eq!(
            match_query("een\0twee").as_deref(),
            Some(r#""een"* "twee"*"#)
        );
        for nothing in ["", "  ", "\"", "* ( ) -- ^"] {
            assert_eq!(match_query(nothing), None);
        }
    }
}
