//! The kinds of file that something can be exported as.

/// A kind of file that a figure or a list can become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExportFormat {
    /// Excel.
    Xlsx,
    /// A spreadsheet's text.
    Csv,
    /// For programs.
    Json,
    /// The chart, as a drawing.
    Svg,
    /// The chart, as a picture.
    Png,
    /// The table, to paste into a document.
    Html,
}

impl ExportFormat {
    /// Every kind of file, with its ending.
    pub const ENDINGS: [(&str, Self); 6] = [
        ("xlsx", Self::Xlsx),
        ("csv", Self::Csv),
        ("json", Self::Json),
        ("svg", Self::Svg),
        ("png", Self::Png),
        ("html", Self::Html),
    ];

    /// The kinds of file that a figure can be exported as.
    pub const OF_FIGURES: &[Self] = &[
        Self::Xlsx,
        Self::Csv,
        Self::Json,
        Self::Html,
        Self::Svg,
        Self::Png,
    ];

    /// The kinds of file that a list of cases can be exported as: it has no chart.
    pub const OF_LISTS: &[Self] = &[Self::Xlsx, Self::Csv, Self::Json, Self::Html];

    /// How the name of such a file ends.
    pub fn ending(self) -> &'static str {
        let mut endings = Self::ENDINGS.into_iter();
        let named = endings.find(|(_, format)| *format == self);
        named.map_or("", |(ending, _)| ending)
    }

    /// Whether it is the chart, and not the table.
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Svg | Self::Png)
    }

    /// Whether the cases behind the numbers are part of such a file.
    pub fn holds_cases(self) -> bool {
        self == Self::Xlsx
    }
}
