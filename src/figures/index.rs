//! The counts of a whole register up to every day: any figure of a whole register, or of it split by one field, follows
//! for any period from a few look-ups.
//!
//! The spells of a case lie behind one another and do not overlap. So what runs at the end of a day is the number of spells
//! opened up to that day less the number closed up to it, in the whole and for every key of a field. First openings are
//! openings less those of the few spells that follow on another one; whether such a case was reopened in a period follows
//! from the days on which it lay closed. Of cases whose spells are not in order, as only a damaged file has them, there
//! is no index, and they are walked.

use crate::register::{CountedSpell, Kind, NEVER, UNKNOWN};

use super::codes::Codes;
use super::measure::Balance;
use super::period::DayNumbers;
use super::spells::Reopened;

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
    /// Counts one more on this day, which is no earlier than any before.
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

    /// The balance of these days if no case had been reopened; of events how many happened.
    fn during(&self, days: DayNumbers) -> Balance {
        let (before, then) = (self.up_to(days.from - 1), self.up_to(days.to));
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
    /// Corrects a balance for a case that was reopened in a period: it did not begin then.
    fn correct(self, balance: &mut Balance, from: i32) {
        balance.inflow -= 1;
        balance.reopened += u64::from(self.closed < from);
    }
}

impl Index {
    /// The index of these cases, given the last spell of each, all spells of those that were reopened, and the codes of
    /// their fields; none where spells are not in order.
    pub fn of(
        kind: Kind,
        last_opened: &[i32],
        last_closed: &[i32],
        reopened: &[Reopened],
        fields: &[Codes],
    ) -> Option<Self> {
        let events = kind == Kind::Event;
        if events && !reopened.is_empty() {
            return None;
        }
        let (mut opened, mut closed) = (Vec::with_capacity(last_opened.len()), Vec::new());
        let mut gaps = Vec::new();
        let mut reopened = reopened.iter().peekable();
        for (row, (from, to)) in last_opened.iter().zip(last_closed).enumerate() {
            let last = [CountedSpell {
                opened: *from,
                closed: *to,
                outcome: UNKNOWN,
                flags: 0,
            }];
            let spells = match reopened.next_if(|case| case.row == row) {
                Some(case) => &case.spells[..],
                None => &last[..],
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
        let fields = fields.iter();
        let fields = fields.map(|codes| by_code(codes, &opened, &closed));
        Some(Self {
            whole,
            fields: fields.collect(),
            gaps,
        })
    }

    /// The first day on which anything was opened.
    pub fn first_day(&self) -> Option<i32> {
        let first = self.whole.opened.0.first().map(|(day, _)| *day);
        first.filter(|day| *day != NEVER)
    }

    /// The balance of the whole register; of events only how many came in.
    pub fn balance(&self, days: DayNumbers) -> Balance {
        let mut balance = self.whole.during(days);
        for gap in self.gaps_in(days) {
            gap.correct(&mut balance, days.from);
        }
        finished(balance)
    }

    /// The balance of every code of the field at this place, which has these codes.
    pub fn balances(&self, field: usize, codes: &Codes, days: DayNumbers) -> Vec<Balance> {
        let moves = self.fields[field].iter();
        let mut balances: Vec<Balance> = moves.map(|moves| moves.during(days)).collect();
        for gap in self.gaps_in(days) {
            codes.each(gap.row, |code| {
                gap.correct(&mut balances[code], days.from);
            });
        }
        balances.into_iter().map(finished).collect()
    }

    /// The cases that were reopened on these days.
    fn gaps_in(&self, days: DayNumbers) -> &[Gap] {
        let begin = self.gaps.partition_point(|gap| gap.reopened < days.from);
        let end = self.gaps.partition_point(|gap| gap.reopened <= days.to);
        &self.gaps[begin..end]
    }
}

/// What began or ran, and runs no more, was finished.
fn finished(balance: Balance) -> Balance {
    Balance {
        finished: balance.handled() - balance.closing,
        ..balance
    }
}

/// The moves of every code that occurs, from days with their rows in order.
fn by_code(codes: &Codes, opened: &[(i32, usize)], closed: &[(i32, usize)]) -> Vec<Moves> {
    let mut moves: Vec<Moves> = Vec::new();
    for (day, row) in opened {
        codes.each(*row, |code| {
            if moves.len() <= code {
                moves.resize_with(code + 1, Moves::default);
            }
            moves[code].opened.add(*day);
        });
    }
    for (day, row) in closed {
        codes.each(*row, |code| moves[code].closed.add(*day));
    }
    moves
}
