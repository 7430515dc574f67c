//! What stands in the summary of a case, and in which order.

use std::collections::BTreeMap;

use peildatum::language::Language;
use peildatum::register::{CaseState, Closing, EntryState, Spell, Value};
use peildatum::report::{Block, CaseSummary, Document, Fact, Scope};

use crate::support::{HOUSING, at, day, made, on_paper, register, summary, text};

/// The facts under a heading.
fn under(document: &Document, heading: &str) -> Vec<(String, String)> {
    let together = document.blocks.iter().find_map(|block| match block {
        Block::Together(blocks) => match &blocks[..] {
            [Block::Heading { text, .. }, Block::Facts(facts)] if text == heading => Some(facts),
            _ => None,
        },
        _ => None,
    });
    let facts: &[Fact] = together.map_or(&[], |facts| facts);
    let pairs = facts
        .iter()
        .map(|fact| (fact.label.clone(), fact.value.clone()));
    pairs.collect()
}

fn pairs(expected: &[(&str, &str)]) -> Vec<(String, String)> {
    let owned = |(one, other): &(&str, &str)| ((*one).to_owned(), (*other).to_owned());
    expected.iter().map(owned).collect()
}

#[test]
fn a_case_that_came_back_tells_its_course() {
    let ended = Closing {
        outcome: Some("bemiddeld".to_owned()),
        ..Closing::on(day(2025, 4, 1))
    };
    let state = CaseState {
        spells: vec![
            Spell {
                opened: day(2025, 2, 3),
                closed: Some(ended),
            },
            Spell::since(day(2026, 1, 5)),
        ],
        status: Some("heropend".to_owned()),
        values: BTreeMap::new(),
        ..CaseState::default()
    };
    let case = on_paper(&register(HOUSING), state, Vec::new());
    let document = summary(&case, Scope::Shareable);
    let expected = [
        ("Datum melding", "03-02-2025"),
        ("Datum afgesloten", "01-04-2025"),
        ("Reden afsluiting", "Bemiddeld"),
        ("Heropend op", "05-01-2026"),
        ("Status", "Heropend"),
    ];
    assert_eq!(under(&document, "Verloop"), pairs(&expected));
    assert_eq!(document.subtitle, "Heropend · sinds 03-02-2025");
    assert_eq!(document.kicker, "Woonoverlast · WO-2026-00001");
    let expected = [
        ("Register", "Woonoverlast"),
        ("Nummer", "WO-2026-00001"),
        ("Gemaakt op", "23-11-2026 om 09:15"),
        ("Gemaakt door", "s.verzonnen"),
        ("Inhoud", "alleen deelbare gegevens"),
    ];
    let about = under(&document, "Over dit document");
    assert_eq!(about[..5], pairs(&expected));
    assert!(about[5].1.starts_with("Woonoverlast melden"), "{about:?}");
    assert!(about[6].1.contains("AVG art. 6"), "{about:?}");
}

#[test]
fn facts_stand_in_the_order_of_the_form_and_tasks_by_their_day() {
    let mut state = CaseState {
        spells: vec![Spell::since(day(2026, 11, 20))],
        status: Some("intake".to_owned()),
        ..CaseState::default()
    };
    for (field, value) in [
        ("volgende-actie", text("Huisbezoek")),
        ("actie-uiterlijk", Value::Date(day(2026, 11, 21))),
        ("wijk", Value::Choice("meerzicht".to_owned())),
        ("eigendom", Value::Choice("corporatie".to_owned())),
        ("behandelaar", text("S. Verzonnen")),
    ] {
        state.set(field, Some(value));
    }
    let case = on_paper(&register(HOUSING), state, Vec::new());
    let document = summary(&case, Scope::All);
    let expected = [("Wijk", "Meerzicht")];
    assert_eq!(under(&document, "Wat en waar"), pairs(&expected));
    let expected = [("Eigendom", "Corporatie")];
    assert_eq!(under(&document, "Woning en melder"), pairs(&expected));
    assert_eq!(
        document.subtitle,
        "Meerzicht · Intake · sinds 20-11-2026 · S. Verzonnen"
    );
    let expected = [(
        "Volgende actie",
        "Huisbezoek\nuiterlijk 21-11-2026 (te laat)",
    )];
    let tasks = under(&document, "Wat er nog moet gebeuren");
    assert_eq!(tasks[..1], pairs(&expected));
    // The next action of a case is the team's own; a term that runs from the report is everybody's.
    let tasks = under(
        &summary(&case, Scope::Shareable),
        "Wat er nog moet gebeuren",
    );
    assert!(tasks.iter().all(|(label, _)| label != "Volgende actie"));
    assert!(
        tasks
            .iter()
            .any(|(_, value)| value == "uiterlijk 25-11-2026"),
        "{tasks:?}"
    );
}

#[test]
fn the_timeline_is_told_newest_first() {
    let opened = day(2026, 11, 2);
    let state = CaseState {
        spells: vec![Spell::since(opened)],
        ..CaseState::default()
    };
    let decision = |hour, what: &str| {
        EntryState::at("besluit", at(opened, hour, 30)).with("besluit", text(what))
    };
    let entries = vec![
        decision(9, "één"),
        decision(14, "drie"),
        decision(11, "twee"),
    ];
    let case = on_paper(&register(HOUSING), state, entries);
    let document = summary(&case, Scope::Shareable);
    let items = document.blocks.iter().filter_map(|block| match block {
        Block::Item(item) => Some((item.when.as_str(), item.facts[0].value.as_str())),
        _ => None,
    });
    let expected = [
        ("02-11-2026 om 14:30", "drie"),
        ("02-11-2026 om 11:30", "twee"),
        ("02-11-2026 om 09:30", "één"),
    ];
    assert_eq!(items.collect::<Vec<_>>(), expected);
}

#[test]
fn a_value_that_no_field_describes_any_more_is_the_teams_own() {
    let mut state = CaseState {
        spells: vec![Spell::since(day(2026, 11, 2))],
        ..CaseState::default()
    };
    state.set("vroeger-veld", Some(text("Oude waarde")));
    let case = on_paper(&register(HOUSING), state, Vec::new());
    let all = summary(&case, Scope::All);
    let expected = [("vroeger-veld", "Oude waarde")];
    assert_eq!(under(&all, "Niet meer in gebruik"), pairs(&expected));
    let shareable = summary(&case, Scope::Shareable);
    assert_eq!(under(&shareable, "Niet meer in gebruik"), []);
}

#[test]
fn in_english_every_word_is_english() {
    let state = CaseState {
        spells: vec![Spell::since(day(2026, 11, 2))],
        ..CaseState::default()
    };
    let case = on_paper(&register(HOUSING), state, Vec::new());
    let made = made();
    let summary = CaseSummary::new(&case, Scope::Shareable, &made);
    let document = summary.document(Language::English);
    assert_eq!(document.title, "Case WO-2026-00001");
    assert!(document.notice.text.contains("left out on purpose"));
    assert_eq!(
        under(&document, "About this document")[2].1,
        "23-11-2026 at 09:15"
    );
}
