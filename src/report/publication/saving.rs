//! The kinds of file that go out, and a publication as each of them.

use std::io;
use std::path::Path;

use super::{Dialect, Publication, csv, html_table, png, svg, xlsx};
use crate::report::outgoing::{Outgoing, html_file};
use crate::report::saving::{PaperError, ending};

/// A kind of file that a figure can become.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PublicationFormat {
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

impl PublicationFormat {
    /// Every kind of file, with its ending.
    pub const ENDINGS: [(&str, Self); 6] = [
        ("xlsx", Self::Xlsx),
        ("csv", Self::Csv),
        ("json", Self::Json),
        ("svg", Self::Svg),
        ("png", Self::Png),
        ("html", Self::Html),
    ];

    /// What a figure can become.
    pub const OF_FIGURES: &[Self] = &[
        Self::Xlsx,
        Self::Csv,
        Self::Json,
        Self::Html,
        Self::Svg,
        Self::Png,
    ];

    /// What a list of cases can become: of that there is no chart.
    pub const OF_LISTS: &[Self] = &[Self::Xlsx, Self::Csv, Self::Json, Self::Html];

    /// The kind of file that this name asks for, of those that can be made.
    ///
    /// # Errors
    /// A name with another ending, or without one.
    pub fn of(path: &Path, known: &'static [Self]) -> Result<Self, PaperError> {
        let named = ending(path, &Self::ENDINGS).filter(|named| known.contains(named));
        named.ok_or_else(|| PaperError::NoSuchKind(path.to_owned(), known))
    }

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

    /// The publication as such a file.
    ///
    /// # Errors
    /// The archive that an Excel file is cannot be made, or the picture not drawn.
    pub fn bytes(self, publication: &Publication, dialect: Dialect) -> io::Result<Vec<u8>> {
        match self {
            Self::Xlsx => xlsx(publication).map_err(io::Error::other),
            Self::Csv => csv(publication, dialect),
            Self::Json => Ok(publication.json.clone().into_bytes()),
            Self::Svg => Ok(svg(publication).into_bytes()),
            Self::Png => png(publication),
            Self::Html => {
                let piece = html_table(publication);
                Ok(html_file(&publication.title, &piece, publication.language))
            }
        }
    }
}

impl Outgoing for Publication {
    fn formats(&self) -> &'static [PublicationFormat] {
        PublicationFormat::OF_FIGURES
    }

    fn bytes(&self, format: PublicationFormat, dialect: Dialect) -> io::Result<Vec<u8>> {
        format.bytes(self, dialect)
    }

    fn rows(&self) -> usize {
        self.table.lines.len()
    }

    fn html(&self) -> String {
        html_table(self)
    }

    fn text(&self) -> String {
        self.page().text()
    }
}
