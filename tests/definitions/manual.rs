//! The chapter of the manual about definitions names every key and every value there is, and what it shows is right.

use peildatum::figures::Measure;
use peildatum::language::Language;
use peildatum::manual::{Section, chapter};
use peildatum::register::{
    DefinitionError, DefinitionFile, DefinitionFiles, Derived, Direction, FieldKind, FieldRole,
    Layers, ListRole, Mistake, Registers, Sensitivity, StandardTable, Unit,
};

/// The keys that may stand in a table of a definition file: a file with a key that does not exist is refused with those.
fn keys(folder: &str, text: &str) -> Vec<String> {
    let file = vec![DefinitionFile {
        name: "test.toml".to_owned(),
        text: text.to_owned(),
    }];
    let mut own = DefinitionFiles::default();
    match folder {
        DefinitionFiles::LISTS => own.lists = file,
        DefinitionFiles::ENTRIES => own.entries = file,
        DefinitionFiles::INDICATORS => own.indicators = file,
        DefinitionFiles::PROCEDURES => own.procedures = file,
        _ => own.registers = file,
    }
    let layers = Layers {
        own,
        ..Layers::default()
    };
    let errors = match folder {
        DefinitionFiles::INDICATORS => layers
            .indicators(&Registers::shipped().unwrap())
            .unwrap_err(),
        _ => layers.read().unwrap_err(),
    };
    let [DefinitionError { mistake, .. }] = &errors[..] else {
        panic!("{text}: {errors:?}");
    };
    let Mistake::Unknown { expected, .. } = mistake else {
        panic!("{text}: {mistake:?}");
    };
    // Of two keys serde says "one or the other".
    let expected = expected.replace(" or ", ", ");
    expected.split(", ").map(str::to_owned).collect()
}

/// Whether a section of the reference names this key or value.
fn names(section: &Section, word: &str) -> bool {
    section.text.contains(&format!("`{word}`"))
}

#[test]
fn the_reference_of_definitions_names_every_key() {
    // What stands in a table that does not exist is asked for with a key that no table has.
    let tables = [
        ("registers", "registers/", "x = 1"),
        ("registers", "{ nl, en }", "label = { x = 1 }"),
        ("registers", "[case]", "[case]\nx = 1"),
        ("registers", "[about]", "[about]\nx = 1"),
        ("registers", "[dpia]", "[dpia]\nx = 1"),
        ("registers", "[retention]", "[retention]\nx = 1"),
        (
            "registers",
            "[[retention.exception]]",
            "[[retention.exception]]\nx = 1",
        ),
        ("registers", "[begin]", "[begin]\nx = 1"),
        ("registers", "[begin]", "[end]\nx = 1"),
        ("registers", "[begin]", "[number]\nx = 1"),
        ("registers", "[[field]]", "[[field]]\nx = 1"),
        ("registers", "only_with", "[[field]]\nonly_with = { x = 1 }"),
        ("registers", "choices", "[[field]]\nchoices = [{ x = 1 }]"),
        ("registers", "[[status]]", "[[status]]\nx = 1"),
        ("registers", "[outcome]", "[outcome]\nx = 1"),
        ("registers", "[[outcome.flag]]", "[[outcome.flag]]\nx = 1"),
        ("registers", "[work]", "[work]\nx = 1"),
        ("registers", "[next_action]", "[next_action]\nx = 1"),
        ("registers", "[[term]]", "[[term]]\nx = 1"),
        ("registers", "[[entry]]", "[[entry]]\nx = 1"),
        (
            "registers",
            "[[entry.opens]]",
            "[[entry]]\n[[entry.opens]]\nx = 1",
        ),
        ("registers", "[ladder]", "[ladder]\nx = 1"),
        ("registers", "[[ladder.rung]]", "[[ladder.rung]]\nx = 1"),
        ("registers", "[leads_to]", "[leads_to]\nx = 1"),
        ("registers", "[[text]]", "[[text]]\nx = 1"),
        ("registers", "[bands]", "[bands]\nx = 1"),
        ("registers", "[[table]]", "[[table]]\nx = 1"),
        ("registers", "[ends_at]", "[ends_at]\nx = 1"),
        ("registers", "[preparation]", "[preparation]\nx = 1"),
        ("procedures", "procedures/", "x = 1"),
        ("lists", "lists/", "x = 1"),
        ("lists", "lists/", "[field]\nx = 1"),
        ("indicators", "[[indicator]]", "[[indicator]]\nx = 1"),
        (
            "indicators",
            "[[indicator.part]]",
            "[[indicator]]\n[[indicator.part]]\nx = 1",
        ),
        ("indicators", "counts", "[[indicator]]\ncounts = { x = 1 }"),
        (
            "indicators",
            "goal_of",
            "[[indicator]]\ngoal_of = { x = 1 }",
        ),
        ("indicators", ": ratio", "[[indicator]]\nratio = { x = 1 }"),
        (
            "indicators",
            ": ratio",
            "[[indicator]]\nratio = { of = { x = 1 } }",
        ),
    ];
    for language in Language::ALL {
        let reference = chapter(language, "60-definitions").unwrap();
        for (folder, heading, text) in tables {
            let mut sections = reference.sections.iter();
            let section = sections.find(|section| section.heading.contains(heading));
            let section = section.unwrap_or_else(|| panic!("no heading with {heading}"));
            for key in keys(folder, text) {
                let place = format!("{}: {heading}: {key}", language.code());
                assert!(names(section, &key), "{place}");
            }
        }
    }
}

/// The text of every block of TOML in a Markdown text.
fn definitions(text: &str) -> impl Iterator<Item = &str> {
    let blocks = text.split("```toml\n").skip(1);
    blocks.filter_map(|block| Some(block.split_once("```")?.0))
}

#[test]
fn a_register_that_is_shown_whole_is_right() {
    let of_manual = Language::ALL.map(|language| {
        let reference = chapter(language, "60-definitions").unwrap();
        reference.text.as_str()
    });
    let readme = include_str!("../../README.md");
    for text in of_manual.into_iter().chain([readme]) {
        let shown = definitions(text).collect::<Vec<_>>();
        assert_eq!(shown.len(), 1);
        let file = DefinitionFile {
            name: "test.toml".to_owned(),
            text: shown[0].to_owned(),
        };
        let own = DefinitionFiles {
            registers: vec![file],
            ..DefinitionFiles::default()
        };
        let registers = Registers::read(&DefinitionFiles::shipped(), &own).unwrap();
        assert!(registers.get("parkeren").is_some());
    }
}

#[test]
fn the_reference_of_definitions_names_every_value_that_is_one_of_a_few() {
    fn all<T>(names: &[(&'static str, T)]) -> Vec<&'static str> {
        names.iter().map(|(name, _)| *name).collect()
    }
    let values = [
        all(&FieldKind::NAMES),
        all(&Sensitivity::NAMES),
        all(&FieldRole::NAMES),
        all(&ListRole::NAMES),
        all(&Measure::NAMES),
        all(&Derived::NAMES),
        all(&Unit::NAMES),
        all(&Direction::NAMES),
        StandardTable::CHARTS.to_vec(),
        vec![
            "spell",
            "event",
            "begin",
            "einde",
            "in-voorbereiding-sinds",
            "zonder-voorbereiding",
        ],
        vec!["field", "status", "entry"],
        vec!["nummer", "vandaag", "uitkomst", "behandelaar", "gebruiker"],
    ];
    for language in Language::ALL {
        let reference = chapter(language, "60-definitions").unwrap();
        for value in values.concat() {
            let named = reference
                .sections
                .iter()
                .any(|section| names(section, value));
            assert!(named, "{}: {value}", language.code());
        }
    }
}
