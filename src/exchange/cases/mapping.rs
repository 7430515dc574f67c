//! The mapping of the columns of a sheet to the fields of a case: which column feeds which field, how sure that is and why,
//! in which order its dates stand, and what its values mean.

use std::collections::{BTreeMap, HashSet};

use super::choices::{MappingChoices, Meaning};
use super::column::{Column, SheetColumns};
use super::date_order::{ColumnDates, column_dates};
use super::link::{Link, Recognition, Why};
use super::mapping_error::MappingError;
use super::matching;
use super::target::{Target, choices_of, targets};
use super::value_lines::{ValueLine, value_lines};
use crate::language::{Label, folded};
use crate::register::{AddressPart, Definition, recognise};

/// The mapping of the columns of a sheet.
#[derive(Clone, Debug, PartialEq)]
pub struct Mapping {
    /// The names of the columns.
    names: Vec<String>,
    links: Vec<Link>,
    /// The targets that are fed, in the order in which a row is read: what goes by its address comes last.
    reading_order: Vec<Target>,
    /// The dates of every column that feeds one.
    dates: BTreeMap<usize, ColumnDates>,
    /// What the values of every column of choices mean.
    values: Vec<ValueLine>,
    /// By target and folded value: what was decided, what is likely, and what every value means that is called as a choice
    /// is, so that a cell costs one look-up.
    meanings: BTreeMap<String, BTreeMap<String, Meaning>>,
    /// Two columns that are called after one field, of which the second feeds nothing.
    doubles: Vec<(Target, usize, usize)>,
    /// Links that are too weak to be made.
    proposals: Vec<(usize, Target)>,
}

impl Mapping {
    /// What the columns mean by what was decided, and by what is recognised.
    pub fn resolve(
        definition: &Definition,
        sheet: &SheetColumns,
        choices: &MappingChoices,
        recognition: Recognition,
    ) -> Self {
        let columns = &sheet.columns;
        let mut matched = matching::chosen(definition, columns, choices);
        matching::named(definition, columns, &mut matched);
        let mut proposals = Vec::new();
        if recognition == Recognition::Likely {
            matching::likely(definition, columns, &mut matched, &mut proposals);
        }
        matching::split_addresses(definition, columns, &mut matched);
        if recognition == Recognition::Likely {
            matching::beside(definition, columns, &mut matched);
        }
        let mut links = matched.links;
        let place = |target: &Target| targets(definition).position(|known| known == *target);
        links.sort_by_key(|link| (place(&link.target), link.column));
        let dates = column_dates(
            definition,
            columns,
            &links,
            choices,
            recognition,
            sheet.typed,
        );
        let values = value_lines(definition, columns, &links, choices, recognition);
        let mut meanings: BTreeMap<String, BTreeMap<String, Meaning>> = BTreeMap::new();
        for (target, values) in &choices.values {
            let known = meanings.entry(target.clone()).or_default();
            let values = values.iter();
            known.extend(values.map(|(value, meaning)| (folded(value), meaning.clone())));
        }
        for line in &values {
            for (target, meaning) in &line.meanings {
                let known = meanings.entry(target.id()).or_default();
                known.insert(folded(&line.written), meaning.clone());
            }
        }
        add_recognised(definition, columns, &links, &mut meanings);
        let mut mapping = Self {
            names: columns.iter().map(|column| column.name.clone()).collect(),
            links,
            reading_order: Vec::new(),
            dates,
            values,
            meanings,
            doubles: matched.doubles,
            proposals,
        };
        let mut order: Vec<Target> = mapping.targets().cloned().collect();
        order.sort_by_key(|target| mapping.goes_by_address(target));
        mapping.reading_order = order;
        mapping
    }

    /// Checks what nobody can look at before it is written.
    ///
    /// # Errors
    /// Something was chosen that does not exist, two columns are called after one field, or none is for the begin.
    pub fn check(
        &self,
        definition: &Definition,
        choices: &MappingChoices,
    ) -> Result<(), MappingError> {
        let known: HashSet<String> = self.names.iter().map(|name| folded(name)).collect();
        // A kept mapping also names the columns that were left out; it does not matter whether those return.
        let fed = choices.columns.iter().filter(|(_, fed)| !fed.is_empty());
        let fed = fed.map(|(column, _)| column);
        let mut chosen = fed.chain(choices.orders.keys());
        if let Some(column) = chosen.find(|column| !known.contains(&folded(column))) {
            return Err(MappingError::UnknownColumn {
                column: column.clone(),
                columns: self.names.clone(),
            });
        }
        if let Some((target, first, second)) = self.doubles.first() {
            let name = |at: &usize| self.names.get(*at).cloned().unwrap_or_default();
            return Err(MappingError::TwoColumns {
                field: target.id(),
                first: name(first),
                second: name(second),
            });
        }
        self.check_begin(definition)
    }

    /// Whether a column feeds the begin, or the day on which a case came that has yet to begin: without either there is no
    /// case.
    pub fn has_begin(&self) -> bool {
        self.feeds(&Target::Begin) || self.feeds(&Target::Since)
    }

    /// Checks that a column feeds the begin, without which there is no case.
    ///
    /// # Errors
    /// None does.
    pub fn check_begin(&self, definition: &Definition) -> Result<(), MappingError> {
        if self.has_begin() {
            return Ok(());
        }
        let begin: Label = definition.begin.label.clone();
        Err(MappingError::NoBegin {
            begin,
            columns: self.names.clone(),
        })
    }

    /// The names of the columns.
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The links, in the order of the fields.
    pub fn links(&self) -> &[Link] {
        &self.links
    }

    /// The targets that are fed, each once, in the order of the fields.
    pub fn targets(&self) -> impl Iterator<Item = &Target> {
        let links = self.links.iter().enumerate();
        let first = links.filter(|(at, link)| {
            let before = at.checked_sub(1).and_then(|at| self.links.get(at));
            before.is_none_or(|before| before.target != link.target)
        });
        first.map(|(_, link)| &link.target)
    }

    /// The targets that are fed, each once, in the order in which a row is read: what goes by its address comes last.
    pub(super) fn reading_order(&self) -> &[Target] {
        &self.reading_order
    }

    /// The columns that feed this, in the order of the sheet.
    pub fn columns<'a>(&'a self, target: &'a Target) -> impl Iterator<Item = usize> + 'a {
        let links = self.links.iter();
        let fed = links.filter(move |link| link.target == *target);
        fed.map(|link| link.column)
    }

    /// The first column that feeds this.
    pub fn column(&self, target: &Target) -> Option<usize> {
        self.columns(target).next()
    }

    /// Whether a column feeds this.
    pub fn feeds(&self, target: &Target) -> bool {
        self.column(target).is_some()
    }

    /// Whether the column holds a whole address of this field: it feeds the street, and nothing else feeds the number.
    pub fn is_whole_address(&self, column: usize, field: &str) -> bool {
        let part = |part| Target::Part(field.to_owned(), part);
        let feeds = |target: &Target| self.columns(target).any(|one| one == column);
        let number = part(AddressPart::Number);
        feeds(&part(AddressPart::Street)) && self.columns(&number).all(|one| one == column)
    }

    /// The dates of this column; none where it feeds no date.
    pub fn dates(&self, column: usize) -> Option<&ColumnDates> {
        self.dates.get(&column)
    }

    /// The columns of which the dates can be read in two ways, with what is chosen.
    pub fn date_questions(&self) -> impl Iterator<Item = (usize, &ColumnDates)> {
        let dates = self.dates.iter();
        dates
            .filter(|(_, dates)| dates.is_asked())
            .map(|(column, dates)| (*column, dates))
    }

    /// The values that are not called as a choice is, with what they mean.
    pub fn values(&self) -> &[ValueLine] {
        &self.values
    }

    /// What this value of the target means, where that is known before the rows are read.
    pub fn meaning(&self, target: &Target, written: &str) -> Option<&Meaning> {
        self.meanings.get(&target.id())?.get(&folded(written))
    }

    /// Whether the address of a row decides what a value of this target means.
    pub fn goes_by_address(&self, target: &Target) -> bool {
        let meanings = self.meanings.get(&target.id());
        let mut meanings = meanings.into_iter().flat_map(BTreeMap::values);
        meanings.any(|meaning| matches!(meaning, Meaning::ByAddress(_)))
    }

    /// Links that are too weak to be made: a column without one, and what it may be.
    pub fn proposals(&self) -> &[(usize, Target)] {
        &self.proposals
    }

    /// The columns that feed nothing.
    pub fn skipped(&self) -> impl Iterator<Item = usize> {
        (0..self.names.len()).filter(|at| self.links.iter().all(|link| link.column != *at))
    }

    /// The names of the columns that feed nothing.
    pub fn ignored(&self) -> Vec<String> {
        let skipped = self.skipped();
        let names = skipped.filter_map(|at| self.names.get(at));
        names.cloned().collect()
    }

    /// Everything that is decided here, to keep under a name: with it the same headings mean the same again.
    pub fn decided(&self, choices: &MappingChoices) -> MappingChoices {
        let mut decided = choices.clone();
        for (at, name) in self.names.iter().enumerate() {
            let links = self.links.iter();
            let fed = links.filter(|link| link.column == at && link.why != Why::Split);
            let fed = fed.map(|link| link.target.id()).collect();
            decided.columns.insert(name.clone(), fed);
        }
        for line in &self.values {
            for (target, meaning) in &line.meanings {
                decided.set_meaning(&target.id(), &line.written, Some(meaning.clone()));
            }
        }
        decided
    }
}

/// Adds what the values mean that are called as a choice is; what was decided goes first.
fn add_recognised(
    definition: &Definition,
    columns: &[Column],
    links: &[Link],
    meanings: &mut BTreeMap<String, BTreeMap<String, Meaning>>,
) {
    for link in links {
        let Some(choices) = choices_of(definition, &link.target) else {
            continue;
        };
        let known = meanings.entry(link.target.id()).or_default();
        let column = columns.get(link.column);
        let values = column.and_then(|column| column.values.as_ref());
        for (written, _) in values.into_iter().flatten() {
            if let Some(choice) = recognise(&choices, written) {
                let meaning = Meaning::choice(&choice.id);
                known.entry(folded(written)).or_insert(meaning);
            }
        }
    }
}
