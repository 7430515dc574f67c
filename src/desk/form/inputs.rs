//! What is typed: texts and choices by field, kept as they were typed. Only on saving are they read; what cannot be read
//! stays on the screen with a sentence beside it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::desk::parts::typed_date::{spoken_day, spoken_hour, typed_day};
use crate::language::{Explain, Language};
use crate::register::{
    Address, AddressPart, Field, FieldKind, Value, read_postcode, suggested_by_postcode,
};

/// What is typed in a number of fields.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Inputs {
    /// Texts as typed, by field; parts of an address as `adres.postcode`.
    pub texts: BTreeMap<String, String>,
    /// Choices, by field.
    pub chosen: BTreeMap<String, BTreeSet<String>>,
    /// What is wrong, by field.
    #[serde(skip)]
    pub faults: BTreeMap<String, String>,
    /// The fields that have to be filled in, which a screen reader says.
    #[serde(skip)]
    pub required: BTreeSet<String>,
    /// The field that had the keyboard last.
    pub at: Option<String>,
    /// Whether that field, or else the first one, is to take the keyboard.
    #[serde(skip)]
    pub take_focus: bool,
    /// For how many frames more the field that was given the keyboard is brought into view: what stands above it may
    /// still be on its way.
    #[serde(skip)]
    pub reveal: u8,
    /// Whether anything was typed.
    #[serde(skip)]
    pub touched: bool,
    /// How often it was changed: what is kept of it is older when this went on.
    #[serde(skip)]
    pub changes: u64,
}

/// The name under which a part of an address is typed.
pub fn part_id(field: &str, part: &str) -> String {
    format!("{field}.{part}")
}

impl Inputs {
    /// Nothing typed yet; the first field is to take the keyboard.
    pub fn new() -> Self {
        Self {
            take_focus: true,
            ..Self::default()
        }
    }

    /// This field has to be filled in. Of an address that is its postcode.
    pub fn require(&mut self, field: &Field) {
        let id = match field.kind {
            FieldKind::Address => part_id(&field.id, "postcode"),
            _ => field.id.clone(),
        };
        self.required.insert(id);
    }

    /// The option that is chosen in a field that takes one.
    pub fn choice(&self, id: &str) -> Option<&String> {
        self.chosen.get(id).and_then(|ids| ids.first())
    }

    /// Says what is wrong with a field, unless something was said already.
    pub fn fault(&mut self, id: &str, sentence: String) {
        self.faults.entry(id.to_owned()).or_insert(sentence);
    }

    /// Gives the keyboard to the first of these fields of which something is wrong: it may have been out of sight.
    pub fn go_to_fault(&mut self, order: impl IntoIterator<Item = String>) {
        self.at = order.into_iter().find(|id| self.faults.contains_key(id));
        self.take_focus = true;
    }

    /// Notices that something was typed.
    pub fn change(&mut self) {
        self.touched = true;
        self.changes += 1;
    }

    /// Whether a field means something with what is chosen: not where another field says that it does not. While that
    /// other field is unknown it is asked.
    pub fn means(&self, field: &Field) -> bool {
        field.only_with.as_ref().is_none_or(|only| {
            let chosen = self.choice(&only.field);
            chosen.is_none_or(|chosen| only.choices.contains(chosen))
        })
    }

    /// The address as far as it is typed; a postcode that is none yet is left out.
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

    /// Puts a stored value where it is typed.
    pub fn show(&mut self, id: &str, value: &Value) {
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
            Value::YesNo(yes) => self.choose(id, if *yes { "ja" } else { "nee" }),
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

    /// The text that is typed for a field.
    pub fn text(&self, id: &str) -> &str {
        self.texts.get(id).map_or("", |text| text.trim())
    }

    /// Suggests the district that belongs to the postcode, unless one was chosen.
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
            if let Some(choice) = suggested_by_postcode(&field.choices, area, today) {
                self.choose(&field.id, &choice.id);
            }
        }
    }

    /// Reads what is typed for a field. What cannot be read stays as it is, with a sentence beside it.
    ///
    /// # Errors
    /// It cannot be read.
    pub fn read(
        &mut self,
        field: &Field,
        today: NaiveDate,
        language: Language,
    ) -> Result<Option<Value>, ()> {
        let chosen = self.chosen.get(&field.id);
        let read = match field.kind {
            FieldKind::Choice => {
                return Ok(chosen
                    .and_then(|ids| ids.first())
                    .cloned()
                    .map(Value::Choice));
            }
            FieldKind::Choices => {
                return Ok(chosen
                    .filter(|ids| !ids.is_empty())
                    .cloned()
                    .map(Value::Choices));
            }
            FieldKind::YesNo => {
                let yes = chosen.and_then(|ids| ids.first()).map(|id| id == "ja");
                return Ok(yes.map(Value::YesNo));
            }
            FieldKind::Address => return self.read_address(field, language),
            FieldKind::Date => match spoken_day(self.text(&field.id), today) {
                Some(day) => Ok(Some(Value::Date(day))),
                None => field.read(self.text(&field.id)),
            },
            FieldKind::DateTime => match spoken_hour(self.text(&field.id), today) {
                Some(moment) => Ok(Some(Value::DateTime(moment))),
                None => field.read(self.text(&field.id)),
            },
            _ => field.read(self.text(&field.id)),
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

    /// Reads a day; what cannot be read stays as it is, with a sentence beside it.
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
