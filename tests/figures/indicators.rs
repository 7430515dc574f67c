//! Indicators: when a goal is reached, what parts leave, where a value comes from, and what cannot be compared.

use std::sync::OnceLock;

use peildatum::figures::{
    Basis, CaseCounts, Period, SourcedAmount, YearKey, YearValue, YearValues, Yearbook,
    counted_figure, written_amount,
};
use peildatum::language::{Explain, Language};
use peildatum::register::{
    Amount, DefinitionError, DefinitionFile, DefinitionFiles, Indicator, Indicators, Layers,
    Registers, Unit,
};
use peildatum::report::series_chart;
use proptest::prelude::*;

const OWN: &str = r#"
[[indicator]]
id = "minder"
label = { nl = "Minder is beter" }
unit = "aantal"
direction = "lager"
counts = { register = "huisverboden", measure = "instroom" }

[[indicator.version]]
id = "oud"
label = { nl = "Oud" }

[[indicator.version]]
id = "nieuw"
label = { nl = "Nieuw" }

[[indicator.part]]
id = "een"
label = { nl = "Een" }
where = ["kinderen=ja"]

[[indicator.part]]
id = "binnen-een"
label = { nl = "Binnen een" }
of = "een"

[[indicator.part]]
id = "twee"
label = { nl = "Twee" }

[[indicator]]
id = "meer"
label = { nl = "Meer is beter" }
unit = "cijfer"
direction = "hoger"

[[indicator]]
id = "aandeel"
label = { nl = "Aandeel" }
unit = "procent"
direction = "neutraal"
ratio = { of = { indicator = "minder", part = "een" }, to = { indicator = "minder" } }
"#;

fn read(text: &str) -> Result<Indicators, Vec<DefinitionError>> {
    let file = DefinitionFile {
        name: "eigen.toml".to_owned(),
        text: text.to_owned(),
    };
    let layers = Layers {
        shipped: DefinitionFiles::shipped(),
        own: DefinitionFiles {
            indicators: vec![file],
            ..DefinitionFiles::default()
        },
        ..Layers::default()
    };
    layers.indicators(&Registers::shipped().unwrap())
}

/// Read once: the registers that they are checked against are many.
fn indicators() -> &'static Indicators {
    static READ: OnceLock<Indicators> = OnceLock::new();
    READ.get_or_init(|| read(OWN).unwrap())
}

fn amount(written: &str) -> Amount {
    Amount::read(written).unwrap()
}

/// Values of one indicator: year, budget, actual, version.
fn values(indicator: &str, typed: &[(i32, &str, &str, &str)]) -> YearValues {
    let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
    let mut values = YearValues::default();
    for (year, budget, actual, version) in typed {
        let value = YearValue {
            budget: some(budget).map(|budget| amount(&budget)),
            actual: some(actual).map(|actual| amount(&actual)),
            version: some(version),
            ..YearValue::default()
        };
        values.put(YearKey::of(indicator, *year), 1, value);
    }
    values
}

/// A value with these parts.
fn with_parts(actual: Option<i64>, parts: &[(&str, i64)]) -> YearValue {
    YearValue {
        actual: actual.map(Amount::whole),
        parts: parts
            .iter()
            .map(|(part, amount)| ((*part).to_owned(), Amount::whole(*amount)))
            .collect(),
        ..YearValue::default()
    }
}

fn verdict(indicator: &str, budget: &str, actual: &str) -> Option<bool> {
    let indicators = indicators();
    let values = values(indicator, &[(2024, budget, actual, "")]);
    let counts = CaseCounts::default();
    let yearbook = Yearbook {
        indicators,
        values: &values,
        counts: &counts,
    };
    let indicator = indicators.get(indicator).unwrap();
    yearbook
        .figure(indicator, 2024)
        .reached(indicator.direction)
}

#[test]
fn a_goal_is_reached_in_its_own_direction_and_when_it_is_met_exactly() {
    assert_eq!(verdict("minder", "180", "89"), Some(true));
    assert_eq!(verdict("minder", "180", "180"), Some(true));
    assert_eq!(verdict("minder", "180", "180,001"), Some(false));
    assert_eq!(verdict("meer", "7,5", "8,0"), Some(true));
    assert_eq!(verdict("meer", "7,5", "7,5"), Some(true));
    assert_eq!(verdict("meer", "7,5", "7,4"), Some(false));
    for (budget, actual) in [("", "89"), ("180", ""), ("", "")] {
        assert_eq!(verdict("minder", budget, actual), None);
    }
    assert_eq!(verdict("aandeel", "20", "26"), None);
}

/// Depth, part and amount of every line.
fn lines(value: &YearValue) -> Vec<(usize, Option<String>, i64)> {
    let indicators = indicators();
    let indicator = indicators.get("minder").unwrap();
    let mut values = YearValues::default();
    values.put(YearKey::of("minder", 2024), 1, value.clone());
    let counts = CaseCounts::default();
    let yearbook = Yearbook {
        indicators,
        values: &values,
        counts: &counts,
    };
    let lines = yearbook.breakdown(indicator, 2024).unwrap().into_iter();
    let told = lines.map(|line| {
        let part = line.part.map(|part| part.choice.id.clone());
        (line.depth, part, line.amount.number() as i64)
    });
    told.collect()
}

#[test]
fn a_rest_is_shown_where_parts_do_not_reach_what_they_are_parts_of() {
    let part = |name: &str| Some(name.to_owned());
    let value = with_parts(
        Some(63_857),
        &[("een", 40_737), ("binnen-een", 737), ("twee", 6_600)],
    );
    assert_eq!(
        lines(&value),
        [
            (0, part("een"), 40_737),
            (1, part("binnen-een"), 737),
            (1, None, 40_000),
            (0, part("twee"), 6_600),
            (0, None, 16_520),
        ]
    );
    // Parts that reach the whole leave nothing; without a whole nothing is known of what is left.
    assert_eq!(
        lines(&with_parts(Some(3), &[("een", 1), ("twee", 2)])).len(),
        2
    );
    assert_eq!(lines(&with_parts(None, &[("een", 1)])).len(), 1);
    assert!(lines(&with_parts(Some(3), &[])).is_empty());
}

#[test]
fn parts_that_are_more_than_the_whole_are_a_mistake_with_a_sentence() {
    let indicators = indicators();
    let indicator = indicators.get("minder").unwrap();
    let wrong = |value: YearValue| {
        let wrong = value.check(indicator).unwrap_err();
        wrong.explain(Language::Dutch)
    };
    let whole = wrong(with_parts(Some(1_000), &[("een", 600), ("twee", 401)]));
    assert!(
        whole.contains("“Minder is beter” zijn samen 1.001, meer dan het geheel van 1.000"),
        "{whole}"
    );
    let part = wrong(with_parts(None, &[("een", 5), ("binnen-een", 6)]));
    assert!(
        part.contains("“Een” zijn samen 6, meer dan het geheel van 5"),
        "{part}"
    );
}

/// What the year 2024 comes to, of an indicator, with these parts typed and these cases counted.
fn reading(
    indicator: &str,
    typed: Option<YearValue>,
    counted: &[(Option<&str>, i64)],
) -> Option<SourcedAmount> {
    let indicators = indicators();
    let mut values = YearValues::default();
    if let Some(typed) = typed {
        values.put(YearKey::of("minder", 2024), 1, typed);
    }
    let mut counts = CaseCounts::default();
    for (part, count) in counted {
        let key = YearKey::of("minder", 2024);
        counts.put(key, part.map(str::to_owned), Amount::whole(*count));
    }
    let yearbook = Yearbook {
        indicators,
        values: &values,
        counts: &counts,
    };
    let indicator: &Indicator = indicators.get(indicator).unwrap();
    yearbook.figure(indicator, 2024).actual
}

#[test]
fn what_is_typed_goes_first_and_what_follows_is_laid_beside_it() {
    let told = |amount: i64, basis, otherwise: Option<i64>| {
        Some(SourcedAmount {
            amount: Amount::whole(amount),
            basis,
            otherwise: otherwise.map(Amount::whole),
        })
    };
    let typed = |actual| Some(with_parts(Some(actual), &[]));
    assert_eq!(reading("minder", None, &[]), None);
    assert_eq!(
        reading("minder", typed(59), &[]),
        told(59, Basis::Typed, None)
    );
    assert_eq!(
        reading("minder", None, &[(None, 59)]),
        told(59, Basis::Counted, None)
    );
    // The same from both: there are cases behind it.
    assert_eq!(
        reading("minder", typed(59), &[(None, 59)]),
        told(59, Basis::Counted, None)
    );
    assert_eq!(
        reading("minder", typed(59), &[(None, 57)]),
        told(59, Basis::Typed, Some(57))
    );
}

#[test]
fn a_percentage_follows_from_typed_values_or_from_cases_but_not_from_a_mixture() {
    let percent = |typed: Option<YearValue>, counted: &[(Option<&str>, i64)]| {
        let reading = reading("aandeel", typed, counted);
        reading.map(|reading| (reading.amount.number() as i64, reading.basis))
    };
    assert_eq!(
        percent(Some(with_parts(Some(41), &[("een", 27)])), &[]),
        Some((66, Basis::Computed))
    );
    assert_eq!(
        percent(None, &[(None, 228), (Some("een"), 59)]),
        Some((26, Basis::Computed))
    );
    assert_eq!(
        percent(None, &[(None, 193), (Some("een"), 49)]),
        Some((25, Basis::Computed))
    );
    assert_eq!(
        percent(
            Some(with_parts(Some(41), &[])),
            &[(None, 3), (Some("een"), 2)]
        ),
        None
    );
    assert_eq!(percent(Some(with_parts(Some(0), &[("een", 0)])), &[]), None);
}

#[test]
fn a_change_is_told_from_one_year_to_the_next_and_never_across_a_break() {
    let indicators = indicators();
    let values = values(
        "minder",
        &[
            (2014, "", "10", "oud"),
            (2015, "", "12", "oud"),
            (2017, "", "9", "oud"),
            (2018, "8", "", ""),
            (2019, "", "30", "nieuw"),
            (2020, "28", "", ""),
            (2021, "", "29", "nieuw"),
        ],
    );
    let counts = CaseCounts::default();
    let yearbook = Yearbook {
        indicators,
        values: &values,
        counts: &counts,
    };
    let points = yearbook.series(indicators.get("minder").unwrap(), 2014..=2022);
    let told: Vec<_> = points
        .iter()
        .map(|point| {
            (
                point.figure.year,
                point.broken,
                point.change.map(Amount::number),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (2014, false, None),
            (2015, false, Some(2.0)),
            (2017, false, None),
            (2018, false, None),
            (2019, true, None),
            (2020, false, None),
            (2021, false, None),
        ]
    );
}

#[test]
fn an_amount_is_printed_by_its_unit() {
    let printed = |written, unit| {
        Language::ALL.map(|language| written_amount(amount(written), unit, language))
    };
    assert_eq!(printed("13939", Unit::Count), ["13.939", "13,939"]);
    assert_eq!(printed("€ 63.857", Unit::Euro), ["€ 63.857", "€ 63,857"]);
    assert_eq!(printed("8", Unit::Mark), ["8,0", "8.0"]);
    assert_eq!(printed("7,25", Unit::Mark), ["7,25", "7.25"]);
    assert_eq!(printed("26%", Unit::Percent), ["26%", "26%"]);
    assert_eq!(printed("−20.774", Unit::Count), ["−20.774", "−20,774"]);
}

#[test]
fn a_mistake_in_a_file_is_named_with_its_key() {
    let keys = |from: &str, to: &str| -> Vec<String> {
        assert!(OWN.contains(from), "{from}");
        let wrong = read(&OWN.replacen(from, to, 1)).unwrap_err();
        assert!(
            wrong.iter().all(|error| error.file == "eigen.toml"),
            "{wrong:?}"
        );
        wrong.into_iter().map(|error| error.key).collect()
    };
    assert_eq!(
        keys("unit = \"aantal\"", "unit = \"stuks\""),
        ["indicator[0].unit"]
    );
    assert_eq!(keys("\"lager\"", "\"omlaag\""), ["indicator[0].direction"]);
    assert_eq!(
        keys("id = \"meer\"", "id = \"minder\""),
        ["indicator[1].id"]
    );
    assert_eq!(
        keys("unit = \"procent\"", "unit = \"aantal\""),
        ["indicator[2].unit"]
    );
    assert_eq!(
        keys("of = \"een\"", "of = \"twee\""),
        ["indicator[0].part[1].of"]
    );
    assert_eq!(
        keys("id = \"twee\"", "id = \"een\""),
        ["indicator[0].part[2].id"]
    );
    assert_eq!(
        keys("\"huisverboden\"", "\"verboden\""),
        ["indicator[0].counts.register"]
    );
    assert_eq!(
        keys("\"instroom\"", "\"aantal\""),
        ["indicator[0].counts.measure"]
    );
    assert_eq!(
        keys("part = \"een\"", "part = \"drie\""),
        ["indicator[2].ratio.of.part"]
    );
    assert_eq!(
        keys(
            "to = { indicator = \"minder\"",
            "to = { indicator = \"aandeel\""
        ),
        ["indicator[2].ratio.to.indicator"]
    );
    let more = |key: &str| {
        keys(
            "measure = \"instroom\"",
            &format!("measure = \"instroom\", {key}"),
        )
    };
    assert_eq!(more("sum = \"boete\""), ["indicator[0].counts.sum"]);
    assert_eq!(
        more("average = \"kinderen\""),
        ["indicator[0].counts.average"]
    );
    assert_eq!(
        keys(
            "unit = \"cijfer\"",
            "unit = \"cijfer\"\ntotal_of = [\"minder\"]"
        ),
        ["indicator[1].total_of[0]"]
    );
    let of = |list: &str, choice: &str| {
        let goal =
            format!("unit = \"cijfer\"\ngoal_of = {{ list = \"{list}\", choice = \"{choice}\" }}");
        keys("unit = \"cijfer\"", &goal)
    };
    assert_eq!(of("doelen", "voorkomen"), ["indicator[1].goal_of.list"]);
    assert_eq!(of("doelstellingen", "5-4"), ["indicator[1].goal_of.choice"]);
    let counts = "counts = { register = \"huisverboden\", measure = \"instroom\" }\n";
    assert_eq!(keys(counts, ""), ["indicator[0].part[0].where"]);
}

proptest! {
    /// What is kept is read back as it was, to the last decimal.
    #[test]
    fn an_amount_is_kept_exactly(thousandths in -1_000_000_000_000_000_i64..=1_000_000_000_000_000) {
        let sign = if thousandths < 0 { "-" } else { "" };
        let whole = thousandths.unsigned_abs();
        let kept = amount(&format!("{sign}{},{:03}", whole / 1000, whole % 1000));
        let json = serde_json::to_string(&kept).unwrap();
        prop_assert_eq!(serde_json::from_str::<Amount>(&json).unwrap(), kept);
        prop_assert_eq!(amount(&kept.written(0, Language::Dutch)), kept);
    }

    /// The parts and the rest are the whole, at every level.
    #[test]
    fn parts_and_rest_are_the_whole(one in 0_i64..900, inner in 0_i64..900, two in 0_i64..900, more in 0_i64..900) {
        let one = one.max(inner);
        let value = with_parts(Some(one + two + more), &[("een", one), ("binnen-een", inner), ("twee", two)]);
        let lines = lines(&value);
        let sum = |depth: usize| lines.iter().filter(|line| line.0 == depth).map(|line| line.2).sum::<i64>();
        prop_assert_eq!(sum(0), one + two + more);
        prop_assert_eq!(sum(1), one);
    }
}

#[test]
fn nothing_is_drawn_across_a_break_and_years_that_are_not_known_have_their_place() {
    let values = values(
        "minder",
        &[
            (2016, "", "9", "oud"),
            (2017, "", "8", "oud"),
            (2020, "6", "5", "nieuw"),
            (2021, "6", "", ""),
        ],
    );
    let counts = CaseCounts::default();
    let yearbook = Yearbook {
        indicators: indicators(),
        values: &values,
        counts: &counts,
    };
    let indicator = indicators().get("minder").unwrap();
    let points = yearbook.series(indicator, 2010..=2025);
    let chart = series_chart(indicator, &points, Language::Dutch);
    let names: Vec<&str> = chart.series.iter().map(|hue| hue.name.as_str()).collect();
    assert_eq!(names, ["Begroting", "Oud", "Nieuw"]);
    let numbers = chart.groups.iter().map(|group| {
        let number = |at: usize| group.numbers[at].map(|number| number as i64);
        (
            group.name.as_str(),
            [0, 1, 2].map(number),
            group.note.as_str(),
        )
    });
    let numbers: Vec<_> = numbers.collect();
    assert_eq!(
        numbers,
        [
            ("2016", [None, Some(9), None], ""),
            ("2017", [None, Some(8), None], ""),
            ("2018", [None, None, None], ""),
            ("2019", [None, None, None], ""),
            ("2020", [Some(6), None, Some(5)], "reeksbreuk"),
            ("2021", [Some(6), None, None], ""),
        ]
    );
}

#[test]
fn goals_and_priorities_are_lists_of_the_municipality() {
    let list = r#"
id = "doelstellingen"
label = { nl = "Doelen" }

[[choice]]
id = "veiligheid-in-de-woning"
label = { nl = "7.2.1 Sociale veiligheid" }
"#;
    let own = DefinitionFiles {
        lists: vec![DefinitionFile {
            name: "lists/doelstellingen.toml".to_owned(),
            text: list.to_owned(),
        }],
        ..DefinitionFiles::default()
    };
    let layers = Layers {
        shipped: DefinitionFiles::shipped(),
        own,
        ..Layers::default()
    };
    let registers = layers.read().unwrap();
    let indicators = layers.indicators(&registers).unwrap();
    let goal = |id: &str| {
        let goal = indicators.get(id).unwrap().goal.clone();
        goal.map(|goal| goal.nl)
    };
    assert_eq!(
        goal("woninginbraken").as_deref(),
        Some("7.2.1 Sociale veiligheid")
    );
    // What came with the program and names a goal that the municipality does not have, stands at none.
    assert_eq!(goal("rapportcijfer-stad"), None);
}

#[test]
fn what_came_with_the_program_counts_what_its_registers_have() {
    let registers = Registers::shipped().unwrap();
    let layers = Layers {
        shipped: DefinitionFiles::shipped(),
        ..Layers::default()
    };
    let indicators = layers.indicators(&registers).unwrap();
    let counted: Vec<&Indicator> = indicators
        .all()
        .iter()
        .filter(|indicator| indicator.counts.is_some())
        .collect();
    assert!(counted.len() >= 25, "{}", counted.len());
    for indicator in counted {
        let counts = indicator.counts.as_ref().unwrap();
        let definition = registers.get(&counts.register).unwrap();
        let parts = indicator.parts.iter().map(Some).chain([None]);
        for part in parts {
            let figure = counted_figure(definition, counts, part, Period::year(2024).unwrap());
            assert!(figure.is_ok(), "{}: {figure:?}", indicator.id);
        }
    }
    // Every goal and priority is found in its list.
    for indicator in indicators.all().iter().filter(|it| it.file.contains("40-")) {
        assert!(indicator.goal.is_some(), "{}", indicator.id);
    }
}
