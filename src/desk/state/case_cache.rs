//! A cache of what the vault service sent of cases. It is bounded: a list of a hundred thousand cases that was scrolled
//! through leaves a few thousand in memory.

use std::collections::HashMap;

use crate::register::CaseKey;

/// The most cases that are cached: many screens full, and little beside the columns.
const MOST: usize = 4096;
/// The generation of what is stale: no register has it.
const STALE: u64 = u64::MAX;

/// A case: the id of its register, and its key there.
pub type CaseAddress = (String, CaseKey);

/// A cache of something of cases: the case file, or its dossier.
pub struct CaseCache<T> {
    entries: HashMap<CaseAddress, Entry<T>>,
    /// The number of the present frame.
    frame: u64,
}

struct Entry<T> {
    value: T,
    /// The generation of the register it was read in.
    generation: u64,
    /// The frame in which it was used last.
    used: u64,
}

impl<T> Default for CaseCache<T> {
    fn default() -> Self {
        Self {
            entries: HashMap::new(),
            frame: 0,
        }
    }
}

impl<T> CaseCache<T> {
    /// Ends a frame.
    pub fn end_frame(&mut self) {
        self.frame += 1;
    }

    /// The value of a case, and whether it is of this generation. It counts as used in this frame.
    pub fn get(&mut self, place: &CaseAddress, generation: u64) -> Option<(&T, bool)> {
        let entry = self.entries.get_mut(place)?;
        entry.used = self.frame;
        Some((&entry.value, entry.generation == generation))
    }

    /// Adds the value of a case. When there are too many, the half that was not used for longest is removed, but nothing
    /// that was used in this frame.
    pub fn put(&mut self, place: CaseAddress, value: T, generation: u64) {
        let entry = Entry {
            value,
            generation,
            used: self.frame,
        };
        self.entries.insert(place, entry);
        if self.entries.len() > MOST {
            let mut frames: Vec<u64> = self.entries.values().map(|entry| entry.used).collect();
            let middle = frames.len() / 2;
            let (_, middle, _) = frames.select_nth_unstable(middle);
            let (middle, frame) = (*middle, self.frame);
            self.entries
                .retain(|_, entry| entry.used > middle || entry.used == frame);
        }
    }

    /// Marks everything of a register as stale: it is still returned, but no longer up to date.
    pub fn mark_stale(&mut self, register: &str) {
        for ((of, _), entry) in &mut self.entries {
            if of == register {
                entry.generation = STALE;
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
    fn what_is_used_stays_however_much_is_added() {
        let mut cache = CaseCache::default();
        for case in 0..10 * MOST as i64 {
            assert_eq!(cache.get(&place(0), 1).is_some(), case > 0);
            cache.put(place(case), case, 1);
            if case % 50 == 0 {
                cache.end_frame();
            }
            assert!(cache.entries.len() <= MOST);
        }
        assert!(cache.get(&place(10 * MOST as i64 - 1), 1).is_some());
        assert!(cache.get(&place(1), 1).is_none());
    }

    #[test]
    fn what_is_stale_is_returned_and_not_up_to_date() {
        let mut cache = CaseCache::default();
        cache.put(place(1), "zaak", 3);
        assert_eq!(cache.get(&place(1), 3), Some((&"zaak", true)));
        assert_eq!(cache.get(&place(1), 4), Some((&"zaak", false)));
        cache.mark_stale("woonoverlast");
        assert_eq!(cache.get(&place(1), 3), Some((&"zaak", false)));
    }
}
