//! Workbooks of every kind, made for a test.

pub mod binary;
pub mod described;
pub mod old;
pub mod open;
pub mod zipped;

/// What stands in a cell of a workbook that is written byte by byte.
#[derive(Clone, Copy, Debug)]
pub enum Value {
    /// A text.
    Text(&'static str),
    /// A number.
    Number(f64),
    /// A day, as the number of days by which Excel counts.
    Day(f64),
    /// Ja or nee.
    YesNo(bool),
    /// `#N/A`.
    NotAvailable,
}

/// A sheet: its name, whether it is hidden, and its cells by row and column from zero.
pub struct Sheet {
    pub name: &'static str,
    pub hidden: bool,
    pub cells: Vec<(u32, u32, Value)>,
}

/// A sheet with these rows from the first cell on.
pub fn sheet(name: &'static str, rows: &[&[Value]]) -> Sheet {
    let cells = rows.iter().zip(0..).flat_map(|(row, at)| {
        let cells = row.iter().zip(0..);
        cells.map(move |(value, column)| (at, column, *value))
    });
    Sheet {
        name,
        hidden: false,
        cells: cells.collect(),
    }
}

/// The number of 12 January 2026 as Excel counts days, and as it counts them in a file of the Mac.
pub const DAY: f64 = 46_034.0;
pub const DAY_1904: f64 = DAY - 1462.0;

/// A small table with a cell of every kind, in which days are counted from 1900 or from 1904.
pub fn table(day: f64) -> Sheet {
    use Value::{Day, NotAvailable, Number, Text, YesNo};
    sheet(
        "Meldingen",
        &[
            &[
                Text("Nr"),
                Text("Datum melding"),
                Text("Wijk"),
                Text("Bezocht"),
                Text("Leeftijd"),
            ],
            &[
                Number(12.0),
                Day(day),
                Text("Centrum"),
                YesNo(true),
                NotAvailable,
            ],
            &[
                Text("W-13"),
                Day(day + 0.604_166_666_666_667),
                Text("Buytenwegh de Leyens"),
                YesNo(false),
                Number(41.5),
            ],
        ],
    )
}

/// What is read of [`table`].
pub const TABLE: [[&str; 5]; 2] = [
    ["12", "12-01-2026", "Centrum", "ja", "#N/A"],
    [
        "W-13",
        "12-01-2026 14:30:00",
        "Buytenwegh de Leyens",
        "nee",
        "41,5",
    ],
];
