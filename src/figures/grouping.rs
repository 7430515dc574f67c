//! Groups the rows of a list by a dimension, for a list with headings.

use super::columns::Columns;
use super::dimension::Dimension;
use super::error::FigureError;
use super::measure::Measure;
use super::period::Period;
use super::selection::Selection;
use super::slice::Slice;

/// The cases of a list that have the same key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The key they have.
    pub key: String,
    /// Their rows, in the order in which they were given.
    pub rows: Vec<usize>,
    /// How many of them have other keys as well, under which they do not stand.
    pub with_others: usize,
}

impl Columns {
    /// Rows by the key they have, as it is at the end of the period: groups in the order of the definition, what is
    /// unknown last. A case stands once: where it can have several keys, under the first of them.
    ///
    /// # Errors
    /// The register is not counted by this.
    pub fn group(
        &self,
        rows: &[usize],
        by: &str,
        period: Period,
    ) -> Result<Vec<Group>, FigureError> {
        let dimension = Dimension::over(self, by)?;
        let order = dimension.shown_codes(&[], |_| true);
        let codes: Vec<u32> = if dimension.several(self) {
            let first = |row: &usize| {
                let bits = dimension.bits(self, *row).unwrap_or(0);
                let has = |code: &&usize| **code > 0 && bits >> (**code - 1) & 1 == 1;
                order.iter().find(has).copied().unwrap_or(0) as u32
            };
            rows.iter().map(first).collect()
        } else {
            let codes = self.codes_at(&dimension, period)?;
            rows.iter().map(|row| codes[*row]).collect()
        };
        let mut counts = vec![0; dimension.keys.len()];
        for code in &codes {
            counts[*code as usize] += 1;
        }
        let keyed = dimension.keys.iter().cloned().zip(counts);
        let mut groups: Vec<Group> = keyed.map(|(key, count)| Group::of(key, count)).collect();
        for (row, code) in rows.iter().zip(codes) {
            let group = &mut groups[code as usize];
            group.rows.push(*row);
            let bits = dimension.bits(self, *row).unwrap_or(0);
            group.with_others += usize::from(bits.count_ones() > 1);
        }
        let mut ordered = Vec::new();
        for code in order {
            let group = &mut groups[code];
            if !group.rows.is_empty() {
                let empty = Group::of(String::new(), 0);
                ordered.push(std::mem::replace(group, empty));
            }
        }
        Ok(ordered)
    }

    /// The code of every row, for a dimension of which a case has one key.
    fn codes_at(&self, dimension: &Dimension, period: Period) -> Result<Vec<u32>, FigureError> {
        let measure = Measure::default_of(self.definition().kind);
        let selection = Selection::new(self, &Slice::whole(), period, measure)?;
        let mut codes = vec![0; self.len()];
        selection.walk(|chunk| {
            let until = chunk.start + chunk.selected.len();
            chunk.mix(dimension, &mut codes[chunk.start..until]);
        });
        Ok(codes)
    }
}

impl Group {
    /// None yet, with room for so many.
    fn of(key: String, count: usize) -> Self {
        Self {
            key,
            rows: Vec::with_capacity(count),
            with_others: 0,
        }
    }
}
