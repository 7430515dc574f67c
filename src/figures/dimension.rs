//! A dimension of a figure over the columns: a counted field, the status, stand, outcome, a subset flag or days.

use chrono::NaiveDate;

use crate::register::{Definition, Derived, FieldKind, Layout, OUTCOME, STAND, STATUS, UNKNOWN};

use super::codes::Codes;
use super::columns::Columns;
use super::derived::DerivedKeys;
use super::error::FigureError;
use super::keys::{FINISHED, NO, RUNNING, UNKNOWN_KEY, YES, check_dimension, choices};
use super::period::Period;
use super::spells::Ending;

/// A dimension that a figure can be split by, over the columns of one register.
#[derive(Clone, Debug)]
pub(super) struct Dimension {
    source: Source,
    /// The codes of the outcomes that a flag is a subset of.
    of: Vec<u16>,
    /// The key of every code, the unknown first; a code that has no key any more keeps its id.
    pub keys: Vec<String>,
    /// The codes in the order in which they are shown.
    order: Vec<usize>,
    /// For every code the days during which it is shown also where it counts nothing.
    offered: Vec<Option<Period>>,
}

/// Where the codes of a dimension come from.
#[derive(Clone, Debug)]
enum Source {
    Stand,
    Outcome,
    /// The flag's place in the layout.
    Flag(usize),
    /// The field's place in the layout.
    Field(usize),
    /// The status where cases end by themselves: its place in the layout, of every code whether it is one of cases that
    /// run, and the code that such a case has once it is over.
    StatusThen {
        at: usize,
        runs: Vec<bool>,
        over: u32,
    },
    /// The days of the case.
    Days(DerivedKeys),
}

/// All days there are.
const ALWAYS: Period = Period {
    from: NaiveDate::MIN,
    to: NaiveDate::MAX,
};

impl Dimension {
    /// The dimension with this id over these columns.
    pub fn over(columns: &Columns, id: &str) -> Result<Self, FigureError> {
        let definition = columns.definition();
        check_dimension(definition, id)?;
        let Layout { flags, fields, .. } = columns.layout();
        let source = if id == STAND {
            Source::Stand
        } else if id == OUTCOME {
            Source::Outcome
        } else if let Some(flag) = flags.iter().position(|flag| flag == id) {
            Source::Flag(flag)
        } else if let Some(derived) = Derived::named(id) {
            Source::Days(DerivedKeys::over(columns, derived))
        } else {
            // Everything that is known and none of the above is a field of the layout.
            Source::Field(
                fields
                    .iter()
                    .position(|(field, _)| field == id)
                    .unwrap_or_default(),
            )
        };
        let yes_no = matches!(source, Source::Flag(_))
            || definition
                .field(id)
                .is_some_and(|field| field.kind == FieldKind::YesNo);
        let mut keys = vec![UNKNOWN_KEY.to_owned()];
        match &source {
            Source::Days(derived) => keys.clone_from(&derived.keys),
            Source::Stand => keys.extend([RUNNING, FINISHED].map(str::to_owned)),
            _ if yes_no => keys.extend([YES, NO].map(str::to_owned)),
            Source::Outcome | Source::Flag(_) | Source::Field(_) | Source::StatusThen { .. } => {
                keys.extend(columns.codebook().choices(id).iter().cloned());
                // Choices that no case has had yet have no code; they get one behind the others.
                for choice in choices(definition, id) {
                    if !keys.contains(&choice.id) {
                        keys.push(choice.id.clone());
                    }
                }
            }
        }
        if matches!(source, Source::Outcome | Source::Flag(_)) {
            keys.push(RUNNING.to_owned());
        }
        let subset = definition.flag(id).map_or(&[][..], |flag| &flag.of);
        let code = |outcome: &String| columns.codebook().code(OUTCOME, outcome);
        let of = subset.iter().filter_map(code).collect();
        let (order, mut offered) = shown(definition, id, &keys);
        let source = match source {
            Source::Field(at) if id == STATUS => status_then(definition, at, &keys),
            source => source,
        };
        if let Source::Days(derived) = &source
            && derived.is_stretch()
        {
            offered.fill(None);
        }
        Ok(Self {
            source,
            of,
            keys,
            order,
            offered,
        })
    }

    /// The place in the layout of the field whose codes these are; none of what depends on the period.
    pub fn stored(&self) -> Option<usize> {
        match self.source {
            Source::Field(at) => Some(at),
            _ => None,
        }
    }

    /// Whether this is how a case stands on the reference date: running or finished.
    pub fn is_stand(&self) -> bool {
        matches!(self.source, Source::Stand)
    }

    /// Whether a case can have several of the keys, so that the parts do not add up.
    pub fn several(&self, columns: &Columns) -> bool {
        matches!(self.codes(columns), Some(Codes::Several(_)))
    }

    /// The code of a key.
    pub fn code(&self, key: &str) -> Option<usize> {
        self.keys.iter().position(|known| known == key)
    }

    /// The codes to show in these periods, in order, given which of them count anything.
    pub fn shown_codes(&self, periods: &[Period], counts: impl Fn(usize) -> bool) -> Vec<usize> {
        let offered = |code: usize| {
            let days = self.offered[code];
            let meet = |days: Period| {
                let mut periods = periods.iter();
                periods.any(|period| days.from <= period.to && period.from <= days.to)
            };
            days.is_some_and(meet)
        };
        let mut shown: Vec<usize> = self
            .order
            .iter()
            .copied()
            .filter(|code| offered(*code) || counts(*code))
            .collect();
        if let Source::Days(derived) = &self.source
            && derived.is_stretch()
        {
            // Between two months that count something lies none that is left out.
            let dated =
                |code: &&usize| ![UNKNOWN_KEY, RUNNING].contains(&self.keys[**code].as_str());
            let counted = shown.iter().filter(dated);
            if let (Some(first), Some(last)) = (counted.clone().min(), counted.max()) {
                let (first, last) = (*first, *last);
                let stretch = |code: &usize| (first..=last).contains(code) || shown.contains(code);
                shown = self.order.iter().copied().filter(stretch).collect();
            }
        }
        shown
    }

    fn codes<'a>(&self, columns: &'a Columns) -> Option<&'a Codes> {
        match self.source {
            Source::Field(at) | Source::StatusThen { at, .. } => columns.codes(at),
            _ => None,
        }
    }

    /// Adds the code of every row from `start` on, on the reference date `to`, to the mixed-radix number in `into`. Only for
    /// dimensions of which a case has one key.
    pub fn mix(
        &self,
        columns: &Columns,
        start: usize,
        to: i32,
        closing: impl Fn(usize) -> bool,
        ending: impl Fn(usize) -> Ending,
        into: &mut [u32],
    ) {
        let size = self.keys.len() as u32;
        match (&self.source, self.codes(columns)) {
            (Source::StatusThen { runs, over, .. }, Some(Codes::One(codes))) => {
                for (at, mixed) in into.iter_mut().enumerate() {
                    let code = u32::from(codes[start + at]);
                    let is_over = matches!(ending(at), Ending::Ended { .. });
                    let left = is_over && runs.get(code as usize).copied().unwrap_or(false);
                    *mixed = *mixed * size + if left { *over } else { code };
                }
            }
            (_, Some(Codes::One(codes))) => {
                for (mixed, code) in into.iter_mut().zip(&codes[start..]) {
                    *mixed = *mixed * size + u32::from(*code);
                }
            }
            (Source::Days(derived), _) => {
                for (at, mixed) in into.iter_mut().enumerate() {
                    *mixed = *mixed * size + derived.code(columns, start + at, to);
                }
            }
            (Source::Stand, _) => {
                for (at, mixed) in into.iter_mut().enumerate() {
                    *mixed = *mixed * size + if closing(at) { 1 } else { 2 };
                }
            }
            _ => {
                for (at, mixed) in into.iter_mut().enumerate() {
                    *mixed = *mixed * size + self.ended_code(ending(at));
                }
            }
        }
    }

    /// For every code its place in the order in which the keys are shown.
    pub fn places(&self) -> Vec<u32> {
        let mut places = vec![u32::MAX; self.keys.len()];
        for (place, code) in (0..).zip(&self.order) {
            places[*code] = place;
        }
        places
    }

    /// The code that is stored for a row; `None` for what depends on the period.
    pub fn stored_code(&self, columns: &Columns, row: usize) -> Option<u16> {
        match self.codes(columns)? {
            Codes::One(codes) => codes.get(row).copied(),
            Codes::Several(_) => None,
        }
    }

    /// The bits of the several choices of a row; `None` where a case has only one key.
    pub fn bits(&self, columns: &Columns, row: usize) -> Option<u64> {
        match self.codes(columns)? {
            Codes::Several(bits) => Some(bits[row]),
            Codes::One(_) => None,
        }
    }

    /// The code of everything that belongs to the end of a spell.
    fn ended_code(&self, ending: Ending) -> u32 {
        match (&self.source, ending) {
            (_, Ending::Running) => self.keys.len() as u32 - 1,
            (Source::Flag(at), Ending::Ended { outcome, flags }) => {
                match ((flags >> (2 * at)) & 3) as u32 {
                    // A closure is unknown only where there could have been one: other outcomes have none.
                    0 if outcome != UNKNOWN && !self.of.contains(&outcome) => 2,
                    code => code,
                }
            }
            (_, Ending::Ended { outcome, .. }) => outcome.into(),
        }
    }
}

/// The status as a source: where cases end by themselves it is, once a case is over, the first of those that ended.
fn status_then(definition: &Definition, at: usize, keys: &[String]) -> Source {
    let over = definition.first_status(false);
    let place = |id: &String| keys.iter().position(|key| key == id);
    let over = over.and_then(|status| place(&status.choice.id));
    match over.filter(|_| definition.ends_at.is_some()) {
        Some(over) => Source::StatusThen {
            at,
            runs: keys
                .iter()
                .map(|key| definition.status(key).is_some_and(|status| status.open))
                .collect(),
            over: over as u32,
        },
        None => Source::Field(at),
    }
}

/// The codes in the order of the definition, with the days on which each is offered: unknown comes last, running first.
fn shown(definition: &Definition, id: &str, keys: &[String]) -> (Vec<usize>, Vec<Option<Period>>) {
    let choices = choices(definition, id);
    let lost = usize::MAX - 1;
    let place = |key: &String| match key.as_str() {
        UNKNOWN_KEY => usize::MAX,
        RUNNING => 0,
        key => choices
            .iter()
            .position(|choice| choice.id == key)
            .map_or_else(
                // Fixed keys keep their own order; a choice the definition lost comes after those it has.
                || if choices.is_empty() { 1 } else { lost },
                |place| place + 1,
            ),
    };
    // Lost choices by their ids: the order of their codes is that in which cases happened to use them.
    let mut order: Vec<usize> = (0..keys.len()).collect();
    order.sort_by_key(|code| {
        let (key, place) = (&keys[*code], place(&keys[*code]));
        (place, Some(key).filter(|_| place == lost))
    });
    let offered =
        keys.iter()
            .map(
                |key| match choices.iter().find(|choice| choice.id == *key) {
                    Some(choice) => (choice.is_current() && !choice.businesses).then(|| Period {
                        from: choice.from.unwrap_or(ALWAYS.from),
                        to: choice.until.unwrap_or(ALWAYS.to),
                    }),
                    None => (choices.is_empty() && key != UNKNOWN_KEY || key == RUNNING)
                        .then_some(ALWAYS),
                },
            )
            .collect();
    (order, offered)
}
