//! Changing many cases at once: what they are given is found by a few letters, then everything that would become of them
//! is shown, and only then it is done, as one action.

use chrono::NaiveDate;
use egui::Ui;

use crate::desk::app::desk::Desk;
use crate::desk::backend::bulk_plan_text::BulkPlanText;
use crate::desk::backend::worker::Request;
use crate::desk::form::fields::offered;
use crate::desk::kit::fuzzy::fits;
use crate::desk::kit::icons;
use crate::desk::kit::widgets::Tone;
use crate::desk::list::bulk_preview::{Answer, of_cases, preview_ui};
use crate::desk::parts::finder::{Choice, Finder, Line};
use crate::desk::state::model::{Model, OpenVault};
use crate::language::Language;
use crate::register::{CaseFile, CaseKey, Definition, Field, FieldKind, Setting, Value, folded};
use crate::store::{Becomes, Recorded};

/// Many cases that are being changed.
pub struct BulkChange {
    pub register: String,
    pub cases: Vec<CaseKey>,
    finder: Finder,
    /// What they are given, with its words, once that is chosen.
    given: Option<(Setting, String)>,
    pub stage: Stage,
    /// Why the preview is shown once more.
    pub notice: Option<String>,
}

/// How far it is.
pub enum Stage {
    /// What they are given is being looked for.
    Looking,
    /// The clerk looks what would become of them; the number of the question.
    Asked(u64),
    /// What would become of them is shown.
    Shown(Box<BulkPlanText>),
    /// It is being stored by this action.
    Storing(String),
}

impl BulkChange {
    /// Of these cases of a register.
    fn new(register: String, cases: Vec<CaseKey>) -> Self {
        Self {
            register,
            cases,
            finder: Finder::default(),
            given: None,
            stage: Stage::Looking,
            notice: None,
        }
    }

    /// What they are given, in words.
    pub fn words(&self) -> &str {
        self.given.as_ref().map_or("", |(_, words)| words)
    }

    /// Asks the clerk what would become of them.
    fn ask(&mut self, model: &mut Model) {
        let Some((setting, _)) = &self.given else {
            return;
        };
        let ticket = model.ticket();
        self.stage = Stage::Asked(ticket);
        model.ask(Request::PlanBulk {
            register: self.register.clone(),
            cases: self.cases.clone(),
            settings: vec![setting.clone()],
            language: model.language,
            ticket,
        });
    }

    /// The clerk told what would become of them; an answer to an older question is dropped.
    fn told(&mut self, told: Box<BulkPlanText>, ticket: u64) {
        if matches!(self.stage, Stage::Asked(asked) if asked == ticket) {
            self.stage = Stage::Shown(told);
        }
    }
}

/// What can be given for what is typed: a status, whose work it is, a choice, yes or no, and that something is unknown.
fn offers(
    vault: &OpenVault,
    definition: &Definition,
    actor: &str,
    (typed, today): (&str, NaiveDate),
    language: Language,
) -> Vec<(Setting, Line)> {
    let wanted = folded(typed);
    let mut all: Vec<(Setting, String, String)> = Vec::new();
    let status = language.text("status");
    for one in &definition.statuses {
        let id = Some(one.choice.id.clone());
        let text = format!("{status}: {}", one.choice.label.text(language));
        // A case is closed with a date and an outcome of its own.
        let detail = match one.open {
            true => String::new(),
            false => language.text("bulk-only-ended"),
        };
        if one.choice.offered_on(today) {
            all.push((Setting::Status(id), text, detail));
        }
    }
    let owner = definition.work.owner.as_deref();
    for field in &definition.fields {
        let label = field.label.text(language);
        let give = |value| Setting::Field {
            id: field.id.clone(),
            value: Some(value),
        };
        if Some(field.id.as_str()) == owner {
            for name in owners(vault, definition, actor, typed, label) {
                let text = format!("{label}: {name}");
                all.push((give(Value::Text(name)), text, String::new()));
            }
        }
        for (value, words) in values(field, today, language) {
            all.push((give(value), format!("{label}: {words}"), String::new()));
        }
    }
    let unknown = language.text("unknown").to_lowercase();
    for field in &definition.fields {
        let can_be_given = Some(field.id.as_str()) == owner || chosen_from(field.kind);
        if can_be_given {
            let id = field.id.clone();
            let text = format!("{}: {unknown}", field.label.text(language));
            all.push((Setting::Field { id, value: None }, text, String::new()));
        }
    }
    let fitting = all.into_iter().filter(|(_, text, _)| fits(text, &wanted));
    fitting
        .map(|(setting, text, detail)| (setting, Line::new(icons::EDIT, text).detail(detail)))
        .collect()
}

/// The names that work can be given to: those that occur, the user's own, and the one that is typed.
fn owners(
    vault: &OpenVault,
    definition: &Definition,
    actor: &str,
    typed: &str,
    label: &str,
) -> Vec<String> {
    let mut names = vec![actor.to_owned()];
    names.extend_from_slice(vault.owners_in(&definition.id));
    // The field may be named with it: "behandelaar jansen".
    let typed = typed.trim();
    let begin = typed
        .get(..label.len())
        .filter(|begin| folded(begin) == folded(label));
    let name = begin.map_or(typed, |begin| typed[begin.len()..].trim_matches([':', ' ']));
    if !name.is_empty() {
        names.push(name.to_owned());
    }
    let mut known = Vec::new();
    names.retain(|name| {
        let new = !known.contains(&folded(name));
        known.push(folded(name));
        new
    });
    names
}

/// Whether a field of this kind is filled in by choosing.
fn chosen_from(kind: FieldKind) -> bool {
    matches!(
        kind,
        FieldKind::Choice | FieldKind::Choices | FieldKind::YesNo
    )
}

/// The values that a field can be given by choosing one.
fn values(field: &Field, today: NaiveDate, language: Language) -> Vec<(Value, String)> {
    let choices = offered(&field.choices, None, today, language).into_iter();
    match field.kind {
        FieldKind::YesNo => [(true, "yes"), (false, "no")]
            .map(|(yes, id)| (Value::YesNo(yes), language.text(id)))
            .to_vec(),
        FieldKind::Choice => choices
            .map(|(id, label)| (Value::Choice(id), label))
            .collect(),
        FieldKind::Choices => choices
            .map(|(id, label)| (Value::Choices([id].into()), label))
            .collect(),
        _ => Vec::new(),
    }
}

impl Desk {
    /// Begins to change the cases that are chosen together; without any, the one that is selected.
    pub fn change_many(&mut self) {
        let Some(definition) = self.register() else {
            return;
        };
        let columns = self.model.vault.as_ref();
        let columns = columns.and_then(|vault| vault.columns(&definition.id));
        let Some((list, columns)) = self.list_on_screen().zip(columns) else {
            return;
        };
        let cases = match list.selection.is_empty() {
            true => list.selected.into_iter().collect(),
            false => list.meant(&columns),
        };
        if cases.is_empty() {
            let text = self.model.text("bulk-nothing-chosen");
            self.model.notify(text, Tone::Warn);
            return;
        }
        self.bulk = Some(BulkChange::new(definition.id.clone(), cases));
    }

    /// The dialog that changes many cases, where it is open.
    pub fn bulk_ui(&mut self, ui: &Ui) {
        let Some(mut bulk) = self.bulk.take() else {
            return;
        };
        match &bulk.stage {
            Stage::Looking => {
                if !self.look_for_given(ui, &mut bulk) {
                    self.give_back_keyboard();
                    return;
                }
            }
            Stage::Asked(_) | Stage::Shown(_) | Stage::Storing(..) => {
                match preview_ui(ui, &bulk, &self.model) {
                    Answer::None => {}
                    Answer::Back => {
                        bulk.stage = Stage::Looking;
                        bulk.notice = None;
                    }
                    Answer::Do => self.carry_out_bulk(&mut bulk),
                }
            }
        }
        self.bulk = Some(bulk);
    }

    /// What they are given is found by a few letters. Says whether the user stays.
    fn look_for_given(&mut self, ui: &Ui, bulk: &mut BulkChange) -> bool {
        let language = self.model.language;
        let Some(vault) = &self.model.vault else {
            return false;
        };
        let Some(definition) = vault.definition(&bulk.register) else {
            return false;
        };
        bulk.finder.need_no_answer();
        let words = bulk.finder.words.clone();
        let typed = (words.as_str(), self.model.clock.today());
        let found = offers(vault, &definition, &self.model.actor, typed, language);
        let (settings, lines): (Vec<Setting>, Vec<Line>) = found.into_iter().unzip();
        let label = language.text("command-change-many");
        let hint = language.text("bulk-hint");
        let finder = &mut bulk.finder;
        match finder.finder_ui(ui, &label, &hint, &lines, language) {
            Choice::None => true,
            Choice::Left => false,
            Choice::Took(at) => {
                let line = lines.into_iter().nth(at);
                if let Some((setting, line)) = settings.into_iter().nth(at).zip(line) {
                    bulk.given = Some((setting, line.text));
                    bulk.ask(&mut self.model);
                    ui.request_repaint();
                }
                true
            }
        }
    }

    /// Stores what is shown.
    fn carry_out_bulk(&mut self, bulk: &mut BulkChange) {
        let stage = std::mem::replace(&mut bulk.stage, Stage::Looking);
        let Stage::Shown(told) = stage else {
            bulk.stage = stage;
            return;
        };
        let operation = self.model.operation();
        bulk.stage = Stage::Storing(operation.id.clone());
        // What is refused stays chosen, so that it can be given something else.
        let refused = told.plan.lines.iter();
        let refused = refused.filter(|line| matches!(line.becomes, Becomes::Refused(_)));
        let refused: Vec<CaseKey> = refused.map(|line| line.case.key).collect();
        if let Some(list) = self.lists.get_mut(&bulk.register) {
            list.selection.choose(refused);
        }
        self.model
            .ask(Request::CarryOut(Box::new(told.plan), operation));
    }

    /// The clerk told what would become of many cases.
    pub fn bulk_told(&mut self, told: Box<BulkPlanText>, ticket: u64) {
        if let Some(bulk) = &mut self.bulk {
            bulk.told(told, ticket);
        }
    }

    /// Whether this stored what many cases were given; then that is said.
    pub fn bulk_stored(&mut self, operation: &str, recorded: &Recorded) -> bool {
        let ours = |bulk: &mut BulkChange| matches!(&bulk.stage, Stage::Storing(storing) if storing == operation);
        let Some(bulk) = self.bulk.take_if(ours) else {
            return false;
        };
        let vault = self.model.vault.as_ref();
        if let Some(definition) = vault.and_then(|vault| vault.definition(&bulk.register)) {
            let (count, language) = (recorded.cases.len(), self.model.language);
            let mut arguments = of_cases(&definition, count, language).to_vec();
            arguments.push(("given", bulk.words().into()));
            let text = language.say("bulk-done", &arguments);
            self.model.notify(text, Tone::Ok);
        }
        self.give_back_keyboard();
        true
    }

    /// Whether this was an action on many cases that could not be stored. Nothing of it was: a case that was changed
    /// meanwhile is named, and what would become of all of them is looked at again.
    pub fn bulk_refused(&mut self, operation: &str, changed: Option<&CaseFile>) -> bool {
        let Some(bulk) = &mut self.bulk else {
            return false;
        };
        if !matches!(&bulk.stage, Stage::Storing(storing) if storing == operation) {
            return false;
        }
        if let Some(list) = self.lists.get_mut(&bulk.register) {
            list.selection.choose(bulk.cases.iter().copied());
        }
        let Some(changed) = changed else {
            bulk.stage = Stage::Looking;
            return false;
        };
        let number = [("number", changed.number.as_str().into())];
        bulk.notice = Some(self.model.language.say("bulk-changed-meanwhile", &number));
        bulk.ask(&mut self.model);
        true
    }
}
