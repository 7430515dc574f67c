//! What all answers to questions about a register have in common: a publication is made from each.

use super::captions;
use super::model::Publication;
use crate::figures::{Balance, Columns, Figure, FigureError, Quantity};
use crate::language::Language;
use crate::report::chart::Chart;
use crate::report::labels::filters;
use crate::report::made::Made;
use crate::report::tabulation::Tabulation;

/// The answer to a question about a register, evaluated.
pub trait Answer {
    /// The title above it.
    fn title(&self) -> &str;

    /// The figure that was evaluated.
    fn figure(&self) -> &Figure;

    /// The quantity that was computed.
    fn quantity(&self) -> &Quantity;

    /// Its numbers in lines and columns.
    fn tabulation(&self, language: Language) -> Tabulation;

    /// A chart of the numbers of its table.
    fn chart(&self, table: &Tabulation, language: Language) -> Chart;

    /// The answer as a program reads it.
    fn json(&self, made: &Made) -> String;

    /// The balance of all its cases over the period; none where there is none to show.
    ///
    /// # Errors
    /// A field or value that the register does not have.
    fn balance(&self, columns: &Columns) -> Result<Option<Balance>, FigureError>;

    /// Sentences below its numbers.
    ///
    /// # Errors
    /// A field, value or measure that the register does not have.
    fn notes(&self, columns: &Columns, language: Language) -> Result<Vec<String>, FigureError>;

    /// The answer as it is published, with what stands above and below its numbers.
    ///
    /// # Errors
    /// Those of [`Answer::balance`] and [`Answer::notes`].
    fn published(
        &self,
        columns: &Columns,
        made: &Made,
        language: Language,
    ) -> Result<Publication, FigureError> {
        let (definition, figure) = (columns.definition(), self.figure());
        let (title, quantity) = (self.title(), self.quantity());
        let table = self.tabulation(language);
        Ok(Publication {
            figure: figure.clone(),
            language,
            title: title.to_owned(),
            register: definition.label.text(language).to_owned(),
            about: captions::above(title, definition, figure, quantity, language),
            filters: filters(definition, &figure.slice, language),
            made: made.in_words(language),
            balance: self.balance(columns)?,
            notes: self.notes(columns, language)?,
            chart: self.chart(&table, language),
            table,
            split: captions::split(definition, figure, language),
            begin: definition.begin.label.text(language).to_owned(),
            cases: Vec::new(),
            json: self.json(made),
        })
    }
}
