//! A list of cases as each kind of file, and as what is copied.

use std::io;

use super::list::CaseList;
use super::xlsx::xlsx;
use crate::report::delimited::Dialect;
use crate::report::export_format::PublicationFormat;
use crate::report::exportable::Outgoing;
use crate::report::markup::html_file;

impl Outgoing for CaseList {
    fn formats(&self) -> &'static [PublicationFormat] {
        PublicationFormat::OF_LISTS
    }

    fn bytes(&self, format: PublicationFormat, dialect: Dialect) -> io::Result<Vec<u8>> {
        match format {
            PublicationFormat::Xlsx => xlsx(self).map_err(io::Error::other),
            PublicationFormat::Csv => self.csv(dialect),
            PublicationFormat::Json => Ok(self.json().into_bytes()),
            PublicationFormat::Html => Ok(html_file(&self.title, &self.html(), self.language)),
            PublicationFormat::Svg | PublicationFormat::Png => {
                Err(io::ErrorKind::Unsupported.into())
            }
        }
    }

    fn html(&self) -> String {
        self.page()
    }

    fn text(&self) -> String {
        self.lines()
    }
}
