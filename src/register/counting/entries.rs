//! What is counted of the entries on a timeline, packed small: apart from the case, so that only the cases that have such
//! entries pay for them.

use super::codebook::{Codebook, CodesExhausted};
use super::values::{code_of, day_number, read_code, take, ten_thousandths_of, write_code};
use crate::register::case::entry::EntryState;
use crate::register::definition::entry_kind::EntryKind;
use crate::register::definition::field::FieldKind;

/// Which things of a kind of entry are counted, in the order in which they are packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EntryLayout {
    /// The kind.
    pub kind: String,
    /// The counted fields, each with its kind of value.
    pub fields: Vec<(String, FieldKind)>,
    /// The number fields that are summed and averaged.
    pub numbers: Vec<String>,
}

/// What is counted of one entry.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CountedEntry {
    /// The place of its kind in the layout.
    pub kind: u16,
    /// The day on which it happened.
    pub day: i32,
    /// For every field of its kind the code, or the bits of the codes where it takes several.
    pub codes: Vec<u64>,
    /// For every number of its kind the ten-thousandths, or [`NO_NUMBER`](super::values::NO_NUMBER).
    pub numbers: Vec<i64>,
}

/// What is counted of a case, as it is packed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packed<'a> {
    /// Of the case itself.
    Case(&'a [u8]),
    /// Of what stands on its timeline.
    Entries(&'a [u8]),
}

impl EntryLayout {
    /// What is counted of entries of this kind.
    pub(super) fn of(kind: &EntryKind) -> Self {
        let splits = kind.fields.iter().filter(|field| field.splits());
        let numbers = kind.number_fields();
        Self {
            kind: kind.id.clone(),
            fields: splits.map(|field| (field.id.clone(), field.kind)).collect(),
            numbers: numbers.map(|field| field.id.clone()).collect(),
        }
    }

    /// The name under which the codes of a field are kept: two kinds of entry may have fields of one name, and the case too.
    pub fn codes_of(&self, field: &str) -> String {
        format!("{}/{field}", self.kind)
    }

    fn count(
        &self,
        kind: u16,
        entry: &EntryState,
        codebook: &mut Codebook,
    ) -> Result<CountedEntry, CodesExhausted> {
        let mut codes = Vec::with_capacity(self.fields.len());
        for (id, kind) in &self.fields {
            let value = entry.values.get(id);
            codes.push(code_of(&self.codes_of(id), *kind, value, codebook)?);
        }
        let numbers = self.numbers.iter();
        let numbers = numbers.map(|id| ten_thousandths_of(entry.values.get(id)));
        Ok(CountedEntry {
            kind,
            day: day_number(entry.happened.date()),
            codes,
            numbers: numbers.collect(),
        })
    }
}

/// A line that is the same for two layouts only when what they pack of entries means the same; empty where no entries
/// are counted.
pub(super) fn signature(layouts: &[EntryLayout]) -> String {
    let kinds = layouts.iter().map(|layout| {
        let fields = layout.fields.iter();
        let fields: Vec<String> = fields.map(|(id, kind)| kind.marked(id)).collect();
        let numbers = layout.numbers.join(",");
        format!("|entry {} {} #{numbers}", layout.kind, fields.join(","))
    });
    kinds.collect()
}

/// What is counted of the entries on a timeline, in its order. What was taken back never happened.
pub(super) fn count(
    layouts: &[EntryLayout],
    timeline: &[EntryState],
    codebook: &mut Codebook,
) -> Result<Vec<CountedEntry>, CodesExhausted> {
    let mut counted = Vec::new();
    if layouts.is_empty() {
        return Ok(counted);
    }
    for entry in timeline.iter().filter(|entry| !entry.withdrawn) {
        let mut kinds = (0..).zip(layouts);
        if let Some((at, layout)) = kinds.find(|(_, layout)| layout.kind == entry.kind) {
            counted.push(layout.count(at, entry, codebook)?);
        }
    }
    Ok(counted)
}

/// Packs what is counted of entries into bytes that [`unpack`] reads.
pub(super) fn pack(layouts: &[EntryLayout], entries: &[CountedEntry]) -> Vec<u8> {
    let mut packed = Vec::new();
    for entry in entries {
        let Some(layout) = layouts.get(usize::from(entry.kind)) else {
            continue;
        };
        packed.extend(entry.kind.to_le_bytes());
        packed.extend(entry.day.to_le_bytes());
        for ((_, kind), code) in layout.fields.iter().zip(&entry.codes) {
            write_code(*kind, *code, &mut packed);
        }
        packed.extend(entry.numbers.iter().flat_map(|number| number.to_le_bytes()));
    }
    packed
}

/// Reads what [`pack`] wrote, and hands every entry to `visit`. `None` when the bytes were packed by
/// another layout or are damaged.
pub(super) fn unpack(
    layouts: &[EntryLayout],
    packed: &[u8],
    mut visit: impl FnMut(&CountedEntry),
) -> Option<()> {
    let mut bytes = packed;
    let mut entry = CountedEntry::default();
    while !bytes.is_empty() {
        entry.kind = u16::from_le_bytes(take(&mut bytes)?);
        let layout = layouts.get(usize::from(entry.kind))?;
        entry.day = i32::from_le_bytes(take(&mut bytes)?);
        entry.codes.clear();
        for (_, kind) in &layout.fields {
            entry.codes.push(read_code(*kind, &mut bytes)?);
        }
        entry.numbers.clear();
        for _ in &layout.numbers {
            let number = i64::from_le_bytes(take(&mut bytes)?);
            entry.numbers.push(number);
        }
        visit(&entry);
    }
    Some(())
}
