//! The summary of a case: what is handed over to a partner, or laid in a file.

use chrono::NaiveDateTime;

use super::Made;
use super::document::{Block, Document, Fact, Item, Notice};
use super::gathering::CaseOnPaper;
use super::scope::{Scope, Visible, VisibleEntry};
use super::wording::{entry_facts, entry_label, moment, sections, task_fact, when};
use crate::language::Language;
use crate::register::{Definition, STATUS};

/// The summary of a case, of which it was decided what may stand in it.
pub struct CaseSummary<'a> {
    visible: Visible<'a>,
    scope: Scope,
    made: &'a Made,
}

impl<'a> CaseSummary<'a> {
    /// The summary of this case for these readers.
    pub fn new(about: &'a CaseOnPaper, scope: Scope, made: &'a Made) -> Self {
        Self {
            visible: Visible::of(about, scope),
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
        let ties = visible.ties.iter();
        let ties = ties.map(|tie| {
            let called = format!("{} {}", tie.number, tie.title);
            Fact::new(tie.register.text(language), called.trim())
        });
        push_together(&mut blocks, language.text("paper-ties"), ties.collect());
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
            subtitle: glance(visible, now, language),
            notice: notice(self.scope, language),
            blocks,
            running: running(Some(visible.number), definition, self.scope, language),
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

/// An entry as it stands on paper.
pub(super) fn item(definition: &Definition, entry: &VisibleEntry<'_>, language: Language) -> Item {
    let by = entry
        .by
        .map(|by| language.say("paper-recorded-by", &[("who", by.into())]));
    Item {
        when: when(entry.state.happened, language),
        what: entry_label(entry, language),
        by,
        facts: entry_facts(definition, entry, language),
    }
}

/// The case at a glance: the district, where it stands, since when, and who handles it.
pub(super) fn glance(visible: &Visible<'_>, now: NaiveDateTime, language: Language) -> String {
    let (definition, state) = (visible.definition, &visible.state);
    let district = definition.district_field();
    let district =
        district.and_then(|field| Some(field.display(state.values.get(&field.id)?, language)));
    let since = state.opened().map(|day| {
        let id = match definition.has_spells() {
            true => "case-since",
            false => "case-on",
        };
        language.say(id, &[("date", language.date(day).into())])
    });
    let stands = (definition.has_spells() || state.status.is_some())
        .then(|| definition.standing_words(state, now.date(), language));
    let owner = definition.owner_of(state).map(str::to_owned);
    let parts = [district, stands, since, owner];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
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

/// What the document is, for whoever finds it later (GDPR art. 5, 13 and 14: purpose and ground go with the data).
pub(super) fn about_document(
    definition: &Definition,
    number: Option<&str>,
    scope: Scope,
    made: &Made,
    language: Language,
) -> Vec<Fact> {
    let mut facts = vec![Fact::new(
        language.text("paper-register"),
        definition.label.text(language),
    )];
    facts.extend(number.map(|number| Fact::new(language.text("number"), number)));
    facts.extend([
        Fact::new(language.text("paper-made"), moment(made.moment(), language)),
        Fact::new(language.text("paper-made-by"), made.by.as_str()),
        Fact::new(
            language.text("paper-contents"),
            scope_words(scope, language),
        ),
        Fact::new(
            language.text("paper-purpose"),
            definition.purpose.text(language),
        ),
        Fact::new(
            language.text("paper-ground"),
            definition.legal_ground.text(language),
        ),
    ]);
    facts
}

/// What stands at the foot of every page.
pub(super) fn running(
    number: Option<&str>,
    definition: &Definition,
    scope: Scope,
    language: Language,
) -> String {
    let words = scope_words(scope, language);
    let register = Some(definition.label.text(language));
    let parts = [register, number, Some(words.as_str())];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What a reader has to know before reading on.
pub(super) fn notice(scope: Scope, language: Language) -> Notice {
    let (id, warns) = match scope {
        Scope::Shareable => ("paper-notice-shareable", false),
        Scope::All => ("paper-notice-all", true),
    };
    Notice {
        text: language.text(id),
        warns,
    }
}

fn scope_words(scope: Scope, language: Language) -> String {
    language.text(match scope {
        Scope::Shareable => "paper-scope-shareable",
        Scope::All => "paper-scope-all",
    })
}

/// A heading with its facts; nothing where there are none.
pub(super) fn push_together(blocks: &mut Vec<Block>, text: String, facts: Vec<Fact>) {
    if !facts.is_empty() {
        let heading = Block::Heading { level: 2, text };
        blocks.push(Block::Together(vec![heading, Block::Facts(facts)]));
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    let first = letters.next();
    let first = first.into_iter().flat_map(char::to_uppercase);
    first.chain(letters).collect()
}
