//! Random figures of random registers, stored in a vault and opened on the screen: the table on the screen, the chart, the
//! exported file and the cases that a number opens agree.

use egui::{Key, Modifiers};
use peildatum::exchange::invent;
use peildatum::figures::{
    Columns, Figure, Measure, Period, Quantity, Slice, Whole, dimensions, keys_of,
};
use peildatum::language::Language;
use peildatum::register::{Definition, Registers};
use peildatum::report::{
    Dialect, ExportFormat, Made, Part, Publication, Shape, TableQuestion, Unit,
};
use peildatum::store::{Operation, Vault, View, ViewKind, new_id};
use proptest::prelude::*;
use proptest::sample::{Index, select};
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

use super::support::{ACTOR, Screen, now};

/// As many figures as are looked at in one window.
const FIGURES: usize = 12;
/// As many cases are in the register of each.
const CASES: usize = 40;
/// As many numbers of each as are opened.
const OPENED: usize = 6;

/// A figure of a register.
fn figure() -> impl Strategy<Value = (String, TableQuestion)> {
    let registers = Registers::shipped().unwrap();
    select(registers.all().to_vec()).prop_flat_map(|definition| {
        let shares = proptest::option::of(select(Whole::NAMES.map(|(_, whole)| whole).to_vec()));
        let fields = Just(dimensions(&definition)).prop_shuffle();
        let sides = (fields, 0..=2usize, 0..=1usize);
        let measure = select(Measure::of_register(&definition));
        let indices = (any::<Index>(), any::<Index>());
        let quantity = select(Quantity::of_register(&definition));
        let beside = (shares, any::<bool>(), proptest::option::of(indices));
        let asked = (sides, measure, quantity, beside);
        asked.prop_map(
            move |((fields, rows, columns), measure, quantity, beside)| {
                let (shares, against, subset) = beside;
                let subset = subset.map(|(field, key)| subset_of(&definition, field, key));
                let question = TableQuestion {
                    title: String::new(),
                    figure: Figure {
                        entries: None,
                        rows: fields[..rows].to_vec(),
                        columns: fields[rows..rows + columns].to_vec(),
                        measure,
                        period: Period::year(2024).unwrap(),
                        slice: Slice::whole(),
                    },
                    shares: shares.filter(|_| quantity.has_shares()),
                    quantity,
                    against: against.then(|| Period::year(2023).unwrap()),
                    subsets: subset.into_iter().collect(),
                };
                (definition.id.clone(), question)
            },
        )
    })
}

fn subset_of(definition: &Definition, field: Index, key: Index) -> (String, String) {
    let mut fields = dimensions(definition);
    fields.retain(|field| !keys_of(definition, field).is_empty());
    let field = field.get(&fields).clone();
    let keys = keys_of(definition, &field);
    let key = key.get(&keys).clone();
    (field, key)
}

/// The figure as the desk saves it.
fn saved_figure(name: String, register: &str, question: &TableQuestion) -> View {
    let content = serde_json::json!({
        "rows": question.figure.rows,
        "columns": question.figure.columns,
        "measure": question.figure.measure,
        "quantity": question.quantity,
        "shares": question.shares,
        "against": question.against.map(|_| "previous"),
        "subsets": question.subsets,
    });
    View {
        id: new_id(),
        kind: ViewKind::Figure,
        register: register.to_owned(),
        name,
        owner: ACTOR.to_owned(),
        shared: false,
        saved: now(),
        content: content.to_string(),
    }
}

fn published(vault: &Vault, register: &str, question: &TableQuestion) -> (Columns, Publication) {
    let definition = vault.definition(register).unwrap().clone();
    let store = vault.store(register).unwrap();
    let columns = Columns::load(definition, |visit| store.counted(register, visit)).unwrap();
    let made = Made {
        at: now(),
        by: ACTOR.to_owned(),
    };
    let publication = question.published(&columns, &made, Language::Dutch);
    (columns, publication.unwrap())
}

/// The numbers that a file for programs gives, line by line.
fn in_file(publication: &Publication) -> Vec<Vec<Option<f64>>> {
    let bytes = ExportFormat::Csv.bytes(publication, Dialect::Standard);
    let bytes = bytes.unwrap();
    let mut reader = csv::Reader::from_reader(&bytes[..]);
    let words = publication.table.words.len();
    let lines = reader.records().map(|record| {
        let record = record.unwrap();
        let numbers = record.iter().skip(words);
        numbers.map(|number| number.parse().ok()).collect()
    });
    lines.collect()
}

/// Every number of the chart stands in the table.
fn the_chart_agrees(publication: &Publication) {
    let (chart, table) = (&publication.chart, &publication.table);
    for group in &chart.groups {
        let line = table
            .lines
            .iter()
            .find(|line| line.drill_down == group.drill_down);
        let line = line.unwrap();
        for (hue, number) in chart.series.iter().zip(&group.numbers) {
            let mut columns = table.columns.iter();
            let at = columns.position(|column| column.drill_down.as_ref() == Some(&hue.drill_down));
            assert_eq!(line.numbers[at.unwrap()], *number);
        }
        if chart.shape == Shape::Stacked && chart.unit == Unit::Count {
            assert_eq!(Some(group.numbers.iter().flatten().sum()), group.total);
        }
    }
}

#[test]
fn screen_chart_file_and_cases_agree_for_figures_that_nobody_thought_of() {
    let mut runner = TestRunner::deterministic();
    let figures: Vec<(String, TableQuestion)> = (0..FIGURES)
        .map(|_| figure().new_tree(&mut runner).unwrap().current())
        .collect();
    let mut screen = Screen::filled(|vault| {
        for register in figures.iter().map(|(register, _)| register) {
            let definition = vault.definition(register).unwrap().clone();
            let store = vault.store_mut(register).unwrap();
            for write in invent(&definition, CASES, 5, now().date_naive()) {
                let operation = Operation::by(ACTOR, now()).with(write);
                store.record(&operation).unwrap();
            }
        }
        for (at, (register, question)) in figures.iter().enumerate() {
            let view = saved_figure(format!("Figuur {at}"), register, question);
            vault.store_mut(register).unwrap().keep_view(&view).unwrap();
        }
    });
    screen.press_with(Modifiers::ALT, Key::ArrowLeft);
    for (at, (register, question)) in figures.iter().enumerate() {
        let (columns, publication) = published(&screen.vault(), register, question);
        the_chart_agrees(&publication);
        let numbers: Vec<_> = publication
            .table
            .lines
            .iter()
            .map(|line| line.numbers.clone())
            .collect();
        assert_eq!(in_file(&publication), numbers);
        screen.search(&format!("Figuur {at}"));
        screen.press(Key::Enter);
        screen.expect(&format!("Figuur {at}"));
        // The keyboard walks over the numbers of a line and opens each.
        let line = at % publication.table.lines.len();
        screen.press_times(Key::ArrowDown, line);
        for across in 0..publication.table.columns.len().min(OPENED) {
            let line = &publication.table.lines[line];
            let column = &publication.table.columns[across];
            let written = column.unit.written(line.numbers[across], Language::Dutch);
            let said = screen.focused().unwrap();
            assert!(
                said.ends_with(&format!(": {written}")),
                "{said}: {question:?}"
            );
            let Some(across_it) = &column.drill_down else {
                assert_eq!(column.part, Part::Change);
                screen.press(Key::ArrowRight);
                continue;
            };
            let behind = publication.drill_down(&line.drill_down, across_it);
            let Figure {
                slice,
                period,
                measure,
                ..
            } = &behind;
            let rows = columns.rows(slice, *period, *measure).unwrap().len();
            screen.press(Key::Enter);
            let definition = columns.definition();
            let word = definition.case_word(rows as u64).text(Language::Dutch);
            match measure {
                Measure::Reports => screen.expect_part(&format!("{rows} {word}")),
                _ => screen.expect(&format!("{rows} {word}")),
            }
            let counts = question.quantity == Quantity::Count;
            if counts && column.unit == Unit::Count && *measure != Measure::Reports {
                assert_eq!(line.numbers[across], Some(rows as f64));
            }
            screen.press(Key::ArrowRight);
        }
    }
}
