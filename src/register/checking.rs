//! From the text of a definition file to a checked definition, or the mistakes in it.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use serde::de::DeserializeOwned;

use super::definition::{
    BEGIN, CaseWords, Choice, DateWords, Definition, Field, FieldKind, Flag, Kind, MOST_SEVERAL,
    NextAction, OUTCOME, OutcomeField, RESERVED, Retention, RetentionException, STAND, STATUS,
    Sensitivity, StandardTable, Status, Term,
};
use super::source::{ChoiceSource, FieldSource, ListSource, OutcomeSource, RegisterSource};
use crate::language::{Explain, Language};

/// A mistake in a definition file: which file, which key, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{file}: {key}: {mistake}")]
pub struct DefinitionError {
    /// The file.
    pub file: String,
    /// The key, such as `field[3].kind`.
    pub key: String,
    /// What is wrong.
    pub mistake: Mistake,
}

/// What is wrong at a key of a definition file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mistake {
    /// The file is not TOML, or a value has the wrong shape; in the words of the reader.
    Shape(String),
    /// The key is required.
    Missing(String),
    /// The key does not exist.
    Unknown {
        /// What is written.
        key: String,
        /// What can be written, in the words of the reader.
        expected: String,
    },
    /// The value is none of those that are possible.
    NotOneOf {
        /// What is written.
        value: String,
        /// What would be right.
        expected: Vec<String>,
    },
    /// An id is lower case, its words joined by `-`.
    BadId(String),
    /// The id stands there twice, or belongs to something every register has.
    Taken(String),
    /// Fields of this kind cannot be counted.
    NotCountable(String),
    /// A choice field without choices.
    NoChoices,
    /// Choices on a field that has none.
    ChoicesOnOther(String),
    /// Too many choices for a field with several.
    TooManyChoices(usize),
    /// A spell register needs an end and both open and closed statuses.
    SpellNeeds(String),
    /// An event register has no end, no outcome.
    EventHasNo(String),
}

impl fmt::Display for Mistake {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.explain(Language::English))
    }
}

impl Explain for Mistake {
    fn explain(&self, language: Language) -> String {
        let say = |id, value: &str| language.say(id, &[("value", value.into())]);
        match self {
            Self::Shape(words) => say("definition-shape", words),
            Self::Missing(key) => say("definition-missing", key),
            Self::Unknown { key, expected } => language.say(
                "definition-unknown",
                &[("value", key.into()), ("expected", expected.into())],
            ),
            Self::NotOneOf { value, expected } => language.say(
                "definition-not-one-of",
                &[
                    ("value", value.into()),
                    ("expected", expected.join(", ").into()),
                ],
            ),
            Self::BadId(id) => say("definition-bad-id", id),
            Self::Taken(id) => say("definition-taken", id),
            Self::NotCountable(kind) => say("definition-not-countable", kind),
            Self::NoChoices => language.text("definition-no-choices"),
            Self::ChoicesOnOther(kind) => say("definition-choices-on-other", kind),
            Self::TooManyChoices(count) => language.say(
                "definition-too-many-choices",
                &[
                    ("count", (*count as i64).into()),
                    ("most", (MOST_SEVERAL as i64).into()),
                ],
            ),
            Self::SpellNeeds(what) => say("definition-spell-needs", what),
            Self::EventHasNo(what) => say("definition-event-has-no", what),
        }
    }
}

impl Explain for DefinitionError {
    fn explain(&self, language: Language) -> String {
        let Self { file, key, mistake } = self;
        format!("{file}: {key}: {}", mistake.explain(language))
    }
}

/// Lists of choices by their id.
pub(super) type Lists = BTreeMap<String, Vec<Choice>>;

/// Reads a file into its shape, or says at which key it stops being one.
fn read<T: DeserializeOwned>(file: &str, text: &str) -> Result<T, DefinitionError> {
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

/// Reads and checks a list of choices.
pub(super) fn list(file: &str, text: &str) -> Result<(String, Vec<Choice>), Vec<DefinitionError>> {
    let source: ListSource = read(file, text).map_err(|error| vec![error])?;
    let mut check = Check {
        file,
        errors: Vec::new(),
    };
    check.id("id", &source.id);
    let choices = check.choices("choice", source.choices);
    check.finish((source.id, choices))
}

/// Reads and checks a register.
pub(super) fn register(
    file: &str,
    text: &str,
    lists: &Lists,
) -> Result<Definition, Vec<DefinitionError>> {
    let source: RegisterSource = read(file, text).map_err(|error| vec![error])?;
    let mut check = Check {
        file,
        errors: Vec::new(),
    };
    let definition = check.definition(source, lists);
    check.finish(definition)
}

/// Collects the mistakes of one file, so that its author sees them all at once.
struct Check<'a> {
    file: &'a str,
    errors: Vec<DefinitionError>,
}

impl Check<'_> {
    fn finish<T>(self, whole: T) -> Result<T, Vec<DefinitionError>> {
        if self.errors.is_empty() {
            Ok(whole)
        } else {
            Err(self.errors)
        }
    }

    fn wrong(&mut self, key: impl Into<String>, mistake: Mistake) {
        let (file, key) = (self.file.to_owned(), key.into());
        self.errors.push(DefinitionError { file, key, mistake });
    }

    fn id(&mut self, key: &str, id: &str) {
        let right = !id.is_empty()
            && id
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        if !right {
            self.wrong(key, Mistake::BadId(id.to_owned()));
        }
    }

    fn one_of<T: Copy>(&mut self, key: &str, value: &str, names: &[(&str, T)]) -> Option<T> {
        let found = names.iter().find(|(name, _)| *name == value);
        if found.is_none() {
            let expected = names.iter().map(|(name, _)| (*name).to_owned()).collect();
            self.wrong(
                key,
                Mistake::NotOneOf {
                    value: value.to_owned(),
                    expected,
                },
            );
        }
        found.map(|(_, meant)| *meant)
    }

    fn known(&mut self, key: &str, value: &str, known: &[String]) {
        if !known.iter().any(|name| name == value) {
            let mistake = Mistake::NotOneOf {
                value: value.to_owned(),
                expected: known.to_vec(),
            };
            self.wrong(key, mistake);
        }
    }

    fn choices(&mut self, key: &str, sources: Vec<ChoiceSource>) -> Vec<Choice> {
        let mut taken = BTreeSet::new();
        let mut choices = Vec::with_capacity(sources.len());
        for (at, source) in sources.into_iter().enumerate() {
            let key = format!("{key}[{at}].id");
            self.id(&key, &source.id);
            // Keys of figures that are not choices; a choice of that name could not be told apart.
            if ["onbekend", "lopend"].contains(&source.id.as_str())
                || !taken.insert(source.id.clone())
            {
                self.wrong(key, Mistake::Taken(source.id.clone()));
            }
            let ChoiceSource {
                id,
                label,
                aliases,
                retired,
                postcodes,
            } = source;
            choices.push(Choice {
                id,
                label,
                aliases,
                retired,
                postcodes,
            });
        }
        choices
    }

    fn definition(&mut self, source: RegisterSource, lists: &Lists) -> Definition {
        self.id("id", &source.id);
        self.id("team", &source.team);
        let kinds = [("spell", Kind::Spell), ("event", Kind::Event)];
        let kind = self.one_of("kind", &source.kind, &kinds);
        let mut taken: BTreeSet<String> = RESERVED.iter().map(|id| (*id).to_owned()).collect();
        let fields: Vec<Field> = source
            .fields
            .into_iter()
            .enumerate()
            .map(|(at, field)| self.field(&format!("field[{at}]"), field, lists, &mut taken))
            .collect();
        // Without a list of its own a register shows what it counts.
        let counted = fields.iter().filter(|field| field.counted);
        let counted = counted.map(|field| field.id.clone()).collect();
        let list = source.list.unwrap_or(counted);
        let (choices, open): (Vec<_>, Vec<_>) = source
            .statuses
            .into_iter()
            .map(|status| {
                let choice = ChoiceSource {
                    id: status.id,
                    label: status.label,
                    aliases: status.aliases,
                    retired: status.retired,
                    postcodes: Vec::new(),
                };
                (choice, status.open)
            })
            .unzip();
        let statuses = self
            .choices("status", choices)
            .into_iter()
            .zip(open)
            .map(|(choice, open)| Status { choice, open })
            .collect();
        let outcome = source
            .outcome
            .map(|outcome| self.outcome(outcome, &mut taken));
        let words = |date: super::source::DateSource| DateWords {
            label: date.label,
            aliases: date.aliases,
        };
        let definition = Definition {
            id: source.id,
            team: source.team,
            team_label: source.team_label,
            kind: kind.unwrap_or(Kind::Spell),
            prefix: source.prefix,
            icon: source.icon,
            label: source.label,
            case_words: CaseWords {
                one: source.case.one,
                many: source.case.many,
                new: source.case.new,
            },
            purpose: source.purpose,
            legal_ground: source.legal_ground,
            retention: Retention {
                years: source.retention.years,
                source: source.retention.source,
                exceptions: source
                    .retention
                    .exceptions
                    .into_iter()
                    .map(|exception| RetentionException {
                        field: exception.field,
                        choice: exception.choice,
                        years: exception.years,
                        source: exception.source,
                    })
                    .collect(),
            },
            begin: words(source.begin),
            end: source.end.map(words),
            number_aliases: source.number.aliases,
            fields,
            list,
            statuses,
            outcome,
            next_action: source.next_action.map(|next| NextAction {
                what: next.what,
                due: next.due,
            }),
            terms: source
                .terms
                .into_iter()
                .map(|term| Term {
                    id: term.id,
                    label: term.label,
                    days: term.days,
                    from: term.from,
                    source: term.source,
                })
                .collect(),
            tables: source
                .tables
                .into_iter()
                .map(|table| StandardTable {
                    id: table.id,
                    label: table.label,
                    rows: table.rows,
                    columns: table.columns,
                    measure: table.measure,
                })
                .collect(),
        };
        if kind.is_some() {
            self.kind_fits(&definition);
        }
        self.references(&definition);
        definition
    }

    fn field(
        &mut self,
        key: &str,
        source: FieldSource,
        lists: &Lists,
        taken: &mut BTreeSet<String>,
    ) -> Field {
        self.id(&format!("{key}.id"), &source.id);
        if !taken.insert(source.id.clone()) {
            self.wrong(format!("{key}.id"), Mistake::Taken(source.id.clone()));
        }
        let kind = self.one_of(&format!("{key}.kind"), &source.kind, &FieldKind::NAMES);
        let sensitivity = self
            .one_of(
                &format!("{key}.sensitivity"),
                &source.sensitivity,
                &Sensitivity::NAMES,
            )
            .unwrap_or(Sensitivity::Ordinary);
        let choices = match &source.choices_from {
            Some(list) => {
                let key = format!("{key}.choices_from");
                self.known(&key, list, &lists.keys().cloned().collect::<Vec<_>>());
                lists.get(list).cloned().unwrap_or_default()
            }
            None => self.choices(&format!("{key}.choices"), source.choices),
        };
        if let Some(kind) = kind {
            if source.counted && !kind.can_be_counted() {
                self.wrong(
                    format!("{key}.counted"),
                    Mistake::NotCountable(source.kind.clone()),
                );
            }
            if kind.has_choices() && choices.is_empty() && source.choices_from.is_none() {
                self.wrong(format!("{key}.choices"), Mistake::NoChoices);
            }
            if !kind.has_choices() && !choices.is_empty() {
                let mistake = Mistake::ChoicesOnOther(source.kind.clone());
                self.wrong(format!("{key}.choices"), mistake);
            }
            if kind == FieldKind::Choices && choices.len() > MOST_SEVERAL {
                let mistake = Mistake::TooManyChoices(choices.len());
                self.wrong(format!("{key}.choices"), mistake);
            }
        }
        Field {
            id: source.id,
            label: source.label,
            kind: kind.unwrap_or(FieldKind::Text),
            counted: source.counted,
            sensitivity,
            shareable: source.shareable,
            aliases: source.aliases,
            choices,
            section: source.section,
        }
    }

    fn outcome(&mut self, source: OutcomeSource, taken: &mut BTreeSet<String>) -> OutcomeField {
        let choices = self.choices("outcome.choices", source.choices);
        let known: Vec<String> = choices.iter().map(|choice| choice.id.clone()).collect();
        let mut flags = Vec::with_capacity(source.flags.len());
        for (at, flag) in source.flags.into_iter().enumerate() {
            let key = format!("outcome.flag[{at}]");
            self.id(&format!("{key}.id"), &flag.id);
            if !taken.insert(flag.id.clone()) {
                self.wrong(format!("{key}.id"), Mistake::Taken(flag.id.clone()));
            }
            for outcome in &flag.of {
                self.known(&format!("{key}.of"), outcome, &known);
            }
            flags.push(Flag {
                id: flag.id,
                label: flag.label,
                aliases: flag.aliases,
                of: flag.of,
            });
        }
        OutcomeField {
            label: source.label,
            aliases: source.aliases,
            choices,
            flags,
        }
    }

    /// Spell registers begin, end and stand somewhere; events only happen.
    fn kind_fits(&mut self, definition: &Definition) {
        if definition.kind == Kind::Spell {
            if definition.end.is_none() {
                self.wrong("end", Mistake::SpellNeeds("[end]".to_owned()));
            }
            for open in [true, false] {
                if definition.first_status(open).is_none() {
                    let needed = format!("[[status]] open = {open}");
                    self.wrong("status", Mistake::SpellNeeds(needed));
                }
            }
        } else {
            if definition.end.is_some() {
                self.wrong("end", Mistake::EventHasNo("[end]".to_owned()));
            }
            if definition.outcome.is_some() {
                self.wrong("outcome", Mistake::EventHasNo("[outcome]".to_owned()));
            }
        }
    }

    /// Terms, tables and exceptions name things that must exist.
    fn references(&mut self, definition: &Definition) {
        let ids = |keep: &dyn Fn(&Field) -> bool| -> Vec<String> {
            definition
                .fields
                .iter()
                .filter(|field| keep(field))
                .map(|f| f.id.clone())
                .collect()
        };
        for (at, field) in definition.list.iter().enumerate() {
            self.known(&format!("list[{at}]"), field, &ids(&|_| true));
        }
        if let Some(next) = &definition.next_action {
            let texts = ids(&|field| field.kind == FieldKind::Text);
            self.known("next_action.what", &next.what, &texts);
            self.known(
                "next_action.due",
                &next.due,
                &ids(&|field| field.kind == FieldKind::Date),
            );
        }
        let mut dates = ids(&|field| matches!(field.kind, FieldKind::Date | FieldKind::DateTime));
        dates.insert(0, BEGIN.to_owned());
        for (at, term) in definition.terms.iter().enumerate() {
            self.known(&format!("term[{at}].from"), &term.from, &dates);
        }
        let mut counted = ids(&|field| field.counted);
        if definition.has_spells() {
            counted.push(STAND.to_owned());
        }
        if !definition.statuses.is_empty() {
            counted.push(STATUS.to_owned());
        }
        if definition.outcome.is_some() {
            counted.push(OUTCOME.to_owned());
            counted.extend(definition.flags().iter().map(|flag| flag.id.clone()));
        }
        for (at, table) in definition.tables.iter().enumerate() {
            for (side, fields) in [("rows", &table.rows), ("columns", &table.columns)] {
                for field in fields {
                    self.known(&format!("table[{at}].{side}"), field, &counted);
                }
            }
        }
        for (at, exception) in definition.retention.exceptions.iter().enumerate() {
            let key = format!("retention.exception[{at}]");
            let choices = match exception.field.as_str() {
                OUTCOME => definition.outcome.as_ref().map(|outcome| &outcome.choices),
                field => definition.field(field).map(|field| &field.choices),
            };
            match choices {
                None => self.known(&format!("{key}.field"), &exception.field, &counted),
                Some(choices) => {
                    let known: Vec<String> = choices.iter().map(|c| c.id.clone()).collect();
                    self.known(&format!("{key}.choice"), &exception.choice, &known);
                }
            }
        }
    }
}

/// The label of a list or register file that has only one language is that language's.
#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Label;

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
