//! What is being typed about one case, and the case that follows from it.
//!
//! A form keeps what was typed as it was typed. Only on saving is it read; what cannot be read stays on the screen with
//! a sentence beside it.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};

use crate::language::{Explain, Language};
use crate::register::{
    Address, AddressPart, BEGIN, CaseFile, CaseProblem, CaseState, Closing, Definition, END, Field,
    FieldKind, OUTCOME, STATUS, Spell, Value, read_date, read_postcode, suggested_by_postcode,
};
use crate::store::{Target, Write};

/// What a form is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Purpose {
    /// A new case.
    New,
    /// To change one.
    Change,
    /// To end one.
    Finish,
    /// To open one again.
    Reopen,
}

/// What is being typed about one case.
#[derive(Clone, Debug)]
pub struct Form {
    /// The register.
    pub register: String,
    /// What it is for.
    pub purpose: Purpose,
    /// The case that is being changed.
    pub case: Option<CaseFile>,
    /// Texts as typed, by field; parts of an address as `adres.postcode`.
    pub texts: BTreeMap<String, String>,
    /// Choices, by field.
    pub chosen: BTreeMap<String, BTreeSet<String>>,
    /// What is wrong, by field.
    pub faults: BTreeMap<String, String>,
    /// A version of the case that was stored meanwhile.
    pub conflict: Option<Box<CaseFile>>,
    /// Whether it is being stored.
    pub saving: bool,
    /// The field that had the keyboard last.
    pub at: Option<String>,
    /// Whether that field, or else the first one, is to take the keyboard.
    pub take_focus: bool,
    /// Whether anything was typed.
    pub touched: bool,
}

/// The name under which a part of an address is typed.
pub fn part_id(field: &str, part: &str) -> String {
    format!("{field}.{part}")
}

/// Where in the form something is said about a subject: an address is typed in parts.
fn place_of(definition: &Definition, subject: String) -> String {
    let [(first, _), ..] = AddressPart::ALL;
    match definition.field(&subject).map(|field| field.kind) {
        Some(FieldKind::Address) => part_id(&subject, first),
        _ => subject,
    }
}

impl Form {
    /// A form for a new case that begins today.
    pub fn new(definition: &Definition, today: NaiveDate) -> Self {
        let mut form = Self::empty(definition, Purpose::New, None);
        form.texts
            .insert(BEGIN.to_owned(), Language::Dutch.date(today));
        if let Some(status) = definition.first_status(true) {
            form.chosen
                .insert(STATUS.to_owned(), [status.choice.id.clone()].into());
        }
        form
    }

    /// A form with what is known of a case.
    pub fn of_case(
        definition: &Definition,
        case: CaseFile,
        purpose: Purpose,
        today: NaiveDate,
    ) -> Self {
        let state = case.state.clone();
        let mut form = Self::empty(definition, purpose, Some(case));
        for (id, value) in &state.values {
            form.show(id, value);
        }
        let date = |date: NaiveDate| Language::Dutch.date(date);
        if let Some(opened) = state.opened() {
            form.texts.insert(BEGIN.to_owned(), date(opened));
        }
        form.chosen.insert(
            STATUS.to_owned(),
            state.status.clone().into_iter().collect(),
        );
        match purpose {
            Purpose::Reopen => {
                form.texts.insert(END.to_owned(), date(today));
            }
            Purpose::New | Purpose::Change | Purpose::Finish => {
                if let Some(closing) = state.closing() {
                    form.texts.insert(END.to_owned(), date(closing.date));
                    form.chosen.insert(
                        OUTCOME.to_owned(),
                        closing.outcome.clone().into_iter().collect(),
                    );
                    for (flag, set) in &closing.flags {
                        form.choose(flag, if *set { "ja" } else { "nee" });
                    }
                } else if purpose == Purpose::Finish {
                    form.texts.insert(END.to_owned(), date(today));
                }
            }
        }
        form
    }

    fn empty(definition: &Definition, purpose: Purpose, case: Option<CaseFile>) -> Self {
        Self {
            register: definition.id.clone(),
            purpose,
            case,
            texts: BTreeMap::new(),
            chosen: BTreeMap::new(),
            faults: BTreeMap::new(),
            conflict: None,
            saving: false,
            at: None,
            take_focus: true,
            touched: false,
        }
    }

    fn choose(&mut self, field: &str, option: &str) {
        self.chosen
            .insert(field.to_owned(), [option.to_owned()].into());
    }

    /// Puts a stored value where it is typed.
    fn show(&mut self, id: &str, value: &Value) {
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

    /// Whether an end is typed, and so an outcome asked for.
    pub fn ends(&self) -> bool {
        self.purpose != Purpose::Reopen && !self.text(END).is_empty()
    }

    /// Whether this field has to be filled in some time and the case lacks it: a form that only ends a case, or opens it
    /// again, asks for it too.
    pub fn still_asks(&self, field: &Field) -> bool {
        let known = |case: &CaseFile| case.state.values.contains_key(&field.id);
        field.required_from.is_some() && !self.case.as_ref().is_some_and(known)
    }

    /// Suggests the district that belongs to the postcode, unless one was chosen.
    pub fn suggest_district(&mut self, definition: &Definition) {
        let Some(address) = definition.address_field() else {
            return;
        };
        let typed = Address {
            postcode: self.text(&part_id(&address.id, "postcode")).to_owned(),
            ..Address::default()
        };
        let Some(area) = typed.postcode_area() else {
            return;
        };
        for field in definition
            .fields
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
            if let Some(choice) = suggested_by_postcode(&field.choices, area) {
                self.choose(&field.id, &choice.id);
            }
        }
    }

    /// The case that follows from what is typed, or `None` with the faults beside their fields.
    pub fn write(
        &mut self,
        definition: &Definition,
        today: NaiveDate,
        language: Language,
    ) -> Option<Write> {
        self.faults.clear();
        let mut state = self
            .case
            .as_ref()
            .map(|case| case.state.clone())
            .unwrap_or_default();
        for field in &definition.fields {
            match self.read(field, today, language) {
                Ok(value) => state.set(&field.id, value),
                Err(()) => continue,
            }
        }
        self.read_spells(definition, &mut state, today, language);
        let mut problems = definition.missing(&state);
        if let Some(case) = self
            .case
            .as_ref()
            .filter(|_| self.purpose == Purpose::Change)
        {
            // What a case that came from a file lacks already does not stand in the way of a new telephone number.
            let before = definition.missing(&case.state);
            problems.retain(|problem| !before.contains(problem));
        }
        if self.faults.is_empty() {
            problems.extend(match &self.case {
                Some(case) => definition.check_change(&case.state, &state),
                None => definition.check(&state),
            });
        }
        for CaseProblem { subject, fault } in problems {
            let subject = match subject.as_str() {
                // The day of reopening is typed where an end stands otherwise.
                BEGIN if self.purpose == Purpose::Reopen => END.to_owned(),
                _ => subject,
            };
            let at = place_of(definition, subject);
            self.faults.entry(at).or_insert(fault.explain(language));
        }
        if !self.faults.is_empty() {
            // The keyboard goes to the first fault, which may have been out of sight.
            self.at = self.first_fault(definition);
            self.take_focus = true;
            return None;
        }
        let target = match &self.case {
            None => Target::New { number: None },
            Some(case) => Target::Existing {
                key: case.key,
                version: case.version,
            },
        };
        Some(Write {
            register: self.register.clone(),
            target,
            state,
        })
    }

    /// The first field of the form of which something is wrong.
    fn first_fault(&self, definition: &Definition) -> Option<String> {
        let fields = definition.fields.iter().flat_map(|field| {
            let parts = AddressPart::ALL.map(|(name, _)| part_id(&field.id, name));
            std::iter::once(field.id.clone()).chain(parts)
        });
        let course = [BEGIN, END, OUTCOME, STATUS].map(str::to_owned).into_iter();
        let order: Vec<String> = match self.purpose {
            Purpose::New | Purpose::Change => fields.chain(course).collect(),
            Purpose::Finish | Purpose::Reopen => course.chain(fields).collect(),
        };
        order.into_iter().find(|id| self.faults.contains_key(id))
    }

    fn read(
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

    fn read_day(&mut self, id: &str, today: NaiveDate, language: Language) -> Option<NaiveDate> {
        let text = self.text(id).to_owned();
        if text.is_empty() {
            return None;
        }
        match spoken_day(&text, today).map_or_else(|| read_date(&text), Ok) {
            Ok(day) => Some(day),
            Err(problem) => {
                self.faults.insert(id.to_owned(), problem.explain(language));
                None
            }
        }
    }

    /// Begin, end and reopening, with the status that fits them.
    fn read_spells(
        &mut self,
        definition: &Definition,
        state: &mut CaseState,
        today: NaiveDate,
        language: Language,
    ) {
        let begin = self.read_day(BEGIN, today, language);
        let end = self.read_day(END, today, language);
        let Some(begin) = begin else {
            self.faults
                .entry(BEGIN.to_owned())
                .or_insert(language.text("form-needs-begin"));
            return;
        };
        match state.spells.first_mut() {
            Some(first) => first.opened = begin,
            None => state.spells.push(Spell::since(begin)),
        }
        let chosen =
            |form: &Self, id: &str| form.chosen.get(id).and_then(|ids| ids.first()).cloned();
        if self.purpose == Purpose::Reopen {
            match end {
                Some(again) => state.spells.push(Spell::since(again)),
                None => {
                    self.faults
                        .entry(END.to_owned())
                        .or_insert(language.text("form-needs-reopen"));
                }
            }
        } else if let Some(last) = state.spells.last_mut() {
            let before = last.closed.take();
            last.closed = end.map(|date| Closing {
                date,
                ..before.unwrap_or_else(|| Closing::on(date))
            });
            if let Some(closing) = &mut last.closed {
                closing.outcome = chosen(self, OUTCOME);
                for flag in definition.flags() {
                    let outcome = closing.outcome.as_ref();
                    let fits = outcome.is_some_and(|id| flag.of.contains(id));
                    match chosen(self, &flag.id) {
                        Some(set) if fits => {
                            closing.flags.insert(flag.id.clone(), set == "ja");
                        }
                        None if fits => drop(closing.flags.remove(&flag.id)),
                        // "No" of another outcome was stored as it came and stays; "yes" cannot be any more.
                        _ => closing.flags.retain(|id, set| id != &flag.id || !*set),
                    }
                }
            }
        }
        let open = state.closing().is_none_or(|closing| closing.date > today);
        let status = chosen(self, STATUS);
        let before = self.case.as_ref().map(|case| &case.state);
        if before.is_some_and(|before| before.spells == state.spells && before.status == status) {
            // Where nothing of the course was changed, what came from a file stays as it came.
            return;
        }
        let fits = |id: &String| {
            definition
                .status(id)
                .is_some_and(|status| status.open == open)
        };
        state.status = status.filter(fits).or_else(|| {
            definition
                .first_status(open)
                .map(|status| status.choice.id.clone())
        });
    }
}

/// A day as it is said on the telephone: `vandaag`, `gisteren`, `morgen`, `+14`, `-2`, or `21-11` of this year.
pub fn spoken_day(text: &str, today: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim().to_lowercase();
    match text.as_str() {
        "v" | "vandaag" | "today" => return Some(today),
        "g" | "gisteren" | "yesterday" => return today.pred_opt(),
        "m" | "morgen" | "tomorrow" => return today.succ_opt(),
        _ => {}
    }
    if let Some(days) = text.strip_prefix('+') {
        return today.checked_add_days(Days::new(days.trim().parse::<u16>().ok()?.into()));
    }
    if let Some(days) = text.strip_prefix('-') {
        return today.checked_sub_days(Days::new(days.trim().parse::<u16>().ok()?.into()));
    }
    let (day, month) = text.split_once(['-', '/'])?;
    let (day, month) = (day.parse().ok()?, month.parse().ok()?);
    NaiveDate::from_ymd_opt(chrono::Datelike::year(&today), month, day)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_typed_as_they_are_said() {
        let today: NaiveDate = "2026-11-21".parse().unwrap();
        let day = |text: &str| spoken_day(text, today).map(|day| day.to_string());
        assert_eq!(day("v").as_deref(), Some("2026-11-21"));
        assert_eq!(day("gisteren").as_deref(), Some("2026-11-20"));
        assert_eq!(day("+14").as_deref(), Some("2026-12-05"));
        assert_eq!(day("3-2").as_deref(), Some("2026-02-03"));
        assert_eq!(day("31-2"), None);
        assert_eq!(day("21-11-2024"), None, "a whole date is read elsewhere");
    }

    #[test]
    fn a_form_in_which_nothing_is_typed_changes_nothing() {
        let today: NaiveDate = "2026-11-21".parse().unwrap();
        let registers = crate::register::Registers::shipped().unwrap();
        for definition in registers.all() {
            for write in crate::exchange::invent(definition, 200, 7, today) {
                let case = CaseFile {
                    key: crate::register::CaseKey(1),
                    id: "een-verzonnen-zaak".to_owned(),
                    register: definition.id.clone(),
                    number: "V-1".to_owned(),
                    version: 1,
                    state: write.state.clone(),
                };
                let mut form = Form::of_case(definition, case, Purpose::Change, today);
                let written = form.write(definition, today, Language::Dutch);
                let state = written.map(|written| written.state);
                assert_eq!(
                    state,
                    Some(write.state),
                    "{}: {:?}",
                    definition.id,
                    form.faults
                );
            }
        }
    }
}
