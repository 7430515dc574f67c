//! What a summary and an agenda have in common: the case in one line, its entries, and the facts of the document.

use chrono::NaiveDateTime;

use super::facts::{entry_facts, entry_label, moment, when};
use super::model::{Fact, Item, Notice};
use super::scope::{Scope, Visible, VisibleEntry};
use crate::language::Language;
use crate::register::Definition;
use crate::report::made::Made;

/// An entry as a document prints it.
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

/// A case in one line: the district, where it stands, since when, and who handles it.
pub(super) fn case_line(visible: &Visible<'_>, now: NaiveDateTime, language: Language) -> String {
    let (definition, state) = (visible.definition, &visible.state);
    let district = definition.district_field();
    let district =
        district.and_then(|field| Some(field.display(state.values.get(&field.id)?, language)));
    let since = state.came().map(|day| {
        let id = match definition.has_spells() {
            _ if state.is_before() => "case-came",
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

/// The footer of every page.
pub(super) fn page_footer(
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
