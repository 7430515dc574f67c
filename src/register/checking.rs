//! From the text of a definition file to a checked definition, or the mistakes in it.

use std::collections::{BTreeMap, BTreeSet};

use super::definition::{
    Bands, CaseWords, DateWords, Definition, Flag, Kind, MOST_FLAGS, MOST_SEVERAL, OutcomeField,
    RESERVED, Retention, RetentionException, StandardTable, Status,
};
use super::derived::Derived;
use super::field::{Choice, Field, FieldKind, RequiredFrom, Sensitivity};
use super::mistake::{DefinitionError, Mistake};
use super::municipality::{lead_with_last, municipality};
use super::procedure::{NextAction, Work};
use super::proceeding::{ladder, leads_to, only_with};
use super::reading::read;
use super::source::{
    BandsSource, ChoiceSource, EntryKindSource, FieldSource, ListSource, OutcomeSource,
    RegisterSource,
};

/// Lists of choices by their id.
pub(super) type Lists = BTreeMap<String, Vec<Choice>>;

/// What registers share: lists of choices, and kinds of entry.
#[derive(Default)]
pub(super) struct Known {
    /// Lists of choices.
    pub lists: Lists,
    /// Kinds of entry, by their id.
    pub entries: BTreeMap<String, EntryKindSource>,
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

/// Reads a kind of entry that registers share. Its fields are checked with each register that offers it.
pub(super) fn entry_kind(file: &str, text: &str) -> Result<EntryKindSource, Vec<DefinitionError>> {
    let source: EntryKindSource = read(file, text).map_err(|error| vec![error])?;
    let mut check = Check {
        file,
        errors: Vec::new(),
    };
    check.id("id", &source.id);
    check.finish(source)
}

/// Reads and checks a register.
pub(super) fn register(
    file: &str,
    text: &str,
    known: &Known,
) -> Result<Definition, Vec<DefinitionError>> {
    let source: RegisterSource = read(file, text).map_err(|error| vec![error])?;
    let mut check = Check {
        file,
        errors: Vec::new(),
    };
    let definition = check.definition(source, known);
    check.finish(definition)
}

/// Collects the mistakes of one file, so that its author sees them all at once.
pub(super) struct Check<'a> {
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

    pub(super) fn wrong(&mut self, key: impl Into<String>, mistake: Mistake) {
        let (file, key) = (self.file.to_owned(), key.into());
        self.errors.push(DefinitionError { file, key, mistake });
    }

    pub(super) fn id(&mut self, key: &str, id: &str) {
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

    pub(super) fn known(&mut self, key: &str, value: &str, known: &[String]) {
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

    fn definition(&mut self, source: RegisterSource, known: &Known) -> Definition {
        self.id("id", &source.id);
        self.id("team", &source.team);
        let kinds = [("spell", Kind::Spell), ("event", Kind::Event)];
        let kind = self.one_of("kind", &source.kind, &kinds);
        let mut taken: BTreeSet<String> = RESERVED.iter().map(|id| (*id).to_owned()).collect();
        taken.extend(Derived::NAMES.iter().map(|(id, _)| (*id).to_owned()));
        let mut fields: Vec<Field> = source
            .fields
            .into_iter()
            .enumerate()
            .map(|(at, field)| self.field(&format!("field[{at}]"), field, &known.lists, &mut taken))
            .collect();
        // Without a list of its own a register shows what it counts.
        let counted = fields.iter().filter(|field| field.splits());
        let counted = counted.map(|field| field.id.clone()).collect();
        let mut list = source.list.unwrap_or(counted);
        let municipality = municipality(&known.lists, &fields);
        let several_municipalities = municipality.is_some();
        if let Some(field) = municipality {
            list.push(field.id.clone());
            fields.push(field);
        }
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
        let entries = self.entries(&source.entries, source.own_entries, known, &fields);
        let mut definition = Definition {
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
            work: Work {
                owner: source.work.owner,
                priority: source.work.priority,
                idle_days: source.work.idle_days,
            },
            next_action: source.next_action.map(|next| NextAction {
                what: next.what,
                due: next.due,
            }),
            terms: self.terms(source.terms),
            entries,
            ladder: source.ladder.map(ladder),
            leads_to: source.leads_to.map(leads_to),
            texts: self.texts(source.texts),
            bands: bands(source.bands),
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
        self.requirements(&definition);
        self.references(&definition);
        self.numbers_and_births(&definition);
        self.workings(&definition);
        if several_municipalities {
            lead_with_last(&mut definition.fields);
        }
        definition
    }

    pub(super) fn field(
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
            weight: source.weight,
            sensitivity,
            shareable: source.shareable,
            aliases: source.aliases,
            choices,
            section: source.section,
            required_from: source.required_from.map(RequiredFrom::named),
            only_with: source.only_with.map(only_with),
        }
    }

    fn outcome(&mut self, source: OutcomeSource, taken: &mut BTreeSet<String>) -> OutcomeField {
        let choices = self.choices("outcome.choices", source.choices);
        let known: Vec<String> = choices.iter().map(|choice| choice.id.clone()).collect();
        if source.flags.len() > MOST_FLAGS {
            let mistake = Mistake::TooManyFlags(source.flags.len());
            self.wrong("outcome.flag", mistake);
        }
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
            required: source.required,
            choices,
            flags,
        }
    }
}

/// The bands that a definition gives, and the usual ones where it gives none.
fn bands(source: BandsSource) -> Bands {
    let usual = Bands::default();
    Bands {
        ages: source.ages.unwrap_or(usual.ages),
        days: source.days.unwrap_or(usual.days),
    }
}
