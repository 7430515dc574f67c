//! What a list, a field or a kind of entry is for, as definitions say it; and files that were made before they could.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use chrono::NaiveDateTime;
use peildatum::language::{Explain, Language};
use peildatum::register::{
    ATTACHMENT, Content, Definition, DefinitionFile, DefinitionFiles, EntryState, FieldRole, LINK,
    Layers, ListRole, Mistake, Registers, SETTLED, Subject, Value,
};

use super::support::{HOUSING, mistakes, not_one_of, text_of, with_register};

/// A shipped file that defines this, as a version of the program had it that knew no roles.
fn older(files: Vec<DefinitionFile>, id: &str) -> DefinitionFile {
    let mark = format!("id = \"{id}\"");
    let found = files.into_iter().find(|file| {
        let mut lines = file.text.lines();
        lines.find(|line| line.starts_with("id = ")) == Some(mark.as_str())
    });
    let file = found.unwrap();
    let said = |line: &&str| {
        let keys = ["role = ", "decision = ", "short = "];
        keys.iter().any(|key| line.starts_with(key))
    };
    let text: Vec<&str> = file.text.lines().filter(|line| !said(line)).collect();
    let mut text = text.join("\n");
    if let (Some(from), Some(to)) = (text.find("[field]"), text.find("[[choice]]")) {
        text.replace_range(from..to, "");
    }
    let name = file.name.replace("assets/", "");
    DefinitionFile { name, text }
}

fn of_older_files() -> DefinitionFiles {
    let shipped = DefinitionFiles::shipped();
    let lists = ["medewerkers", "gemeenten", "wijken"];
    let entries = ["besluit", "bijlage", "contact", "koppeling", "taak"];
    DefinitionFiles {
        lists: lists.map(|id| older(shipped.lists.clone(), id)).into(),
        entries: entries.map(|id| older(shipped.entries.clone(), id)).into(),
        ..DefinitionFiles::default()
    }
}

fn with(own: &DefinitionFiles) -> Result<Registers, Vec<(String, String, Mistake)>> {
    Registers::read(&DefinitionFiles::shipped(), own).map_err(|errors| {
        let errors = errors.into_iter();
        let said = errors.map(|error| (error.file, error.key, error.mistake));
        said.collect()
    })
}

fn list(name: &str, text: &str) -> DefinitionFile {
    DefinitionFile {
        name: name.to_owned(),
        text: text.to_owned(),
    }
}

fn lists(files: &[(&str, &str)]) -> DefinitionFiles {
    let files = files.iter().map(|(name, text)| list(name, text));
    DefinitionFiles {
        lists: files.collect(),
        ..DefinitionFiles::default()
    }
}

fn kind(text: &str) -> DefinitionFiles {
    DefinitionFiles {
        entries: vec![list("entries/eigen.toml", text)],
        ..DefinitionFiles::default()
    }
}

fn noon() -> NaiveDateTime {
    "2025-11-21T12:00:00".parse().unwrap()
}

/// Everything the program asks of a definition by its role.
fn known(definition: &Definition) -> Vec<String> {
    let field = |kind: &str, role| {
        let kind = definition.entry_kind(kind).unwrap();
        kind.field_for(role).map(|field| field.id.clone())
    };
    let district = definition.district_field();
    let decision = definition.decision_kind();
    let owner = definition.work.owner.as_ref();
    let owner = owner.and_then(|owner| definition.field(owner));
    let contact = definition.entry_kind("contact");
    let short = |language| contact.map(|kind| kind.short_label().text(language).to_owned());
    let all = [
        district.map(|field| field.id.clone()),
        decision.map(|kind| kind.id.clone()),
        owner.and_then(|owner| owner.choices_from.clone()),
        short(Language::Dutch),
        short(Language::English),
        field(ATTACHMENT, FieldRole::FileName),
        field(ATTACHMENT, FieldRole::FileSize),
        field(ATTACHMENT, FieldRole::Note),
        field(LINK, FieldRole::Note),
        field(SETTLED, FieldRole::Task),
        field(SETTLED, FieldRole::Reason),
    ];
    all.into_iter().flatten().collect()
}

#[test]
fn the_shipped_definitions_say_what_the_program_has_to_know() {
    let registers = Registers::shipped().unwrap();
    for (role, id) in [
        (ListRole::People, "medewerkers"),
        (ListRole::Municipalities, "gemeenten"),
        (ListRole::Districts, "wijken"),
    ] {
        assert_eq!(registers.list_of(role).unwrap().id, id);
    }
    let expected = [
        "wijk",
        "besluit",
        "medewerkers",
        "Contact",
        "Contact",
        "naam",
        "grootte",
        "toelichting",
        "toelichting",
        "wat",
        "reden",
    ];
    assert_eq!(known(registers.get(HOUSING).unwrap()), expected);
}

#[test]
fn files_from_before_there_were_roles_mean_what_they_meant() {
    let shipped = Registers::shipped().unwrap();
    let own = of_older_files();
    for file in own.lists.iter().chain(&own.entries) {
        assert!(!file.text.contains("role"), "{}", file.text);
    }
    let registers = with(&own).unwrap();
    for (before, after) in shipped.all().iter().zip(registers.all()) {
        assert_eq!(known(before), known(after), "{}", after.id);
    }
    // A definition that was changed in the program and stored, as that of every register.
    let texts = DefinitionFiles::shipped().registers.into_iter();
    let editions = texts.zip(shipped.all()).map(|(file, _)| {
        let id = peildatum::register::id_in(&file.text).unwrap();
        (Subject::Register(id), Content::Definition(file.text))
    });
    let layers = Layers {
        shipped: DefinitionFiles::shipped(),
        own,
        editions: editions.collect(),
    };
    let registers = layers.read().unwrap();
    for before in shipped.all() {
        let after = registers.get(&before.id).unwrap();
        assert_eq!(known(before), known(after), "{}", after.id);
    }
}

#[test]
fn an_own_kind_of_a_register_may_take_the_place_of_a_shared_one() {
    let kind = "[[entry]]\nid = \"besluit\"\nlabel = { nl = \"Besluit\" }\n\n[[entry.field]]\nid = \"tekst\"\nlabel = { nl = \"Tekst\" }\nkind = \"long-text\"\nsensitivity = \"ordinary\"\nshareable = true\n\n[ladder]";
    let text = text_of(HOUSING).replacen("[ladder]", kind, 1);
    let text = text.replacen("[\"contact\", \"besluit\", ", "[\"contact\", ", 1);
    let registers = with_register(&text).unwrap();
    let decision = registers.get(HOUSING).unwrap().decision_kind().unwrap();
    assert_eq!(
        (decision.id.as_str(), decision.fields.len()),
        ("besluit", 1)
    );
    // One that says that it is none is none: then the first kind that moves the case on is asked.
    let text = text.replacen(
        "{ nl = \"Besluit\" }\n",
        "{ nl = \"Besluit\" }\ndecision = false\n",
        1,
    );
    let registers = with_register(&text).unwrap();
    let decision = registers.get(HOUSING).unwrap().decision_kind().unwrap();
    assert_eq!(decision.id, "maatregel");
}

#[test]
fn another_list_may_hold_the_people_the_districts_or_the_municipalities() {
    let own = lists(&[
        (
            "lists/team.toml",
            "id = \"team\"\nlabel = { nl = \"Team\" }\nrole = \"people\"\n[[choice]]\nid = \"a\"\nlabel = { nl = \"A. Bakker\" }",
        ),
        (
            "lists/buurten.toml",
            "id = \"buurten\"\nlabel = { nl = \"Buurten\" }\nrole = \"districts\"\n[[choice]]\nid = \"noord\"\nlabel = { nl = \"Noord\" }",
        ),
        (
            "lists/deelnemers.toml",
            "id = \"deelnemers\"\nlabel = { nl = \"Deelnemers\" }\nrole = \"municipalities\"\n[field]\nid = \"van-wie\"\nlabel = { nl = \"Van wie\" }\n[[choice]]\nid = \"a\"\nlabel = { nl = \"A\" }\n[[choice]]\nid = \"b\"\nlabel = { nl = \"B\" }",
        ),
    ]);
    let own = DefinitionFiles {
        registers: vec![list(
            "registers/eigen.toml",
            &text_of(HOUSING).replacen(
                "choices_from = \"wijken\"",
                "choices_from = \"buurten\"",
                1,
            ),
        )],
        ..own
    };
    let registers = with(&own).unwrap();
    assert_eq!(registers.list_of(ListRole::People).unwrap().id, "team");
    let definition = registers.get(HOUSING).unwrap();
    let owner = definition
        .field(definition.work.owner.as_ref().unwrap())
        .unwrap();
    assert_eq!(owner.choices_from.as_deref(), Some("team"));
    // No choice has a postcode, and still it is known which field is the district.
    assert_eq!(definition.district_field().unwrap().id, "wijk");
    for definition in registers.all() {
        let first = &definition.fields[0];
        assert_eq!(first.id, "van-wie", "{}", definition.id);
        assert_eq!(first.choices_from.as_deref(), Some("deelnemers"));
    }
}

#[test]
fn a_role_of_a_list_is_known_has_what_it_needs_and_is_that_of_one_list() {
    let text = |id: &str, role: &str| {
        format!("id = \"{id}\"\nlabel = {{ nl = \"Eigen\" }}\nrole = \"{role}\"")
    };
    let one = text("eigen", "wijkagenten");
    let errors = with(&lists(&[("lists/a.toml", &one)])).unwrap_err();
    let expected = not_one_of(
        "wijkagenten",
        &[
            "people",
            "municipalities",
            "districts",
            "holidays",
            "characteristics",
        ],
    );
    let at = |file: &str, key: &str, mistake| (file.to_owned(), key.to_owned(), mistake);
    assert_eq!(errors, [at("lists/a.toml", "role", expected)]);

    let (one, other) = (text("eigen", "people"), text("ander", "people"));
    let files = [("lists/a.toml", one.as_str()), ("lists/b.toml", &other)];
    let errors = with(&lists(&files)).unwrap_err();
    let expected = Mistake::SecondRole("eigen".to_owned());
    assert_eq!(errors, [at("lists/b.toml", "role", expected.clone())]);
    for language in Language::ALL {
        let sentence = expected.explain(language);
        assert!(
            sentence.contains("eigen") && sentence.contains("role"),
            "{sentence}"
        );
    }

    let one = text("eigen", "municipalities");
    let errors = with(&lists(&[("lists/a.toml", &one)])).unwrap_err();
    let expected = Mistake::Missing("field".to_owned());
    assert_eq!(errors, [at("lists/a.toml", "field", expected)]);
    let one = format!("{one}\n[field]\nid = \"Van Wie\"\nlabel = {{ nl = \"Van wie\" }}");
    let errors = with(&lists(&[("lists/a.toml", &one)])).unwrap_err();
    let expected = Mistake::BadId("Van Wie".to_owned());
    assert_eq!(errors, [at("lists/a.toml", "field.id", expected)]);
}

#[test]
fn a_role_of_a_field_is_known_fits_its_kind_and_is_that_of_one_field() {
    let with_role = |role: &str| format!("kind = \"address\"\nrole = \"{role}\"");
    let found = mistakes(HOUSING, "kind = \"address\"", &with_role("plek"));
    let names: Vec<&str> = FieldRole::NAMES.iter().map(|(name, _)| *name).collect();
    let unknown = not_one_of("plek", &names);
    assert_eq!(found, [("field[0].role".to_owned(), unknown)]);
    let found = mistakes(HOUSING, "kind = \"address\"", &with_role("note"));
    assert_eq!(
        found,
        [(
            "field[0].role".to_owned(),
            not_one_of("note", &["reporter"])
        )]
    );

    let district = "kind = \"choice\"\nrole = \"district\"\n";
    let text = text_of(HOUSING).replacen("kind = \"choice\"\n", district, 2);
    let errors = with_register(&text).unwrap_err();
    let found: Vec<_> = errors
        .iter()
        .map(|error| (error.key.as_str(), &error.mistake))
        .collect();
    let first = Mistake::SecondRole("wijk".to_owned());
    assert_eq!(found, [("field[4].role", &first)]);
    // The one that says so is it, whatever list it chooses from.
    let text = text_of(HOUSING);
    let tenure = text.find("id = \"eigendom\"").unwrap();
    let (before, after) = text.split_at(tenure);
    let text = format!(
        "{before}{}",
        after.replacen("kind = \"choice\"\n", district, 1)
    );
    let registers = with_register(&text).unwrap();
    let district = registers.get(HOUSING).unwrap().district_field().unwrap();
    assert_eq!(district.id, "eigendom");
}

#[test]
fn cases_find_each_other_by_a_number_or_a_person_and_never_by_what_came_from_the_police() {
    let with = |field: &str| mistakes(HOUSING, "kind = \"address\"", field);
    let found = with("kind = \"text\"\nmatches = \"naam\"");
    let unknown = not_one_of("naam", &["business", "plate", "person"]);
    assert!(found.contains(&("field[0].matches".to_owned(), unknown)));
    let found = with("kind = \"text\"\nmatches = \"person\"");
    let other = not_one_of("person", &["business", "plate"]);
    assert!(found.contains(&("field[0].matches".to_owned(), other)));

    let text = text_of("ondermijning-signalen");
    let police = text.replacen(
        "criminal\"\nshareable = false\nmatches = \"business\"",
        "police\"\nshareable = false\nmatches = \"business\"",
        1,
    );
    assert_ne!(police, text);
    let errors = with_register(&police).unwrap_err();
    assert_eq!(errors[0].mistake, not_one_of("business", &[]));
    let gone = text.replace(
        "not_with = { field = \"weging\"",
        "not_with = { field = \"weg\"",
    );
    let errors = with_register(&gone).unwrap_err();
    assert_eq!(errors[0].key, "matching.not_with.field");
}

#[test]
fn one_kind_of_entry_is_a_decision() {
    let moves = "moves = true\n\n[[entry.field]]";
    let found = mistakes(HOUSING, moves, &format!("decision = true\n{moves}"));
    let first = Mistake::SecondDecision("maatregel".to_owned());
    assert_eq!(found, [("entries[1].decision".to_owned(), first.clone())]);
    for language in Language::ALL {
        assert!(first.explain(language).contains("maatregel"));
    }
}

#[test]
fn what_the_program_fills_in_has_a_field_whatever_it_is_called() {
    // One that calls it otherwise.
    let own = kind(
        "id = \"bijlage\"\nlabel = { nl = \"Stuk\" }\n[[field]]\nid = \"bestand\"\nlabel = { nl = \"Bestand\" }\nkind = \"text\"\nrole = \"file-name\"\nsensitivity = \"ordinary\"\nshareable = false",
    );
    let registers = with(&own).unwrap();
    let definition = registers.get(HOUSING).unwrap();
    let file = || Value::Text("brief.pdf".to_owned());
    let entry = definition.filled_in(
        EntryState::at(ATTACHMENT, noon()),
        FieldRole::FileName,
        file(),
    );
    assert_eq!(entry.text("bestand"), Some("brief.pdf"));
    assert_eq!(
        definition.text_in(&entry, FieldRole::FileName),
        Some("brief.pdf")
    );
    // What it has no field for comes along from the shipped one.
    let kind = definition.entry_kind(ATTACHMENT).unwrap();
    let ids: BTreeSet<&str> = kind.fields.iter().map(|field| field.id.as_str()).collect();
    assert_eq!(ids, BTreeSet::from(["bestand", "grootte", "toelichting"]));
    // What was stored before, under the name that the field had then, is another matter: it stays, and is not lost.
    let older = EntryState::at(ATTACHMENT, noon()).with("naam", file());
    assert_eq!(definition.text_in(&older, FieldRole::FileName), None);
    assert_eq!(older.text("naam"), Some("brief.pdf"));
    // A note is typed nowhere but where a field asks for it.
    let report = EntryState::at("contact", noon());
    let note = definition.filled_in(report.clone(), FieldRole::Note, file());
    assert_eq!(note, report);
}

/// The lines of the program's own code: without its tests, and without what invents the cases of the demo.
fn code(folder: &Path, lines: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.display().to_string();
        if path.is_dir() {
            if !path.ends_with("exchange/demo") {
                code(&path, lines);
            }
        } else if name.ends_with(".rs") && !path.ends_with("definition/reserved.rs") {
            let text = fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]").next().unwrap();
            let all = text
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            lines.extend(all.map(|line| (name.clone(), line.to_owned())));
        }
    }
}

#[test]
fn no_list_and_no_kind_of_entry_is_named_in_the_program_but_where_ids_are_reserved() {
    let mut lines = Vec::new();
    let sources = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    code(&sources, &mut lines);
    assert!(lines.len() > 10_000, "{}", lines.len());
    let shipped = DefinitionFiles::shipped();
    for file in shipped.lists.iter().chain(&shipped.entries) {
        let id = peildatum::register::id_in(&file.text).unwrap();
        let word = format!("\"{id}\"");
        for (name, line) in &lines {
            assert!(!line.contains(&word), "{name}: {line}");
        }
    }
}
