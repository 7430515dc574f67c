//! Changing many cases at once: what they are given is found by a few letters, then everything that would become of them
//! is shown, and only then it is done, as one action.

use chrono::NaiveDate;
use egui::Ui;

use crate::desk::backend::bulk_plan_text::BulkPlanText;
use crate::desk::backend::protocol::{BulkQuestion, Request, RequestId};
use crate::desk::form::fields::offered;
use crate::desk::kit::fuzzy::matches_prefixes;
use crate::desk::kit::icons;
use crate::desk::kit::widgets::Tone;
use crate::desk::list::bulk_preview::{Answer, of_cases, preview_ui};
use crate::desk::list::case_list::CaseList;
use crate::desk::parts::finder::{Choice, Finder, Line};
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::desk::state::vault::OpenVault;
use crate::language::{Language, folded};
use crate::register::{CaseFile, CaseKey, Definition, Field, FieldKind, Setting, Value};
use crate::store::Becomes;

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
    /// What would become of them is being looked at, by this request.
    Asked(RequestId),
    /// What would become of them is shown.
    Shown(Box<BulkPlanText>),
    /// It is being stored by this request.
    Storing(RequestId),
}

impl BulkChange {
    /// Of these cases of a register.
    pub fn new(register: String, cases: Vec<CaseKey>) -> Self {
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

    /// Asks what would become of them.
    fn ask(&mut self, model: &mut Model) {
        let Some((setting, _)) = &self.given else {
            return;
        };
        self.stage = Stage::Asked(model.ask(Request::PlanBulk(BulkQuestion {
            register: self.register.clone(),
            cases: self.cases.clone(),
            settings: vec![setting.clone()],
            language: model.language,
        })));
    }

    /// What would become of them arrived; an answer to an older request is dropped.
    pub fn on_planned(&mut self, planned: Box<BulkPlanText>, request: RequestId) {
        if matches!(self.stage, Stage::Asked(asked) if asked == request) {
            self.stage = Stage::Shown(planned);
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
    let fitting = all
        .into_iter()
        .filter(|(_, text, _)| matches_prefixes(text, &wanted));
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
            .map(|option| (Value::Choice(option.id), option.label))
            .collect(),
        FieldKind::Choices => choices
            .map(|option| (Value::Choices([option.id].into()), option.label))
            .collect(),
        _ => Vec::new(),
    }
}

impl BulkChange {
    /// The dialog. Returns whether it stays open.
    pub fn ui(&mut self, ui: &Ui, list: Option<&mut CaseList>, model: &mut Model) -> bool {
        if matches!(self.stage, Stage::Looking) {
            return self.look_for_given(ui, model);
        }
        match preview_ui(ui, self, model) {
            Answer::None => {}
            Answer::Back => {
                self.stage = Stage::Looking;
                self.notice = None;
            }
            Answer::Do => self.carry_out(list, model),
        }
        true
    }

    /// What they are given is found by a few letters. Returns whether the dialog stays open.
    fn look_for_given(&mut self, ui: &Ui, model: &mut Model) -> bool {
        let language = model.language;
        let Some(vault) = &model.vault else {
            return false;
        };
        let Some(definition) = vault.definition(&self.register) else {
            return false;
        };
        self.finder.search_locally();
        let words = self.finder.words.clone();
        let typed = (words.as_str(), model.clock.today());
        let found = offers(vault, &definition, &model.actor, typed, language);
        let (settings, lines): (Vec<Setting>, Vec<Line>) = found.into_iter().unzip();
        let label = language.text("command-change-many");
        let hint = language.text("bulk-hint");
        match self.finder.finder_ui(ui, &label, &hint, &lines, language) {
            Choice::None => true,
            Choice::Closed => false,
            Choice::Picked(at) => {
                let line = lines.into_iter().nth(at);
                if let Some((setting, line)) = settings.into_iter().nth(at).zip(line) {
                    self.given = Some((setting, line.text));
                    self.ask(model);
                    ui.request_repaint();
                }
                true
            }
        }
    }

    /// Stores what is shown.
    fn carry_out(&mut self, list: Option<&mut CaseList>, model: &mut Model) {
        let stage = std::mem::replace(&mut self.stage, Stage::Looking);
        let Stage::Shown(shown) = stage else {
            self.stage = stage;
            return;
        };
        // What is refused stays chosen, so that it can be given something else.
        let refused = shown.plan.lines.iter();
        let refused = refused.filter(|line| matches!(line.becomes, Becomes::Refused(_)));
        let refused: Vec<CaseKey> = refused.map(|line| line.case.key).collect();
        if let Some(list) = list {
            list.selection.choose(refused);
        }
        let request = Request::CarryOut(Box::new(shown.plan), model.operation());
        self.stage = Stage::Storing(model.ask_for(Pending::BulkChange, request));
    }

    /// Whether this request is the one by which it is being stored.
    pub fn is_stored_by(&self, request: RequestId) -> bool {
        matches!(self.stage, Stage::Storing(storing) if storing == request)
    }

    /// So many cases were given it.
    pub fn on_stored(&self, count: usize, model: &mut Model) {
        let vault = model.vault.as_ref();
        if let Some(definition) = vault.and_then(|vault| vault.definition(&self.register)) {
            let language = model.language;
            let mut arguments = of_cases(&definition, count, language).to_vec();
            arguments.push(("given", self.words().into()));
            let text = language.say("bulk-done", &arguments);
            model.notify(text, Tone::Ok);
        }
    }

    /// It could not be stored, and nothing of it was: a case that was changed meanwhile is named, and what would become of
    /// all of them is looked at again. Says whether that is so.
    pub fn on_refused(
        &mut self,
        changed: Option<&CaseFile>,
        list: Option<&mut CaseList>,
        model: &mut Model,
    ) -> bool {
        if let Some(list) = list {
            list.selection.choose(self.cases.iter().copied());
        }
        let Some(changed) = changed else {
            self.stage = Stage::Looking;
            return false;
        };
        let number = [("number", changed.number.as_str().into())];
        self.notice = Some(model.language.say("bulk-changed-meanwhile", &number));
        self.ask(model);
        true
    }
}
