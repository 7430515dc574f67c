//! The agenda of a case meeting, and afterwards its minutes: the same document with the decisions in it.

use chrono::{NaiveDate, NaiveDateTime};

use super::contents::CaseContents;
use super::facts::{entry_facts, entry_label, task_fact, when};
use super::model::{Block, Document, Fact};
use super::parts::{about_document, case_line, item, notice, page_footer};
use super::scope::{Scope, Visible, VisibleEntry};
use crate::language::Language;
use crate::register::{Definition, TaskSource};
use crate::report::made::Made;

/// How many entries of the timeline are shown of every case.
const LATEST: usize = 3;
/// How many lines there are for the names of those present.
const LINES_FOR_NAMES: u8 = 2;
/// How many lines there are for a decision.
const LINES_FOR_DECISION: u8 = 3;

/// A case meeting (casusoverleg).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meeting {
    /// Its title; without one it is called a case meeting.
    pub title: Option<String>,
    /// The day it is held.
    pub date: NaiveDate,
    /// Whether it was held: then the decisions of that day are printed instead of lines to write on.
    pub minutes: bool,
}

/// The agenda of a meeting about cases of one register.
pub struct Agenda<'a> {
    definition: &'a Definition,
    meeting: &'a Meeting,
    cases: Vec<Visible<'a>>,
    scope: Scope,
    made: &'a Made,
}

impl<'a> Agenda<'a> {
    /// The agenda of this meeting about these cases, in this order.
    pub fn new(
        definition: &'a Definition,
        meeting: &'a Meeting,
        cases: &'a [CaseContents],
        scope: Scope,
        made: &'a Made,
    ) -> Self {
        let cases = cases.iter().map(|case| Visible::of(case, scope)).collect();
        Self {
            definition,
            meeting,
            cases,
            scope,
            made,
        }
    }

    /// The agenda as a document in this language.
    pub fn document(&self, language: Language) -> Document {
        let (definition, meeting) = (self.definition, self.meeting);
        let now = self.made.moment();
        let mut blocks = vec![Block::Together(vec![
            heading(2, language.text("paper-present")),
            Block::Lines(LINES_FOR_NAMES),
        ])];
        for (place, case) in self.cases.iter().enumerate() {
            blocks.extend(self.case_blocks(place + 1, case, now, language));
        }
        let about = about_document(definition, None, self.scope, self.made, language);
        blocks.push(Block::Together(vec![
            heading(2, language.text("paper-about")),
            Block::Facts(about),
        ]));
        let words = &definition.case_words;
        let words = match self.cases.len() {
            1 => &words.one,
            _ => &words.many,
        };
        let count = language.say(
            "paper-agenda-count",
            &[
                ("count", self.cases.len().into()),
                ("cases", words.text(language).into()),
            ],
        );
        let kind = language.text(match meeting.minutes {
            true => "paper-minutes",
            false => "paper-agenda",
        });
        Document {
            language,
            kicker: format!("{kind} · {}", definition.label.text(language)),
            title: meeting
                .title
                .clone()
                .unwrap_or_else(|| language.text("paper-meeting")),
            subtitle: format!("{} · {count}", language.date(meeting.date)),
            notice: notice(self.scope, language),
            blocks,
            footer: page_footer(None, definition, self.scope, language),
            author: self.made.by.clone(),
            made: self.made.at,
        }
    }

    fn case_blocks(
        &self,
        place: usize,
        case: &Visible<'_>,
        now: NaiveDateTime,
        language: Language,
    ) -> Vec<Block> {
        let title = case.definition.title_of(&case.state).unwrap_or_default();
        let title = format!("{place}. {} {title}", case.number);
        let mut blocks = vec![
            heading(2, title.trim().to_owned()),
            Block::Paragraph(case_line(case, now, language)),
        ];
        let pressing = case.tasks.iter();
        let pressing =
            pressing.filter(|task| task.source == TaskSource::NextAction || task.due.is_past(now));
        let mut facts: Vec<Fact> = pressing
            .map(|task| task_fact(case, task, now, language))
            .collect();
        let before = |entry: &&VisibleEntry<'_>| !self.is_decision(entry);
        let latest = case.entries.iter().filter(before).take(LATEST);
        facts.extend(latest.map(|entry| entry_fact(case.definition, entry, language)));
        if case.left_out > 0 {
            let text = language.say("paper-left-out", &[("count", case.left_out.into())]);
            facts.push(Fact::new(language.text("paper-timeline"), text));
        }
        if !facts.is_empty() {
            blocks.push(Block::Facts(facts));
        }
        blocks.push(heading(3, language.text("paper-decision")));
        let (decisions, together) = self.decisions(case, language);
        match together {
            true => blocks.extend(decisions),
            false => {
                let mut all = vec![Block::Together(blocks)];
                all.extend(decisions);
                return all;
            }
        }
        vec![Block::Together(blocks)]
    }

    /// Whether this entry is a decision of the meeting itself, which the minutes print below the case.
    fn is_decision(&self, entry: &VisibleEntry<'_>) -> bool {
        let kind = self.definition.decision_kind();
        self.meeting.minutes
            && kind.is_some_and(|kind| entry.state.kind == kind.id)
            && entry.state.happened.date() == self.meeting.date
    }

    /// Lines to write on, or what was decided, and whether that stays with the case on one page: minutes may be long.
    fn decisions(&self, case: &Visible<'_>, language: Language) -> (Vec<Block>, bool) {
        if !self.meeting.minutes {
            return (vec![Block::Lines(LINES_FOR_DECISION)], true);
        }
        let taken = case.entries.iter().filter(|entry| self.is_decision(entry));
        let taken: Vec<Block> = taken
            .map(|entry| Block::Item(item(case.definition, entry, language)))
            .collect();
        match taken.is_empty() {
            true => {
                let none = Block::Paragraph(language.text("paper-no-decision"));
                (vec![none], true)
            }
            false => (taken, false),
        }
    }
}

/// An entry on few lines.
fn entry_fact(definition: &Definition, entry: &VisibleEntry<'_>, language: Language) -> Fact {
    let facts = entry_facts(definition, entry, language);
    let origin = facts.iter().find_map(|fact| fact.origin.clone());
    let what = entry_label(entry, language);
    // "Besluit" and then "Besluit: …" would say it twice.
    let named = facts.first().is_some_and(|fact| fact.label == what);
    let lines = facts
        .into_iter()
        .map(|fact| format!("{}: {}", fact.label, fact.value));
    let lines = (!named).then_some(what).into_iter().chain(lines);
    Fact {
        origin,
        ..Fact::new(
            when(entry.state.happened, language),
            lines.collect::<Vec<_>>().join("\n"),
        )
    }
}

fn heading(level: u8, text: String) -> Block {
    Block::Heading { level, text }
}
