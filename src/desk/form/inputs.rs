//! What is typed: texts and choices by field, as they were typed. They are read when they are stored; what cannot be read
//! stays on the screen with a sentence beside it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::desk::form::field_ids::part_id;
use crate::desk::kit::choice_field::ChoiceOption;
use crate::desk::kit::field::FieldLabel;
use crate::desk::parts::typed_date::{short_day, short_moment, typed_day};
use crate::language::{Explain, Language};
use crate::register::{
    Address, AddressPart, Field, FieldKind, Value, read_postcode, suggested_by_postcode,
};

/// The option of a field that takes yes or no for yes.
const YES: &str = "ja";
/// The option of such a field for no.
const NO: &str = "nee";

/// What is typed in the fields of a form.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Inputs {
    /// Texts as typed, by field; a part of an address by its own id ([`part_id`]).
    pub texts: BTreeMap<String, String>,
    /// The ids of the options that are chosen, by field.
    pub chosen: BTreeMap<String, BTreeSet<String>>,
    /// What is wrong, in a sentence, by field.
    #[serde(skip)]
    pub faults: BTreeMap<String, String>,
    /// What is to be known of what is chosen, in a sentence, by field. It stops nobody.
    #[serde(skip)]
    pub remarks: BTreeMap<String, String>,
    /// The fields that have to be filled in, which a screen reader says.
    #[serde(skip)]
    pub required: BTreeSet<String>,
    /// The field in which something was typed since it got the keyboard.
    #[serde(skip)]
    pub typed_in: Option<String>,
    /// The fields of which all choices are shown, where one line would do.
    #[serde(skip)]
    pub wide: BTreeSet<String>,
    /// The fields that were filled in from earlier cases.
    #[serde(skip)]
    pub from_earlier: BTreeSet<String>,
    /// The field that had the keyboard last.
    pub at: Option<String>,
    /// Whether that field, or else the first one, takes the keyboard in the next frame.
    #[serde(skip)]
    pub take_focus: bool,
    /// For how many frames more the field that was given the keyboard is brought into view: what stands above it may
    /// still grow.
    #[serde(skip)]
    pub reveal: u8,
    /// Whether anything was typed.
    #[serde(skip)]
    pub touched: bool,
    /// How often it was changed: a draft is behind when this went on since it was saved.
    #[serde(skip)]
    pub changes: u64,
}

impl Inputs {
    /// Nothing typed yet; the first field takes the keyboard.
    pub fn new() -> Self {
        Self {
            take_focus: true,
            ..Self::default()
        }
    }

    /// Gives the first field the keyboard where it is `asked` for, which it then no longer is.
    pub fn begin(&mut self, asked: &mut bool) {
        if std::mem::take(asked) {
            self.at = None;
            self.take_focus = true;
        }
    }

    /// This field has to be filled in. Of an address those are its postcode and its number.
    pub fn require(&mut self, field: &Field) {
        match field.kind {
            FieldKind::Address => {
                let parts = ["postcode", "huisnummer"].map(|part| part_id(&field.id, part));
                self.required.extend(parts);
            }
            _ => drop(self.required.insert(field.id.clone())),
        }
    }

    /// The label of a field, with a star where it has to be filled in.
    pub fn label<'a>(&self, id: &str, text: &'a str) -> FieldLabel<'a> {
        FieldLabel {
            required: self.required.contains(id),
            ..FieldLabel::from(text)
        }
    }

    /// The option that is chosen in a field that takes one.
    pub fn choice(&self, id: &str) -> Option<&String> {
        self.chosen.get(id).and_then(|ids| ids.first())
    }

    /// Puts a sentence about what is wrong beside a field, unless there is one already.
    pub fn fault(&mut self, id: &str, sentence: String) {
        self.faults.entry(id.to_owned()).or_insert(sentence);
    }

    /// Gives the keyboard to the first of these fields of which something is wrong: it may have been out of sight.
    pub fn go_to_fault(&mut self, order: impl IntoIterator<Item = String>) {
        self.at = order.into_iter().find(|id| self.faults.contains_key(id));
        self.take_focus = true;
    }

    /// Counts a change by the user.
    pub fn change(&mut self) {
        self.touched = true;
        self.changes += 1;
    }

    /// Whether a field applies with what is chosen (`only_with` of the definition). While the field on which that depends
    /// is unknown, it does.
    pub fn applies(&self, field: &Field) -> bool {
        field.only_with.as_ref().is_none_or(|only| {
            let chosen = self.choice(&only.field);
            chosen.is_none_or(|chosen| only.choices.contains(chosen))
        })
    }

    /// Whether a form asks for a field: not while that on which it depends is unknown, unless something stands in it already.
    pub fn asks(&self, field: &Field) -> bool {
        let waits = field.only_with.as_ref().is_some_and(|only| {
            let unknown = self.choice(&only.field).is_none();
            let filled = !self.text(&field.id).is_empty() || self.choice(&field.id).is_some();
            unknown && !filled
        });
        !waits && self.applies(field)
    }

    /// The address as far as it is typed, without a postcode that is not complete.
    pub fn address(&self, field: &Field) -> Address {
        let mut address = Address::default();
        for (name, part) in AddressPart::ALL {
            let text = self.text(&part_id(&field.id, name));
            *part.of_mut(&mut address) = match part {
                AddressPart::Postcode => read_postcode(text).unwrap_or_default(),
                _ => text.to_owned(),
            };
        }
        address
    }

    /// Chooses one option.
    pub fn choose(&mut self, field: &str, option: &str) {
        self.chosen
            .insert(field.to_owned(), [option.to_owned()].into());
    }

    /// Whether yes or no is chosen in a field.
    pub fn yes_or_no(&self, field: &str) -> Option<bool> {
        Some(self.choice(field)? == YES)
    }

    /// Chooses yes or no.
    pub fn choose_yes_or_no(&mut self, field: &str, yes: bool) {
        self.choose(field, if yes { YES } else { NO });
    }

    /// The options of a field that takes yes or no.
    pub fn yes_and_no(language: Language) -> [ChoiceOption; 2] {
        [(YES, "yes"), (NO, "no")].map(|(id, text)| ChoiceOption::new(id, language.text(text)))
    }

    /// Fills a field with a stored value.
    pub fn fill(&mut self, id: &str, value: &Value) {
        let mut text = |text: String| drop(self.texts.insert(id.to_owned(), text));
        match value {
            Value::Text(words) => text(words.clone()),
            Value::Date(date) => text(Language::Dutch.date(*date)),
            Value::DateTime(at) => {
                let written = at.format("%d-%m-%Y %H:%M:%S").to_string();
                let short = written.strip_suffix(":00");
                text(short.unwrap_or(&written).to_owned());
            }
            Value::Number(number) => text(Language::Dutch.number(*number)),
            Value::YesNo(yes) => self.choose_yes_or_no(id, *yes),
            Value::Choice(choice) => self.choose(id, choice),
            Value::Choices(choices) => {
                self.chosen.insert(id.to_owned(), choices.clone());
            }
            Value::Address(address) => {
                for (name, part) in AddressPart::ALL {
                    self.texts
                        .insert(part_id(id, name), part.of(address).to_owned());
                }
            }
        }
    }

    /// Whether this value stands in a field as [`Inputs::fill`] puts it there.
    pub fn holds(&self, id: &str, value: &Value) -> bool {
        let mut filled = Self::default();
        filled.fill(id, value);
        (filled.text(id), filled.choice(id)) == (self.text(id), self.choice(id))
    }

    /// Fills in what follows from something else where nothing stands, and where what followed before stands: what somebody
    /// typed stays.
    pub fn follow(&mut self, id: &str, before: Option<&Value>, value: &Value) {
        let blank = self.text(id).is_empty() && self.choice(id).is_none();
        if blank || before.is_some_and(|before| self.holds(id, before)) {
            self.fill(id, value);
        }
    }

    /// The text that is typed for a field, without blanks around it.
    pub fn text(&self, id: &str) -> &str {
        self.texts.get(id).map_or("", |text| text.trim())
    }

    /// The municipality in which the choice of a district has to lie, where that is chosen.
    pub fn municipality(&self, field: &Field) -> Option<&str> {
        Some(self.choice(field.within.as_ref()?)?)
    }

    /// Chooses the district that belongs to the postcode, unless one was chosen.
    pub fn suggest_district(&mut self, fields: &[&Field], today: NaiveDate) {
        let address = fields
            .iter()
            .copied()
            .find(|field| field.kind == FieldKind::Address);
        let Some(address) = address else {
            return;
        };
        let typed = Address {
            postcode: self.text(&part_id(&address.id, "postcode")).to_owned(),
            ..Address::default()
        };
        let Some(area) = typed.postcode_area() else {
            return;
        };
        for field in fields
            .iter()
            .filter(|field| field.kind == FieldKind::Choice)
        {
            if self
                .chosen
                .get(&field.id)
                .is_some_and(|chosen| !chosen.is_empty())
            {
                continue;
            }
            let within = self.municipality(field);
            if let Some(choice) = suggested_by_postcode(&field.choices, area, today, within) {
                self.choose(&field.id, &choice.id);
            }
        }
    }

    /// Reads what is typed for a field; none where nothing is typed.
    ///
    /// # Errors
    /// It cannot be read: it stays as it is, with a fault beside it.
    pub fn read(
        &mut self,
        field: &Field,
        today: NaiveDate,
        language: Language,
    ) -> Result<Option<Value>, ()> {
        let text = self.text(&field.id);
        let read = match field.kind {
            FieldKind::Choice => Ok(self.choice(&field.id).cloned().map(Value::Choice)),
            FieldKind::Choices => {
                let chosen = self.chosen.get(&field.id).filter(|ids| !ids.is_empty());
                Ok(chosen.cloned().map(Value::Choices))
            }
            FieldKind::YesNo => Ok(self.yes_or_no(&field.id).map(Value::YesNo)),
            FieldKind::Address => return self.read_address(field, language),
            FieldKind::Date => match short_day(text, today) {
                Some(day) => Ok(Some(Value::Date(day))),
                None => field.read(text),
            },
            FieldKind::DateTime => match short_moment(text, today) {
                Some(moment) => Ok(Some(Value::DateTime(moment))),
                None => field.read(text),
            },
            _ => field.read(text),
        };
        read.map_err(|problem| {
            self.faults
                .insert(field.id.clone(), problem.explain(language));
        })
    }

    fn read_address(&mut self, field: &Field, language: Language) -> Result<Option<Value>, ()> {
        let mut address = Address::default();
        for (name, part) in AddressPart::ALL {
            let id = part_id(&field.id, name);
            let text = self.text(&id).to_owned();
            let read = match part {
                AddressPart::Postcode if !text.is_empty() => read_postcode(&text),
                _ => Ok(text),
            };
            match read {
                Ok(text) => *part.of_mut(&mut address) = text,
                Err(problem) => {
                    self.faults.insert(id, problem.explain(language));
                    return Err(());
                }
            }
        }
        Ok(Some(address)
            .filter(|address| !address.is_empty())
            .map(Value::Address))
    }

    /// Reads a day; none where nothing is typed, or where it cannot be read: then it has a fault.
    pub fn read_day(
        &mut self,
        id: &str,
        today: NaiveDate,
        language: Language,
    ) -> Option<NaiveDate> {
        let text = self.text(id).to_owned();
        if text.is_empty() {
            return None;
        }
        match typed_day(&text, today) {
            Ok(day) => Some(day),
            Err(problem) => {
                self.faults.insert(id.to_owned(), problem.explain(language));
                None
            }
        }
    }
}
