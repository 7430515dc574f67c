//! Something that was computed, kept as long as what it follows from stays the same: a frame in which nothing changed
//! counts nothing.

use std::sync::Arc;

/// The last thing computed, with what it follows from.
pub struct Memo<K, V>(Option<(K, Arc<V>)>);

impl<K, V> Default for Memo<K, V> {
    fn default() -> Self {
        Self(None)
    }
}

impl<K: PartialEq, V> Memo<K, V> {
    /// What follows from this key, computed only when the key is another one than the last time.
    ///
    /// # Errors
    /// Those of computing it; then nothing is kept.
    pub fn get<E>(
        &mut self,
        key: K,
        compute: impl FnOnce(&K) -> Result<V, E>,
    ) -> Result<Arc<V>, E> {
        match self.0.take() {
            Some((kept, value)) if kept == key => {
                self.0 = Some((kept, Arc::clone(&value)));
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
    fn it_computes_again_only_for_another_key_and_keeps_no_failure() {
        let mut kept: Memo<i32, i32> = Memo::default();
        let mut computed = 0;
        let mut ask = |key: i32| {
            kept.get(key, |key| {
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
