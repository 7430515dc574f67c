//! What is counted of a case, packed small: a few bytes a case, so that a million cases are in memory in a moment.

use super::codebook::{Codebook, CodesExhausted};
use super::entries;
use super::entries::{CountedEntry, EntryLayout};
use super::values::{
    NEVER, UNKNOWN, code_of, day_number, read_code, take, ten_thousandths_of, write_code, yes_no,
};
use crate::register::case::case_file::CaseState;
use crate::register::case::entry::EntryState;
use crate::register::case::value::Value;
use crate::register::definition::field::FieldKind;
use crate::register::definition::parts::EndsAt;
use crate::register::definition::register::Definition;
use crate::register::definition::reserved::{OUTCOME, STATUS};
use crate::register::rules::person::PersonFields;

/// Which things of a register are counted, in the order in which they are packed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Layout {
    /// The subset flags of the outcome.
    pub flags: Vec<String>,
    /// The status and the counted fields, each with its kind: a choice, several choices, or yes and no.
    pub fields: Vec<(String, FieldKind)>,
    /// What ends a case by itself, and the status it has then.
    pub ends_at: Option<(EndsAt, Option<String>)>,
    /// Whether cases are prepared before they begin.
    pub prepared: bool,
    /// The kind of entry that is one more report of the same problem, where reports are counted apart from cases.
    pub report: Option<String>,
    /// The number fields that are summed and averaged.
    pub numbers: Vec<String>,
    /// The birth date from which ages follow.
    pub born: Option<String>,
    /// The fields that tell whom a case is about, where persons are counted apart from cases.
    pub person: Option<PersonFields>,
    /// The kinds of entry that are counted.
    pub entries: Vec<EntryLayout>,
}

/// What is counted of one case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Counted {
    /// When it ran, in order.
    pub spells: Vec<CountedSpell>,
    /// The day on which its preparation began and the day from which it was over, or [`NEVER`] twice where there was none:
    /// it began, or ended without ever beginning.
    pub prepared: (i32, i32),
    /// For every field of the layout its code, or the bits of its codes where it takes several.
    pub codes: Vec<u64>,
    /// The days of the reports that came after the one that made the case, in order.
    pub reports: Vec<i32>,
    /// For every number of the layout its ten-thousandths, or [`NO_NUMBER`](super::values::NO_NUMBER).
    pub numbers: Vec<i64>,
    /// The day of birth from which ages follow, or [`NEVER`].
    pub born: i32,
    /// The code of whom it is about: the same for every case about that person, and zero where that is not known.
    pub person: u64,
    /// What is counted of its timeline, which is packed apart.
    pub entries: Vec<CountedEntry>,
}

impl Default for Counted {
    /// Nothing is known yet.
    fn default() -> Self {
        Self {
            spells: Vec::new(),
            prepared: (NEVER, NEVER),
            codes: Vec::new(),
            reports: Vec::new(),
            numbers: Vec::new(),
            born: NEVER,
            person: 0,
            entries: Vec::new(),
        }
    }
}

/// What is counted of one spell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CountedSpell {
    /// The day it was opened.
    pub opened: i32,
    /// The day from which it counts as closed, or [`NEVER`].
    pub closed: i32,
    /// The code of its outcome, or [`UNKNOWN`].
    pub outcome: u16,
    /// Two bits a flag: 0 unknown, 1 yes, 2 no.
    pub flags: u64,
}

impl Layout {
    /// What is counted of the cases of this register.
    pub fn of(definition: &Definition) -> Self {
        let mut fields = Vec::new();
        if !definition.statuses.is_empty() {
            fields.push((STATUS.to_owned(), FieldKind::Choice));
        }
        for field in definition.counted_fields() {
            fields.push((field.id.clone(), field.kind));
        }
        let flags = definition
            .flags()
            .iter()
            .map(|flag| flag.id.clone())
            .collect();
        let numbers = definition.number_fields();
        let ends_at = definition.ends_at.clone();
        let over = definition.first_status(false);
        let over = over.map(|status| status.choice.id.clone());
        Self {
            flags,
            fields,
            ends_at: ends_at.map(|ends_at| (ends_at, over)),
            prepared: definition.preparation.is_some(),
            report: definition.report_kind().map(|kind| kind.id.clone()),
            numbers: numbers.map(|field| field.id.clone()).collect(),
            born: definition.birth_field().map(|field| field.id.clone()),
            person: PersonFields::of(definition),
            entries: definition.counted_kinds().map(EntryLayout::of).collect(),
        }
    }

    /// A line that is the same for two layouts only when what they pack means the same; kept with what was packed.
    pub fn signature(&self) -> String {
        let fields = self.fields.iter().map(|(id, kind)| kind.marked(id));
        let mut signature = format!(
            "{}|{}",
            self.flags.join(","),
            fields.collect::<Vec<_>>().join(",")
        );
        if let Some((EndsAt { fields, outcome }, over)) = &self.ends_at {
            signature += &format!("|ends {} {outcome} {over:?}", fields.join(","));
        }
        if self.prepared {
            signature += "|prepared";
        }
        if let Some(report) = &self.report {
            signature += &format!("|{report}");
        }
        if !self.numbers.is_empty() {
            signature += &format!("|#{}", self.numbers.join(","));
        }
        if let Some(born) = &self.born {
            signature += &format!("|born {born}");
        }
        if let Some(person) = &self.person {
            signature += &format!("|person {}", person.signature());
        }
        signature + &entries::signature(&self.entries)
    }

    /// What is counted of this case and of what stands on its timeline.
    ///
    /// # Errors
    /// A field with several choices has had more of them than there are bits.
    pub fn count(
        &self,
        state: &CaseState,
        timeline: &[EntryState],
        codebook: &mut Codebook,
    ) -> Result<Counted, CodesExhausted> {
        let mut spells = state.spells.clone();
        if let (Some((ends_at, over)), Some(last)) = (&self.ends_at, spells.last_mut()) {
            last.closed = ends_at.ending(&state.values, last);
            // On a day on which it is over it is counted with this status, so that there has to be a code for it.
            if let Some(id) = over {
                codebook.learn(STATUS, id);
            }
        }
        let spells = spells.iter().map(|spell| {
            let mut counted = CountedSpell {
                opened: day_number(spell.opened),
                closed: NEVER,
                outcome: UNKNOWN,
                flags: 0,
            };
            if let Some(closing) = &spell.closed {
                counted.closed = day_number(closing.date);
                if let Some(outcome) = &closing.outcome {
                    counted.outcome = codebook.learn(OUTCOME, outcome);
                }
                for (at, flag) in self.flags.iter().enumerate() {
                    let bits = closing.flags.get(flag).map_or(UNKNOWN, |set| yes_no(*set));
                    counted.flags |= u64::from(bits) << (2 * at);
                }
            }
            counted
        });
        let spells = spells.collect();
        let mut codes = Vec::with_capacity(self.fields.len());
        for (id, kind) in &self.fields {
            let value = state.values.get(id);
            codes.push(match &state.status {
                Some(status) if id == STATUS => codebook.learn(id, status).into(),
                _ => code_of(id, *kind, value, codebook)?,
            });
        }
        let numbers = self.numbers.iter();
        let numbers = numbers.map(|id| ten_thousandths_of(state.values.get(id)));
        let born = match self.born.as_ref().and_then(|id| state.values.get(id)) {
            Some(Value::Date(day)) => day_number(*day),
            _ => NEVER,
        };
        let person = self.person.as_ref();
        Ok(Counted {
            spells,
            prepared: prepared(state),
            codes,
            reports: self.reports(timeline),
            numbers: numbers.collect(),
            born,
            person: person.map_or(0, |fields| fields.code(state)),
            entries: entries::count(&self.entries, timeline, codebook)?,
        })
    }

    /// The days of the further reports on a timeline. What was taken back never came in.
    fn reports(&self, timeline: &[EntryState]) -> Vec<i32> {
        let Some(report) = &self.report else {
            return Vec::new();
        };
        let mut days: Vec<i32> = timeline
            .iter()
            .filter(|entry| !entry.withdrawn && entry.kind == *report)
            .map(|entry| day_number(entry.happened.date()))
            .collect();
        days.sort_unstable();
        days
    }

    /// Packs what is counted into bytes that [`Layout::unpack`] reads.
    pub fn pack(&self, counted: &Counted) -> Vec<u8> {
        let mut packed = Vec::with_capacity(2 + 18 * counted.spells.len() + 2 * self.fields.len());
        packed.extend(
            u16::try_from(counted.spells.len())
                .unwrap_or(u16::MAX)
                .to_le_bytes(),
        );
        for spell in &counted.spells {
            packed.extend(spell.opened.to_le_bytes());
            packed.extend(spell.closed.to_le_bytes());
            packed.extend(spell.outcome.to_le_bytes());
            packed.extend(spell.flags.to_le_bytes());
        }
        if self.prepared {
            let (since, until) = counted.prepared;
            packed.extend(since.to_le_bytes());
            packed.extend(until.to_le_bytes());
        }
        for ((_, kind), code) in self.fields.iter().zip(&counted.codes) {
            write_code(*kind, *code, &mut packed);
        }
        if self.report.is_some() {
            let most = counted.reports.len().min(usize::from(u16::MAX));
            packed.extend(u16::try_from(most).unwrap_or(u16::MAX).to_le_bytes());
            for day in &counted.reports[..most] {
                packed.extend(day.to_le_bytes());
            }
        }
        packed.extend(
            counted
                .numbers
                .iter()
                .flat_map(|number| number.to_le_bytes()),
        );
        if self.born.is_some() {
            packed.extend(counted.born.to_le_bytes());
        }
        if self.person.is_some() {
            packed.extend(counted.person.to_le_bytes());
        }
        packed
    }

    /// Packs what is counted of entries into bytes that [`Layout::unpack_entries`] reads.
    pub fn pack_entries(&self, entries: &[CountedEntry]) -> Vec<u8> {
        entries::pack(&self.entries, entries)
    }

    /// Reads what [`Layout::pack_entries`] wrote, and hands every entry to `visit`. `None` when the bytes were packed by
    /// another layout or are damaged.
    pub fn unpack_entries(&self, packed: &[u8], visit: impl FnMut(&CountedEntry)) -> Option<()> {
        entries::unpack(&self.entries, packed, visit)
    }

    /// Reads what [`Layout::pack`] wrote into `counted`, whose room is used again. `None` when the bytes were packed by
    /// another layout or are damaged.
    pub fn unpack(&self, packed: &[u8], counted: &mut Counted) -> Option<()> {
        let mut bytes = packed;
        let spells = u16::from_le_bytes(take(&mut bytes)?);
        counted.spells.clear();
        for _ in 0..spells {
            counted.spells.push(CountedSpell {
                opened: i32::from_le_bytes(take(&mut bytes)?),
                closed: i32::from_le_bytes(take(&mut bytes)?),
                outcome: u16::from_le_bytes(take(&mut bytes)?),
                flags: u64::from_le_bytes(take(&mut bytes)?),
            });
        }
        counted.prepared = match self.prepared {
            true => (
                i32::from_le_bytes(take(&mut bytes)?),
                i32::from_le_bytes(take(&mut bytes)?),
            ),
            false => (NEVER, NEVER),
        };
        counted.codes.clear();
        for (_, kind) in &self.fields {
            counted.codes.push(read_code(*kind, &mut bytes)?);
        }
        counted.reports.clear();
        if self.report.is_some() {
            for _ in 0..u16::from_le_bytes(take(&mut bytes)?) {
                counted.reports.push(i32::from_le_bytes(take(&mut bytes)?));
            }
        }
        counted.numbers.clear();
        for _ in &self.numbers {
            counted.numbers.push(i64::from_le_bytes(take(&mut bytes)?));
        }
        counted.born = match self.born {
            Some(_) => i32::from_le_bytes(take(&mut bytes)?),
            None => NEVER,
        };
        counted.person = match self.person {
            Some(_) => u64::from_le_bytes(take(&mut bytes)?),
            None => 0,
        };
        bytes.is_empty().then_some(())
    }
}

/// The day on which the preparation of a case began and the day from which it was over.
fn prepared(state: &CaseState) -> (i32, i32) {
    let Some(preparation) = &state.preparation else {
        return (NEVER, NEVER);
    };
    let ended = preparation.closed.as_ref().map(|closing| closing.date);
    let over = state.opened().or(ended);
    (
        day_number(preparation.opened),
        over.map_or(NEVER, day_number),
    )
}
