//! What a column of a sheet can mean: a field of the case, and the names by which it is recognised.

use std::borrow::Cow;

use crate::language::{Label, Language, folded};
use crate::register::{
    AddressPart, BEGIN, Choice, Definition, END, FieldKind, NUMBER, OUTCOME, SINCE, STATUS, VERSION,
};

/// Other words for a part of an address, as headings have them in every register.
const PART_WORDS: [(AddressPart, &[&str]); 4] = [
    (AddressPart::Postcode, &["pc", "postcode adres", "zip"]),
    (
        AddressPart::Number,
        &["huisnr", "huisnr.", "huisnummer adres"],
    ),
    (
        AddressPart::Addition,
        &["toev", "toev.", "huisletter", "huisnummertoevoeging"],
    ),
    (
        AddressPart::Street,
        &[
            "straatnaam",
            "straat + nr",
            "straatnaam + nr",
            "straat en huisnummer",
            "straat en nummer",
            "adres overlast",
        ],
    ),
];

/// Other words for the number of a case, as headings have them in every register.
const NUMBER_WORDS: [&str; 18] = [
    "zaaknr",
    "zaaknr.",
    "zaaknummer",
    "casusnr",
    "casusnummer",
    "dossiernr",
    "dossiernummer",
    "meldingsnr",
    "meldingsnummer",
    "meldnr",
    "signaalnr",
    "signaalnummer",
    "volgnr",
    "volgnummer",
    "case_id",
    "case id",
    "case number",
    "id",
];

/// Other words for the end of a case.
const END_WORDS: [&str; 9] = [
    "closed_at",
    "date closed",
    "end date",
    "afgesloten op",
    "afgehandeld op",
    "datum afgehandeld",
    "datum gesloten",
    "gesloten op",
    "einddatum",
];

/// Other words for the day on which somebody was born.
const BIRTH_WORDS: [&str; 6] = [
    "geboren",
    "geboren op",
    "geb.datum",
    "geb. datum",
    "gebdatum",
    "born",
];

/// What a column can mean.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The case number.
    Number,
    /// The day the case began, or the event happened.
    Begin,
    /// The day a case came that has yet to begin, or had yet to.
    Since,
    /// The day the case ended.
    End,
    /// The status of the case.
    Status,
    /// The outcome with which the case ended.
    Outcome,
    /// A subset flag of the outcome, by its id.
    Flag(String),
    /// A field, by its id.
    Field(String),
    /// A part of an address. A column for a whole address is taken as its street; the other parts are read from the text in
    /// that column.
    Part(String, AddressPart),
    /// The version that the case had when it was exported to be edited.
    Version,
}

impl Target {
    /// What is meant by this name, without regard to case and blanks: a reserved id, the id of a field or flag, a label
    /// in either language, an alias, or a part of an address (`adres.postcode`; of the first address `postcode` too).
    pub fn named(definition: &Definition, name: &str) -> Option<Self> {
        let wanted = folded(name);
        if wanted.is_empty() {
            return None;
        }
        let ids = targets(definition).find(|target| target.id() == wanted);
        let words = || targets(definition).find(|target| target.is_called(definition, &wanted));
        let part = || {
            let first = definition.address_field()?;
            let by_id = AddressPart::ALL.into_iter().find(|(id, _)| *id == wanted);
            let mut words = PART_WORDS.into_iter();
            let by_word = words.find(|(_, words)| words.contains(&wanted.as_str()));
            let part = by_id.map(|(_, part)| part);
            let part = part.or(by_word.map(|(part, _)| part))?;
            Some(Self::Part(first.id.clone(), part))
        };
        let number = || {
            let known = NUMBER_WORDS.contains(&wanted.as_str());
            known.then_some(Self::Number)
        };
        let born = || {
            let about = definition.about.as_ref();
            let own = about.and_then(|person| definition.birth_date_of(person));
            let mut fields = definition.fields.iter();
            let field = own.or_else(|| fields.find(|field| field.kind == FieldKind::BirthDate))?;
            let known = BIRTH_WORDS.contains(&wanted.as_str());
            known.then(|| Self::Field(field.id.clone()))
        };
        let end = || {
            let known = definition.end.is_some() && END_WORDS.contains(&wanted.as_str());
            known.then_some(Self::End)
        };
        ids.or_else(words)
            .or_else(part)
            .or_else(number)
            .or_else(end)
            .or_else(born)
    }

    /// Everything that a column can feed in this register, in the order of the definition.
    pub fn all(definition: &Definition) -> impl Iterator<Item = Self> {
        targets(definition)
    }

    /// What can be chosen for it; nothing where nothing is chosen from.
    pub fn choices<'a>(&self, definition: &'a Definition) -> Cow<'a, [Choice]> {
        choices_of(definition, self).unwrap_or_default()
    }

    /// The name that is always understood: `begin`, `wijk`, `adres.postcode`.
    pub fn id(&self) -> String {
        match self {
            Self::Number => NUMBER.to_owned(),
            Self::Begin => BEGIN.to_owned(),
            Self::Since => SINCE.to_owned(),
            Self::End => END.to_owned(),
            Self::Status => STATUS.to_owned(),
            Self::Outcome => OUTCOME.to_owned(),
            Self::Version => VERSION.to_owned(),
            Self::Flag(id) | Self::Field(id) | Self::Part(id, AddressPart::Street) => id.clone(),
            Self::Part(field, part) => {
                let name = AddressPart::ALL.iter().find(|(_, known)| known == part);
                format!("{field}.{}", name.map_or("", |(name, _)| name))
            }
        }
    }

    /// Whether a label or an alias of this target, once [`folded`], is this name.
    fn is_called(&self, definition: &Definition, name: &str) -> bool {
        if *self == Self::Version {
            let mut languages = Language::ALL.into_iter();
            return languages.any(|language| folded(&language.text("column-version")) == name);
        }
        let Some((label, aliases)) = self.words(definition) else {
            return false;
        };
        let (dutch, english) =
            label.map_or((None, None), |label| (Some(&label.nl), label.en.as_ref()));
        let mut names = dutch.into_iter().chain(english).chain(aliases);
        // The street has a name of its own beside that of the whole address.
        let street = matches!(self, Self::Part(field, AddressPart::Street) if format!("{field}.straat") == name);
        street || names.any(|known| folded(known) == name)
    }

    /// Whether this is its id or its label, and not another word for it.
    pub(super) fn is_label(&self, definition: &Definition, name: &str) -> bool {
        let wanted = folded(name);
        let label = self.words(definition).and_then(|(label, _)| label);
        let labels = label.into_iter();
        let mut labels = labels.flat_map(|label| [Some(&label.nl), label.en.as_ref()]);
        self.id() == wanted || labels.any(|label| label.is_some_and(|one| folded(one) == wanted))
    }

    /// Every name by which it is known: labels, aliases, and the words for a part of an address.
    pub(super) fn known_names(&self, definition: &Definition) -> Vec<String> {
        let mut names = vec![self.id()];
        if let Self::Part(_, part) = self {
            let known = AddressPart::ALL.iter().filter(|(_, known)| known == part);
            names.extend(known.map(|(name, _)| (*name).to_owned()));
            let words = PART_WORDS.iter().filter(|(known, _)| known == part);
            names.extend(words.flat_map(|(_, words)| words.iter().map(|&word| word.to_owned())));
        }
        if let Some((label, aliases)) = self.words(definition) {
            let labels = label.into_iter();
            let labels = labels.flat_map(|label| [Some(&label.nl), label.en.as_ref()]);
            names.extend(labels.flatten().cloned());
            names.extend(aliases.iter().cloned());
        }
        names
    }

    /// What it is called on the screen.
    pub fn label(&self, definition: &Definition, language: Language) -> String {
        match self {
            Self::Number => language.text("column-number"),
            Self::Status => language.text("column-status"),
            Self::Version => language.text("column-version"),
            Self::Part(_, part) => {
                let name = AddressPart::ALL.iter().find(|(_, known)| known == part);
                language.text(&format!("address-{}", name.map_or("", |(name, _)| name)))
            }
            _ => {
                let words = self.words(definition);
                let label = words.and_then(|(label, _)| label);
                label.map_or_else(|| self.id(), |label| label.text(language).to_owned())
            }
        }
    }

    fn words<'a>(&self, definition: &'a Definition) -> Option<(Option<&'a Label>, &'a [String])> {
        match self {
            Self::Number => Some((None, &definition.number_aliases)),
            Self::Begin => Some((Some(&definition.begin.label), &definition.begin.aliases)),
            Self::Since => definition
                .preparation
                .as_ref()
                .map(|came| (Some(&came.label), &came.aliases[..])),
            Self::End => definition
                .end
                .as_ref()
                .map(|end| (Some(&end.label), &end.aliases[..])),
            Self::Outcome => definition
                .outcome
                .as_ref()
                .map(|outcome| (Some(&outcome.label), &outcome.aliases[..])),
            Self::Flag(id) => definition
                .flag(id)
                .map(|flag| (Some(&flag.label), &flag.aliases[..])),
            Self::Field(id) | Self::Part(id, AddressPart::Street) => definition
                .field(id)
                .map(|field| (Some(&field.label), &field.aliases[..])),
            Self::Status | Self::Version | Self::Part(..) => None,
        }
    }
}

/// Everything a column can mean in this register. An event has no end and no outcome.
pub(super) fn targets(definition: &Definition) -> impl Iterator<Item = Target> {
    let always = [Target::Number, Target::Begin];
    let since = definition.preparation.as_ref().map(|_| Target::Since);
    let end = definition.end.as_ref().map(|_| Target::End);
    let status = (!definition.statuses.is_empty()).then_some(Target::Status);
    let outcome = definition.outcome.as_ref().map(|_| Target::Outcome);
    let flags = definition
        .flags()
        .iter()
        .map(|flag| Target::Flag(flag.id.clone()));
    let fields = definition.fields.iter().flat_map(|field| {
        let parts = (field.kind == FieldKind::Address).then_some(AddressPart::ALL);
        let whole = parts.is_none().then(|| Target::Field(field.id.clone()));
        let parts = parts.into_iter().flatten();
        whole
            .into_iter()
            .chain(parts.map(|(_, part)| Target::Part(field.id.clone(), part)))
    });
    always
        .into_iter()
        .chain(since)
        .chain(end)
        .chain(status)
        .chain(outcome)
        .chain(flags)
        .chain(fields)
        .chain([Target::Version])
}

/// What can be chosen for a target; none where nothing is chosen from.
pub(super) fn choices_of<'a>(
    definition: &'a Definition,
    target: &Target,
) -> Option<Cow<'a, [Choice]>> {
    match target {
        Target::Status => {
            let statuses = definition.statuses.iter();
            Some(Cow::Owned(
                statuses.map(|status| status.choice.clone()).collect(),
            ))
        }
        Target::Outcome => {
            let outcome = definition.outcome.as_ref()?;
            Some(Cow::Borrowed(&outcome.choices))
        }
        Target::Field(id) => {
            let field = definition.field(id)?;
            matches!(field.kind, FieldKind::Choice | FieldKind::Choices)
                .then_some(Cow::Borrowed(&field.choices[..]))
        }
        _ => None,
    }
}

/// Whether several can be chosen for this target.
pub(super) fn takes_several(definition: &Definition, target: &Target) -> bool {
    let Target::Field(id) = target else {
        return false;
    };
    let field = definition.field(id);
    field.is_some_and(|field| field.kind == FieldKind::Choices)
}

/// Whether a target is a date.
pub(super) fn is_date(definition: &Definition, target: &Target) -> bool {
    match target {
        Target::Begin | Target::Since | Target::End => true,
        Target::Field(id) => definition.field(id).is_some_and(|field| {
            matches!(
                field.kind,
                FieldKind::Date | FieldKind::DateTime | FieldKind::BirthDate
            )
        }),
        _ => false,
    }
}
