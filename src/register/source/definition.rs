//! From the text of a definition file to a checked definition, or the mistakes in it.

use std::collections::BTreeSet;

use super::check::Check;
use super::edition::{Subject, texts_over};
use super::known::Known;
use super::mistake::{DefinitionError, Mistake};
use super::municipality::{add_municipality, lead_with_last};
use super::reading::read;
use super::shape::{FieldSource, RegisterSource, StatusSource};
use crate::file_names;
use crate::register::definition::choice::{Choice, lasting};
use crate::register::definition::derived::Derived;
use crate::register::definition::field::{Field, FieldRole};
use crate::register::definition::holidays::holidays;
use crate::register::definition::limits::MOST_FLAGS;
use crate::register::definition::parts::{OutcomeField, Status};
use crate::register::definition::register::{Definition, Kind};
use crate::register::definition::reserved::{OUTCOME, RESERVED};
use crate::register::definition::shared_list::ListRole;

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
    fn definition(&mut self, mut source: RegisterSource, known: &Known<'_>) -> Definition {
        if let Some(id) = source.procedure.take() {
            let ids: Vec<String> = known.procedures.keys().cloned().collect();
            self.known("procedure", &id, &ids);
            let procedure = known.procedures.get(&id).cloned();
            procedure.into_iter().for_each(|it| source.follow(it));
        }
        self.names(&source);
        let kinds = [("spell", Kind::Spell), ("event", Kind::Event)];
        let kind = self.one_of("kind", &source.kind, &kinds);
        let mut taken: BTreeSet<String> = RESERVED.iter().map(|id| (*id).to_owned()).collect();
        taken.extend(Derived::NAMES.iter().map(|(id, _)| (*id).to_owned()));
        let owner = source.work.owner.as_ref();
        let mut fields = self.fields(&source.id, source.fields, owner, known, &mut taken);
        // Without a list of its own a register shows what it counts.
        let mut list = source.list.unwrap_or_else(|| counted_ids(&fields));
        let municipality = add_municipality(known, &mut fields);
        let several_municipalities = municipality.is_some();
        list.extend(municipality);
        let statuses = self.statuses(source.statuses);
        let outcome = source.outcome.map(|mut outcome| {
            outcome.choices = known.changed(&source.id, OUTCOME, outcome.choices);
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
            dpia: source.dpia,
            about: source.about.map(|about| about.person),
            purpose: source.purpose,
            legal_ground: source.legal_ground,
            retention: source.retention,
            begin: source.begin,
            end: source.end,
            ends_at: source.ends_at,
            preparation: source.preparation,
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
            not_matched_with: source.matching.not_with,
            texts: self.texts(texts),
            holidays: holidays(known.list_of(ListRole::Holidays)),
            bands: source.bands,
            tables: source.tables,
            counted_kind: None,
        };
        if kind.is_some() {
            self.kind_fits(&definition);
        }
        self.requirements(&definition);
        self.course_fits(&definition);
        self.references(&definition);
        self.numbers_and_births(&definition);
        self.workings(&definition);
        self.one_of_each_role("", &definition.fields);
        self.persons(&mut definition);
        if several_municipalities {
            lead_with_last(&mut definition.fields);
        }
        definition
    }

    /// The names of a register: its id, its team, after which a file is called, and how its numbers begin.
    fn names(&mut self, source: &RegisterSource) {
        self.id("id", &source.id);
        self.id("team", &source.team);
        if file_names::is_reserved(&source.team) {
            self.wrong("team", Mistake::ReservedName(source.team.clone()));
        }
        if source.prefix.trim().is_empty() {
            self.wrong("prefix", Mistake::Missing("prefix".to_owned()));
        }
    }

    /// What is recorded of a case.
    fn fields(
        &mut self,
        register: &str,
        sources: Vec<FieldSource>,
        owner: Option<&String>,
        known: &Known<'_>,
        taken: &mut BTreeSet<String>,
    ) -> Vec<Field> {
        let list_of = |role| known.list_of(role).map(|list| list.id.clone());
        let mut fields = Vec::with_capacity(sources.len());
        for (at, mut source) in sources.into_iter().enumerate() {
            // Who works here is suggested as owner, unless the definition names another list.
            if owner == Some(&source.id) && source.kind == "text" {
                let people = || list_of(ListRole::People);
                source.choices_from = source.choices_from.or_else(people);
            }
            if source.choices_from.is_none() {
                source.choices = known.changed(register, &source.id, source.choices);
            }
            fields.push(self.field(&format!("field[{at}]"), source, known, taken));
        }
        // Where no field says so, the first that chooses from the districts says in which of them a case is.
        let districts = list_of(ListRole::Districts);
        let fits = |field: &&mut Field| {
            let district = FieldRole::District.fits(field.kind) && field.role.is_none();
            district && districts.is_some() && field.choices_from == districts
        };
        let said = |field: &Field| field.role == Some(FieldRole::District);
        if !fields.iter().any(said)
            && let Some(field) = fields.iter_mut().find(fits)
        {
            field.role = Some(FieldRole::District);
        }
        fields
    }

    /// Where a case can stand, in the order of the process.
    fn statuses(&mut self, sources: Vec<StatusSource>) -> Vec<Status> {
        let course = sources.iter().map(|status| (status.open, status.before));
        let course: Vec<(bool, bool)> = course.collect();
        let choices = sources.into_iter().map(|status| Choice {
            aliases: status.aliases,
            retired: status.retired,
            ..Choice::new(status.id, status.label)
        });
        let choices = self.choices("status", choices.collect()).into_iter();
        let statuses = choices.zip(course).map(|(choice, (open, before))| Status {
            choice,
            open,
            before,
        });
        statuses.collect()
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

/// The fields by which figures are split.
fn counted_ids(fields: &[Field]) -> Vec<String> {
    let counted = fields.iter().filter(|field| field.splits());
    counted.map(|field| field.id.clone()).collect()
}
