//! From the text of a definition file to a checked definition, or the mistakes in it.

use std::collections::BTreeSet;

use super::check::Check;
use super::edition::{Editions, Subject, choices_over, texts_over};
use super::known::{Known, SharedList};
use super::mistake::{DefinitionError, Mistake};
use super::municipality::{lead_with_last, municipality};
use super::procedure::{ladder, leads_to};
use super::reading::read;
use super::shape::{
    BandsSource, DateSource, EntryKindSource, ListSource, OutcomeSource, RegisterSource,
};
use crate::register::definition::choice::{Choice, lasting};
use crate::register::definition::derived::Derived;
use crate::register::definition::field::Field;
use crate::register::definition::limits::MOST_FLAGS;
use crate::register::definition::parts::{
    Bands, CaseWords, DateWords, Flag, OutcomeField, Retention, RetentionException, StandardTable,
    Status,
};
use crate::register::definition::procedure::{NextAction, Work};
use crate::register::definition::register::{Definition, Kind};
use crate::register::definition::reserved::{OUTCOME, RESERVED};

/// The list of those who work here.
const PEOPLE: &str = "medewerkers";

/// Reads and checks a list of choices.
pub(super) fn list(
    file: &str,
    text: &str,
    editions: &Editions,
) -> Result<SharedList, Vec<DefinitionError>> {
    let source: ListSource = read(file, text).map_err(|error| vec![error])?;
    let mut check = Check::of(file);
    check.id("id", &source.id);
    let subject = Subject::List(source.id.clone());
    let choices = choices_over(editions, &subject, source.choices);
    let mut choices = check.choices("choice", choices);
    for choice in &mut choices {
        choice.from = choice.from.or(source.from);
    }
    check.finish(SharedList {
        id: source.id,
        label: source.label,
        choices,
    })
}

/// Reads a kind of entry that registers share. Its fields are checked with each register that offers it.
pub(super) fn entry_kind(file: &str, text: &str) -> Result<EntryKindSource, Vec<DefinitionError>> {
    let source: EntryKindSource = read(file, text).map_err(|error| vec![error])?;
    let mut check = Check::of(file);
    check.id("id", &source.id);
    check.finish(source)
}

/// Reads and checks a register.
pub(super) fn register(
    file: &str,
    text: &str,
    known: &Known<'_>,
) -> Result<Definition, Vec<DefinitionError>> {
    let source: RegisterSource = read(file, text).map_err(|error| vec![error])?;
    let mut check = Check::of(file);
    let definition = check.definition(source, known);
    check.finish(definition)
}

impl Check<'_> {
    fn definition(&mut self, source: RegisterSource, known: &Known<'_>) -> Definition {
        self.id("id", &source.id);
        self.id("team", &source.team);
        let inline = |field: &str, choices: Vec<Choice>| {
            let (register, field) = (source.id.clone(), field.to_owned());
            choices_over(
                known.editions,
                &Subject::Choices { register, field },
                choices,
            )
        };
        let kinds = [("spell", Kind::Spell), ("event", Kind::Event)];
        let kind = self.one_of("kind", &source.kind, &kinds);
        let mut taken: BTreeSet<String> = RESERVED.iter().map(|id| (*id).to_owned()).collect();
        taken.extend(Derived::NAMES.iter().map(|(id, _)| (*id).to_owned()));
        let mut fields: Vec<Field> = source
            .fields
            .into_iter()
            .enumerate()
            .map(|(at, mut field)| {
                // Who works here is suggested as owner, unless the definition names another list.
                if source.work.owner.as_ref() == Some(&field.id) && field.kind == "text" {
                    let people = Some(PEOPLE.to_owned()).filter(|id| known.lists.contains_key(id));
                    field.choices_from = field.choices_from.or(people);
                }
                if field.choices_from.is_none() {
                    field.choices = inline(&field.id, field.choices);
                }
                self.field(&format!("field[{at}]"), field, &known.lists, &mut taken)
            })
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
                let choice = Choice {
                    aliases: status.aliases,
                    retired: status.retired,
                    ..Choice::new(status.id, status.label)
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
        let outcome = source.outcome.map(|mut outcome| {
            outcome.choices = inline(OUTCOME, outcome.choices);
            self.outcome(outcome, &mut taken)
        });
        let words = |date: DateSource| DateWords {
            label: date.label,
            aliases: date.aliases,
        };
        let texts = Subject::Texts(source.id.clone());
        let texts = texts_over(known.editions, &texts, source.texts);
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
            texts: self.texts(texts),
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
                    chart: table.chart,
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

    fn outcome(&mut self, source: OutcomeSource, taken: &mut BTreeSet<String>) -> OutcomeField {
        let choices = self.choices("outcome.choices", source.choices);
        let known = lasting(&choices);
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
