//! The agenda of a case meeting, and its minutes.

use std::sync::Arc;

use peildatum::language::Language;
use peildatum::register::{CaseState, EntryState, Spell, Value};
use peildatum::report::{Agenda, Block, CaseContents, Document, Meeting, Scope};

use crate::support::{HOUSING, all_text, at, day, made, on_paper, register, text};

fn case() -> CaseContents {
    let mut state = CaseState {
        spells: vec![Spell::since(day(2026, 11, 2))],
        status: Some("in-onderzoek".to_owned()),
        ..CaseState::default()
    };
    state.set("behandelaar", Some(text("S. Verzonnen")));
    state.set("volgende-actie", Some(text("Brief sturen")));
    state.set("actie-uiterlijk", Some(Value::Date(day(2026, 12, 1))));
    let decision = |date: u32, hour, what: &str| {
        let happened = at(day(2026, 11, date), hour, 0);
        EntryState::at("besluit", happened)
            .with("besluit", text(what))
            .with("reden", text("Vertrouwd"))
    };
    let entries = vec![
        decision(3, 9, "eerste"),
        decision(10, 9, "tweede"),
        decision(17, 9, "derde"),
        decision(23, 10, "vierde"),
    ];
    on_paper(&register(HOUSING), state, entries)
}

fn agenda(cases: &[CaseContents], scope: Scope, minutes: bool) -> Document {
    let definition = register(HOUSING);
    let meeting = Meeting {
        title: Some("Overleg Meerzicht".to_owned()),
        date: day(2026, 11, 23),
        minutes,
    };
    Agenda::new(&definition, &meeting, cases, scope, &made()).document(Language::Dutch)
}

/// Every block, those that stay together among the others.
fn flat(blocks: &[Block]) -> Vec<&Block> {
    let flat = blocks.iter().map(|block| match block {
        Block::Together(blocks) => flat(blocks),
        block => vec![block],
    });
    flat.flatten().collect()
}

#[test]
fn every_case_has_its_place_its_glance_its_work_and_lines_to_write_on() {
    let document = agenda(&[case(), case()], Scope::All, false);
    assert_eq!(document.kicker, "Agenda · Woonoverlast");
    assert_eq!(document.title, "Overleg Meerzicht");
    assert_eq!(document.subtitle, "23-11-2026 · 2 casussen");
    let blocks = flat(&document.blocks);
    let headings: Vec<&str> = blocks
        .iter()
        .filter_map(|block| match block {
            Block::Heading { text, .. } => Some(text.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(
        headings,
        [
            "Aanwezig",
            "1. WO-2026-00001",
            "Besluit",
            "2. WO-2026-00001",
            "Besluit",
            "Over dit document"
        ]
    );
    let lines = blocks
        .iter()
        .filter(|block| matches!(block, Block::Lines(_)));
    assert_eq!(lines.count(), 3);
    let text = all_text(&document);
    for told in [
        "In onderzoek · sinds 02-11-2026 · S. Verzonnen",
        "Brief sturen\\nuiterlijk 01-12-2026",
        // The first answer to the reporter was due within five days.
        "uiterlijk 07-11-2026 (te laat)",
        "vierde",
        "tweede",
    ] {
        assert!(text.contains(told), "{told}\n{text}");
    }
    assert!(!text.contains("eerste\\n"), "only the last three: {text}");
}

#[test]
fn for_a_partner_the_same_holds_as_for_a_summary() {
    let text = all_text(&agenda(&[case()], Scope::Shareable, false));
    assert!(text.contains("vierde"), "{text}");
    assert!(!text.contains("Vertrouwd"), "{text}");
    assert!(!text.contains("Brief sturen"), "{text}");
    assert!(text.contains("23-11-2026 · 1 casus\""), "{text}");
}

#[test]
fn the_minutes_hold_the_decisions_of_that_day() {
    let document = agenda(&[case()], Scope::Shareable, true);
    assert_eq!(document.kicker, "Verslag · Woonoverlast");
    let items: Vec<_> = flat(&document.blocks)
        .into_iter()
        .filter_map(|block| match block {
            Block::Item(item) => Some(item.facts[0].value.as_str()),
            _ => None,
        })
        .collect();
    assert_eq!(items, ["vierde"]);
    let text = all_text(&document);
    assert_eq!(text.matches("vierde").count(), 1, "told once: {text}");
    assert!(text.contains("derde") && text.contains("eerste"), "{text}");
    let mut undecided = case();
    undecided.entries.pop();
    let text = all_text(&agenda(&[undecided], Scope::Shareable, true));
    assert!(
        text.contains("Op deze dag is geen besluit vastgelegd."),
        "{text}"
    );
}

#[test]
fn where_no_decisions_are_kept_the_minutes_hold_what_moved_the_case() {
    let mut definition = (*register("acties")).clone();
    definition
        .entries
        .retain(|kind| kind.id == "voortgang" || !kind.moves);
    assert!(definition.entry_kind("besluit").is_none());
    let definition = Arc::new(definition);
    let state = CaseState {
        spells: vec![Spell::since(day(2026, 11, 2))],
        ..CaseState::default()
    };
    let moved = EntryState::at("voortgang", at(day(2026, 11, 23), 10, 0));
    let cases = [on_paper(&definition, state, vec![moved])];
    let meeting = Meeting {
        title: None,
        date: day(2026, 11, 23),
        minutes: true,
    };
    let made = made();
    let agenda = Agenda::new(&definition, &meeting, &cases, Scope::All, &made);
    let text = all_text(&agenda.document(Language::Dutch));
    assert!(!text.contains("Op deze dag is geen besluit"), "{text}");
    assert_eq!(text.matches("Voortgang").count(), 1, "{text}");
}
