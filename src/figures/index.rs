//! The counts of a whole register up to every day: any figure of a whole register, or of it split by one field, follows
//! for any period from a few look-ups.
//!
//! The spells of a case lie behind one another and do not overlap. So what runs at the end of a day is the number of spells
//! opened up to that day less the number closed up to it, in the whole and for every key of a field. First openings are
//! openings less those of the few spells that follow on another one; whether such a case was reopened in a period follows
//! from the days on which it lay closed. Of cases whose spells are not in order, as only a damaged file has them, there
//! is no index, and they are walked.

use crate::register::{CountedSpell, Kind, NEVER, day_number};

use super::columns::{Codes, Columns};
use super::measure::{Balance, Measure};
use super::period::Period;
use super::selection::Slice;
use super::split::{Axis, Split, Tally};

/// The place of running among the codes of `stand`, and that of finished.
const STANDS: (usize, usize) = (1, 2);

/// The counts up to every day, of the whole register and for every code of its fields.
#[derive(Clone, Debug)]
pub(super) struct Index {
    whole: Moves,
    fields: Vec<Vec<Moves>>,
    /// By the day of reopening.
    gaps: Vec<Gap>,
}

/// How many spells were opened and closed up to every day.
#[derive(Clone, Debug, Default)]
struct Moves {
    opened: Steps,
    closed: Steps,
}

/// How often something happened up to a day, for every day on which it did.
#[derive(Clone, Debug, Default)]
struct Steps(Vec<(i32, u32)>);

/// The days on which a case lay closed before it was reopened.
#[derive(Clone, Copy, Debug)]
struct Gap {
    closed: i32,
    reopened: i32,
    row: usize,
}

/// How many spells were opened and closed up to a day.
#[derive(Clone, Copy, Debug)]
struct UpTo {
    opened: u64,
    closed: u64,
}

impl Steps {
    /// It happened once more, on this day or before any later one.
    fn add(&mut self, day: i32) {
        match self.0.last_mut() {
            Some((last, count)) if *last == day => *count += 1,
            last => {
                let before = last.map_or(0, |(_, count)| *count);
                self.0.push((day, before + 1));
            }
        }
    }

    fn up_to(&self, day: i32) -> u64 {
        let after = self.0.partition_point(|(on, _)| *on <= day);
        let last = after.checked_sub(1).and_then(|at| self.0.get(at));
        last.map_or(0, |(_, count)| (*count).into())
    }
}

impl Moves {
    fn up_to(&self, day: i32) -> UpTo {
        UpTo {
            opened: self.opened.up_to(day),
            closed: self.closed.up_to(day),
        }
    }

    /// What these days did, had no case been reopened; of events that they happened.
    fn during(&self, (from, to): (i32, i32)) -> Balance {
        let (before, then) = (self.up_to(from - 1), self.up_to(to));
        Balance {
            opening: before.running(),
            inflow: then.opened - before.opened,
            reopened: 0,
            finished: 0,
            closing: then.running(),
        }
    }
}

impl UpTo {
    fn running(self) -> u64 {
        self.opened - self.closed
    }
}

impl Gap {
    /// What is put right in a balance for a case that was reopened in a period: it did not begin then.
    fn put_right(self, balance: &mut Balance, from: i32) {
        balance.inflow -= 1;
        balance.reopened += u64::from(self.closed < from);
    }
}

impl Index {
    /// The index of these cases; none where their spells are not in order.
    pub fn of(columns: &Columns) -> Option<Self> {
        let events = columns.definition().kind == Kind::Event;
        if events && !columns.reopened.is_empty() {
            return None;
        }
        let (mut opened, mut closed) = (Vec::with_capacity(columns.len()), Vec::new());
        let mut gaps = Vec::new();
        let mut reopened = columns.reopened.iter().peekable();
        for row in 0..columns.len() {
            let one = [columns.last_spell(row)];
            let spells = match reopened.next_if(|case| case.row == row) {
                Some(case) => &case.spells[..],
                None => &one[..],
            };
            let mut before: Option<i32> = None;
            for spell in spells {
                if spell.closed < spell.opened || before.is_some_and(|day| day > spell.opened) {
                    return None;
                }
                opened.push((spell.opened, row));
                if spell.closed != NEVER && !events {
                    closed.push((spell.closed, row));
                }
                gaps.extend(before.map(|closed| Gap {
                    closed,
                    reopened: spell.opened,
                    row,
                }));
                before = Some(spell.closed);
            }
        }
        opened.sort_unstable();
        closed.sort_unstable();
        gaps.sort_unstable_by_key(|gap| gap.reopened);
        let mut whole = Moves::default();
        opened.iter().for_each(|(day, _)| whole.opened.add(*day));
        closed.iter().for_each(|(day, _)| whole.closed.add(*day));
        let fields = columns.fields.iter();
        let fields = fields
            .map(|codes| by_code(codes, &opened, &closed))
            .collect();
        Some(Self {
            whole,
            fields,
            gaps,
        })
    }

    /// The first day on which anything was opened.
    pub fn first_day(&self) -> Option<i32> {
        let first = self.whole.opened.0.first().map(|(day, _)| *day);
        first.filter(|day| *day != NEVER)
    }

    /// The cases that were reopened on these days.
    fn gaps_in(&self, (from, to): (i32, i32)) -> &[Gap] {
        let begin = self.gaps.partition_point(|gap| gap.reopened < from);
        let end = self.gaps.partition_point(|gap| gap.reopened <= to);
        &self.gaps[begin..end]
    }

    fn balance(&self, days: (i32, i32)) -> Balance {
        let mut balance = self.whole.during(days);
        for gap in self.gaps_in(days) {
            gap.put_right(&mut balance, days.0);
        }
        finished(balance)
    }

    /// The balance of every code of a field.
    fn balances(&self, columns: &Columns, field: usize, days: (i32, i32)) -> Vec<Balance> {
        let moves = self.fields[field].iter();
        let mut balances: Vec<Balance> = moves.map(|moves| moves.during(days)).collect();
        for gap in self.gaps_in(days) {
            each_code(&columns.fields[field], gap.row, |code| {
                gap.put_right(&mut balances[code], days.0);
            });
        }
        balances.into_iter().map(finished).collect()
    }
}

/// What began or ran, and runs no more, was finished.
fn finished(balance: Balance) -> Balance {
    Balance {
        finished: balance.handled() - balance.closing,
        ..balance
    }
}

/// The moves of every code that occurs, of days that are in order.
fn by_code(codes: &Codes, opened: &[(i32, usize)], closed: &[(i32, usize)]) -> Vec<Moves> {
    let mut moves: Vec<Moves> = Vec::new();
    for (day, row) in opened {
        each_code(codes, *row, |code| {
            if moves.len() <= code {
                moves.resize_with(code + 1, Moves::default);
            }
            moves[code].opened.add(*day);
        });
    }
    for (day, row) in closed {
        each_code(codes, *row, |code| moves[code].closed.add(*day));
    }
    moves
}

fn each_code(codes: &Codes, row: usize, mut visit: impl FnMut(usize)) {
    match codes {
        Codes::One(codes) => visit(codes[row].into()),
        Codes::Several(bits) if bits[row] == 0 => visit(0),
        Codes::Several(bits) => {
            let bits = bits[row];
            (0..64)
                .filter(|bit| bits >> bit & 1 == 1)
                .for_each(|bit| visit(bit + 1));
        }
    }
}

/// What is counted of a balance; reports are counted by other days. Events came in, and that is all they do.
fn counted(balance: Balance, measure: Measure) -> Option<u64> {
    match measure {
        Measure::Count => Some(balance.inflow),
        measure => balance.measure(measure),
    }
}

/// The days of a period, where they are in order.
fn days(period: Period) -> Option<(i32, i32)> {
    (period.from <= period.to).then(|| (day_number(period.from), day_number(period.to)))
}

impl Columns {
    /// The day number of the first day on which a case began, or anything happened.
    pub fn first_day(&self) -> Option<i32> {
        match &self.index {
            Some(index) => index.first_day(),
            None => (0..self.len()).map(|row| self.first_opened(row)).min(),
        }
    }

    /// The last spell of the case in this row.
    fn last_spell(&self, row: usize) -> CountedSpell {
        CountedSpell {
            opened: self.opened[row],
            closed: self.closed[row],
            outcome: self.outcome[row],
            flags: self.flags[row],
        }
    }

    /// The balance of a slice where it can be looked up; of events only how many came in.
    pub(super) fn look_up_balance(&self, slice: &Slice, period: Period) -> Option<Balance> {
        let index = self.index.as_ref().filter(|_| slice.is_whole())?;
        Some(index.balance(days(period)?))
    }

    /// How many there are of what a figure counts, where it can be looked up.
    pub(super) fn look_up_total(
        &self,
        slice: &Slice,
        period: Period,
        measure: Measure,
    ) -> Option<u64> {
        counted(self.look_up_balance(slice, period)?, measure)
    }

    /// The counts of a figure where they can be looked up: of the whole register, split by at most one stored field, and
    /// by `stand` where every case counts.
    pub(super) fn look_up(
        &self,
        split: &Split,
        slice: &Slice,
        period: Period,
        measure: Measure,
    ) -> Option<Tally<u64>> {
        let index = self.index.as_ref().filter(|_| slice.is_whole())?;
        let days = days(period)?;
        let mut fields = Vec::new();
        for dimension in split.dimensions() {
            match (dimension.stored(), measure) {
                (Some(field), _) => fields.push(field),
                (None, Measure::Handled) if dimension.is_stand() => {}
                (None, _) => return None,
            }
        }
        let balances = match (fields.as_slice(), measure) {
            (_, Measure::Reports) | ([_, _, ..], _) => return None,
            ([], _) => Vec::new(),
            ([field], _) => index.balances(self, *field, days),
        };
        let whole = index.balance(days);
        let count = |(code, stand): (Option<usize>, Option<usize>)| {
            let balance = match code {
                Some(code) => balances.get(code).copied().unwrap_or_default(),
                None => whole,
            };
            match stand {
                None => counted(balance, measure).unwrap_or(0),
                Some(stand) if stand == STANDS.0 => balance.closing,
                Some(stand) if stand == STANDS.1 => balance.finished,
                Some(_) => 0,
            }
        };
        let Split { rows, columns } = split;
        let mut counts = split.tally(0);
        for row in 0..rows.size {
            let (code, stand) = place(rows, row);
            counts.rows[row] = count((code, stand));
            for column in 0..columns.size {
                let (other, across) = place(columns, column);
                counts.cells[row * columns.size + column] =
                    count((code.or(other), stand.or(across)));
            }
        }
        for column in 0..columns.size {
            counts.columns[column] = count(place(columns, column));
        }
        counts.total = count((None, None));
        Some(counts)
    }
}

/// The code of the stored field and that of `stand` in a combination of one side, where they are on that side.
fn place(axis: &Axis, mut mixed: usize) -> (Option<usize>, Option<usize>) {
    let (mut code, mut stand) = (None, None);
    for dimension in axis.dimensions.iter().rev() {
        let size = dimension.keys.len();
        let of = if dimension.is_stand() {
            &mut stand
        } else {
            &mut code
        };
        *of = Some(mixed % size);
        mixed /= size;
    }
    (code, stand)
}
