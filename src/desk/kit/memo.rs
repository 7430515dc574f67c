//! A memo: the last value that was computed, with the key it was computed from. It is computed again only for another key,
//! so a frame in which nothing changed counts nothing.

use std::sync::Arc;

/// The last value that was computed, with its key.
pub struct Memo<K, V>(Option<(K, Arc<V>)>);

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self(None)
    }
}

impl<K: PartialEq, V> Memo<K, V> {
    /// The value for this key, computed only where it is another key than the last time.
    ///
    /// # Errors
    /// Those of computing it; then nothing is remembered.
    pub fn get<E>(
        &mut self,
        key: K,
        compute: impl FnOnce(&K) -> Result<V, E>,
    ) -> Result<Arc<V>, E> {
        match self.0.take() {
            Some((last, value)) if last == key => {
                self.0 = Some((last, Arc::clone(&value)));
                Ok(value)
            }
            _ => {
                let value = Arc::new(compute(&key)?);
                self.0 = Some((key, Arc::clone(&value)));
                Ok(value)
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_computes_again_only_for_another_key_and_remembers_no_failure() {
        let mut memo: Memo<i32, i32> = Memo::default();
        let mut computed = 0;
        let mut ask = |key: i32| {
            memo.get(key, |key| {
                computed += 1;
                if *key < 0 { Err(()) } else { Ok(key * 2) }
            })
        };
        assert_eq!(ask(2).as_deref(), Ok(&4));
        assert_eq!(ask(2).as_deref(), Ok(&4));
        assert!(ask(-1).is_err());
        assert_eq!(ask(2).as_deref(), Ok(&4));
        assert_eq!(computed, 3);
    }
}
