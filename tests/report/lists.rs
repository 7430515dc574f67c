//! A list of cases that goes out: what stands in every file of it, and what never does.

use std::collections::HashMap;
use std::io::Cursor;

use calamine::{Data, Reader, Xlsx};
use peildatum::figures::Slice;
use peildatum::language::Language;
use peildatum::register::{
    CaseFile, CaseKey, CaseState, Definition, Registers, Sensitivity, Spell, Value,
};
use peildatum::report::{
    CaseColumn, CaseDays, CaseList, Dialect, ExportFormat, Exportable, ListQuestion, ListedCases,
};

use crate::support::{Filling, HOUSING, day, filled, made, on_paper, parts, register, text};

/// All of these cases, with these columns.
fn listed(definition: &Definition, cases: &[CaseFile], columns: Vec<CaseColumn>) -> CaseList {
    question(cases, columns).published(definition, cases, &days(cases), &made(), Language::Dutch)
}

fn question(cases: &[CaseFile], columns: Vec<CaseColumn>) -> ListQuestion {
    ListQuestion {
        title: "Lijst & zo".to_owned(),
        listed: ListedCases::All,
        slice: Slice::whole(),
        list_filters: Vec::new(),
        searched: false,
        sharing: None,
        columns,
        group: None,
        cases: vec![(None, cases.iter().map(|case| case.key).collect())],
        all: cases.len(),
    }
}

fn days(cases: &[CaseFile]) -> HashMap<CaseKey, CaseDays> {
    let days = CaseDays {
        due: Some(day(2026, 12, 24)),
        last_contact: Some(day(2026, 11, 19)),
    };
    cases.iter().map(|case| (case.key, days)).collect()
}

/// Cases in two districts: one that ran, one that runs, and one in a district that is not known.
fn three() -> Vec<CaseFile> {
    let definition = register(HOUSING);
    let case = |(key, district, closed): (i64, &str, bool)| {
        let mut state = CaseState {
            spells: vec![Spell::since(day(2026, 11, key as u32))],
            ..CaseState::default()
        };
        if closed {
            state.spells[0].closed = Some(peildatum::register::Closing {
                date: day(2026, 11, 20),
                outcome: Some("bemiddeld".to_owned()),
                flags: std::collections::BTreeMap::new(),
            });
        }
        let district = (!district.is_empty()).then(|| Value::Choice(district.to_owned()));
        state.set("wijk", district);
        state.set("behandelaar", Some(text("=HYPERLINK(\"verzonnen\")")));
        let mut case = on_paper(&definition, state, Vec::new()).case;
        case.key = CaseKey(key);
        case.number = format!("W{key}");
        case
    };
    [
        (1, "meerzicht", true),
        (2, "meerzicht", false),
        (3, "", false),
    ]
    .map(case)
    .to_vec()
}

fn columns() -> Vec<CaseColumn> {
    let definition = register(HOUSING);
    let named = |id| CaseColumn::named(&definition, id).unwrap();
    [
        "nummer",
        "begin",
        "einde",
        "wijk",
        "status",
        "uitkomst",
        "behandelaar",
        "uiterlijk",
        "laatste-contact",
    ]
    .map(named)
    .to_vec()
}

fn file(list: &CaseList, format: ExportFormat) -> String {
    String::from_utf8(list.bytes(format, Dialect::Excel).unwrap()).unwrap()
}

#[test]
fn what_came_from_the_police_is_in_no_file_and_that_is_said() {
    let mut withheld = 0;
    for definition in Registers::shipped().unwrap().all() {
        let case = filled(definition, 3, &mut Filling::variant(1)).case;
        // Also where somebody asks for it by its place.
        let columns = (0..definition.fields.len()).map(CaseColumn::Field);
        let list = listed(definition, std::slice::from_ref(&case), columns.collect());
        let archive = ExportFormat::Xlsx;
        let archive = parts(&list.bytes(archive, Dialect::Excel).unwrap());
        let mut forms: Vec<String> = vec![archive["xl/sharedStrings.xml"].clone(), list.text()];
        forms.extend([ExportFormat::Csv, ExportFormat::Html].map(|form| file(&list, form)));
        let json = file(&list, ExportFormat::Json);
        for field in &definition.fields {
            let Some(Value::Text(written)) = case.state.values.get(&field.id) else {
                continue;
            };
            let written = written.lines().next().unwrap();
            let may_leave = field.sensitivity != Sensitivity::Police;
            for form in forms.iter().chain([&json]) {
                assert_eq!(
                    form.contains(written),
                    may_leave,
                    "{} {}",
                    definition.id,
                    field.id
                );
            }
            if !may_leave {
                withheld += 1;
                assert!(list.notes[0].contains(field.label.text(Language::Dutch)));
            }
        }
    }
    assert!(withheld > 5, "several registers know fields of the police");
}

#[test]
fn an_excel_file_has_real_days_a_filter_and_a_count_that_follows_it() {
    let cases = three();
    let bytes = listed(&register(HOUSING), &cases, columns())
        .bytes(ExportFormat::Xlsx, Dialect::Excel)
        .unwrap();
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).unwrap();
    let sheet = book.worksheet_range("Zaken").unwrap();
    let rows: Vec<&[Data]> = sheet.rows().collect();
    let top = rows
        .iter()
        .position(|row| row[0] == Data::String("Nummer".to_owned()))
        .unwrap();
    let first = rows[top + 1];
    assert!(matches!(first[1], Data::DateTime(_)), "{first:?}");
    assert_eq!(first[3], Data::String("Meerzicht".to_owned()));
    assert_eq!(first[5], Data::String("Bemiddeld".to_owned()));
    assert_eq!(
        first[6],
        Data::String("=HYPERLINK(\"verzonnen\")".to_owned()),
        "a text stays one"
    );
    assert_eq!(rows[top + 4][0], Data::Float(3.0));
    let formulas = book.worksheet_formula("Zaken").unwrap();
    let formulas: Vec<String> = formulas
        .used_cells()
        .map(|(.., formula)| formula.clone())
        .collect();
    assert_eq!(
        formulas,
        [format!("SUBTOTAL(103,A{}:A{})", top + 2, top + 4)]
    );
    let parts = parts(&bytes);
    let sheet = &parts["xl/worksheets/sheet1.xml"];
    for part in ["<autoFilter", "<pane ", "fitToPage", "<oddFooter>"] {
        assert!(sheet.contains(part), "{part}");
    }
    assert!(parts["docProps/core.xml"].contains("s.verzonnen"));
}

#[test]
fn a_file_for_a_spreadsheet_holds_no_formula_and_one_for_programs_the_text_itself() {
    let list = listed(&register(HOUSING), &three(), columns());
    let excel = file(&list, ExportFormat::Csv);
    assert!(
        excel.starts_with("\u{feff}Nummer;Datum melding;"),
        "{excel}"
    );
    assert!(
        excel.contains("W1;01-11-2026;20-11-2026;Meerzicht;"),
        "{excel}"
    );
    assert!(excel.contains("'=HYPERLINK"), "{excel}");
    assert!(excel.contains(";24-12-2026;19-11-2026"), "{excel}");
    assert!(list.text().contains("\t'=HYPERLINK"));
    let plain = list.bytes(ExportFormat::Csv, Dialect::Standard).unwrap();
    let plain = String::from_utf8(plain).unwrap();
    assert!(plain.starts_with("nummer,begin,einde,wijk,"), "{plain}");
    assert!(
        plain.contains("W1,2026-11-01,2026-11-20,meerzicht,"),
        "{plain}"
    );
    assert!(plain.contains("\"=HYPERLINK"), "{plain}");
}

#[test]
fn cases_under_headings_stand_under_them_in_every_form() {
    let cases = three();
    let grouped = ListQuestion {
        group: Some("wijk".to_owned()),
        cases: vec![
            (Some("meerzicht".to_owned()), vec![CaseKey(2), CaseKey(1)]),
            (Some("onbekend".to_owned()), vec![CaseKey(3)]),
        ],
        ..question(&cases, columns())
    };
    let list = grouped.published(
        &register(HOUSING),
        &cases,
        &days(&cases),
        &made(),
        Language::Dutch,
    );
    let page = file(&list, ExportFormat::Html);
    let place = |text: &str| {
        page.find(text)
            .unwrap_or_else(|| panic!("{text} in {page}"))
    };
    assert!(place("Meerzicht (2)") < place(">W2<") && place(">W2<") < place(">W1<"));
    assert!(place(">W1<") < place("Onbekend (1)") && place("Onbekend (1)") < place(">W3<"));
    let csv = file(&list, ExportFormat::Csv);
    assert!(csv.contains("\nOnbekend;W3;"), "{csv}");
    let json: serde_json::Value = serde_json::from_str(&file(&list, ExportFormat::Json)).unwrap();
    assert_eq!(json["cases"][2]["number"], "W3");
}

#[test]
fn a_list_says_which_cases_it_has_when_it_was_made_and_by_whom() {
    let cases = three();
    let question = ListQuestion {
        listed: ListedCases::Running,
        slice: Slice::whole().and("wijk", "meerzicht"),
        list_filters: vec!["Woorden: verzonnen".to_owned()],
        ..question(&cases, columns())
    };
    let list = question.published(
        &register(HOUSING),
        &cases,
        &days(&cases),
        &made(),
        Language::Dutch,
    );
    let page = file(&list, ExportFormat::Html);
    for said in [
        "Lijst &amp; zo",
        "Lopende casussen op 23-11-2026",
        "Wijk: Meerzicht",
        "Woorden: verzonnen",
        "3 casussen",
        "09:15 door s.verzonnen",
    ] {
        assert!(page.contains(said), "{said} in {page}");
    }
    // A case that is there no more leaves no gap.
    let fewer = question.published(
        &register(HOUSING),
        &cases[1..],
        &days(&cases),
        &made(),
        Language::Dutch,
    );
    assert_eq!(fewer.groups[0].lines.len(), 2);
}
