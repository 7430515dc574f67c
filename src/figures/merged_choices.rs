//! Choices that were merged count as one: the code of a choice that was replaced becomes the code of its successor when
//! columns are loaded. What is stored stays as it is, so that a merge can be taken back.

use crate::register::{Codebook, Definition, UNKNOWN};

use super::keys::{choices, counted_as};

/// For every code of a field the code as which it counts, the unknown first; none where no choice of it was replaced.
pub(super) fn codes_after_merging(
    definition: &Definition,
    codebook: &mut Codebook,
    id: &str,
) -> Option<Vec<u16>> {
    let choices = choices(definition, id);
    if choices.iter().all(|choice| choice.replaced_by.is_none()) {
        return None;
    }
    // A successor that no case chose yet takes over the code of the first choice that it replaces.
    for choice in codebook.choices(id).to_vec() {
        let successor = counted_as(definition, id, &choice);
        if codebook.code(id, successor).is_none() {
            codebook.hand_over(id, &choice, successor);
        }
    }
    let known = codebook.choices(id).iter();
    let successors = known.map(|choice| counted_as(definition, id, choice));
    let codes = successors.map(|choice| codebook.code(id, choice).unwrap_or(UNKNOWN));
    Some(std::iter::once(UNKNOWN).chain(codes).collect())
}
