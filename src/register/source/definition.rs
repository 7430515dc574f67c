//! From the text of a definition file to a checked definition, or the mistakes in it.

use std::collections::BTreeSet;

use super::check::Check;
use super::edition::{Editions, Subject, choices_over, texts_over};
use super::known::{Known, SharedList};
use super::mistake::{DefinitionError, Mistake};
use super::municipality::{lead_with_last, municipality};
use super::reading::read;
use super::shape::{EntryKindSource, ListSource, RegisterSource, StatusSource};
use crate::register::definition::choice::{Choice, lasting};
use crate::register::definition::derived::Derived;
use crate::register::definition::field::Field;
use crate::register::definition::limits::MOST_FLAGS;
use crate::register::definition::parts::{OutcomeField, Status};
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
        let statuses = self.statuses(source.statuses);
        let outcome = source.outcome.map(|mut outcome| {
            outcome.choices = inline(OUTCOME, outcome.choices);
            self.outcome(outcome, &mut taken)
        });
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
            case_words: source.case,
            purpose: source.purpose,
            legal_ground: source.legal_ground,
            retention: source.retention,
            begin: source.begin,
            end: source.end,
            number_aliases: source.number.aliases,
            fields,
            list,
            statuses,
            outcome,
            work: source.work,
            next_action: source.next_action,
            terms: self.terms(source.terms),
            entries,
            ladder: source.ladder,
            leads_to: source.leads_to,
            texts: self.texts(texts),
            bands: source.bands,
            tables: source.tables,
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

    /// Where a case can stand, in the order of the process.
    fn statuses(&mut self, sources: Vec<StatusSource>) -> Vec<Status> {
        let open: Vec<bool> = sources.iter().map(|status| status.open).collect();
        let choices = sources.into_iter().map(|status| Choice {
            aliases: status.aliases,
            retired: status.retired,
            ..Choice::new(status.id, status.label)
        });
        let choices = self.choices("status", choices.collect()).into_iter();
        let statuses = choices.zip(open);
        statuses
            .map(|(choice, open)| Status { choice, open })
            .collect()
    }

    /// The outcomes with their flags, each of which belongs to outcomes that there are.
    fn outcome(&mut self, mut asked: OutcomeField, taken: &mut BTreeSet<String>) -> OutcomeField {
        asked.choices = self.choices("outcome.choices", asked.choices);
        let known = lasting(&asked.choices);
        if asked.flags.len() > MOST_FLAGS {
            let mistake = Mistake::TooManyFlags(asked.flags.len());
            self.wrong("outcome.flag", mistake);
        }
        for (at, flag) in asked.flags.iter().enumerate() {
            let key = format!("outcome.flag[{at}]");
            self.id(&format!("{key}.id"), &flag.id);
            if !taken.insert(flag.id.clone()) {
                self.wrong(format!("{key}.id"), Mistake::Taken(flag.id.clone()));
            }
            for outcome in &flag.of {
                self.known(&format!("{key}.of"), outcome, &known);
            }
        }
        asked
    }
}
