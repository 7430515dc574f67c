//! Columns of what a store hands out, or of cases that are at hand.

use std::sync::Arc;

use super::Columns;
use super::entries::push_entry;
use crate::figures::codes::replace;
use crate::figures::index::Index;
use crate::figures::load_error::LoadError;
use crate::figures::merged_choices::codes_after_merging;
use crate::register::{
    CaseKey, CaseState, Codebook, CodesExhausted, Counted, Definition, EntryState, FieldKind,
    NEVER, OUTCOME, Packed,
};

/// The number of 31-12-9999.
const LAST_DAY: i32 = 3_652_059;

impl Columns {
    /// These columns when all cases are there: merged choices count as one, and there is an index.
    pub(super) fn completed(mut self) -> Self {
        self.merge_choices();
        let kind = self.definition.kind;
        let (opened, closed) = (&self.opened, &self.closed);
        self.index = Index::of(kind, opened, closed, &self.reopened, &self.fields);
        self
    }

    /// Counts every choice that was replaced as its successor.
    fn merge_choices(&mut self) {
        let definition = Arc::clone(&self.definition);
        for ((id, _), codes) in self.layout.fields.iter().zip(&mut self.fields) {
            if let Some(merged) = codes_after_merging(&definition, &mut self.codebook, id) {
                codes.replace(&merged);
            }
        }
        if let Some(merged) = codes_after_merging(&definition, &mut self.codebook, OUTCOME) {
            replace(&mut self.outcome, &merged);
            let spells = self.reopened.iter_mut().flat_map(|case| &mut case.spells);
            for spell in spells {
                spell.outcome = merged[usize::from(spell.outcome)];
            }
        }
    }

    /// Columns of what a store hands out: `load` is called with a visitor for every packed case, and returns the
    /// codebook and its own errors.
    ///
    /// # Errors
    /// Those of `load`, and a case that was packed otherwise.
    pub fn load<E>(
        definition: Arc<Definition>,
        load: impl FnOnce(&mut dyn FnMut(CaseKey, Packed<'_>)) -> Result<Codebook, E>,
    ) -> Result<Self, LoadError<E>> {
        let mut columns = Self::new(definition);
        let mut kinds = columns.without_entries();
        let layout = columns.layout.clone();
        let mut counted = Counted::default();
        let mut readable = true;
        columns.codebook = load(&mut |key, packed| {
            let read = match packed {
                Packed::Case(packed) => {
                    let read = layout.unpack(packed, &mut counted);
                    read.map(|()| columns.push(key, &counted))
                }
                Packed::Entries(packed) => columns.row_of(key).and_then(|row| {
                    layout.unpack_entries(packed, |entry| push_entry(&mut kinds, key, row, entry))
                }),
            };
            readable &= read.is_some();
        })?;
        readable &= columns.codes_exist();
        if !readable {
            return Err(LoadError::Unreadable);
        }
        columns = columns.completed();
        match columns.add_entries(kinds) {
            true => Ok(columns),
            false => Err(LoadError::Unreadable),
        }
    }

    /// Whether every code is one that was given, and every day one of the calendar. The figures count on it: a code is a
    /// place in a table, and so is a month.
    pub(super) fn codes_exist(&self) -> bool {
        let most_of = |id: &str| self.codebook.choices(id).len();
        let fields = self.layout.fields.iter().zip(&self.fields);
        let fields_exist = fields.into_iter().all(|((id, kind), codes)| {
            let most = match kind {
                FieldKind::YesNo => 2,
                _ => most_of(id),
            };
            codes.are_below(most)
        });
        let most = most_of(OUTCOME);
        // Of the two bits of a flag never both.
        let spell_exists = |outcome: u16, flags: u64| {
            usize::from(outcome) <= most && flags & (flags >> 1) & 0x5555_5555_5555_5555 == 0
        };
        let days = [&self.opened, &self.closed, &self.born];
        let prepared = self.prepared.iter();
        let prepared = prepared.flat_map(|(since, until)| [since, until]);
        let mut days = days.into_iter().flatten().chain(prepared);
        let days_exist = days.all(|day| is_day(*day));
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
        let mut kinds = columns.without_entries();
        let mut codebook = Codebook::default();
        for (key, state, timeline) in cases {
            let counted = columns.layout.count(state, timeline, &mut codebook)?;
            for entry in &counted.entries {
                push_entry(&mut kinds, key, columns.len(), entry);
            }
            columns.push(key, &counted);
        }
        columns.codebook = codebook;
        columns = columns.completed();
        // Its codes are those of the codebook.
        columns.add_entries(kinds);
        Ok(columns)
    }
}

/// Whether this is a day that can be written with a year of four digits, or none.
fn is_day(day: i32) -> bool {
    (1..=LAST_DAY).contains(&day) || day == NEVER
}
