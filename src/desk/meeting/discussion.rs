//! A case meeting that goes on: its cases, which of them is discussed, and what is typed about each.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{NaiveDate, NaiveDateTime};

use crate::desk::form::autosave::Autosave;
use crate::desk::form::entry_form::state::EntryForm;
use crate::desk::form::field_ids::HAPPENED;
use crate::desk::form::open_forms::save_entry_draft;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::register::{CaseFile, CaseKey, Definition, EntryKind};

/// A meeting that goes on.
pub struct MeetingPage {
    /// The register of its cases.
    pub register: String,
    /// The day on which it began, which is the date of its agenda and minutes.
    pub day: NaiveDate,
    /// The cases, in the order in which they are discussed.
    pub cases: Vec<CaseKey>,
    /// The place among them of the case that is being discussed.
    pub at: usize,
    /// The cases of which a decision was stored.
    pub handled: BTreeSet<CaseKey>,
    /// The forms for what is decided, by case; a form stays while another case is discussed.
    forms: BTreeMap<CaseKey, EntryForm>,
    /// Whether the case that is being discussed comes into view in the list in the next frame.
    pub show: bool,
}

impl MeetingPage {
    /// A meeting about these cases that begins on this day; none without any case.
    pub fn about(register: String, cases: Vec<CaseKey>, day: NaiveDate) -> Option<Self> {
        (!cases.is_empty()).then_some(Self {
            register,
            day,
            cases,
            at: 0,
            handled: BTreeSet::new(),
            forms: BTreeMap::new(),
            show: true,
        })
    }

    /// The case that is being discussed.
    pub fn current(&self) -> Option<CaseKey> {
        self.cases.get(self.at).copied()
    }

    /// Goes to another case; what is typed stays.
    pub fn go_to(&mut self, at: usize) {
        self.at = at.min(self.cases.len().saturating_sub(1));
        self.show = true;
        self.take_focus();
    }

    /// Gives the keyboard to what is typed about the case.
    pub fn take_focus(&mut self) {
        let form = self.current().and_then(|key| self.forms.get_mut(&key));
        if let Some(form) = form {
            form.inputs.take_focus = true;
        }
    }

    /// The form for the decision about this case, as it is stored now. Where somebody else changed the case, what was not
    /// typed follows.
    pub fn form(
        &mut self,
        definition: &Definition,
        kind: &EntryKind,
        case: &CaseFile,
        now: NaiveDateTime,
    ) -> &mut EntryForm {
        let form = self
            .forms
            .entry(case.key)
            .or_insert_with(|| empty_form(case, kind, now));
        if form.case.version != case.version && !form.is_saving() {
            if form.inputs.touched {
                form.on_case_changed(definition, case.clone());
            } else {
                let take_focus = form.inputs.take_focus;
                *form = empty_form(case, kind, now);
                form.inputs.take_focus = take_focus;
            }
        }
        form
    }

    /// The user changed this case in the meeting by something else than a decision: what was not typed follows, without the
    /// warning that somebody else changed it.
    pub fn on_own_change(&mut self, definition: &Definition, case: &CaseFile) {
        let form = self.forms.get_mut(&case.key);
        if let Some(form) = form.filter(|form| !form.is_saving()) {
            let changes = std::mem::take(&mut form.case_changes);
            form.on_case_changed(definition, case.clone());
            form.case_changes = changes;
        }
    }

    /// The form for the decision about the case that is being discussed.
    pub fn current_form(&mut self) -> Option<&mut EntryForm> {
        let key = self.current()?;
        self.forms.get_mut(&key)
    }

    /// The forms for what is decided, of every case that has one.
    pub fn forms(&self) -> impl Iterator<Item = &EntryForm> {
        self.forms.values()
    }

    /// The place of the case that this draft is about.
    pub fn place_of(&self, draft: &str) -> Option<usize> {
        let of_draft = |form: &EntryForm| form.autosave.draft == draft;
        let mut forms = self.forms.iter();
        let (key, _) = forms.find(|(_, form)| of_draft(form))?;
        self.cases.iter().position(|case| case == key)
    }

    /// In how many seconds what is typed about the case that is discussed has to be saved; none where all of it is.
    pub fn due(&mut self, now: f64) -> Option<f64> {
        let form = self.current_form().filter(|form| !form.is_saving())?;
        form.autosave.due(form.inputs.changes, now)
    }

    /// Saves what was typed since the last time.
    pub fn save_drafts(&mut self, now: f64, model: &mut Model) {
        for form in self.forms.values_mut() {
            save_entry_draft(form, now, model);
        }
    }

    /// This draft could not be saved: it is tried again.
    pub fn on_draft_refused(&mut self, draft: &str) {
        let autosaves = self.forms.values_mut().map(|form| &mut form.autosave);
        autosaves
            .filter(|autosave| autosave.draft == draft)
            .for_each(Autosave::on_failed);
    }

    /// Stores what is decided about the case that is discussed, and goes on to the next one without waiting for the answer.
    pub fn decide(&mut self, model: &mut Model) {
        let Some(form) = self.current_form().filter(|form| !form.is_saving()) else {
            return;
        };
        let case = form.case.key;
        form.save(Pending::Decision(case), model);
        if form.is_saving() {
            self.go_on();
        }
    }

    /// How many cases were handled, and how many there are.
    pub fn progress(&self) -> (usize, usize) {
        (self.handled.len(), self.cases.len())
    }

    /// Whether something is typed about this case that is not stored.
    pub fn is_typed(&self, key: CaseKey) -> bool {
        let form = self.forms.get(&key);
        form.is_some_and(|form| form.inputs.touched || form.is_saving())
    }

    /// The first case about which something is typed that is not stored.
    pub fn first_typed(&self) -> Option<usize> {
        self.cases.iter().position(|key| self.is_typed(*key))
    }

    /// A decision was stored: goes on to the next case of which none was.
    pub fn on_stored(&mut self, key: CaseKey) {
        self.forms.remove(&key);
        self.handled.insert(key);
        if self.current() == Some(key) {
            self.go_on();
        }
    }

    /// Goes on to the next case of which no decision was stored, nor is being stored.
    pub fn go_on(&mut self) {
        let later = self.at + 1..self.cases.len();
        let mut waiting = later.chain(0..self.at);
        let next = waiting.find(|at| {
            let key = self.cases[*at];
            !self.handled.contains(&key) && !self.is_storing(key)
        });
        if let Some(next) = next {
            self.go_to(next);
        }
    }

    /// Whether a decision about this case is being stored.
    pub fn is_storing(&self, key: CaseKey) -> bool {
        self.forms.get(&key).is_some_and(EntryForm::is_saving)
    }

    /// What was decided about this case could not be stored: the case is discussed again, with what was typed and the reason.
    pub fn on_refused(&mut self, key: CaseKey, sentence: String) {
        let Some(form) = self.forms.get_mut(&key) else {
            return;
        };
        form.saving = None;
        form.inputs.fault(HAPPENED, sentence);
        if let Some(at) = self.cases.iter().position(|case| *case == key) {
            self.go_to(at);
        }
    }
}

/// A form in which nothing is typed. Without a time, a decision happens when it is stored.
fn empty_form(case: &CaseFile, kind: &EntryKind, now: NaiveDateTime) -> EntryForm {
    let mut form = EntryForm::new(case.clone(), kind, now);
    form.inputs.texts.remove(HAPPENED);
    form
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::backend::protocol::RequestId;
    use crate::desk::form::field_ids::case_field_id;
    use crate::register::{CaseState, Registers, Spell, Value};

    fn about(cases: Vec<CaseKey>) -> Option<MeetingPage> {
        let day = "2025-11-21".parse().unwrap();
        MeetingPage::about("woonoverlast".to_owned(), cases, day)
    }

    fn case(key: i64, version: u32, next: &str) -> CaseFile {
        let mut state = CaseState {
            spells: vec![Spell::since("2025-11-03".parse().unwrap())],
            ..CaseState::default()
        };
        state.set("volgende-actie", Some(Value::Text(next.to_owned())));
        CaseFile {
            key: CaseKey(key),
            id: key.to_string(),
            register: "woonoverlast".to_owned(),
            number: format!("W{key}"),
            version,
            state,
        }
    }

    #[test]
    fn what_is_typed_stays_when_the_case_changes_and_what_was_shown_follows() {
        let registers = Registers::shipped().unwrap();
        let definition = registers.get("woonoverlast").unwrap();
        let kind = definition.decision_kind().unwrap();
        let now = "2025-11-21T10:30:00".parse().unwrap();
        let mut meeting = about(vec![CaseKey(1)]).unwrap();
        let form = meeting.form(definition, kind, &case(1, 1, "Bellen"), now);
        let decision = "besluit".to_owned();
        form.inputs
            .texts
            .insert(decision.clone(), "Huisbezoek".to_owned());
        form.inputs.change();
        let form = meeting.form(definition, kind, &case(1, 2, "Brief sturen"), now);
        assert_eq!(form.inputs.texts[&decision], "Huisbezoek");
        let next = case_field_id("volgende-actie");
        assert_eq!(form.inputs.texts[&next], "Brief sturen");
        assert_eq!(form.case.version, 2);
        assert!(!form.case_changes.is_empty(), "what changed is shown");
    }

    #[test]
    fn nothing_is_shown_of_a_change_by_the_user_or_before_anything_is_typed() {
        let registers = Registers::shipped().unwrap();
        let definition = registers.get("woonoverlast").unwrap();
        let kind = definition.decision_kind().unwrap();
        let now = "2025-11-21T10:30:00".parse().unwrap();
        let mut meeting = about(vec![CaseKey(1)]).unwrap();
        meeting.form(definition, kind, &case(1, 1, "Bellen"), now);
        let form = meeting.form(definition, kind, &case(1, 2, "Brief sturen"), now);
        assert!(form.case_changes.is_empty());
        form.inputs.change();
        meeting.on_own_change(definition, &case(1, 3, "Mailen"));
        let form = meeting.form(definition, kind, &case(1, 3, "Mailen"), now);
        assert!(form.case_changes.is_empty());
        assert_eq!(form.case.version, 3);
    }

    #[test]
    fn after_a_decision_comes_the_next_case_of_which_none_was_taken() {
        let keys = (1..=4).map(CaseKey).collect();
        let mut meeting = about(keys).unwrap();
        meeting.go_to(2);
        meeting.on_stored(CaseKey(3));
        assert_eq!(meeting.current(), Some(CaseKey(4)));
        meeting.on_stored(CaseKey(4));
        assert_eq!(meeting.current(), Some(CaseKey(1)), "those passed over");
        assert!(about(Vec::new()).is_none());
    }

    #[test]
    fn the_next_case_is_on_while_a_decision_is_stored_and_a_refused_one_comes_back() {
        let registers = Registers::shipped().unwrap();
        let definition = registers.get("woonoverlast").unwrap();
        let kind = definition.decision_kind().unwrap();
        let now = "2025-11-21T10:30:00".parse().unwrap();
        let keys = (1..=2).map(CaseKey).collect();
        let mut meeting =
            MeetingPage::about("woonoverlast".to_owned(), keys, NaiveDate::default()).unwrap();
        let form = meeting.form(definition, kind, &case(1, 1, "Bellen"), now);
        form.saving = Some(RequestId(1));
        meeting.go_on();
        assert_eq!(meeting.current(), Some(CaseKey(2)));
        let form = meeting.form(definition, kind, &case(2, 1, "Bellen"), now);
        form.saving = Some(RequestId(2));
        meeting.go_on();
        assert_eq!(
            meeting.current(),
            Some(CaseKey(2)),
            "none is left to decide"
        );
        meeting.on_refused(CaseKey(1), "Dat kan niet".to_owned());
        assert_eq!(meeting.current(), Some(CaseKey(1)));
        let form = meeting.current_form().unwrap();
        assert!(!form.is_saving());
        assert_eq!(form.inputs.faults[HAPPENED], "Dat kan niet");
        meeting.on_stored(CaseKey(2));
        assert_eq!(meeting.current(), Some(CaseKey(1)), "where the user is");
    }
}
