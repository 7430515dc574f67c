//! What a figure can be split by: the counted fields of a register, its status, stand, outcome and subset flags.

use crate::language::{Explain, Language};
use crate::register::{
    Choice, Definition, FieldKind, Layout, NEVER, OUTCOME, STAND, STATUS, UNKNOWN, folded,
};

use super::columns::{Codes, Columns};

/// The key of what is not known: always shown when it is not zero.
pub const UNKNOWN_KEY: &str = "onbekend";
/// The key of what runs on the reference date, in `stand`, in outcomes and in their flags.
pub const RUNNING: &str = "lopend";
/// The key of what was finished in the period, in `stand`.
pub const FINISHED: &str = "afgerond";
/// The key of yes, in yes-no fields and subset flags.
pub const YES: &str = "ja";
/// The key of no.
pub const NO: &str = "nee";

/// Something a figure can be split by, over the columns of one register.
#[derive(Clone, Debug)]
pub(super) struct Dimension {
    source: Source,
    /// The codes of the outcomes that a flag is a subset of.
    of: Vec<u16>,
    /// The key of every code, the unknown first; a code that has no key any more keeps its id.
    pub keys: Vec<String>,
    /// The codes in the order in which they are shown.
    order: Vec<usize>,
    /// For every code whether it is shown also where it counts nothing.
    offered: Vec<bool>,
}

/// Where the codes of a dimension come from.
#[derive(Clone, Copy, Debug)]
enum Source {
    Stand,
    Outcome,
    /// The flag's place in the layout.
    Flag(usize),
    /// The field's place in the layout.
    Field(usize),
}

/// Why a figure cannot be made.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FigureError {
    /// The register is not counted by this.
    #[error("{register} is not counted by {field}")]
    UnknownField {
        /// The register.
        register: String,
        /// What was asked.
        field: String,
        /// What can be asked.
        known: Vec<String>,
    },
    /// The field has no such value.
    #[error("{field} has no value {value}")]
    UnknownValue {
        /// The field.
        field: String,
        /// What was asked.
        value: String,
        /// What can be asked.
        known: Vec<String>,
    },
    /// A filter is written `field=value`.
    #[error("not a filter: {0}")]
    NotAFilter(String),
    /// The measure does not exist, or means nothing for this register.
    #[error("{register} has no measure {measure}")]
    UnknownMeasure {
        /// The register.
        register: String,
        /// What was asked.
        measure: String,
        /// What can be asked.
        known: Vec<String>,
    },
    /// Events have no begin and end, so no balance.
    #[error("{0} has no balance")]
    NoBalance(String),
    /// The same field stands twice in one table.
    #[error("{0} stands twice in the table")]
    Twice(String),
    /// The table would have more cells than anyone can read.
    #[error("a table of more than {0} cells")]
    TooLarge(usize),
}

impl Explain for FigureError {
    fn explain(&self, language: Language) -> String {
        match self {
            Self::UnknownField {
                register,
                field,
                known,
            } => language.say(
                "figure-unknown-field",
                &[
                    ("register", register.into()),
                    ("field", field.into()),
                    ("known", known.join(", ").into()),
                ],
            ),
            Self::UnknownValue {
                field,
                value,
                known,
            } => language.say(
                "figure-unknown-value",
                &[
                    ("field", field.into()),
                    ("value", value.into()),
                    ("known", known.join(", ").into()),
                ],
            ),
            Self::NotAFilter(filter) => {
                language.say("figure-not-a-filter", &[("value", filter.into())])
            }
            Self::UnknownMeasure {
                register,
                measure,
                known,
            } => language.say(
                "figure-unknown-measure",
                &[
                    ("register", register.into()),
                    ("value", measure.into()),
                    ("known", known.join(", ").into()),
                ],
            ),
            Self::NoBalance(register) => {
                language.say("figure-no-balance", &[("register", register.into())])
            }
            Self::Twice(field) => language.say("figure-twice", &[("field", field.into())]),
            Self::TooLarge(most) => {
                language.say("figure-too-large", &[("most", (*most as i64).into())])
            }
        }
    }
}

/// What figures of this register can be split by: `stand`, the counted fields, the status, the outcome, its flags.
pub fn dimensions(definition: &Definition) -> Vec<String> {
    let mut ids = Vec::new();
    if definition.has_spells() {
        ids.push(STAND.to_owned());
    }
    ids.extend(definition.counted_fields().map(|field| field.id.clone()));
    if !definition.statuses.is_empty() {
        ids.push(STATUS.to_owned());
    }
    if definition.outcome.is_some() {
        ids.push(OUTCOME.to_owned());
        ids.extend(definition.flags().iter().map(|flag| flag.id.clone()));
    }
    ids
}

/// The label of something figures are split by.
pub fn dimension_label(definition: &Definition, id: &str, language: Language) -> String {
    let label = match id {
        STAND => return language.text("stand"),
        STATUS => return language.text("status"),
        OUTCOME => definition.outcome.as_ref().map(|outcome| &outcome.label),
        _ => definition
            .field(id)
            .map(|field| &field.label)
            .or_else(|| definition.flag(id).map(|flag| &flag.label)),
    };
    label.map_or_else(|| id.to_owned(), |label| label.text(language).to_owned())
}

/// The label of one key of something figures are split by.
pub fn key_label(definition: &Definition, id: &str, key: &str, language: Language) -> String {
    let choice = choices(definition, id)
        .into_iter()
        .find(|choice| choice.id == key);
    match choice {
        Some(choice) => choice.label.text(language).to_owned(),
        None => match key {
            UNKNOWN_KEY => language.text("unknown"),
            RUNNING => language.text("running"),
            FINISHED => language.text("finished"),
            YES => language.text("yes"),
            NO => language.text("no"),
            lost => lost.to_owned(),
        },
    }
}

/// The choices behind a dimension; none where its keys are fixed.
fn choices<'a>(definition: &'a Definition, id: &str) -> Vec<&'a Choice> {
    match id {
        STATUS => definition
            .statuses
            .iter()
            .map(|status| &status.choice)
            .collect(),
        OUTCOME => definition
            .outcome
            .iter()
            .flat_map(|outcome| &outcome.choices)
            .collect(),
        _ => definition
            .field(id)
            .map_or_else(Vec::new, |field| field.choices.iter().collect()),
    }
}

/// The key of a dimension that a person means: by key, or by label in either language.
///
/// # Errors
/// The register is not counted by this, or the dimension has no such key; the error names what there is.
pub fn read_key(definition: &Definition, id: &str, written: &str) -> Result<String, FigureError> {
    known(definition, id)?;
    let wanted = folded(written);
    let mut keys: Vec<String> = choices(definition, id)
        .iter()
        .map(|choice| choice.id.clone())
        .collect();
    if keys.is_empty() {
        match id {
            STAND => keys.extend([RUNNING, FINISHED].map(str::to_owned)),
            _ => keys.extend([YES, NO].map(str::to_owned)),
        }
    }
    if id == OUTCOME || definition.flag(id).is_some() {
        keys.push(RUNNING.to_owned());
    }
    if id != STAND {
        keys.push(UNKNOWN_KEY.to_owned());
    }
    let meant = |key: &&String| {
        let label = |language| folded(&key_label(definition, id, key, language));
        folded(key) == wanted
            || label(Language::Dutch) == wanted
            || label(Language::English) == wanted
    };
    let by_alias = || {
        let choices = choices(definition, id);
        let named = choices
            .into_iter()
            .find(|choice| choice.aliases.iter().any(|alias| folded(alias) == wanted));
        named.map(|choice| choice.id.clone())
    };
    keys.iter()
        .find(meant)
        .cloned()
        .or_else(by_alias)
        .ok_or_else(|| FigureError::UnknownValue {
            field: id.to_owned(),
            value: written.trim().to_owned(),
            known: keys,
        })
}

/// Every key that something figures are split by can have, in the order of the definition.
pub fn keys_of(definition: &Definition, id: &str) -> Vec<String> {
    let mut keys: Vec<String> = choices(definition, id)
        .iter()
        .map(|choice| choice.id.clone())
        .collect();
    if keys.is_empty() {
        let fixed = if id == STAND {
            [RUNNING, FINISHED]
        } else {
            [YES, NO]
        };
        keys.extend(fixed.map(str::to_owned));
    }
    if id == OUTCOME || definition.flag(id).is_some() {
        keys.push(RUNNING.to_owned());
    }
    if id != STAND {
        keys.push(UNKNOWN_KEY.to_owned());
    }
    keys
}

/// Whether figures of this register can be split by this.
pub(super) fn known(definition: &Definition, id: &str) -> Result<(), FigureError> {
    let known = dimensions(definition);
    if known.iter().any(|dimension| dimension == id) {
        return Ok(());
    }
    let (register, field) = (definition.id.clone(), id.to_owned());
    Err(FigureError::UnknownField {
        register,
        field,
        known,
    })
}

/// How a case stands towards the reference date, for everything that belongs to the end of a spell.
#[derive(Clone, Copy, Debug)]
pub(super) enum Ending {
    /// It runs.
    Running,
    /// It ended with this outcome and these flags.
    Ended { outcome: u16, flags: u64 },
}

impl Dimension {
    /// The dimension with this id over these columns.
    pub fn over(columns: &Columns, id: &str) -> Result<Self, FigureError> {
        let definition = columns.definition();
        known(definition, id)?;
        let Layout { flags, fields } = &columns.layout;
        let source = if id == STAND {
            Source::Stand
        } else if id == OUTCOME {
            Source::Outcome
        } else if let Some(flag) = flags.iter().position(|flag| flag == id) {
            Source::Flag(flag)
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
        match source {
            Source::Stand => keys.extend([RUNNING, FINISHED].map(str::to_owned)),
            _ if yes_no => keys.extend([YES, NO].map(str::to_owned)),
            Source::Outcome | Source::Flag(_) | Source::Field(_) => {
                keys.extend(columns.codebook.choices(id).iter().cloned());
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
        let code = |outcome: &String| columns.codebook.code(OUTCOME, outcome);
        let of = subset.iter().filter_map(code).collect();
        let (order, offered) = shown(definition, id, &keys);
        Ok(Self {
            source,
            of,
            keys,
            order,
            offered,
        })
    }

    /// Whether a case can have several of the keys, so that the parts do not add up.
    pub fn several(&self, columns: &Columns) -> bool {
        matches!(self.codes(columns), Some(Codes::Several(_)))
    }

    /// The code of a key.
    pub fn code(&self, key: &str) -> Option<usize> {
        self.keys.iter().position(|known| known == key)
    }

    /// The codes to show, in order, given which of them count anything.
    pub fn shown_codes(&self, counts: impl Fn(usize) -> bool) -> Vec<usize> {
        self.order
            .iter()
            .copied()
            .filter(|code| self.offered[*code] || counts(*code))
            .collect()
    }

    /// Every key, in the order in which they are shown.
    pub fn ordered_keys(&self) -> Vec<String> {
        let keys = self.order.iter().map(|code| self.keys[*code].clone());
        keys.collect()
    }

    fn codes<'a>(&self, columns: &'a Columns) -> Option<&'a Codes> {
        match self.source {
            Source::Field(at) => columns.fields.get(at),
            Source::Stand | Source::Outcome | Source::Flag(_) => None,
        }
    }

    /// Adds the code of every row from `start` on to the mixed-radix number in `into`. Only for dimensions of which a
    /// case has one key.
    pub fn mix(
        &self,
        columns: &Columns,
        start: usize,
        closing: impl Fn(usize) -> bool,
        ending: impl Fn(usize) -> Ending,
        into: &mut [u32],
    ) {
        let size = self.keys.len() as u32;
        match (self.source, self.codes(columns)) {
            (_, Some(Codes::One(codes))) => {
                for (mixed, code) in into.iter_mut().zip(&codes[start..]) {
                    *mixed = *mixed * size + u32::from(*code);
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

    /// The code that is stored for a row; `None` for what follows from the period.
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
        match (self.source, ending) {
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

/// The codes in the order of the definition, with whether each is offered: unknown comes last, running first.
fn shown(definition: &Definition, id: &str, keys: &[String]) -> (Vec<usize>, Vec<bool>) {
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
    let offered = keys
        .iter()
        .map(
            |key| match choices.iter().find(|choice| choice.id == *key) {
                Some(choice) => !choice.retired,
                None => choices.is_empty() && key != UNKNOWN_KEY || key == RUNNING,
            },
        )
        .collect();
    (order, offered)
}

/// How a case with these spells, in order, stands at the end of a day.
pub(super) fn ending_of(spells: &[crate::register::CountedSpell], to: i32) -> Ending {
    if spells
        .iter()
        .any(|spell| spell.opened <= to && spell.closed > to)
    {
        return Ending::Running;
    }
    let ended = spells
        .iter()
        .rev()
        .find(|spell| spell.closed != NEVER && spell.closed <= to);
    ended.map_or(Ending::Running, |spell| Ending::Ended {
        outcome: spell.outcome,
        flags: spell.flags,
    })
}
