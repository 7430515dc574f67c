//! What the program says: one text per idea, in Dutch and in English, from `assets/locales/*.ftl`.
//!
//! The lowest room of the house. Errors of the rooms above know *what* went wrong and turn it into a sentence here
//! (see [`Explain`]), so that window and command line cannot say it differently.

mod folding;
pub mod letters;

use std::sync::OnceLock;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use chrono_tz::Europe::Amsterdam;
use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use serde::{Deserialize, Serialize};

pub use fluent_bundle::FluentValue as Argument;
pub use folding::{FOLDING, fold, folded, folds_to};

/// A language of the screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Language {
    /// Dutch, the language of the people this is made for.
    #[default]
    #[serde(rename = "nl")]
    Dutch,
    /// English.
    #[serde(rename = "en")]
    English,
}

/// Something that can be said to the user in a full sentence: what, where, and what to do.
pub trait Explain {
    /// The sentence, in the language of the screen.
    fn explain(&self, language: Language) -> String;
}

type Bundle = FluentBundle<FluentResource>;

impl Language {
    /// Every language there is, in the order in which they are offered.
    pub const ALL: [Self; 2] = [Self::Dutch, Self::English];

    /// The two letters by which `--lang` and the settings name it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Dutch => "nl",
            Self::English => "en",
        }
    }

    /// The language with this code, if there is one.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|language| language.code() == code)
    }

    /// The text with this id. An id that does not exist is shown as itself: visible, and never a crash.
    pub fn text(self, id: &str) -> String {
        self.say(id, &[])
    }

    /// The text with this id, its blanks filled in. Whole numbers choose the plural and are written with thousands.
    pub fn say(self, id: &str, arguments: &[(&str, Argument<'_>)]) -> String {
        let bundle = self.bundle();
        let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
            return id.to_owned();
        };
        let mut filled = FluentArgs::with_capacity(arguments.len());
        for (name, value) in arguments {
            filled.set(*name, value.clone());
        }
        // A blank that was not given stays visible as {$name}; a test keeps both languages in step.
        let mut errors = Vec::new();
        bundle
            .format_pattern(pattern, Some(&filled), &mut errors)
            .into_owned()
    }

    /// What stands with a text to explain it: its attribute `about`. A text without one has nothing to explain.
    pub fn about(self, id: &str) -> String {
        self.attribute(id, "about").unwrap_or_default()
    }

    /// The other words by which people look for what has this text as its name: its attribute `words`, with commas between.
    pub fn other_words(self, id: &str) -> Vec<String> {
        let words = self.attribute(id, "words").unwrap_or_default();
        let words = words.split(',').map(|word| word.trim().to_owned());
        words.filter(|word| !word.is_empty()).collect()
    }

    fn attribute(self, id: &str, name: &str) -> Option<String> {
        let bundle = self.bundle();
        let attribute = bundle.get_message(id)?.get_attribute(name)?;
        let text = bundle.format_pattern(attribute.value(), None, &mut Vec::new());
        Some(text.into_owned())
    }

    /// A date as this language writes it: `31-12-2024` on every screen, in both languages.
    pub fn date(self, date: NaiveDate) -> String {
        date.format("%d-%m-%Y").to_string()
    }

    /// A moment by the clock in Amsterdam: `31-12-2024 14:05`.
    pub fn moment(self, at: DateTime<Utc>) -> String {
        let local = at.with_timezone(&Amsterdam);
        format!(
            "{} {}",
            self.date(local.date_naive()),
            local.format("%H:%M")
        )
    }

    /// A date with its month in words: `4 mei 2025`.
    pub fn day_in_words(self, date: NaiveDate) -> String {
        let month = self.text(&format!("month-{:02}", date.month()));
        format!("{} {month} {}", date.day(), date.year())
    }

    /// A whole number with its thousands apart: `13.939` in Dutch, `13,939` in English.
    pub fn count(self, number: i64) -> String {
        let digits = number.unsigned_abs().to_string();
        let mark = match self {
            Self::Dutch => '.',
            Self::English => ',',
        };
        let mut written = String::with_capacity(digits.len() + digits.len() / 3 + 1);
        if number < 0 {
            written.push('−');
        }
        for (at, digit) in digits.chars().enumerate() {
            if at > 0 && (digits.len() - at).is_multiple_of(3) {
                written.push(mark);
            }
            written.push(digit);
        }
        written
    }

    /// A number that may have decimals: `7,5` in Dutch, `7.5` in English.
    pub fn number(self, number: f64) -> String {
        let plain = number.to_string();
        match self {
            Self::Dutch => plain.replace('.', ","),
            Self::English => plain,
        }
    }

    /// A number with its thousands apart and at most so many decimals: `13.939`, `7,5`.
    pub fn decimal(self, number: f64, places: usize) -> String {
        let written = format!("{:.places$}", number.abs());
        let (whole, decimals) = written.split_once('.').unwrap_or((&written, ""));
        let decimals = decimals.trim_end_matches('0');
        let counted = whole
            .parse()
            .map_or_else(|_| whole.to_owned(), |whole| self.count(whole));
        let mark = match self {
            Self::Dutch => ',',
            Self::English => '.',
        };
        let is_nothing = counted == "0" && decimals.is_empty();
        let minus = if number < 0.0 && !is_nothing {
            "−"
        } else {
            ""
        };
        match decimals {
            "" => format!("{minus}{counted}"),
            decimals => format!("{minus}{counted}{mark}{decimals}"),
        }
    }

    fn bundle(self) -> &'static Bundle {
        static DUTCH: OnceLock<Bundle> = OnceLock::new();
        static ENGLISH: OnceLock<Bundle> = OnceLock::new();
        match self {
            Self::Dutch => {
                DUTCH.get_or_init(|| bundle(self, include_str!("../../assets/locales/nl.ftl")))
            }
            Self::English => {
                ENGLISH.get_or_init(|| bundle(self, include_str!("../../assets/locales/en.ftl")))
            }
        }
    }
}

fn bundle(language: Language, source: &str) -> Bundle {
    let id = language.code().parse().unwrap_or_default();
    let mut bundle = FluentBundle::new_concurrent(vec![id]);
    // Fluent's invisible direction marks would end up in labels, exports and what a screen reader reads.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::Dutch => |value, _| written(Language::Dutch, value),
        Language::English => |value, _| written(Language::English, value),
    }));
    // A text with a mistake is left out by the parser and the rest kept; a test refuses mistakes.
    let resource = match FluentResource::try_new(source.to_owned()) {
        Ok(resource) | Err((resource, _)) => resource,
    };
    bundle.add_resource_overriding(resource);
    bundle
}

/// How Fluent writes a number in a sentence; everything else it writes itself.
fn written(language: Language, value: &Argument<'_>) -> Option<String> {
    match value {
        Argument::Number(number) if number.value.fract() == 0.0 => {
            Some(language.count(number.value as i64))
        }
        Argument::Number(number) => Some(language.number(number.value)),
        _ => None,
    }
}

/// A label that comes with a definition: Dutch always, English where the municipality gave one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Label {
    /// The Dutch label, as printed in the municipality's own documents.
    pub nl: String,
    /// The English label; without one the Dutch serves.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub en: Option<String>,
}

impl Label {
    /// What is said in each language.
    pub fn said(say: impl Fn(Language) -> String) -> Self {
        Self {
            nl: say(Language::Dutch),
            en: Some(say(Language::English)),
        }
    }

    /// The label in this language.
    pub fn text(&self, language: Language) -> &str {
        match (language, &self.en) {
            (Language::English, Some(english)) => english,
            _ => &self.nl,
        }
    }
}
