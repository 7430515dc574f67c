//! The cases of one register as columns in memory: one small number per value and case.
//!
//! A figure walks over whole columns and never over cases, so that a million cases are counted between two frames of
//! the screen.

use std::ops::Range;
use std::sync::Arc;

use crate::register::{
    CaseKey, CaseState, Codebook, CodesExhausted, Counted, CountedSpell, Definition, EntryState,
    FieldKind, Layout, MOST_SEVERAL, NEVER, OUTCOME,
};

use super::index::Index;

/// The number of 31-12-9999.
const LAST_DAY: i32 = 3_652_059;

/// The cases of one register, as counted. Immutable: after a change new columns take their place.
#[derive(Clone, Debug)]
pub struct Columns {
    pub(super) definition: Arc<Definition>,
    pub(super) layout: Layout,
    pub(super) codebook: Codebook,
    pub(super) keys: Vec<CaseKey>,
    /// The last spell of every case; most have only one.
    pub(super) opened: Vec<i32>,
    pub(super) closed: Vec<i32>,
    pub(super) outcome: Vec<u16>,
    pub(super) flags: Vec<u64>,
    /// All spells of the few cases that were reopened, in the order of the rows.
    pub(super) reopened: Vec<Reopened>,
    /// The further reports of the few cases that have any, each with its row and day, in the order of the rows.
    pub(super) further: Vec<(usize, i32)>,
    pub(super) fields: Vec<Codes>,
    /// Made when all cases are there.
    pub(super) index: Option<Index>,
    /// A column for every number of the layout, in ten-thousandths.
    pub(super) numbers: Vec<Vec<i64>>,
    /// The day of birth of each; empty where no age is counted.
    pub(super) born: Vec<i32>,
    /// The code of whom each is about; empty where persons are not told apart.
    pub(super) persons: Vec<u64>,
}

/// A case with more than one spell.
#[derive(Clone, Debug)]
pub(super) struct Reopened {
    pub row: usize,
    pub spells: Vec<CountedSpell>,
}

/// The codes of one field, a row a case.
#[derive(Clone, Debug)]
pub(super) enum Codes {
    /// One choice a case; zero is unknown.
    One(Vec<u16>),
    /// Several choices a case, a bit each; no bit is unknown.
    Several(Vec<u64>),
}

/// Why columns could not be loaded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum LoadError<E> {
    /// The store could not hand them out.
    #[error(transparent)]
    Source(#[from] E),
    /// What is counted of a case was packed by another version of the definition, or is damaged.
    #[error("what is counted of a case cannot be read")]
    Unreadable,
}

impl Columns {
    /// No cases yet.
    pub fn new(definition: Arc<Definition>) -> Self {
        let layout = Layout::of(&definition);
        let fields = layout
            .fields
            .iter()
            .map(|(_, kind)| match kind {
                FieldKind::Choices => Codes::Several(Vec::new()),
                _ => Codes::One(Vec::new()),
            })
            .collect();
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
            reopened: Vec::new(),
            further: Vec::new(),
            fields,
            index: None,
            numbers,
            born: Vec::new(),
            persons: Vec::new(),
        }
    }

    /// These columns with their index, when all cases are there.
    fn indexed(mut self) -> Self {
        self.index = Index::of(&self);
        self
    }

    /// Columns of what a store hands out: `load` is called with a visitor for every packed case, and returns the
    /// codebook and its own errors.
    ///
    /// # Errors
    /// Those of `load`, and a case that was packed otherwise.
    pub fn load<E>(
        definition: Arc<Definition>,
        load: impl FnOnce(&mut dyn FnMut(CaseKey, &[u8])) -> Result<Codebook, E>,
    ) -> Result<Self, LoadError<E>> {
        let mut columns = Self::new(definition);
        let layout = columns.layout.clone();
        let mut counted = Counted::default();
        let mut readable = true;
        let codebook = load(
            &mut |key, packed| match layout.unpack(packed, &mut counted) {
                Some(()) => columns.push(key, &counted),
                None => readable = false,
            },
        )?;
        columns.codebook = codebook;
        if readable && columns.codes_exist() {
            columns.go_on();
            Ok(columns.indexed())
        } else {
            Err(LoadError::Unreadable)
        }
    }

    /// Whether every code is one that was given, and every day one of the calendar. The figures count on it: a code is a
    /// place in a table, and so is a month.
    fn codes_exist(&self) -> bool {
        let most_of = |id: &str| self.codebook.choices(id).len();
        let fields = self.layout.fields.iter().zip(&self.fields);
        let fields_exist = fields.into_iter().all(|((id, kind), codes)| {
            let most = match kind {
                FieldKind::YesNo => 2,
                _ => most_of(id),
            };
            match codes {
                Codes::One(codes) => codes.iter().all(|code| usize::from(*code) <= most),
                Codes::Several(bits) => {
                    most >= MOST_SEVERAL || bits.iter().all(|bits| bits >> most == 0)
                }
            }
        });
        let most = most_of(OUTCOME);
        // Of the two bits of a flag never both.
        let spell_exists = |outcome: u16, flags: u64| {
            usize::from(outcome) <= most && flags & (flags >> 1) & 0x5555_5555_5555_5555 == 0
        };
        let days = [&self.opened, &self.closed, &self.born];
        let days_exist = days.into_iter().flatten().all(|day| is_day(*day));
        let mut last = self.outcome.iter().zip(&self.flags);
        let mut others = self.reopened.iter().flat_map(|case| &case.spells);
        fields_exist
            && days_exist
            && last.all(|(outcome, flags)| spell_exists(*outcome, *flags))
            && others.all(|spell| {
                spell_exists(spell.outcome, spell.flags)
                    && is_day(spell.opened)
                    && is_day(spell.closed)
            })
    }

    /// Columns of cases that are at hand, each with its key, of which nothing stands on a timeline.
    ///
    /// # Errors
    /// A field with several choices has had more of them than can be counted.
    pub fn of_cases<'a>(
        definition: Arc<Definition>,
        cases: impl IntoIterator<Item = (CaseKey, &'a CaseState)>,
    ) -> Result<Self, CodesExhausted> {
        let silent = |(key, state)| (key, state, &[][..]);
        Self::with_timelines(definition, cases.into_iter().map(silent))
    }

    /// Columns of cases that are at hand, each with its key and what stands on its timeline.
    ///
    /// # Errors
    /// A field with several choices has had more of them than can be counted.
    pub fn with_timelines<'a>(
        definition: Arc<Definition>,
        cases: impl IntoIterator<Item = (CaseKey, &'a CaseState, &'a [EntryState])>,
    ) -> Result<Self, CodesExhausted> {
        let mut columns = Self::new(definition);
        let mut codebook = Codebook::default();
        for (key, state, timeline) in cases {
            let counted = columns.layout.count(state, timeline, &mut codebook)?;
            columns.push(key, &counted);
        }
        columns.codebook = codebook;
        columns.go_on();
        Ok(columns.indexed())
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
        for (column, code) in self.fields.iter_mut().zip(&counted.codes) {
            match column {
                Codes::One(codes) => codes.push(u16::try_from(*code).unwrap_or(u16::MAX)),
                Codes::Several(bits) => bits.push(*code),
            }
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

    /// The day number from which the case in this row counts as closed; `None` while its last spell runs.
    pub fn closed(&self, row: usize) -> Option<i32> {
        Some(self.closed[row]).filter(|day| *day != NEVER)
    }

    /// The cases among these rows that were reopened.
    pub(super) fn reopened_in(&self, rows: &Range<usize>) -> &[Reopened] {
        let place = |row: usize| self.reopened.partition_point(|case| case.row < row);
        &self.reopened[place(rows.start)..place(rows.end)]
    }

    /// The further reports of these rows.
    pub(super) fn further_in(&self, rows: &Range<usize>) -> &[(usize, i32)] {
        let place = |row: usize| self.further.partition_point(|(of, _)| *of < row);
        &self.further[place(rows.start)..place(rows.end)]
    }

    pub(super) fn spells_of_reopened(&self, row: usize) -> Option<&[CountedSpell]> {
        let at = self
            .reopened
            .binary_search_by_key(&row, |case| case.row)
            .ok()?;
        Some(&self.reopened[at].spells)
    }
}

/// Whether this is a day that can be written with a year of four digits, or none.
fn is_day(day: i32) -> bool {
    (1..=LAST_DAY).contains(&day) || day == NEVER
}
