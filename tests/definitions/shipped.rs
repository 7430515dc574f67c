//! Every register that is shipped, whatever it is about: complete, lawful on paper, and usable from intake to closing.

use std::sync::Arc;

use chrono::NaiveDate;
use egui::epaint::text::{FontDefinitions, Fonts, TextOptions};
use egui::{FontFamily, FontId};
use peildatum::exchange::invent;
use peildatum::figures::{Columns, Figure, Measure, Period, Quantity, Slice};
use peildatum::language::Label;
use peildatum::register::{
    CaseKey, CaseState, Closing, DefinitionFiles, EntryState, Field, FieldKind, Registers,
    RequiredFrom, Sensitivity, Spell,
};

use super::support::begun;

/// The registers of the field, in the order of the navigation.
const REGISTERS: [&str; 18] = [
    "woonoverlast",
    "ondermijning-signalen",
    "ondermijning-casussen",
    "controles",
    "bibob-onderzoeken",
    "jeugdaanpak",
    "jeugdgroepen",
    "ipta",
    "huisverboden",
    "gebiedsverboden",
    "gedragsaanwijzingen-151d",
    "sluitingen",
    "waarschuwingen-en-verblijfsontzeggingen",
    "cameratoezicht",
    "bestuurlijke-boetes",
    "zorg-en-veiligheid",
    "acties",
    "trainingen",
];

#[test]
fn every_register_of_the_field_is_there() {
    assert_eq!(Registers::shipped().unwrap().ids(), REGISTERS);
}

#[test]
fn everything_that_is_required_is_required_at_the_end() {
    for definition in Registers::shipped().unwrap().all() {
        let mut spell = Spell::since(begun());
        spell.closed = definition.has_spells().then(|| Closing::on(begun()));
        let state = CaseState {
            spells: vec![spell],
            ..CaseState::default()
        };
        // What depends on a choice is required with that choice only.
        let always = |field: &&Field| field.only_with.is_none();
        for field in definition.fields.iter().filter(always) {
            let required = definition.requires(field, &state);
            let id = &field.id;
            // What only a form for a new case asks, a case that is there may lack.
            let from = field.required_from.as_ref();
            let asked = from.is_some_and(|from| *from != RequiredFrom::Typing);
            assert_eq!(required, asked, "{id}");
        }
    }
}

#[test]
fn invented_cases_fit_and_every_standard_table_counts_them() {
    let today = NaiveDate::from_ymd_opt(2026, 3, 15).unwrap();
    let period = Period {
        from: NaiveDate::from_ymd_opt(2019, 1, 1).unwrap(),
        to: today,
    };
    for definition in Registers::shipped().unwrap().all() {
        let cases: Vec<CaseState> = invent(definition, 200, 7, today)
            .map(|write| write.state)
            .collect();
        for state in &cases {
            assert_eq!(definition.check(state), [], "{}", definition.id);
            assert_eq!(definition.missing(state), [], "{}", definition.id);
        }
        let keyed = cases
            .iter()
            .zip(1..)
            .map(|(state, at)| (CaseKey(at), state));
        // On the timeline of each stands one entry of every kind that is counted, on the last day.
        let moment = period.to.and_hms_opt(12, 0, 0).unwrap();
        let kinds = definition.counted_kinds();
        let timeline: Vec<EntryState> =
            kinds.map(|kind| EntryState::at(&kind.id, moment)).collect();
        let keyed = keyed.map(|(key, state)| (key, state, &timeline[..]));
        let columns = Columns::with_timelines(Arc::clone(definition), keyed).unwrap();
        let columns = Arc::new(columns);
        assert!(!definition.tables.is_empty(), "{}", definition.id);
        for table in &definition.tables {
            let name = format!("{} {}", definition.id, table.id);
            let named = table.measure.as_deref();
            let measure = named.map(|named| Measure::named(named).expect(named));
            let counted = columns.counting(table.entries.as_deref()).expect(&name);
            let figure = Figure {
                entries: table.entries.clone(),
                rows: table.rows.clone(),
                columns: table.columns.clone(),
                measure: measure.unwrap_or(Measure::default_of(counted.definition().kind)),
                period,
                slice: Slice::whole(),
            };
            let quantity = Quantity::of_table(table);
            let made = counted.table(&figure, &quantity).expect(&name);
            assert!(made.total > Some(0.0), "{name}");
        }
    }
}

#[test]
fn every_icon_is_in_the_font() {
    // The icon font and nothing else, so that no other font lends a letter.
    let mut definitions = FontDefinitions::empty();
    let name = "icons".to_owned();
    let data = egui_material_icons::font_insert().data;
    definitions.font_data.insert(name.clone(), data.into());
    for family in [FontFamily::Proportional, FontFamily::Monospace] {
        definitions.families.insert(family, vec![name.clone()]);
    }
    let mut fonts = Fonts::new(TextOptions::default(), definitions);
    let mut fonts = fonts.with_pixels_per_point(1.0);
    let mut known = |icon: &str| fonts.has_glyphs(&FontId::proportional(16.0), icon);
    assert!(!known("\u{10fffd}"), "a point that is no icon");
    let mut seen: Vec<String> = Vec::new();
    for definition in Registers::shipped().unwrap().all() {
        let mut entries: Vec<&str> = Vec::new();
        for kind in &definition.entries {
            let (icon, name) = (&kind.icon, format!("{} {}", definition.id, kind.id));
            assert_eq!(icon.chars().count(), 1, "{name}");
            assert!(known(icon), "{name}");
            assert!(
                !entries.contains(&icon.as_str()),
                "{name} looks like another"
            );
            entries.push(icon);
        }
        let icon = &definition.icon;
        assert_eq!(icon.chars().count(), 1, "{}", definition.id);
        assert!(known(icon), "{}", definition.id);
        assert!(!seen.contains(icon), "{} looks like another", definition.id);
        seen.push(icon.clone());
    }
}

#[test]
fn every_register_says_why_it_is_kept_and_for_how_long_in_both_languages() {
    let full = |label: &Label| {
        let english = label.en.as_deref().unwrap_or_default();
        label.nl.len() > 20 && english.len() > 20
    };
    for definition in Registers::shipped().unwrap().all() {
        let id = &definition.id;
        assert!(full(&definition.purpose), "{id}");
        assert!(full(&definition.legal_ground), "{id}");
        assert!((1..=10).contains(&definition.retention.years), "{id}");
        assert!(definition.retention.source.len() > 10, "{id}");
        for exception in &definition.retention.exceptions {
            assert!((1..=10).contains(&exception.years), "{id}");
            assert_ne!(exception.years, definition.retention.years, "{id}");
            assert!(exception.source.len() > 10, "{id}");
        }
    }
}

#[test]
fn every_label_is_there_in_english_too() {
    // Names of districts and associations are the same everywhere.
    let lists = DefinitionFiles::shipped().lists;
    let own = |label: &&Label| !lists.iter().any(|list| list.text.contains(&label.nl));
    for definition in Registers::shipped().unwrap().all() {
        let mut labels = vec![&definition.label, &definition.team_label];
        let words = &definition.case_words;
        labels.extend([&words.one, &words.many, &words.new, &definition.begin.label]);
        labels.extend(definition.end.iter().map(|end| &end.label));
        labels.extend(definition.outcome.iter().map(|outcome| &outcome.label));
        labels.extend(definition.outcome.iter().flat_map(|outcome| {
            let choices = outcome.choices.iter().map(|choice| &choice.label);
            choices.chain(outcome.flags.iter().map(|flag| &flag.label))
        }));
        labels.extend(
            definition
                .statuses
                .iter()
                .map(|status| &status.choice.label),
        );
        labels.extend(definition.terms.iter().map(|term| &term.label));
        labels.extend(definition.tables.iter().map(|table| &table.label));
        labels.extend(definition.entries.iter().map(|kind| &kind.label));
        for text in &definition.texts {
            labels.extend([&text.label, &text.body]);
        }
        for rung in definition.ladder.iter().flat_map(|ladder| &ladder.rungs) {
            labels.push(&rung.ground);
            labels.extend(&rung.action);
        }
        let of_entries = definition.entries.iter().flat_map(|kind| &kind.fields);
        for field in definition.fields.iter().chain(of_entries) {
            labels.push(&field.label);
            labels.extend(&field.section);
            labels.extend(field.choices.iter().map(|choice| &choice.label).filter(own));
        }
        for label in labels {
            assert!(label.en.is_some(), "{}: {}", definition.id, label.nl);
        }
    }
}

#[test]
fn what_comes_from_the_police_is_never_handed_over_and_people_are_never_ordinary_where_crime_is() {
    for definition in Registers::shipped().unwrap().all() {
        let criminal = |field: &Field| field.sensitivity == Sensitivity::Criminal;
        let about_crime = definition.fields.iter().any(criminal);
        let of_entries = definition.entries.iter().flat_map(|kind| &kind.fields);
        for field in definition.fields.iter().chain(of_entries) {
            let name = format!("{} {}", definition.id, field.id);
            if field.sensitivity == Sensitivity::Police {
                assert!(!field.shareable, "{name}");
            }
            if field.kind == FieldKind::Person {
                assert!(!field.shareable, "{name}");
                let ordinary = field.sensitivity == Sensitivity::Ordinary;
                assert!(!(about_crime && ordinary), "{name}");
            }
        }
    }
}

#[test]
fn actions_keep_the_meaning_of_what_was_chosen_before_goals_and_priorities_were_lists() {
    let registers = Registers::shipped().unwrap();
    let actions = registers.get("acties").unwrap();
    let before = [
        (
            "speerpunt",
            &[
                ("ondermijning", "Ondermijning"),
                ("jeugd", "Jeugd en veiligheid"),
                ("woonoverlast", "Woonoverlast"),
                ("zorg-en-veiligheid", "Zorg en veiligheid"),
                ("digitale-veiligheid", "Digitale veiligheid"),
            ][..],
        ),
        (
            "doelstelling",
            &[
                ("voorkomen", "Voorkomen"),
                ("aanpakken", "Aanpakken"),
                ("weerbaarheid", "Weerbaarheid vergroten"),
                ("samenwerken", "Samenwerken"),
            ],
        ),
    ];
    for (field, choices) in before {
        let field = actions.field(field).unwrap();
        for (id, label) in choices {
            let choice = field.choices.iter().find(|choice| choice.id == *id);
            let choice = choice.unwrap_or_else(|| panic!("{id}"));
            assert_eq!(
                (choice.label.nl.as_str(), &choice.replaced_by),
                (*label, &None)
            );
        }
    }
    // What is offered are the five priorities of the council and what is done beside them, and its three goals.
    let day = NaiveDate::from_ymd_opt(2025, 1, 1).unwrap();
    let offered = |field: &str| {
        let field = actions.field(field).unwrap();
        let offered = field.choices.iter().filter(|choice| choice.offered_on(day));
        offered.map(|choice| choice.id.clone()).collect::<Vec<_>>()
    };
    assert_eq!(
        offered("speerpunt"),
        [
            "problematische-jeugd",
            "ondermijning",
            "extremisme-en-maatschappelijk-ongenoegen",
            "digitale-criminaliteit",
            "zorg-en-veiligheid",
            "overig",
        ]
    );
    assert_eq!(offered("doelstelling").len(), 3);
    // The same lists serve training courses.
    let training = registers.get("trainingen").unwrap();
    for field in ["speerpunt", "doelstelling"] {
        let own = &training.field(field).unwrap().choices;
        assert_eq!(own, &actions.field(field).unwrap().choices);
    }
}
