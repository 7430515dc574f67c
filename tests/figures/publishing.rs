//! A figure is published in many forms that say the same: the table, every file read back, the marks of the chart, and the list
//! of cases behind every number.

use std::collections::{BTreeMap, HashMap};
use std::io::Cursor;

use calamine::{Data, Range, Reader, Xlsx};
use chrono::{DateTime, Utc};
use peildatum::figures::{Columns, FigureError, Number, Period, Quantity, Step, Whole};
use peildatum::language::Language;
use peildatum::register::CaseKey;
use peildatum::report::{
    Dialect, ExportFormat, Line, LineKind, Made, Part, Publication, SeriesQuestion, Shape,
    TableQuestion, Unit,
};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::definitions::Register;
use crate::drill_down::{the_chart_opens_its_cases, the_table_opens_its_cases};
use crate::invented::{Scene, every_key, period, scene};

fn few() -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(64)
    }
}

pub fn made() -> Made {
    Made {
        at: DateTime::<Utc>::UNIX_EPOCH,
        by: "T. Tester".to_owned(),
    }
}

/// A question with everything that can be asked beside the numbers.
fn question() -> impl Strategy<Value = (Scene, TableQuestion)> {
    let whole = select(Whole::NAMES.map(|(_, whole)| whole).to_vec());
    let asked = (
        scene(&Register::ALL, 16),
        option::weighted(0.4, whole),
        option::weighted(0.4, period()),
        proptest::collection::vec(any::<(prop::sample::Index, prop::sample::Index)>(), 0..2),
    );
    asked.prop_map(|(scene, shares, against, subsets)| {
        let definition = scene.register.definition();
        let fields = definition.dimensions();
        let subsets = subsets.into_iter().map(|(field, key)| {
            let field = fields[field.index(fields.len())].clone();
            let keys = every_key(&definition, &field);
            (field, keys[key.index(keys.len())].clone())
        });
        let question = TableQuestion {
            title: "Proef & <zo>".to_owned(),
            figure: scene.figure(),
            quantity: scene.quantity.clone(),
            shares: shares.filter(|_| scene.quantity.has_shares()),
            against,
            subsets: subsets.collect(),
        };
        (scene, question)
    })
}

fn numbers(columns: &Columns) -> HashMap<CaseKey, String> {
    let keys = (0..columns.len()).filter_map(|row| columns.key(row));
    keys.map(|key| (key, format!("N-{}", key.0))).collect()
}

pub fn is_near(one: Number, other: Number) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() < 1e-6,
        (one, other) => one == other,
    }
}

/// The records of a file, the header first.
fn records(bytes: &[u8], delimiter: u8) -> Vec<Vec<String>> {
    let mut reader = csv::ReaderBuilder::new();
    let mut reader = reader
        .has_headers(false)
        .delimiter(delimiter)
        .from_reader(bytes);
    let records = reader.records().map(|record| {
        let record = record.unwrap();
        record.iter().map(str::to_owned).collect()
    });
    records.collect()
}

fn number(text: &str) -> Number {
    (!text.is_empty()).then(|| text.parse().unwrap())
}

fn both_csv_files_say_it(publication: &Publication) -> Result<(), TestCaseError> {
    let table = &publication.table;
    let words = table.words.len();
    let standard = ExportFormat::Csv
        .bytes(publication, Dialect::Standard)
        .unwrap();
    let excel = ExportFormat::Csv
        .bytes(publication, Dialect::Excel)
        .unwrap();
    let excel = excel.strip_prefix("\u{feff}".as_bytes()).unwrap();
    let (standard, excel) = (records(&standard, b','), records(excel, b';'));
    prop_assert_eq!(standard.len(), table.lines.len() + 1);
    prop_assert_eq!(excel.len(), table.lines.len() + 1);
    for ((line, standard), excel) in table.lines.iter().zip(&standard[1..]).zip(&excel[1..]) {
        prop_assert_eq!(&standard[..words], &line.keys[..]);
        prop_assert_eq!(&excel[..words], &line.labels[..]);
        let read: Vec<Number> = standard[words..].iter().map(|text| number(text)).collect();
        prop_assert_eq!(&read, &line.numbers);
        let read = excel[words..]
            .iter()
            .map(|text| number(&text.replace(',', ".")));
        prop_assert_eq!(&read.collect::<Vec<_>>(), &line.numbers);
    }
    Ok(())
}

/// What a cell of the file holds.
fn stored(sheet: &Range<Data>, row: usize, column: usize) -> Number {
    match sheet.get((row, column)) {
        None | Some(Data::Empty) => None,
        Some(Data::Float(number)) => Some(*number),
        Some(Data::Int(number)) => Some(*number as f64),
        Some(Data::String(text)) if text.is_empty() => None,
        other => unreachable!("{other:?} is no number"),
    }
}

/// The place that a name such as `C12` means.
fn place(name: &str) -> (usize, usize) {
    let digits = name.find(|sign: char| sign.is_ascii_digit()).unwrap();
    let letters = name[..digits].bytes();
    let column = letters.fold(0, |column, letter| {
        column * 26 + usize::from(letter - b'A') + 1
    });
    (name[digits..].parse::<usize>().unwrap() - 1, column - 1)
}

/// What a formula comes to: a sum of a range, or of places one by one.
fn evaluated(formula: &str, sheet: &Range<Data>) -> f64 {
    let of = |row, column| stored(sheet, row, column).unwrap_or_default();
    if let Some(range) = formula
        .strip_prefix("SUM(")
        .and_then(|rest| rest.strip_suffix(')'))
    {
        let (from, to) = range.split_once(':').unwrap();
        let (from, to) = (place(from), place(to));
        let rows = from.0..=to.0;
        return rows
            .map(|row| (from.1..=to.1).map(|column| of(row, column)).sum::<f64>())
            .sum();
    }
    formula
        .split('+')
        .map(|name| {
            let (row, column) = place(name);
            of(row, column)
        })
        .sum()
}

fn the_excel_file_says_it(publication: &Publication) -> Result<usize, TestCaseError> {
    let bytes = ExportFormat::Xlsx
        .bytes(publication, Dialect::Excel)
        .unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).unwrap();
    let names = book.sheet_names();
    let (sheet, formulas) = (
        book.worksheet_range(&names[0]).unwrap(),
        book.worksheet_formula(&names[0]).unwrap(),
    );
    let table = &publication.table;
    let first = publication.above().len() + 1 + table.levels();
    let words = table.words.len();
    let mut sums = 0;
    for (row, line) in (first..).zip(&table.lines) {
        for (column, label) in line.labels.iter().enumerate() {
            let written = sheet
                .get_value((row as u32, column as u32))
                .map(ToString::to_string);
            prop_assert_eq!(&written.unwrap_or_default(), label);
        }
        for (at, number) in line.numbers.iter().enumerate() {
            let percent = matches!(table.columns[at].unit, Unit::Share | Unit::Change);
            let expected = number.map(|number| if percent { number / 100.0 } else { number });
            let written = stored(&sheet, row, words + at);
            prop_assert!(
                is_near(written, expected),
                "{:?} is not {:?}",
                written,
                expected
            );
            let formula = formulas.get_value((row as u32, (words + at) as u32));
            if let Some(formula) = formula.filter(|formula| !formula.is_empty()) {
                sums += 1;
                let sum = evaluated(formula, &sheet);
                prop_assert!(
                    is_near(Some(sum), written),
                    "{} is {} and not {:?}",
                    formula,
                    sum,
                    written
                );
            }
        }
    }
    if names.len() > 1 {
        let sheet = book.worksheet_range(&names[1]).unwrap();
        prop_assert_eq!(sheet.height(), publication.cases.len() + 1);
        for (row, case) in (1..).zip(&publication.cases) {
            let written =
                (0..=case.labels.len()).map(|at| sheet.get((row, at)).unwrap().to_string());
            let mut expected = case.labels.clone();
            expected.push(case.number.clone());
            prop_assert_eq!(written.collect::<Vec<_>>(), expected);
        }
    }
    Ok(sums)
}

/// What the marks of a drawing say, beside its own title.
fn said(svg: &str) -> Vec<String> {
    let mut reader = quick_xml::Reader::from_str(svg);
    let (mut said, mut text) = (Vec::new(), None);
    loop {
        match reader.read_event().unwrap() {
            quick_xml::events::Event::Start(tag) if tag.name().as_ref() == "title" => {
                text = Some(String::new());
            }
            quick_xml::events::Event::Text(piece) => {
                if let Some(text) = &mut text {
                    text.push_str(&piece.xml10_content());
                }
            }
            quick_xml::events::Event::GeneralRef(name) => {
                if let Some(text) = &mut text {
                    let name = name.xml10_content();
                    text.push_str(
                        quick_xml::escape::resolve_predefined_entity(&name).unwrap_or("'"),
                    );
                }
            }
            quick_xml::events::Event::End(tag) if tag.name().as_ref() == "title" => {
                said.extend(text.take());
            }
            quick_xml::events::Event::Eof => break,
            _ => {}
        }
    }
    said.remove(0);
    said
}

/// Every number of the chart is one of the table, and the drawing says each of them.
fn the_chart_says_it(publication: &Publication) -> Result<(), TestCaseError> {
    let (chart, table) = (&publication.chart, &publication.table);
    let svg = ExportFormat::Svg
        .bytes(publication, Dialect::Excel)
        .unwrap();
    let said = said(&String::from_utf8(svg).unwrap());
    let over_time = matches!(chart.shape, Shape::Lines | Shape::Panels);
    let rows: BTreeMap<String, &Line> = table
        .lines
        .iter()
        .filter(|line| line.kind != LineKind::Subset)
        .map(|line| (line.labels.join(" / "), line))
        .collect();
    let mut expected = Vec::new();
    for group in &chart.groups {
        let line = rows[&group.name];
        prop_assert!(
            group
                .numbers
                .iter()
                .all(|number| line.numbers.contains(number))
        );
        for (hue, number) in chart.series.iter().zip(&group.numbers) {
            // A line is broken where nothing is known; where nothing at all is, that is said in its place.
            if number.is_none() && (over_time || chart.is_empty()) {
                continue;
            }
            let written = chart.unit.written(*number, chart.language);
            expected.push(match chart.series.len() {
                1 => format!("{}: {written}", group.name),
                _ if over_time => format!("{}, {}: {written}", hue.name, group.name),
                _ => format!("{}, {}: {written}", group.name, hue.name),
            });
        }
        if chart.shape == Shape::Stacked && chart.unit == Unit::Count {
            let sum: f64 = group.numbers.iter().flatten().sum();
            prop_assert_eq!(Some(sum), group.total);
        }
    }
    let (mut said, mut expected) = (said, expected);
    said.sort_unstable();
    expected.sort_unstable();
    prop_assert_eq!(said, expected);
    Ok(())
}

/// The numbers of a table to paste, as they are written.
fn the_pasted_table_says_it(publication: &Publication) -> Result<(), TestCaseError> {
    let page = ExportFormat::Html
        .bytes(publication, Dialect::Excel)
        .unwrap();
    let page = String::from_utf8(page).unwrap();
    let cells = page.split("<td").skip(1).map(|cell| {
        let (_, text) = cell.split_once('>').unwrap();
        text.split_once('<').unwrap().0.to_owned()
    });
    let columns = &publication.table.columns;
    let expected = publication.table.lines.iter().flat_map(|line| {
        let numbers = line.numbers.iter().zip(columns);
        numbers.map(|(number, column)| column.unit.written(*number, publication.language))
    });
    prop_assert_eq!(cells.collect::<Vec<_>>(), expected.collect::<Vec<_>>());
    Ok(())
}

proptest! {
    #![proptest_config(few())]

    #[test]
    fn a_table_says_the_same_in_every_form((scene, question) in question(), dutch in any::<bool>()) {
        let columns = scene.columns();
        let language = if dutch { Language::Dutch } else { Language::English };
        let publication = question.published_with_cases(&columns, &numbers(&columns), &made(), language);
        let publication = publication.unwrap();
        the_table_opens_its_cases(&columns, &question.quantity, &publication)?;
        the_chart_opens_its_cases(&columns, &question.quantity, &publication)?;
        if dutch {
            both_csv_files_say_it(&publication)?;
        }
        the_excel_file_says_it(&publication)?;
        the_chart_says_it(&publication)?;
        the_pasted_table_says_it(&publication)?;
        let json: serde_json::Value = serde_json::from_str(&publication.json).unwrap();
        let figure = &question.figure;
        let periods = [Some(figure.period), question.against];
        let parts = periods.into_iter().flatten().map(|period| (figure.slice.clone(), period));
        let parts: Vec<_> = parts.collect();
        let whole = columns.side_by_side(figure, &question.quantity, &parts).unwrap().remove(0);
        for (cells, written) in whole.cells.iter().zip(json["cells"].as_array().unwrap()) {
            for (number, written) in cells.iter().zip(written.as_array().unwrap()) {
                prop_assert!(is_near(*number, written.as_f64()));
            }
        }
        prop_assert!(is_near(whole.total, json["total"].as_f64()));
        // The list has every case in every cell where it counts.
        let behind = columns.rows_by_cell(&question.figure).unwrap();
        let in_cells: usize = behind.cells.iter().flatten().map(Vec::len).sum();
        prop_assert_eq!(publication.cases.len(), in_cells);
        if question.quantity == Quantity::Count && question.figure.measure != peildatum::figures::Measure::Reports {
            let counted: f64 = whole.cells.iter().flatten().flatten().sum();
            prop_assert_eq!(counted, in_cells as f64);
        }
    }

    #[test]
    fn a_series_says_the_same_in_every_form(
        scene in scene(&Register::ALL, 12),
        step in select(Step::NAMES.map(|(_, step)| step).to_vec()),
        [split, shares, year_before] in any::<[bool; 3]>(),
    ) {
        let mut figure = scene.figure();
        figure.columns.clear();
        figure.rows.truncate(usize::from(split));
        let to = figure.period.to.min(figure.period.from + chrono::Days::new(500));
        figure.period = Period::between(figure.period.from, to).unwrap();
        let question = SeriesQuestion {
            title: "Reeks".to_owned(),
            figure: figure.clone(),
            quantity: scene.quantity.clone(),
            step,
            shares: (shares && !figure.rows.is_empty() && scene.quantity.has_shares()).then_some(Whole::Row),
            year_before: year_before && figure.rows.is_empty(),
        };
        let columns = scene.columns();
        let publication = question.published(&columns, &made(), Language::Dutch).unwrap();
        let periods = figure.period.steps_so_far(step);
        prop_assert_eq!(publication.table.lines.len(), periods.len());
        for (line, period) in publication.table.lines.iter().zip(periods) {
            let alone = peildatum::figures::Figure { entries: None, period, ..figure.clone() };
            let table = columns.table(&alone, &question.quantity).unwrap();
            if question.year_before {
                let before = Period::year_before(period);
                let before = peildatum::figures::Figure { entries: None, period: before, ..figure.clone() };
                let before = columns.table(&before, &question.quantity).unwrap().total;
                prop_assert!(is_near(line.numbers[1], before));
                prop_assert!(is_near(line.numbers[2], table.total.zip(before).map(|(now, before)| now - before)));
            }
            let table = match question.shares {
                Some(_) => table.shares(Whole::All),
                None => table,
            };
            if question.shares.is_some() && table.adds_up && table.total.is_some() {
                prop_assert_eq!(line.numbers.iter().flatten().sum::<f64>(), 100.0);
            }
            let own = publication.table.columns.iter().zip(&line.numbers);
            for (column, number) in own.filter(|(column, _)| column.part == Part::Part) {
                let at = table.row_keys.iter().position(|keys| keys.first() == Some(&column.id));
                let expected = match (figure.rows.is_empty(), at) {
                    (true, _) => table.total,
                    (false, Some(at)) => table.row_totals[at],
                    // A key that only counts in another period.
                    (false, None) => number.filter(|number| *number == 0.0),
                };
                prop_assert!(is_near(*number, expected));
            }
        }
        the_table_opens_its_cases(&columns, &question.quantity, &publication)?;
        the_chart_opens_its_cases(&columns, &question.quantity, &publication)?;
        both_csv_files_say_it(&publication)?;
        the_excel_file_says_it(&publication)?;
        the_chart_says_it(&publication)?;
        the_pasted_table_says_it(&publication)?;
        let json: serde_json::Value = serde_json::from_str(&publication.json).unwrap();
        let points = json["points"].as_array().unwrap().iter().map(|point| point["value"].as_f64());
        let keys = publication.table.columns.iter().filter(|column| column.part == Part::Part).count();
        let expected = publication.table.lines.iter().flat_map(|line| line.numbers[..keys].to_vec());
        let (points, expected): (Vec<_>, Vec<_>) = (points.collect(), expected.collect());
        prop_assert_eq!(points.len(), expected.len());
        prop_assert!(points.into_iter().zip(expected).all(|(point, one)| is_near(point, one)));
    }
}

/// Three cases in two districts, of which two run.
fn small() -> (Columns, TableQuestion) {
    let with = |district: &str, spells: &[&str]| {
        let mut case = crate::edges::case(spells);
        let district = peildatum::register::Value::Choice(district.to_owned());
        case.set("wijk", Some(district));
        case
    };
    let cases = [
        with("noord", &["2024-01-01.."]),
        with("zuid", &["2024-01-01..2024-02-01"]),
        with("zuid", &["2024-03-01.."]),
    ];
    let question = TableQuestion {
        title: "Panden".to_owned(),
        figure: peildatum::figures::Figure {
            entries: None,
            rows: vec!["wijk".to_owned()],
            columns: vec!["stand".to_owned()],
            measure: peildatum::figures::Measure::Handled,
            period: Period::year(2024).unwrap(),
            slice: peildatum::figures::Slice::whole(),
        },
        quantity: Quantity::Count,
        shares: None,
        against: None,
        subsets: Vec::new(),
    };
    (
        crate::invented::columns(Register::Buildings, &cases),
        question,
    )
}

#[test]
fn the_totals_of_an_excel_file_are_formulas_with_their_results() {
    let (columns, question) = small();
    let publication = question
        .published(&columns, &made(), Language::Dutch)
        .unwrap();
    // A total a row and a total a column, and that of the table.
    assert_eq!(the_excel_file_says_it(&publication).unwrap(), 3 + 3);
    // Of an average there is no sum.
    let average = TableQuestion {
        quantity: Quantity::Average("kosten".to_owned()),
        ..question
    };
    let publication = average
        .published(&columns, &made(), Language::Dutch)
        .unwrap();
    assert_eq!(the_excel_file_says_it(&publication).unwrap(), 0);
}

#[test]
fn the_greatest_bar_comes_first_and_running_is_the_full_half_of_its_colour() {
    let (columns, question) = small();
    let chart = question
        .published(&columns, &made(), Language::Dutch)
        .unwrap()
        .chart;
    let names: Vec<&str> = chart
        .groups
        .iter()
        .map(|group| group.name.as_str())
        .collect();
    assert_eq!(names, ["Zuid", "Noord", "Haven"]);
    assert_eq!(chart.shape, Shape::Stacked);
    let halves: Vec<(usize, bool)> = chart
        .series
        .iter()
        .map(|hue| (hue.shade.colour, hue.shade.light))
        .collect();
    assert_eq!(halves, [(0, false), (0, true)]);
}

#[test]
fn a_chart_becomes_a_picture_at_twice_its_size() {
    let (columns, question) = small();
    let publication = question
        .published(&columns, &made(), Language::Dutch)
        .unwrap();
    let picture = ExportFormat::Png
        .bytes(&publication, Dialect::Excel)
        .unwrap();
    assert_eq!(&picture[1..4], b"PNG");
    let width = u32::from_be_bytes(picture[16..20].try_into().unwrap());
    assert_eq!(width, 2 * 960);
}

#[test]
fn there_are_no_shares_of_an_average() {
    let (columns, mut question) = small();
    question.quantity = Quantity::Average("kosten".to_owned());
    question.shares = Some(Whole::All);
    let refused = question.published(&columns, &made(), Language::Dutch);
    assert_eq!(refused.unwrap_err(), FigureError::NoShares);
}

#[test]
fn a_spreadsheet_takes_no_label_for_a_formula() {
    let (columns, question) = small();
    let mut publication = question
        .published(&columns, &made(), Language::Dutch)
        .unwrap();
    publication.table.lines[0].labels[0] = "=1+1".to_owned();
    let file = ExportFormat::Csv
        .bytes(&publication, Dialect::Excel)
        .unwrap();
    assert!(String::from_utf8(file).unwrap().contains("'=1+1;"));
}
