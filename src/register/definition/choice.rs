//! What can be chosen: offered for some time, then retired or gone on as another choice, and counted all the while.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::reserved::KEYS;
use crate::language::{Label, folded, folds_to};

/// Something that can be chosen. Its id never changes; its label may.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Choice {
    /// The id in commands, files and figures: lower case, words joined by `-`.
    pub id: String,
    /// The label on the screen.
    pub label: Label,
    /// Other ways in which it arrives.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// No longer offered, still counted where it was used.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub retired: bool,
    /// Four-digit postcode areas that suggest this choice (districts only).
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub postcodes: Vec<String>,
    /// The first day on which it is offered; none is always.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub from: Option<NaiveDate>,
    /// The last day on which it is offered; none is for good.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<NaiveDate>,
    /// The choice as which it goes on: read, counted and shown as that one, wherever it was chosen.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub replaced_by: Option<String>,
    /// The choice as which others see it: on what is shared it stands as that one, and never as itself.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub shared_as: Option<String>,
    /// The municipality in which it lies, where several work in one vault (districts only).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<String>,
    /// Of a district, whether it is one of businesses: nobody lives there, and a table shows it only where it has cases. Of
    /// what is known of districts, whether it is known of those too.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub businesses: bool,
    /// Whether it was added in the program, and stands in no file.
    #[serde(skip)]
    pub own: bool,
}

impl Choice {
    /// A choice that is offered always.
    pub fn new(id: impl Into<String>, label: Label) -> Self {
        Self {
            id: id.into(),
            label,
            aliases: Vec::new(),
            retired: false,
            postcodes: Vec::new(),
            from: None,
            until: None,
            replaced_by: None,
            shared_as: None,
            municipality: None,
            businesses: false,
            own: false,
        }
    }

    /// Whether it is offered on this day.
    pub fn offered_on(&self, day: NaiveDate) -> bool {
        self.is_current()
            && self.from.is_none_or(|from| from <= day)
            && self.until.is_none_or(|until| day <= until)
    }

    /// Whether it lies in this municipality, or in none of its own. While that is unknown it may.
    pub fn lies_in(&self, municipality: Option<&str>) -> bool {
        let own = self.municipality.as_deref();
        own.is_none() || municipality.is_none() || own == municipality
    }

    /// Whether it is neither retired nor gone on as another, whatever its days.
    pub fn is_current(&self) -> bool {
        !self.retired && self.replaced_by.is_none()
    }
}

/// The choice with this id.
pub fn find<'a>(choices: &'a [Choice], id: &str) -> Option<&'a Choice> {
    choices.iter().find(|choice| choice.id == id)
}

/// The choice as which the one with this id goes on: another one only where they were merged.
pub fn goes_on_as<'a>(choices: &'a [Choice], id: &'a str) -> &'a str {
    find(choices, id)
        .and_then(|choice| choice.replaced_by.as_deref())
        .unwrap_or(id)
}

/// The ids that a rule of a definition can name: what went on as another choice is met no more.
pub(in crate::register) fn lasting(choices: &[Choice]) -> Vec<String> {
    let lasting = choices.iter().filter(|choice| choice.replaced_by.is_none());
    lasting.map(|choice| choice.id.clone()).collect()
}

/// The choice a person means: by id, else by label in either language, else by alias, without regard to case, accents and
/// blanks around it. Ids go first, so that what a program writes never means another choice that is labelled so. Who names a
/// choice that went on as another one means that other one.
pub fn recognise<'a>(choices: &'a [Choice], written: &str) -> Option<&'a Choice> {
    let wanted = folded(written);
    let labelled = |choice: &&Choice| {
        let labels = [Some(&choice.label.nl), choice.label.en.as_ref()];
        labels
            .into_iter()
            .flatten()
            .any(|label| folds_to(label, &wanted))
    };
    let by_alias = |choice: &&Choice| choice.aliases.iter().any(|alias| folds_to(alias, &wanted));
    let by_id = choices.iter().find(|choice| folds_to(&choice.id, &wanted));
    let named = by_id
        .or_else(|| choices.iter().find(labelled))
        .or_else(|| choices.iter().find(by_alias))?;
    find(choices, goes_on_as(choices, &named.id))
}

/// The choice that this postcode suggests on this day, where exactly one district of the municipality has its four digits.
pub fn suggested_by_postcode<'a>(
    choices: &'a [Choice],
    area: &str,
    day: NaiveDate,
    municipality: Option<&str>,
) -> Option<&'a Choice> {
    let mut fitting = choices.iter().filter(|choice| {
        choice.offered_on(day)
            && choice.lies_in(municipality)
            && choice.postcodes.iter().any(|postcode| postcode == area)
    });
    let first = fitting.next()?;
    fitting.next().is_none().then_some(first)
}

/// An id for a new choice with this label, which none of the others has: lower case, words joined by `-`.
pub fn id_of(label: &str, taken: impl Fn(&str) -> bool) -> String {
    let plain: String = folded(label)
        .chars()
        .map(|letter| match letter.is_ascii_alphanumeric() {
            true => letter,
            false => ' ',
        })
        .collect();
    let words: Vec<&str> = plain.split_whitespace().collect();
    let first = match words.join("-") {
        blank if blank.is_empty() => "keuze".to_owned(),
        id => id,
    };
    let numbered = (2..).map(|number: u32| format!("{first}-{number}"));
    let mut free = std::iter::once(first.clone())
        .chain(numbered)
        .filter(|id| !taken(id) && !KEYS.contains(&id.as_str()));
    free.next().unwrap_or(first)
}
