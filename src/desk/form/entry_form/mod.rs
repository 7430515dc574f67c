//! What is being typed for the timeline of a case: an entry of some kind, with the fields of the case that are asked in
//! the same breath.

mod following;

use chrono::{Days, NaiveDate, NaiveDateTime};

use crate::desk::backend::protocol::RequestId;
use crate::desk::form::draft::Autosave;
use crate::desk::form::inputs::Inputs;
use crate::language::{Explain, Label, Language};
use crate::register::{
    CaseFile, CaseProblem, CaseState, Change, Definition, Entry, EntryKind, EntryState, Field,
    FieldKind, KINDS_OF_ALL, OnlyWith, Rung, STATUS, Sensitivity, Value,
};
use crate::store::{CaseOf, EntryTarget, EntryWrite, Operation, Write};

/// The name under which it is typed when something happened; no field can be called so.
pub const HAPPENED: &str = "datum.tijd";

/// What the name begins with under which a field of the case is typed in an entry.
pub const OF_CASE: &str = "zaak.";

/// The one field of a document or a tie that somebody types.
const NOTE: &str = "toelichting";

/// What is being typed for the timeline of a case.
#[derive(Clone, Debug)]
pub struct EntryForm {
    /// The case on whose timeline it comes to stand.
    pub case: CaseFile,
    /// The id of its kind.
    pub kind: String,
    /// The entry that is being changed; none for a new one.
    pub entry: Option<Entry>,
    /// What is typed: the fields of the entry by their ids, those of the case by [`EntryForm::of_case`].
    pub inputs: Inputs,
    /// What somebody else stored of the case while this was typed.
    pub meanwhile: Vec<Change>,
    /// Whether somebody else changed the entry while this was typed.
    pub overtaken: bool,
    /// What they made of fields in which something else is typed here.
    pub theirs: Vec<(String, Value)>,
    /// The request by which it is being stored.
    pub saving: Option<RequestId>,
    /// Whether it began as a new case, and can become one again.
    pub from_case: bool,
    /// The draft it is kept in.
    pub autosave: Autosave,
}

impl EntryForm {
    /// A form for a new entry of this kind that happened just now; what the case says already is filled in, and the
    /// keyboard is where the typing begins.
    pub fn new(case: CaseFile, kind: &EntryKind, now: NaiveDateTime) -> Self {
        let mut form = Self::empty(case, &kind.id, None, now);
        if form.goes_on() {
            for id in &kind.updates {
                if let Some(value) = form.case.state.values.get(id) {
                    form.inputs.show(&Self::of_case(id), value);
                }
            }
            if let Some(status) = form.case.state.status.as_ref().filter(|_| kind.moves) {
                form.inputs.choose(STATUS, status);
            }
        }
        let needed = kind
            .fields
            .iter()
            .find(|field| field.required_from.is_some());
        form.inputs.at = needed.or(kind.fields.first()).map(|field| field.id.clone());
        form
    }

    /// A form for the next step of the ladder, with everything filled in that follows from it.
    pub fn next_step(
        case: CaseFile,
        definition: &Definition,
        rung: &Rung,
        now: NaiveDateTime,
        language: Language,
    ) -> Option<Self> {
        let ladder = definition.ladder.as_ref()?;
        let kind = definition.entry_kind(&ladder.entry)?;
        let mut form = Self::new(case, kind, now);
        let inputs = &mut form.inputs;
        let mut fill = |id: String, text: String| drop(inputs.texts.insert(id, text));
        fill(ladder.ground.clone(), rung.ground.text(language).to_owned());
        let due = now.date().checked_add_days(Days::new(rung.days.into()));
        let due = due.map(|due| Language::Dutch.date(due));
        if let Some(due) = &due {
            fill(ladder.due.clone(), due.clone());
        }
        if let Some(next) = &definition.next_action {
            let updates = |id: &String| kind.updates.contains(id);
            if let Some(action) = rung.action.as_ref().filter(|_| updates(&next.what)) {
                fill(Self::of_case(&next.what), action.text(language).to_owned());
                if let Some(due) = due.filter(|_| updates(&next.due)) {
                    fill(Self::of_case(&next.due), due);
                }
            }
        }
        inputs.choose(&ladder.measure, &rung.measure);
        if let Some(status) = rung.status.as_ref().filter(|_| kind.moves) {
            inputs.choose(STATUS, status);
        }
        inputs.at = Some(ladder.measure.clone());
        Some(form)
    }

    /// A form with what an entry says, to put it right.
    pub fn of_entry(case: CaseFile, entry: Entry) -> Self {
        let state = entry.state.clone();
        let mut form = Self::empty(case, &state.kind, Some(entry), state.happened);
        for (id, value) in &state.values {
            form.inputs.show(id, value);
        }
        form
    }

    fn empty(case: CaseFile, kind: &str, entry: Option<Entry>, happened: NaiveDateTime) -> Self {
        let mut inputs = Inputs::new();
        inputs.texts.insert(HAPPENED.to_owned(), written(happened));
        Self {
            case,
            kind: kind.to_owned(),
            entry,
            inputs,
            meanwhile: Vec::new(),
            overtaken: false,
            theirs: Vec::new(),
            saving: None,
            from_case: false,
            autosave: Autosave::default(),
        }
    }

    /// Whether it is being stored.
    pub fn is_saving(&self) -> bool {
        self.saving.is_some()
    }

    /// Whether another form is for the same case and the same entry, or a new one of the same kind.
    pub fn is_like(&self, other: &Self) -> bool {
        let about = |form: &Self| {
            let entry = form.entry.as_ref().map(|entry| entry.key);
            (form.case.id.clone(), form.kind.clone(), entry)
        };
        about(self) == about(other)
    }

    /// Whether the case still runs, so that something can happen next.
    fn goes_on(&self) -> bool {
        self.case.state.closing().is_none()
    }

    /// Since when the case is closed, where that keeps this from being stored: a step of the ladder is taken in a case that
    /// runs.
    pub fn too_late_for(&self, definition: &Definition) -> Option<NaiveDate> {
        let ladder = definition.ladder.as_ref()?;
        let step = self.kind == ladder.entry && self.entry.is_none();
        let closing = self.case.state.closing().filter(|_| step)?;
        Some(closing.date)
    }

    /// Whether the status of the case is asked here.
    pub fn asks_status(&self, definition: &Definition) -> bool {
        let kind = definition.entry_kind(&self.kind);
        kind.is_some_and(|kind| kind.moves) && self.entry.is_none() && self.goes_on()
    }

    /// When it happened, and its own fields, in their order on the screen. What means nothing with another choice is
    /// left out.
    pub fn fields(&self, definition: &Definition) -> Vec<Field> {
        let Some(kind) = definition.entry_kind(&self.kind) else {
            return Vec::new();
        };
        let of_all = KINDS_OF_ALL.contains(&kind.id.as_str());
        let own = kind
            .fields
            .iter()
            .filter(|field| !of_all || field.id == NOTE);
        let own = own.filter(|field| self.inputs.means(field));
        std::iter::once(happened_field())
            .chain(own.cloned())
            .collect()
    }

    /// The name under which a field of the case is typed here: an entry may have a field of the same name.
    pub fn of_case(id: &str) -> String {
        format!("{OF_CASE}{id}")
    }

    /// The fields of the case that are asked here, each under the name it is typed by. An entry that is put right leaves
    /// the case as it is.
    pub fn case_fields(&self, definition: &Definition) -> Vec<Field> {
        let kind = definition.entry_kind(&self.kind);
        let updates = kind
            .filter(|_| self.entry.is_none() && self.goes_on())
            .map(|kind| &kind.updates);
        let asked = |id: &String| updates.is_some_and(|updates| updates.contains(id));
        let field = |id: &String| {
            let field = definition.field(id)?.clone();
            let only_with = field.only_with.clone().map(|only| OnlyWith {
                // What decides is typed here too, or stands in the case.
                field: match asked(&only.field) {
                    true => Self::of_case(&only.field),
                    false => only.field,
                },
                ..only
            });
            let decided = field
                .only_with
                .as_ref()
                .is_some_and(|only| !asked(&only.field));
            if decided && !definition.applies(&field, &self.case.state) {
                return None;
            }
            let field = Field {
                id: Self::of_case(id),
                section: None,
                only_with,
                ..field
            };
            self.inputs.means(&field).then_some(field)
        };
        updates.into_iter().flatten().filter_map(field).collect()
    }

    /// The action that follows from what is typed, added to one that says who acts and when; `None` with the faults
    /// beside their fields.
    pub fn write(
        &mut self,
        definition: &Definition,
        operation: Operation,
        now: NaiveDateTime,
        language: Language,
    ) -> Option<Operation> {
        self.inputs.faults.clear();
        let kind = definition.entry_kind(&self.kind)?;
        if let Some(date) = self.too_late_for(definition) {
            let date = [("date", language.date(date).into())];
            self.inputs
                .fault(HAPPENED, language.say("ladder-closed", &date));
        }
        let today = now.date();
        let happened = self.read_happened(now, language);
        let mut state = match &self.entry {
            Some(entry) => entry.state.clone(),
            None => EntryState::at(&kind.id, now),
        };
        if let Some(happened) = happened {
            state.happened = happened;
        }
        let shown = self.fields(definition);
        let hidden = |field: &&Field| !shown.iter().any(|other| other.id == field.id);
        if !KINDS_OF_ALL.contains(&kind.id.as_str()) {
            for field in kind.fields.iter().filter(hidden) {
                state.values.remove(&field.id);
            }
        }
        for field in shown.iter().filter(|field| field.id != HAPPENED) {
            if let Ok(value) = self.inputs.read(field, today, language) {
                match value {
                    Some(value) => drop(state.values.insert(field.id.clone(), value)),
                    None => drop(state.values.remove(&field.id)),
                }
            }
        }
        let mut after = self.case.state.clone();
        for field in self.case_fields(definition) {
            if let Ok(value) = self.inputs.read(&field, today, language)
                && let Some((_, id)) = field.id.split_once('.')
            {
                after.set(id, value);
            }
        }
        // What means nothing any more with what was chosen here is left behind.
        for field in &definition.fields {
            let asked = self.entry.is_none() && kind.updates.contains(&field.id);
            if asked && !definition.applies(field, &after) {
                after.set(&field.id, None);
            }
        }
        if self.asks_status(definition) {
            after.status = self.inputs.choice(STATUS).cloned().or(after.status);
        }
        let before = &self.case.state;
        let mut problems = definition.missing_in_entry(&state);
        problems.extend(definition.check_entry(&state));
        let missed = definition.missing(before);
        let of_case = definition.missing(&after).into_iter();
        let of_case = of_case
            .filter(|problem| !missed.contains(problem))
            .chain(definition.check_change(before, &after));
        problems.extend(of_case.map(|problem| CaseProblem {
            subject: self.place_of(definition, &problem.subject),
            ..problem
        }));
        for CaseProblem { subject, fault } in problems {
            self.inputs.fault(&subject, fault.explain(language));
        }
        if !self.inputs.faults.is_empty() {
            let order = self.order(definition);
            self.inputs.go_to_fault(order);
            return None;
        }
        Some(self.operation(operation, state, after))
    }

    fn operation(&self, operation: Operation, state: EntryState, after: CaseState) -> Operation {
        let key = self.case.key;
        let mut write = EntryWrite::new(CaseOf::Existing(key), state);
        if let Some(entry) = &self.entry {
            write.target = EntryTarget::Existing {
                key: entry.key,
                version: entry.version,
            };
        }
        let operation = operation.with_entry(write);
        if after == self.case.state {
            return operation;
        }
        operation.with(Write::over(&self.case, after))
    }

    fn read_happened(&mut self, now: NaiveDateTime, language: Language) -> Option<NaiveDateTime> {
        let text = self.inputs.text(HAPPENED).to_owned();
        if text.is_empty() {
            return Some(now);
        }
        match crate::desk::parts::typed_date::spoken_moment(&text, now) {
            Ok(moment) => Some(moment),
            Err(problem) => {
                self.inputs.fault(HAPPENED, problem.explain(language));
                None
            }
        }
    }

    /// Where a problem of the case shows: beside its field where that is asked here, else at the top.
    fn place_of(&self, definition: &Definition, subject: &str) -> String {
        let asked = Self::of_case(subject);
        let fields = self.case_fields(definition);
        match fields.iter().any(|field| field.id == asked) {
            true => asked,
            false if subject == STATUS => STATUS.to_owned(),
            false => HAPPENED.to_owned(),
        }
    }

    /// The fields in their order on the screen.
    fn order(&self, definition: &Definition) -> Vec<String> {
        let own = self.fields(definition).into_iter().map(|field| field.id);
        let of_case = self
            .case_fields(definition)
            .into_iter()
            .map(|field| field.id);
        own.chain(of_case)
            .chain(std::iter::once(STATUS.to_owned()))
            .collect()
    }
}

/// The field in which is typed when something happened.
fn happened_field() -> Field {
    let label = |language: Language| language.text("entry-happened");
    Field {
        id: HAPPENED.to_owned(),
        label: Label {
            nl: label(Language::Dutch),
            en: Some(label(Language::English)),
        },
        kind: FieldKind::DateTime,
        counted: false,
        weight: None,
        sensitivity: Sensitivity::Ordinary,
        shareable: true,
        aliases: Vec::new(),
        choices: Vec::new(),
        choices_from: None,
        section: None,
        required_from: None,
        only_with: None,
    }
}

/// A moment as it is typed.
fn written(moment: NaiveDateTime) -> String {
    moment.format("%d-%m-%Y %H:%M").to_string()
}
