//! The summary of a case, to hand over to a partner or to keep.

use chrono::NaiveDateTime;

use super::contents::CaseContents;
use super::facts::{sections, task_fact};
use super::model::{Block, Document, Fact};
use super::parts::{about_document, case_line, item, notice, page_footer};
use super::scope::{Scope, Visible};
use crate::language::Language;
use crate::language::letters::capital;
use crate::register::STATUS;
use crate::report::made::Made;

/// The summary of a case, with only what its readers may see.
pub struct CaseSummary<'a> {
    visible: Visible<'a>,
    scope: Scope,
    made: &'a Made,
}

impl<'a> CaseSummary<'a> {
    /// The summary of this case for these readers.
    pub fn new(contents: &'a CaseContents, scope: Scope, made: &'a Made) -> Self {
        Self {
            visible: Visible::of(contents, scope),
            scope,
            made,
        }
    }

    /// The summary as a document in this language.
    pub fn document(&self, language: Language) -> Document {
        let (visible, definition) = (&self.visible, self.visible.definition);
        let now = self.made.moment();
        let one = definition.case_words.one.text(language);
        let mut blocks = Vec::new();
        for (section, facts) in sections(visible, language) {
            let named = section.unwrap_or_else(|| language.text("paper-facts"));
            push_together(&mut blocks, named, facts);
        }
        push_together(
            &mut blocks,
            language.text("paper-course"),
            course(visible, now, language),
        );
        let tasks = visible.tasks.iter();
        let tasks = tasks.map(|task| task_fact(visible, task, now, language));
        push_together(&mut blocks, language.text("paper-tasks"), tasks.collect());
        let links = visible.links.iter();
        let links = links.map(|link| {
            let called = format!("{} {}", link.number, link.title);
            Fact::new(link.register.text(language), called.trim())
        });
        push_together(&mut blocks, language.text("paper-links"), links.collect());
        blocks.extend(self.timeline(language));
        let about = about_document(
            definition,
            Some(visible.number),
            self.scope,
            self.made,
            language,
        );
        push_together(&mut blocks, language.text("paper-about"), about);
        Document {
            language,
            kicker: format!("{} · {}", definition.label.text(language), visible.number),
            title: definition
                .title_of(&visible.state)
                .unwrap_or_else(|| format!("{} {}", capital(one), visible.number)),
            subtitle: case_line(visible, now, language),
            notice: notice(self.scope, language),
            blocks,
            footer: page_footer(Some(visible.number), definition, self.scope, language),
            author: self.made.by.clone(),
            made: self.made.at,
        }
    }

    fn timeline(&self, language: Language) -> Vec<Block> {
        let visible = &self.visible;
        let mut blocks = vec![Block::Heading {
            level: 2,
            text: language.text("paper-timeline"),
        }];
        if visible.entries.is_empty() && visible.left_out == 0 {
            blocks.push(Block::Paragraph(language.text("paper-timeline-empty")));
        }
        if visible.left_out > 0 {
            let count = visible.left_out.into();
            blocks.push(Block::Paragraph(
                language.say("paper-left-out", &[("count", count)]),
            ));
        }
        let entries = visible.entries.iter();
        blocks.extend(entries.map(|entry| Block::Item(item(visible.definition, entry, language))));
        blocks
    }
}

/// When the case was opened, closed and opened again, with what, and where it stands.
fn course(visible: &Visible<'_>, now: NaiveDateTime, language: Language) -> Vec<Fact> {
    let (definition, state) = (visible.definition, &visible.state);
    let mut facts = Vec::new();
    for (at, spell) in state.spells.iter().enumerate() {
        let label = match at {
            0 => definition.begin.label.text(language).to_owned(),
            _ => language.text("paper-reopened"),
        };
        facts.push(Fact::new(label, language.date(spell.opened)));
        let Some(closing) = &spell.closed else {
            continue;
        };
        let end = definition.end.as_ref();
        let label = end.map_or_else(
            || language.text("finished"),
            |end| end.label.text(language).to_owned(),
        );
        facts.push(Fact::new(label, language.date(closing.date)));
        if let (Some(ends), Some(id)) = (&definition.outcome, &closing.outcome) {
            let outcome = ends.choice(id).map(|choice| choice.label.text(language));
            facts.push(Fact::new(ends.label.text(language), outcome.unwrap_or(id)));
        }
        let flags = closing.flags.iter();
        facts.extend(flags.filter_map(|(id, set)| {
            let said = language.text(if *set { "yes" } else { "no" });
            Some(Fact::new(definition.flag(id)?.label.text(language), said))
        }));
    }
    if definition.has_spells() || state.status.is_some() {
        let stands = definition.standing_words(state, now.date(), language);
        facts.push(Fact::new(language.text(STATUS), stands));
    }
    facts
}

/// A heading with its facts; nothing where there are none.
fn push_together(blocks: &mut Vec<Block>, text: String, facts: Vec<Fact>) {
    if !facts.is_empty() {
        let heading = Block::Heading { level: 2, text };
        blocks.push(Block::Together(vec![heading, Block::Facts(facts)]));
    }
}
