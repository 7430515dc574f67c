//! The selection of a list: the cases for what is done with many at once. The one case that is shown beside the list is
//! no part of it.

use std::collections::HashSet;

use crate::register::CaseKey;

/// The cases that were selected together.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    cases: HashSet<CaseKey>,
    /// The range that is being selected with Shift.
    range: Option<Range>,
}

/// A range of the list that grows and shrinks from the case where it began.
#[derive(Clone, Debug)]
struct Range {
    from: CaseKey,
    /// The cases that were selected before it.
    before: HashSet<CaseKey>,
}

impl Selection {
    /// How many cases are selected.
    pub fn len(&self) -> usize {
        self.cases.len()
    }

    /// Whether no case is selected.
    pub fn is_empty(&self) -> bool {
        self.cases.is_empty()
    }

    /// Whether this case is selected.
    pub fn contains(&self, case: CaseKey) -> bool {
        self.cases.contains(&case)
    }

    /// Adds a case to the selection, or removes it.
    pub fn toggle(&mut self, case: CaseKey) {
        self.range = None;
        if !self.cases.remove(&case) {
            self.cases.insert(case);
        }
    }

    /// Adds all of these; where all of them are selected already, removes them.
    pub fn toggle_all(&mut self, cases: &[CaseKey]) {
        self.range = None;
        if cases.iter().all(|case| self.contains(*case)) {
            for case in cases {
                self.cases.remove(case);
            }
        } else {
            self.cases.extend(cases);
        }
    }

    /// Selects these cases and no others.
    pub fn set(&mut self, cases: impl IntoIterator<Item = CaseKey>) {
        self.range = None;
        self.cases = cases.into_iter().collect();
    }

    /// Selects a range: from where the present one began, or else from `from`. What was selected before it stays.
    /// `between` gives the cases of the range that begins at a case.
    pub fn extend_range<I>(&mut self, from: CaseKey, between: impl FnOnce(CaseKey) -> I)
    where
        I: IntoIterator<Item = CaseKey>,
    {
        let range = self.range.get_or_insert_with(|| Range {
            from,
            before: self.cases.clone(),
        });
        self.cases.clone_from(&range.before);
        self.cases.extend(between(range.from));
    }

    /// Ends the present range; the next one begins anew.
    pub fn end_range(&mut self) {
        self.range = None;
    }

    /// Selects nothing.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Removes the cases that are no longer shown.
    pub fn retain(&mut self, shown: impl Fn(CaseKey) -> bool) {
        self.cases.retain(|case| shown(*case));
        self.range = None;
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn range(from: CaseKey, to: i64) -> impl Iterator<Item = CaseKey> {
        (from.0.min(to)..=from.0.max(to)).map(CaseKey)
    }

    proptest! {
        #[test]
        fn a_range_is_what_lies_between_its_ends_whatever_way_they_went(
            before in proptest::collection::hash_set(0..50_i64, 0..10),
            from in 0..50_i64,
            way in proptest::collection::vec(0..50_i64, 1..10),
        ) {
            let mut selection = Selection::default();
            selection.set(before.iter().copied().map(CaseKey));
            for to in &way {
                selection.extend_range(CaseKey(from), |begin| range(begin, *to));
            }
            let last = way[way.len() - 1];
            for case in 0..50 {
                let within = (from.min(last)..=from.max(last)).contains(&case);
                prop_assert_eq!(selection.contains(CaseKey(case)), within || before.contains(&case));
            }
        }

        #[test]
        fn what_is_toggled_twice_is_not_selected(cases in proptest::collection::vec(0..20_i64, 0..40)) {
            let mut selection = Selection::default();
            for case in &cases {
                selection.toggle(CaseKey(*case));
            }
            for case in 0..20 {
                let times = cases.iter().filter(|one| **one == case).count();
                prop_assert_eq!(selection.contains(CaseKey(case)), times % 2 == 1);
            }
        }
    }

    #[test]
    fn a_group_is_selected_as_a_whole_and_removed_as_a_whole() {
        let mut selection = Selection::default();
        let group = [CaseKey(1), CaseKey(2)];
        selection.toggle(CaseKey(2));
        selection.toggle_all(&group);
        assert_eq!(selection.len(), 2);
        selection.toggle_all(&group);
        assert!(selection.is_empty());
    }
}
