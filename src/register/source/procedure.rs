//! The part of checking a definition that is about how the work goes: terms, kinds of entry, the ladder and the texts.

use std::collections::BTreeSet;

use super::check::Check;
use super::known::Known;
use super::mistake::Mistake;
use super::shape::{EntryKindSource, TermSource};
use crate::register::definition::derived::Derived;
use crate::register::definition::entry_kind::{CountWords, EntryKind};
use crate::register::definition::field::{Field, FieldKind};
use crate::register::definition::procedure::{Span, Term};
use crate::register::definition::reserved::{DISCLOSURE, KINDS_OF_ALL, RESERVED};
use crate::register::definition::standard_text::StandardText;

impl Check<'_> {
    /// The terms, each with exactly one length.
    pub(super) fn terms(&mut self, sources: Vec<TermSource>) -> Vec<Term> {
        let mut terms = Vec::with_capacity(sources.len());
        for (at, source) in sources.into_iter().enumerate() {
            self.id(&format!("term[{at}].id"), &source.id);
            let spans = [
                source.hours.map(Span::Hours),
                source.days.map(Span::Days),
                source.months.map(Span::Months),
                source.years.map(Span::Years),
            ];
            let mut spans = spans.into_iter().flatten();
            let (span, more) = (spans.next(), spans.next());
            if span.is_none() || more.is_some() {
                self.wrong(format!("term[{at}]"), Mistake::OneSpan);
            }
            terms.push(Term {
                id: source.id,
                label: source.label,
                span: span.unwrap_or(Span::Days(0)),
                from: source.from,
                done_by: source.done_by,
                limits: source.limits,
                proposes: source.proposes,
                only_with: source.only_with,
                warn_days: source.warn_days,
                statutory: source.statutory,
                to_working_day: source.to_working_day,
                passes: source.passes,
                after_end: source.after_end,
                source: source.source,
            });
        }
        terms
    }

    /// The kinds of entry a register offers: its own, the shared ones it names, and those that every register has.
    pub(super) fn entries(
        &mut self,
        named: &[String],
        own: Vec<EntryKindSource>,
        known: &Known<'_>,
        fields: &[Field],
    ) -> Vec<EntryKind> {
        let mut taken = BTreeSet::new();
        let mut kinds: Vec<EntryKind> = Vec::new();
        let asked: Vec<String> = fields.iter().map(|field| field.id.clone()).collect();
        for (at, mut source) in own.into_iter().enumerate() {
            let key = format!("entry[{at}]");
            if let Some(shared) = known.entries.get(&source.id) {
                source.inherit(shared);
            }
            self.id(&format!("{key}.id"), &source.id);
            if !taken.insert(source.id.clone()) {
                self.wrong(format!("{key}.id"), Mistake::Taken(source.id.clone()));
            }
            for id in &source.updates {
                self.known(&format!("{key}.updates"), id, &asked);
            }
            let kind = self.entry(&key, source, known);
            self.one_of_its_sort(&key, &kind, &kinds);
            kinds.push(kind);
        }
        let shared: Vec<String> = known.entries.keys().cloned().collect();
        for (at, id) in named.iter().enumerate() {
            let key = format!("entries[{at}]");
            if !taken.insert(id.clone()) {
                self.wrong(key, Mistake::Taken(id.clone()));
                continue;
            }
            self.known(&key, id, &shared);
            if let Some(source) = known.entries.get(id) {
                let mut kind = self.entry(&key, source.clone(), known);
                // Shared by registers of which some plan a next action and others do not.
                kind.updates.retain(|id| asked.contains(id));
                self.one_of_its_sort(&key, &kind, &kinds);
                kinds.push(kind);
            }
        }
        // Who gets a list is recorded where there is something to share.
        let shares = fields.iter().any(Field::is_shared);
        let disclosure = shares.then_some(DISCLOSURE);
        for id in disclosure.into_iter().chain(KINDS_OF_ALL) {
            if let Some(source) = known
                .entries
                .get(id)
                .filter(|_| taken.insert(id.to_owned()))
            {
                kinds.push(self.entry(id, source.clone(), known));
            }
        }
        kinds
    }

    /// Reports are counted as one kind of thing, and a meeting writes what it decides in one.
    fn one_of_its_sort(&mut self, key: &str, kind: &EntryKind, before: &[EntryKind]) {
        let first = |sort: fn(&EntryKind) -> bool| {
            let mut others = before.iter().filter(|_| sort(kind));
            others
                .find(|other| sort(other))
                .map(|other| other.id.clone())
        };
        if let Some(first) = first(|kind| kind.report) {
            self.wrong(format!("{key}.report"), Mistake::SecondReport(first));
        }
        if let Some(first) = first(|kind| kind.decision) {
            self.wrong(format!("{key}.decision"), Mistake::SecondDecision(first));
        }
    }

    fn entry(&mut self, key: &str, source: EntryKindSource, known: &Known<'_>) -> EntryKind {
        let mut taken: BTreeSet<String> = RESERVED.iter().map(|id| (*id).to_owned()).collect();
        let fields = source.fields.into_iter().enumerate();
        let fields: Vec<Field> = fields
            .map(|(at, field)| self.field(&format!("{key}.field[{at}]"), field, known, &mut taken))
            .collect();
        self.dependencies(&format!("{key}."), &fields);
        self.one_of_each_role(&format!("{key}."), &fields);
        for (at, opening) in source.opens.iter().enumerate() {
            if let Some(only) = &opening.only_with {
                self.only_with(&format!("{key}.opens[{at}].only_with"), only, &fields);
            }
        }
        self.counted_entry(key, &source.id, source.counted.as_ref(), &fields);
        EntryKind {
            id: source.id,
            label: source.label,
            short: source.short,
            icon: source.icon,
            fields,
            updates: source.updates,
            moves: source.moves,
            report: source.report,
            decision: source.decision.unwrap_or(false),
            opens: source.opens,
            counted: source.counted,
        }
    }

    /// Of an entry that is counted every word is there; ages follow from the case alone.
    fn counted_entry(
        &mut self,
        key: &str,
        kind: &str,
        words: Option<&CountWords>,
        fields: &[Field],
    ) {
        let words = words.map(|words| [("one", &words.one), ("many", &words.many)]);
        for (part, _) in words
            .into_iter()
            .flatten()
            .filter(|(_, label)| label.nl.trim().is_empty())
        {
            let mistake = Mistake::Missing("nl".to_owned());
            self.wrong(format!("{key}.counted.{part}"), mistake);
        }
        for (at, field) in fields.iter().enumerate().filter(|(_, field)| field.counted) {
            let key = format!("{key}.field[{at}].counted");
            if Derived::named(&field.id).is_some() {
                self.wrong(key, Mistake::Taken(field.id.clone()));
            } else if words.is_none() {
                self.wrong(key, Mistake::EntryNotCounted(kind.to_owned()));
            } else if field.kind == FieldKind::BirthDate {
                self.wrong(key, Mistake::NotCountable(field.kind.name().to_owned()));
            }
        }
        self.weights(&format!("{key}."), fields);
    }

    /// The standard texts.
    pub(super) fn texts(&mut self, texts: Vec<StandardText>) -> Vec<StandardText> {
        for (at, text) in texts.iter().enumerate() {
            self.id(&format!("text[{at}].id"), &text.id);
            let said = [("label", &text.label.nl), ("body", &text.body.nl)];
            for (key, _) in said.iter().filter(|(_, said)| said.trim().is_empty()) {
                self.wrong(
                    format!("text[{at}].{key}"),
                    Mistake::Missing("nl".to_owned()),
                );
            }
        }
        texts
    }
}
