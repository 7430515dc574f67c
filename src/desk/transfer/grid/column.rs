//! The columns of the grid: which there are at first, what each is called, and what is offered in its cells.

use chrono::NaiveDate;

use crate::desk::parts::typed_date::{short_day, short_moment};
use crate::exchange::Target;
use crate::language::{Language, folded};
use crate::register::{AddressPart, Choice, Definition, Field, FieldKind, RequiredFrom, recognise};

/// The begin and what a new case asks: what has to be filled in first, then what stands in the list of the register and what
/// people tell, and at the end who handles it.
pub(super) fn first_columns(definition: &Definition) -> Vec<Target> {
    let owner = definition.work.owner.as_deref();
    let told = definition
        .fields
        .iter()
        .find(|field| field.kind == FieldKind::LongText);
    let fields = || definition.fields.iter();
    let required = fields().filter(|field| is_required(field) && Some(&*field.id) != owner);
    let listed = fields().filter(|field| {
        let is_told = told.is_some_and(|told| told.id == field.id);
        !is_required(field) && (definition.list.contains(&field.id) || is_told)
    });
    let owner = fields().filter(|field| Some(&*field.id) == owner);
    let mut columns = vec![Target::Begin];
    for field in required.chain(listed).chain(owner) {
        let target = target_of(field);
        if !columns.contains(&target) {
            columns.push(target);
        }
    }
    columns
}

/// The columns that cannot be taken away: without them no row is right.
pub(super) fn required_columns(definition: &Definition) -> Vec<Target> {
    let fields = definition.fields.iter().filter(|field| is_required(field));
    std::iter::once(Target::Begin)
        .chain(fields.map(target_of))
        .collect()
}

/// Whether every new case has to have this field.
fn is_required(field: &Field) -> bool {
    let from = field.required_from.as_ref();
    let typed = from.is_some_and(|from| [RequiredFrom::Typing, RequiredFrom::Begin].contains(from));
    typed && field.only_with.is_none()
}

/// The column of a field; of an address it is that of the whole address.
fn target_of(field: &Field) -> Target {
    match field.kind {
        FieldKind::Address => Target::Part(field.id.clone(), AddressPart::Street),
        _ => Target::Field(field.id.clone()),
    }
}

/// What a column is called. That of a street is that of the whole address where no other one has its number.
pub(super) fn label_of(
    target: &Target,
    columns: &[Target],
    definition: &Definition,
    language: Language,
) -> String {
    if let Target::Part(id, AddressPart::Street) = target
        && !columns.contains(&Target::Part(id.clone(), AddressPart::Number))
        && let Some(field) = definition.field(id)
    {
        return field.label.text(language).to_owned();
    }
    target.label(definition, language)
}

/// What kind of cells a column has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum CellKind {
    /// One of the choices, or several of them.
    Choices { several: bool },
    /// A text for which some are suggested.
    Suggested,
    /// A day.
    Day,
    /// A day and a time.
    Moment,
    /// Several lines.
    Long,
    /// Anything else.
    Text,
}

impl CellKind {
    pub fn of(target: &Target, definition: &Definition) -> Self {
        let field = match target {
            Target::Field(id) => definition.field(id),
            _ => None,
        };
        match (target, field.map(|field| field.kind)) {
            (Target::Begin | Target::Since | Target::End, _) => Self::Day,
            (Target::Status | Target::Outcome | Target::Flag(_), _) => {
                Self::Choices { several: false }
            }
            (_, Some(FieldKind::Choice | FieldKind::YesNo)) => Self::Choices { several: false },
            (_, Some(FieldKind::Choices)) => Self::Choices { several: true },
            (_, Some(FieldKind::Date | FieldKind::BirthDate)) => Self::Day,
            (_, Some(FieldKind::DateTime)) => Self::Moment,
            (_, Some(FieldKind::LongText)) => Self::Long,
            (_, Some(FieldKind::Text)) if field.is_some_and(|field| !field.choices.is_empty()) => {
                Self::Suggested
            }
            _ => Self::Text,
        }
    }

    /// Whether what is offered is what there is, so that the first of it is taken.
    pub fn is_choice(self) -> bool {
        matches!(self, Self::Choices { .. })
    }
}

/// What can be offered in a column: each with its label and its other names.
#[derive(Clone, Debug, Default)]
pub(super) struct Offer {
    choices: Vec<Choice>,
    /// Yes and no, of which nothing is a choice.
    plain: Vec<String>,
}

impl Offer {
    pub fn of(
        target: &Target,
        definition: &Definition,
        today: NaiveDate,
        language: Language,
    ) -> Self {
        let field = match target {
            Target::Field(id) => definition.field(id),
            _ => None,
        };
        let yes_no = matches!(target, Target::Flag(_))
            || field.is_some_and(|field| field.kind == FieldKind::YesNo);
        if yes_no {
            return Self {
                plain: ["yes", "no"].map(|id| language.text(id)).into(),
                ..Self::default()
            };
        }
        let choices = match field.map(|field| field.kind) {
            Some(FieldKind::Text) => field.map(|field| field.choices.clone()).unwrap_or_default(),
            _ => target.choices(definition).into_owned(),
        };
        let offered = choices
            .into_iter()
            .filter(|choice| choice.offered_on(today));
        Self {
            choices: offered.collect(),
            ..Self::default()
        }
    }

    /// The labels that fit what is typed: those that begin with it, then those in which a word does, then those that have it
    /// anywhere, also in another name for them.
    pub fn fitting(&self, typed: &str, language: Language) -> Vec<String> {
        let typed = folded(typed);
        let rank = |name: &str| {
            let name = folded(name);
            let words = || name.split([' ', '-', '/', '(']);
            match () {
                () if name.starts_with(&typed) => Some(0),
                () if words().any(|word| word.starts_with(&typed)) => Some(1),
                () if name.contains(&typed) => Some(2),
                () => None,
            }
        };
        let plain = self.plain.iter().map(|label| (rank(label), label.clone()));
        let choices = self.choices.iter().map(|choice| {
            let label = choice.label.text(language);
            let others = choice.aliases.iter().filter_map(|name| rank(name)).min();
            let best = rank(label).or(others.map(|rank| rank + 1));
            (best, label.to_owned())
        });
        let all = plain.chain(choices);
        let mut found: Vec<(u8, String)> = all
            .filter_map(|(rank, label)| Some((rank?, label)))
            .collect();
        found.sort_by_key(|(rank, _)| *rank);
        found.into_iter().map(|(_, label)| label).collect()
    }

    /// The label of the choice that is called so.
    pub fn label(&self, written: &str, language: Language) -> Option<String> {
        let choice = recognise(&self.choices, written);
        choice.map(|choice| choice.label.text(language).to_owned())
    }
}

/// A day or a moment in shorthand, written in full; none of anything else.
pub(super) fn in_full(
    kind: CellKind,
    typed: &str,
    today: NaiveDate,
    language: Language,
) -> Option<String> {
    match kind {
        CellKind::Day => short_day(typed, today).map(|day| language.date(day)),
        CellKind::Moment => {
            let moment = short_moment(typed, today);
            let moment = moment.map(|moment| moment.format("%d-%m-%Y %H:%M").to_string());
            moment.or_else(|| short_day(typed, today).map(|day| language.date(day)))
        }
        _ => None,
    }
}
