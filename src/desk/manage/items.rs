//! The items of a list that is managed, choices or standard texts: how they are typed, and what can be done with them.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use crate::desk::form::inputs::Inputs;
use crate::desk::parts::typed_date::typed_day;
use crate::language::{Explain, Label, Language, folded};
use crate::register::{Choice, Content, Mistake, StandardText, id_of};

/// The ids of the fields of the form. The name.
pub const NAME: &str = "nl";
/// The name in English.
pub const NAME_IN_ENGLISH: &str = "en";
/// Other names under which a choice arrives, with `;` between them.
pub const ALIASES: &str = "aliases";
/// The postcode areas of a district.
pub const POSTCODES: &str = "postcodes";
/// The municipality in which a district lies.
pub const MUNICIPALITY: &str = "municipality";
/// Whether a district is one of businesses, or what is known of districts is known of those too.
pub const BUSINESSES: &str = "businesses";
/// The first day.
pub const FROM: &str = "from";
/// The last day.
pub const UNTIL: &str = "until";
/// A standard text itself.
pub const BODY: &str = "body";
/// The same in English.
pub const BODY_IN_ENGLISH: &str = "body-en";
/// The statuses at which a standard text is offered first.
pub const STATUSES: &str = "statuses";

/// What an indicator is measured in.
pub const UNIT: &str = "unit";
/// Which way of an indicator is better.
pub const DIRECTION: &str = "direction";

/// In which order all of them are typed.
pub const ORDER: [&str; 10] = [
    NAME,
    NAME_IN_ENGLISH,
    UNIT,
    DIRECTION,
    ALIASES,
    POSTCODES,
    FROM,
    UNTIL,
    BODY,
    BODY_IN_ENGLISH,
];

/// An item of a list.
pub trait Item: Clone {
    /// Its id.
    fn id(&self) -> &str;
    /// Its name.
    fn label(&self) -> &Label;
    /// Whether it was retired by hand.
    fn retired_mut(&mut self) -> &mut bool;
    /// Fills the inputs with it.
    fn fill(&self, inputs: &mut Inputs);
    /// Reads what is typed into it; what cannot be read gets a sentence beside its field.
    fn read(&mut self, inputs: &mut Inputs, today: NaiveDate, language: Language);
    /// A new, empty item.
    fn new(id: String) -> Self;
}

pub(super) fn no_label() -> Label {
    Label {
        nl: String::new(),
        en: None,
    }
}

pub(super) fn fill_label(inputs: &mut Inputs, label: &Label, names: [&str; 2]) {
    let english = label.en.clone().unwrap_or_default();
    for (id, text) in names.into_iter().zip([label.nl.clone(), english]) {
        inputs.texts.insert(id.to_owned(), text);
    }
}

pub(super) fn read_label(
    inputs: &mut Inputs,
    [dutch, english]: [&str; 2],
    language: Language,
) -> Label {
    let label = Label {
        nl: inputs.text(dutch).to_owned(),
        en: Some(inputs.text(english).to_owned()).filter(|text| !text.is_empty()),
    };
    if label.nl.is_empty() {
        inputs.fault(dutch, language.text("manage-name-missing"));
    }
    label
}

/// The other names that are typed.
pub(super) fn typed_aliases(inputs: &Inputs) -> Vec<String> {
    let aliases = inputs.text(ALIASES).split(';').map(str::trim);
    let aliases = aliases.filter(|alias| !alias.is_empty());
    aliases.map(str::to_owned).collect()
}

impl Item for Choice {
    fn id(&self) -> &str {
        &self.id
    }

    fn label(&self) -> &Label {
        &self.label
    }

    fn retired_mut(&mut self) -> &mut bool {
        &mut self.retired
    }

    fn fill(&self, inputs: &mut Inputs) {
        fill_label(inputs, &self.label, [NAME, NAME_IN_ENGLISH]);
        let day =
            |day: Option<NaiveDate>| day.map_or_else(String::new, |day| Language::Dutch.date(day));
        for (id, text) in [
            (ALIASES, self.aliases.join("; ")),
            (POSTCODES, self.postcodes.join(" ")),
            (FROM, day(self.from)),
            (UNTIL, day(self.until)),
        ] {
            inputs.texts.insert(id.to_owned(), text);
        }
        if let Some(municipality) = &self.municipality {
            inputs.choose(MUNICIPALITY, municipality);
        }
        inputs.choose_yes_or_no(BUSINESSES, self.businesses);
    }

    fn read(&mut self, inputs: &mut Inputs, today: NaiveDate, language: Language) {
        self.label = read_label(inputs, [NAME, NAME_IN_ENGLISH], language);
        self.aliases = typed_aliases(inputs);
        let areas = inputs.text(POSTCODES).split([' ', ',', ';']);
        self.postcodes = areas
            .filter(|area| !area.is_empty())
            .map(str::to_owned)
            .collect();
        let wrong =
            |area: &&String| area.len() != 4 || !area.bytes().all(|digit| digit.is_ascii_digit());
        if let Some(area) = self.postcodes.iter().find(wrong) {
            let mistake = Mistake::BadArea(area.clone());
            inputs.fault(POSTCODES, mistake.explain(language));
        }
        self.municipality = inputs.choice(MUNICIPALITY).cloned();
        self.businesses = inputs.yes_or_no(BUSINESSES) == Some(true);
        let mut day = |id: &str| {
            let text = inputs.text(id).to_owned();
            if text.is_empty() {
                return None;
            }
            typed_day(&text, today)
                .map_err(|problem| inputs.fault(id, problem.explain(language)))
                .ok()
        };
        (self.from, self.until) = (day(FROM), day(UNTIL));
        if let (Some(from), Some(until)) = (self.from, self.until)
            && until < from
        {
            let mistake = Mistake::EndsFirst { from, until };
            inputs.fault(UNTIL, mistake.explain(language));
        }
    }

    fn new(id: String) -> Self {
        Self::new(id, no_label())
    }
}

impl Item for StandardText {
    fn id(&self) -> &str {
        &self.id
    }

    fn label(&self) -> &Label {
        &self.label
    }

    fn retired_mut(&mut self) -> &mut bool {
        &mut self.retired
    }

    fn fill(&self, inputs: &mut Inputs) {
        fill_label(inputs, &self.label, [NAME, NAME_IN_ENGLISH]);
        fill_label(inputs, &self.body, [BODY, BODY_IN_ENGLISH]);
        let statuses: BTreeSet<String> = self.statuses.iter().cloned().collect();
        inputs.chosen.insert(STATUSES.to_owned(), statuses);
    }

    fn read(&mut self, inputs: &mut Inputs, _today: NaiveDate, language: Language) {
        self.label = read_label(inputs, [NAME, NAME_IN_ENGLISH], language);
        self.body = read_label(inputs, [BODY, BODY_IN_ENGLISH], language);
        let chosen = inputs.chosen.get(STATUSES).into_iter().flatten();
        self.statuses = chosen.cloned().collect();
    }

    fn new(id: String) -> Self {
        Self::new(id, no_label(), no_label())
    }
}

/// The items with what is typed for the one with this id, or with a new one; and the id of that item. None while something
/// that is typed is wrong, which then stands beside its field.
fn typed<T: Item>(
    mut items: Vec<T>,
    id: Option<&str>,
    inputs: &mut Inputs,
    today: NaiveDate,
    language: Language,
) -> Option<(Vec<T>, String)> {
    inputs.faults.clear();
    let at = id.and_then(|id| items.iter().position(|item| item.id() == id));
    let mut item = match at {
        Some(at) => items[at].clone(),
        None => {
            let name = inputs.text(NAME);
            T::new(id_of(name, |id| items.iter().any(|item| item.id() == id)))
        }
    };
    item.read(inputs, today, language);
    let called = |other: &T| {
        let same = folded(&other.label().nl) == folded(&item.label().nl);
        same && other.id() != item.id()
    };
    if items.iter().any(called) {
        let name = [("name", inputs.text(NAME).to_owned().into())];
        inputs.fault(NAME, language.say("manage-name-taken", &name));
    }
    if !inputs.faults.is_empty() {
        return None;
    }
    let id = item.id().to_owned();
    match at {
        Some(at) => items[at] = item,
        None => items.push(item),
    }
    Some((items, id))
}

/// The content of a list with what is typed for an item, and the id of that item; see [`typed`].
pub fn with_typed(
    content: Content,
    id: Option<&str>,
    inputs: &mut Inputs,
    today: NaiveDate,
    language: Language,
) -> Option<(Content, String)> {
    match content {
        Content::Choices(choices) => typed(choices, id, inputs, today, language)
            .map(|(choices, id)| (Content::Choices(choices), id)),
        Content::Texts(texts) => {
            typed(texts, id, inputs, today, language).map(|(texts, id)| (Content::Texts(texts), id))
        }
        Content::Indicators(all) => {
            typed(all, id, inputs, today, language).map(|(all, id)| (Content::Indicators(all), id))
        }
        Content::Definition(_) => None,
    }
}

/// What can be done with an item of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ItemAction {
    /// One place up.
    Up,
    /// One place down.
    Down,
    /// No longer offered.
    Retire,
    /// Offered again, and counted as itself.
    Restore,
    /// Removed.
    Remove,
    /// Counted as the choice with this id from now on.
    Merge(String),
}

/// Does something with an item. Returns whether it could be done.
fn act<T: Item>(items: &mut Vec<T>, id: &str, action: &ItemAction) -> bool {
    let Some(at) = items.iter().position(|item| item.id() == id) else {
        return false;
    };
    match action {
        ItemAction::Up if at > 0 => items.swap(at, at - 1),
        ItemAction::Down if at + 1 < items.len() => items.swap(at, at + 1),
        ItemAction::Up | ItemAction::Down | ItemAction::Merge(_) => return false,
        ItemAction::Retire => *items[at].retired_mut() = true,
        ItemAction::Restore => *items[at].retired_mut() = false,
        ItemAction::Remove => drop(items.remove(at)),
    }
    true
}

/// The content of a list after something was done with one of its items; none where that cannot be done.
pub fn with_action(mut content: Content, id: &str, action: &ItemAction) -> Option<Content> {
    let changed = match &mut content {
        Content::Choices(choices) => {
            let choice = choices.iter_mut().find(|choice| choice.id == id)?;
            match action {
                ItemAction::Merge(into) => {
                    choice.replaced_by = Some(into.clone());
                    true
                }
                ItemAction::Restore if choice.replaced_by.is_some() => {
                    choice.replaced_by = None;
                    true
                }
                _ => act(choices, id, action),
            }
        }
        Content::Texts(texts) => act(texts, id, action),
        Content::Indicators(all) => act(all, id, action),
        Content::Definition(_) => false,
    };
    changed.then_some(content)
}
