//! Choices that were merged count as one: where columns are loaded, the code of a choice that went on as another one
//! becomes the code of that other one. What is stored stays as it is, so that a merge can be taken back.

use std::sync::Arc;

use crate::register::{OUTCOME, UNKNOWN};

use super::columns::{Codes, Columns};
use super::keys::{choices, counted_as};

impl Columns {
    /// Counts every choice as the one as which it goes on.
    pub(super) fn go_on(&mut self) {
        let definition = Arc::clone(&self.definition);
        let fields = self.layout.fields.iter().map(|(id, _)| id.as_str());
        let ids: Vec<String> = fields.chain([OUTCOME]).map(str::to_owned).collect();
        for (at, id) in ids.iter().enumerate() {
            let choices = choices(&definition, id);
            if choices.iter().all(|choice| choice.replaced_by.is_none()) {
                continue;
            }
            // A successor that no case chose yet takes over the code of the first that goes on as it.
            for choice in self.codebook.choices(id).to_vec() {
                let successor = counted_as(&definition, id, &choice);
                if self.codebook.code(id, successor).is_none() {
                    self.codebook.hand_over(id, &choice, successor);
                }
            }
            // By code, the unknown first: every code becomes itself, or that of its successor.
            let known = self.codebook.choices(id).iter();
            let successors = known.map(|choice| counted_as(&definition, id, choice));
            let codes = successors.map(|choice| self.codebook.code(id, choice).unwrap_or(UNKNOWN));
            let becomes: Vec<u16> = std::iter::once(UNKNOWN).chain(codes).collect();
            match self.fields.get_mut(at) {
                Some(Codes::One(codes)) => replace(codes, &becomes),
                Some(Codes::Several(bits)) => replace_bits(bits, &becomes),
                None => {
                    replace(&mut self.outcome, &becomes);
                    let spells = self.reopened.iter_mut().flat_map(|case| &mut case.spells);
                    for spell in spells {
                        spell.outcome = becomes[usize::from(spell.outcome)];
                    }
                }
            }
        }
    }
}

fn replace(codes: &mut [u16], becomes: &[u16]) {
    for code in codes {
        *code = becomes[usize::from(*code)];
    }
}

fn replace_bits(bits: &mut [u64], becomes: &[u16]) {
    for bits in bits {
        let set = (1..becomes.len()).filter(|code| *bits >> (code - 1) & 1 == 1);
        *bits = set.fold(0, |all, code| all | 1 << (becomes[code] - 1));
    }
}
