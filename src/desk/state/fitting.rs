//! Removes from saved filters what the register no longer has.

use crate::figures::{Slice, dimension_label, dimensions, key_label, read_key};
use crate::language::Language;
use crate::register::Definition;

/// These filters without what the register no longer has. The names of what was left out are added to `missing`.
pub fn fitting_slice(
    slice: &Slice,
    definition: &Definition,
    language: Language,
    missing: &mut Vec<String>,
) -> Slice {
    let known = dimensions(definition);
    let mut fitting = slice.clone();
    for (field, keys) in slice.filters() {
        if !known.iter().any(|id| id == field) {
            missing.push(field.to_owned());
            fitting.clear(field);
            continue;
        }
        for key in keys {
            if read_key(definition, field, key).is_ok_and(|read| read == *key) {
                continue;
            }
            let name = dimension_label(definition, field, language);
            let label = key_label(definition, field, key, language);
            missing.push(format!("{name}: {label}"));
            fitting.toggle(field, key);
        }
    }
    fitting
}
