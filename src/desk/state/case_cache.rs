//! What the clerk brought of cases, kept while it is looked at: a list of a hundred thousand cases that was scrolled
//! through leaves no hundred thousand cases behind.

use std::collections::HashMap;

use crate::register::CaseKey;

/// How much is kept. Many screens full, and little beside the columns.
const MOST: usize = 4096;
/// The generation of what is to be asked for again.
const NEVER: u64 = u64::MAX;

/// A register and a case in it.
pub type CaseAddress = (String, CaseKey);

/// What was brought of cases.
pub struct CaseCache<T> {
    things: HashMap<CaseAddress, Thing<T>>,
    /// Counts the frames in which something was looked at.
    frame: u64,
}

struct Thing<T> {
    what: T,
    /// Of which generation of its register it is.
    generation: u64,
    /// In which frame it was looked at last.
    seen: u64,
}

impl<T> Default for CaseCache<T> {
    fn default() -> Self {
        Self {
            things: HashMap::new(),
            frame: 0,
        }
    }
}

impl<T> CaseCache<T> {
    /// A frame is over.
    pub fn end_frame(&mut self) {
        self.frame += 1;
    }

    /// What is there of a case, and whether it is of this generation. It was looked at.
    pub fn get(&mut self, place: &CaseAddress, generation: u64) -> Option<(&T, bool)> {
        let thing = self.things.get_mut(place)?;
        thing.seen = self.frame;
        Some((&thing.what, thing.generation == generation))
    }

    /// Something was brought. What was not looked at for longest goes when there is too much.
    pub fn put(&mut self, place: CaseAddress, what: T, generation: u64) {
        let seen = self.frame;
        let thing = Thing {
            what,
            generation,
            seen,
        };
        self.things.insert(place, thing);
        if self.things.len() > MOST {
            let mut frames: Vec<u64> = self.things.values().map(|thing| thing.seen).collect();
            let middle = frames.len() / 2;
            let (_, middle, _) = frames.select_nth_unstable(middle);
            let (middle, frame) = (*middle, self.frame);
            self.things
                .retain(|_, thing| thing.seen > middle || thing.seen == frame);
        }
    }

    /// What there is of this register is shown until something newer is brought.
    pub fn doubt(&mut self, register: &str) {
        for ((of, _), thing) in &mut self.things {
            if of == register {
                thing.generation = NEVER;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn place(case: i64) -> CaseAddress {
        ("woonoverlast".to_owned(), CaseKey(case))
    }

    #[test]
    fn what_is_looked_at_stays_however_much_is_brought() {
        let mut shelf = CaseCache::default();
        for case in 0..10 * MOST as i64 {
            assert_eq!(shelf.get(&place(0), 1).is_some(), case > 0);
            shelf.put(place(case), case, 1);
            if case % 50 == 0 {
                shelf.end_frame();
            }
            assert!(shelf.things.len() <= MOST);
        }
        assert!(shelf.get(&place(10 * MOST as i64 - 1), 1).is_some());
        assert!(shelf.get(&place(1), 1).is_none());
    }

    #[test]
    fn what_is_doubted_is_still_shown_and_asked_for_again() {
        let mut shelf = CaseCache::default();
        shelf.put(place(1), "zaak", 3);
        assert_eq!(shelf.get(&place(1), 3), Some((&"zaak", true)));
        assert_eq!(shelf.get(&place(1), 4), Some((&"zaak", false)));
        shelf.doubt("woonoverlast");
        assert_eq!(shelf.get(&place(1), 3), Some((&"zaak", false)));
    }
}
