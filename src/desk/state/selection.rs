//! Which cases of a list are chosen together, for what is done with many at once. The case that is selected is another
//! thing: it stands beside the list, and moves without a mark changing.

use std::collections::HashSet;

use crate::register::CaseKey;

/// The cases that are chosen together.
#[derive(Clone, Debug, Default)]
pub struct Selection {
    chosen: HashSet<CaseKey>,
    /// The stretch that is being chosen.
    stretch: Option<Stretch>,
}

/// A stretch of the list that grows and shrinks from where it began.
#[derive(Clone, Debug)]
struct Stretch {
    from: CaseKey,
    /// What was chosen before it.
    before: HashSet<CaseKey>,
}

impl Selection {
    /// How many there are.
    pub fn len(&self) -> usize {
        self.chosen.len()
    }

    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.chosen.is_empty()
    }

    /// Whether this case is among them.
    pub fn has(&self, case: CaseKey) -> bool {
        self.chosen.contains(&case)
    }

    /// Chooses a case, or no longer.
    pub fn toggle(&mut self, case: CaseKey) {
        self.stretch = None;
        if !self.chosen.remove(&case) {
            self.chosen.insert(case);
        }
    }

    /// Chooses all of these as well; or none of them any more, where all are chosen.
    pub fn toggle_all(&mut self, cases: &[CaseKey]) {
        self.stretch = None;
        if cases.iter().all(|case| self.has(*case)) {
            for case in cases {
                self.chosen.remove(case);
            }
        } else {
            self.chosen.extend(cases);
        }
    }

    /// Chooses these, and no others.
    pub fn choose(&mut self, cases: impl IntoIterator<Item = CaseKey>) {
        self.stretch = None;
        self.chosen = cases.into_iter().collect();
    }

    /// Chooses the stretch that began at `from`, or where the one began that is being chosen. What was chosen before it
    /// stays. `between` gives its cases.
    pub fn stretch<I>(&mut self, from: CaseKey, between: impl FnOnce(CaseKey) -> I)
    where
        I: IntoIterator<Item = CaseKey>,
    {
        let stretch = self.stretch.get_or_insert_with(|| Stretch {
            from,
            before: self.chosen.clone(),
        });
        self.chosen.clone_from(&stretch.before);
        self.chosen.extend(between(stretch.from));
    }

    /// The next stretch begins elsewhere.
    pub fn end_stretch(&mut self) {
        self.stretch = None;
    }

    /// Chooses nothing any more.
    pub fn clear(&mut self) {
        *self = Self::default();
    }

    /// Keeps those that are still shown.
    pub fn keep(&mut self, shown: impl Fn(CaseKey) -> bool) {
        self.chosen.retain(|case| shown(*case));
        self.stretch = None;
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
        fn a_stretch_is_what_lies_between_its_ends_whatever_way_they_went(
            before in proptest::collection::hash_set(0..50_i64, 0..10),
            from in 0..50_i64,
            way in proptest::collection::vec(0..50_i64, 1..10),
        ) {
            let mut selection = Selection::default();
            selection.choose(before.iter().copied().map(CaseKey));
            for to in &way {
                selection.stretch(CaseKey(from), |begin| range(begin, *to));
            }
            let last = way[way.len() - 1];
            for case in 0..50 {
                let within = (from.min(last)..=from.max(last)).contains(&case);
                prop_assert_eq!(selection.has(CaseKey(case)), within || before.contains(&case));
            }
        }

        #[test]
        fn what_is_chosen_twice_is_chosen_no_more(cases in proptest::collection::vec(0..20_i64, 0..40)) {
            let mut selection = Selection::default();
            for case in &cases {
                selection.toggle(CaseKey(*case));
            }
            for case in 0..20 {
                let times = cases.iter().filter(|one| **one == case).count();
                prop_assert_eq!(selection.has(CaseKey(case)), times % 2 == 1);
            }
        }
    }

    #[test]
    fn a_group_is_chosen_as_a_whole_and_let_go_as_a_whole() {
        let mut selection = Selection::default();
        let group = [CaseKey(1), CaseKey(2)];
        selection.toggle(CaseKey(2));
        selection.toggle_all(&group);
        assert_eq!(selection.len(), 2);
        selection.toggle_all(&group);
        assert!(selection.is_empty());
    }
}
