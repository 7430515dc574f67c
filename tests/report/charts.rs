//! How charts are laid out: whatever is drawn can be read, begins at zero, and is as long as its number.

use peildatum::language::Language;
use peildatum::report::drawing::{
    Anchor, Area, ChartSize, Drawing, Item, Point, TextStyle, TextWidth, width_in_noto,
};
use peildatum::report::{Chart, ChartSeries, DrillDown, Group, Shade, Shape, Unit};
use proptest::prelude::*;
use proptest::sample::select;

const NAMES: [&str; 8] = [
    "Centrum",
    "De Leyens",
    "Buytenwegh de Leyens",
    "Onbekend",
    "Verward gedrag of verslaving",
    "Intrekken van een vergunning",
    "Arbeidsongeschiktheidsverzekeringsmaatschappij",
    "Geluid",
];
const TIMES: [&str; 4] = ["2024", "2e kw ’24", "mrt ’24", "nov ’25 t/m 21-11"];
const SHAPES: [Shape; 5] = [
    Shape::Stacked,
    Shape::Grouped,
    Shape::VerticalBars,
    Shape::Lines,
    Shape::Panels,
];

fn ruler(text: &str, face: TextStyle) -> f32 {
    width_in_noto(text, face.size(), face.is_bold())
}

fn room(width: f32) -> ChartSize {
    ChartSize {
        width,
        height: 260.0,
        bar_pitch: 32.0,
        most_bars: 12,
    }
}

/// A chart of these numbers, a row a group.
fn chart(shape: Shape, unit: Unit, numbers: Vec<Vec<Option<f64>>>) -> Chart {
    let names = if shape.is_over_time() {
        &TIMES[..]
    } else {
        &NAMES[..]
    };
    let stacked = matches!(shape, Shape::Stacked | Shape::VerticalBars);
    let series = numbers.first().map_or(0, Vec::len);
    let group = |(at, numbers): (usize, Vec<Option<f64>>)| Group {
        name: names[at % names.len()].to_owned(),
        total: Some(numbers.iter().flatten().sum()),
        numbers,
        note: String::new(),
        drill_down: DrillDown::default(),
    };
    let hue = |at: usize| ChartSeries {
        name: NAMES[(at + 3) % NAMES.len()].to_owned(),
        shade: Shade {
            colour: at % 6,
            light: at >= 6,
        },
        drill_down: DrillDown::default(),
    };
    Chart {
        language: Language::Dutch,
        shape,
        unit,
        series: (0..series).map(hue).collect(),
        groups: numbers.into_iter().enumerate().map(group).collect(),
        adds_up: stacked,
        note: None,
    }
}

fn any_chart() -> impl Strategy<Value = Chart> {
    let number = || {
        prop_oneof![
            1 => Just(None),
            1 => Just(Some(0.0)),
            6 => (1..20_000u32).prop_map(|number| Some(f64::from(number))),
            2 => (1..9u32).prop_map(|number| Some(f64::from(number))),
        ]
    };
    let numbers = (1..9usize, 1..25usize).prop_flat_map(move |(series, groups)| {
        let row = proptest::collection::vec(number(), series);
        proptest::collection::vec(row, groups)
    });
    let unit = select(vec![Unit::Count, Unit::Days, Unit::Share]);
    (select(SHAPES.to_vec()), unit, numbers)
        .prop_map(|(shape, unit, numbers)| chart(shape, unit, numbers))
}

/// The room that every text takes.
fn texts(drawing: &Drawing, ruler: TextWidth<'_>) -> Vec<(String, Area)> {
    let text = |item: &Item| match item {
        Item::Text {
            at,
            anchor,
            style,
            text,
            ..
        } => {
            let width = ruler(text, *style);
            let left = match anchor {
                Anchor::Start => at.x,
                Anchor::Middle => at.x - width / 2.0,
                Anchor::End => at.x - width,
            };
            // Letters without those that reach over or under the line.
            let height = style.size() * 0.8;
            let top = at.y - height / 2.0;
            let area = Area {
                left,
                top,
                width,
                height,
            };
            Some((text.clone(), area))
        }
        _ => None,
    };
    drawing.items.iter().filter_map(text).collect()
}

fn overlap(one: &Area, other: &Area) -> bool {
    one.left + 0.5 < other.right()
        && other.left + 0.5 < one.right()
        && one.top + 0.5 < other.bottom()
        && other.top + 0.5 < one.bottom()
}

proptest! {
    #[test]
    fn every_text_stands_in_its_room_and_over_no_other(
        chart in any_chart(),
        width in select(vec![300.0f32, 420.0, 912.0]),
    ) {
        let drawing = Drawing::of(&chart, room(width), &ruler);
        let texts = texts(&drawing, &ruler);
        for (at, (text, area)) in texts.iter().enumerate() {
            prop_assert!(
                area.left >= -1.0 && area.right() <= width + 1.0,
                "{text:?} at {area:?} in {width}"
            );
            prop_assert!(area.top >= -1.0 && area.bottom() <= drawing.height + 1.0, "{text:?} at {area:?}");
            for (other, beside) in &texts[at + 1..] {
                prop_assert!(!overlap(area, beside), "{text:?} {area:?} lies over {other:?} {beside:?}");
            }
        }
    }

    #[test]
    fn a_bar_is_as_long_as_its_number(
        numbers in proptest::collection::vec(proptest::collection::vec(-500..5_000i32, 2), 1..10),
    ) {
        let numbers: Vec<Vec<Option<f64>>> = numbers
            .into_iter()
            .map(|row| row.into_iter().map(|number| Some(f64::from(number))).collect())
            .collect();
        let chart = chart(Shape::Grouped, Unit::Count, numbers.clone());
        let drawing = Drawing::of(&chart, room(912.0), &ruler);
        let bars: Vec<(Area, f64)> = drawing
            .items
            .iter()
            .filter_map(|item| match item {
                Item::Bar { area, mark: Some(mark), .. } => {
                    let mark = &drawing.marks[*mark];
                    Some((*area, numbers[mark.group][mark.series?]?))
                }
                _ => None,
            })
            .collect();
        prop_assert_eq!(bars.len(), 2 * numbers.len());
        let (widest, greatest) = bars.iter().fold((0.0f32, 0.0f64), |(wide, great), (area, number)| {
            (wide.max(area.width), great.max(number.abs()))
        });
        let zeros: Vec<f32> = bars
            .iter()
            .filter(|(_, number)| *number != 0.0)
            .map(|(area, number)| if *number > 0.0 { area.left } else { area.right() })
            .collect();
        for (area, number) in &bars {
            let long = widest * (number.abs() / greatest.max(1.0)) as f32;
            prop_assert!((area.width - long).abs() <= 2.1, "{number} is {} long", area.width);
        }
        for pair in zeros.windows(2) {
            prop_assert!((pair[0] - pair[1]).abs() <= 2.1, "{zeros:?}");
        }
    }
}

#[test]
fn what_does_not_fit_is_said() {
    let rows = vec![vec![Some(1.0)]; 20];
    let drawing = Drawing::of(
        &chart(Shape::Stacked, Unit::Count, rows),
        room(400.0),
        &ruler,
    );
    let texts = texts(&drawing, &ruler);
    assert!(texts.iter().any(|(text, _)| text == "en nog 9 andere"));
    assert_eq!(drawing.marks.len(), 11);
}

#[test]
fn a_line_is_broken_where_nothing_is_known_and_a_chart_of_nothing_says_so() {
    let gap = chart(
        Shape::Lines,
        Unit::Count,
        vec![vec![Some(2.0)], vec![None], vec![Some(4.0)]],
    );
    let drawing = Drawing::of(&gap, room(400.0), &ruler);
    let points: Vec<usize> = drawing.marks.iter().map(|mark| mark.group).collect();
    assert_eq!(points, [0, 2]);
    let frame = drawing.items.iter().find_map(|item| match item {
        Item::Lines { frame, .. } => Some(*frame),
        _ => None,
    });
    let frame = frame.unwrap();
    assert_eq!(frame.low, 0.0);
    let Point { y, .. } = frame.place(0, 0.0);
    assert_eq!(y, frame.area.bottom());
    let nothing = chart(Shape::VerticalBars, Unit::Count, vec![vec![None]]);
    let drawing = Drawing::of(&nothing, room(400.0), &ruler);
    assert!(drawing.marks.is_empty());
    assert_eq!(texts(&drawing, &ruler).len(), 1);
}
