//! The cases of one register as columns in memory: one small number per value and case.
//!
//! A figure walks over whole columns and never over cases, so that a million cases are counted between two frames of
//! the screen.

mod entries;
mod loading;

use std::ops::Range;
use std::sync::Arc;

use crate::register::{CaseKey, Codebook, Counted, CountedSpell, Definition, Layout, NEVER};

use super::codes::Codes;
use super::index::Index;
use super::spells::Reopened;

/// The cases of one register, or the entries of one kind in it, as counted. Immutable: after a change new columns take their place.
#[derive(Clone, Debug)]
pub struct Columns {
    definition: Arc<Definition>,
    layout: Layout,
    codebook: Codebook,
    keys: Vec<CaseKey>,
    /// The last spell of every case; most have only one.
    opened: Vec<i32>,
    closed: Vec<i32>,
    outcome: Vec<u16>,
    flags: Vec<u64>,
    /// For each the day on which its preparation began and the day from which that was over; empty where cases begin as soon
    /// as they come.
    prepared: Vec<(i32, i32)>,
    /// All spells of the few cases that were reopened, in the order of the rows.
    reopened: Vec<Reopened>,
    /// The further reports of the few cases that have any, each with its row and day, in the order of the rows.
    further: Vec<(usize, i32)>,
    fields: Vec<Codes>,
    /// Made when all cases are there.
    index: Option<Index>,
    /// A column for every number of the layout, in ten-thousandths.
    numbers: Vec<Vec<i64>>,
    /// The day of birth of each; empty where no age is counted.
    born: Vec<i32>,
    /// The code of whom each is about; empty where persons are not told apart.
    persons: Vec<u64>,
    /// The entries of every kind that is counted.
    entries: Vec<Arc<Columns>>,
    /// Of entries the row of the case of each; empty where these are the cases themselves.
    case_rows: Vec<usize>,
}

impl Columns {
    /// No cases yet.
    pub fn new(definition: Arc<Definition>) -> Self {
        let layout = Layout::of(&definition);
        let fields = layout.fields.iter();
        let fields = fields.map(|(_, kind)| Codes::new(*kind)).collect();
        let numbers = vec![Vec::new(); layout.numbers.len()];
        Self {
            definition,
            layout,
            codebook: Codebook::default(),
            keys: Vec::new(),
            opened: Vec::new(),
            closed: Vec::new(),
            outcome: Vec::new(),
            flags: Vec::new(),
            prepared: Vec::new(),
            reopened: Vec::new(),
            further: Vec::new(),
            fields,
            index: None,
            numbers,
            born: Vec::new(),
            persons: Vec::new(),
            entries: Vec::new(),
            case_rows: Vec::new(),
        }
    }

    fn push(&mut self, key: CaseKey, counted: &Counted) {
        // A case without a begin cannot be stored; one that is there nevertheless is never touched by any period.
        let never = CountedSpell {
            opened: NEVER,
            closed: NEVER,
            outcome: 0,
            flags: 0,
        };
        let last = counted.spells.last().copied().unwrap_or(never);
        if counted.spells.len() > 1 {
            self.reopened.push(Reopened {
                row: self.keys.len(),
                spells: counted.spells.clone(),
            });
        }
        let row = self.keys.len();
        self.further
            .extend(counted.reports.iter().map(|day| (row, *day)));
        self.keys.push(key);
        self.opened.push(last.opened);
        self.closed.push(last.closed);
        self.outcome.push(last.outcome);
        self.flags.push(last.flags);
        if self.layout.prepared {
            self.prepared.push(counted.prepared);
        }
        for (column, code) in self.fields.iter_mut().zip(&counted.codes) {
            column.push(*code);
        }
        for (column, number) in self.numbers.iter_mut().zip(&counted.numbers) {
            column.push(*number);
        }
        if self.layout.born.is_some() {
            self.born.push(counted.born);
        }
        if self.layout.person.is_some() {
            self.persons.push(counted.person);
        }
    }

    /// The register these are the cases of.
    pub fn definition(&self) -> &Arc<Definition> {
        &self.definition
    }

    /// How many cases there are.
    pub fn len(&self) -> usize {
        self.keys.len()
    }

    /// Whether there are no cases.
    pub fn is_empty(&self) -> bool {
        self.keys.is_empty()
    }

    /// The key of the case in this row.
    pub fn key(&self, row: usize) -> Option<CaseKey> {
        self.keys.get(row).copied()
    }

    /// The day number on which the case in this row began.
    pub fn first_opened(&self, row: usize) -> i32 {
        let spells = self.spells_of_reopened(row);
        spells
            .and_then(<[_]>::first)
            .map_or(self.opened[row], |spell| spell.opened)
    }

    /// The day number on which the case in this row came: began, or where it has yet to begin was applied for or intended.
    pub fn came(&self, row: usize) -> i32 {
        match self.first_opened(row) {
            NEVER => self.prepared.get(row).map_or(NEVER, |(since, _)| *since),
            day => day,
        }
    }

    /// Whether the case in this row has yet to begin, or never did.
    pub fn is_before(&self, row: usize) -> bool {
        self.layout.prepared && self.first_opened(row) == NEVER
    }

    /// The day numbers between which each case of these rows was in preparation; empty where cases begin as soon as they
    /// come.
    pub(super) fn prepared_in(&self, rows: &Range<usize>) -> &[(i32, i32)] {
        self.prepared.get(rows.clone()).unwrap_or_default()
    }

    /// The day number from which the case in this row counts as closed; `None` while its last spell runs.
    pub fn closed(&self, row: usize) -> Option<i32> {
        Some(self.closed[row]).filter(|day| *day != NEVER)
    }

    /// The row of the case with this key.
    pub fn row_of(&self, key: CaseKey) -> Option<usize> {
        self.keys.binary_search(&key).ok()
    }

    /// The day number of the first day on which a case began, or anything happened.
    pub fn first_day(&self) -> Option<i32> {
        match &self.index {
            Some(index) => index.first_day(),
            None => (0..self.len()).map(|row| self.first_opened(row)).min(),
        }
    }

    /// Which values are counted of a case, and in which order.
    pub(super) fn layout(&self) -> &Layout {
        &self.layout
    }

    /// The choices behind the codes.
    pub(super) fn codebook(&self) -> &Codebook {
        &self.codebook
    }

    /// The day numbers on which the last spells began, a row a case.
    pub(super) fn last_opened(&self) -> &[i32] {
        &self.opened
    }

    /// The day numbers from which the last spells count as closed, a row a case; [`NEVER`] while they run.
    pub(super) fn last_closed(&self) -> &[i32] {
        &self.closed
    }

    /// The last spell of the case in this row.
    pub(super) fn last_spell(&self, row: usize) -> CountedSpell {
        CountedSpell {
            opened: self.opened[row],
            closed: self.closed[row],
            outcome: self.outcome[row],
            flags: self.flags[row],
        }
    }

    /// The cases that were reopened, in the order of their rows.
    pub(super) fn reopened(&self) -> &[Reopened] {
        &self.reopened
    }

    /// The cases among these rows that were reopened.
    pub(super) fn reopened_in(&self, rows: &Range<usize>) -> &[Reopened] {
        let place = |row: usize| self.reopened.partition_point(|case| case.row < row);
        &self.reopened[place(rows.start)..place(rows.end)]
    }

    /// All spells of the case in this row, in order, where it was reopened.
    pub(super) fn spells_of_reopened(&self, row: usize) -> Option<&[CountedSpell]> {
        let at = self
            .reopened
            .binary_search_by_key(&row, |case| case.row)
            .ok()?;
        Some(&self.reopened[at].spells)
    }

    /// The further reports of these rows, each with its row and day.
    pub(super) fn further_in(&self, rows: &Range<usize>) -> &[(usize, i32)] {
        let place = |row: usize| self.further.partition_point(|(of, _)| *of < row);
        &self.further[place(rows.start)..place(rows.end)]
    }

    /// The codes of the field at this place in the layout.
    pub(super) fn codes(&self, at: usize) -> Option<&Codes> {
        self.fields.get(at)
    }

    /// The counts up to every day; none where the spells of a case are not in order.
    pub(super) fn index(&self) -> Option<&Index> {
        self.index.as_ref()
    }

    /// The numbers of a field in ten-thousandths, a row a case; none where it is not counted.
    pub(super) fn numbers(&self, field: &str) -> &[i64] {
        let at = self.layout.numbers.iter().position(|id| id == field);
        let column = at.and_then(|at| self.numbers.get(at));
        column.map_or(&[], Vec::as_slice)
    }

    /// The day number on which the person of this row was born; none where no age is counted.
    pub(super) fn born(&self, row: usize) -> Option<i32> {
        self.born.get(row).copied()
    }

    /// The code of the person whom this row is about; none where persons are not told apart.
    pub(super) fn person(&self, row: usize) -> Option<u64> {
        self.persons.get(row).copied()
    }
}
