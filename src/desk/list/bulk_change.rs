//! Changes many cases at once, in three steps: the user finds what they are given, looks at a preview of what would become
//! of every case, and stores that as one operation.

use chrono::NaiveDate;

use crate::desk::backend::bulk_plan_text::BulkPlanText;
use crate::desk::backend::protocol::{BulkQuestion, Request, RequestId};
use crate::desk::form::inputs::Inputs;
use crate::desk::kit::widgets::Tone;
use crate::desk::list::bulk_lacking::{Asked, Lacking};
use crate::desk::list::case_list::CaseList;
use crate::desk::parts::case_count::case_count;
use crate::desk::parts::finder::Finder;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::register::{CaseFile, CaseKey, Definition, END, OUTCOME, Setting, Value};
use crate::store::Becomes;

/// The state of the dialog that changes many cases.
pub struct BulkChange {
    /// The id of the register.
    pub register: String,
    /// The cases, in the order of the list.
    pub cases: Vec<CaseKey>,
    /// The field that finds what they are given.
    pub finder: Finder,
    /// How far the user is.
    pub stage: Stage,
    /// Why the preview is shown once more.
    pub notice: Option<String>,
    /// What is typed of the end, where the cases are to be closed; none where they are given something else.
    pub closing: Option<Inputs>,
    /// What is filled in of cases that lack something.
    pub lacking: Lacking,
    given: Option<GivenSetting>,
}

/// What the cases are given.
pub struct GivenSetting {
    /// The status or the value of a field.
    pub setting: Setting,
    /// The same in words: "Status: in behandeling".
    pub text: String,
}

/// The steps of a bulk change.
pub enum Stage {
    /// The user looks for what the cases are given.
    Choosing,
    /// The preview was requested by this request.
    Planning(RequestId),
    /// The preview is shown.
    Preview(Box<BulkPlanText>),
    /// The change is being stored by this request.
    Storing(RequestId),
}

impl BulkChange {
    /// The dialog for these cases of a register.
    pub fn new(register: String, cases: Vec<CaseKey>) -> Self {
        Self {
            register,
            cases,
            finder: Finder::default(),
            stage: Stage::Choosing,
            notice: None,
            closing: None,
            lacking: Lacking::default(),
            given: None,
        }
    }

    /// The dialog that closes these cases of a register, today unless another day is typed.
    pub fn closing(definition: &Definition, cases: Vec<CaseKey>, today: NaiveDate) -> Self {
        let mut inputs = Inputs::new();
        inputs.fill(END, &Value::Date(today));
        // The day is filled in already.
        inputs.at = definition.outcome.as_ref().map(|_| OUTCOME.to_owned());
        Self {
            closing: Some(inputs),
            ..Self::new(definition.id.clone(), cases)
        }
    }

    /// What the cases are given, in words; empty until that is chosen.
    pub fn given_text(&self) -> &str {
        self.given.as_ref().map_or("", |given| &given.text)
    }

    /// Takes what the cases are given, and requests the preview.
    pub fn give(&mut self, given: GivenSetting, model: &mut Model) {
        self.given = Some(given);
        self.request_preview(model);
    }

    /// Requests another preview with what was filled in of cases that lack something. What cannot be read has a fault
    /// beside it then, and nothing is requested.
    pub fn fill_in(&mut self, definition: &Definition, model: &mut Model) {
        let Stage::Preview(preview) = &self.stage else {
            return;
        };
        let closing = match self.given.as_ref().map(|given| &given.setting) {
            Some(Setting::End(closing)) => Some(closing),
            _ => None,
        };
        let asked = Asked {
            definition,
            closing,
            today: model.clock.today(),
            language: model.language,
        };
        if self.lacking.take(&preview.lacking, &asked) {
            self.request_preview(model);
        }
    }

    fn request_preview(&mut self, model: &mut Model) {
        let Some(given) = &self.given else {
            return;
        };
        let question = BulkQuestion {
            register: self.register.clone(),
            cases: self.cases.clone(),
            settings: vec![given.setting.clone()],
            own: self.lacking.settings.clone(),
            language: model.language,
        };
        self.stage = Stage::Planning(model.ask(Request::PlanBulk(question)));
    }

    /// Takes in the preview; one that an older request asked for is dropped.
    pub fn on_planned(&mut self, planned: Box<BulkPlanText>, request: RequestId) {
        if matches!(self.stage, Stage::Planning(asked) if asked == request) {
            self.lacking.take_focus = true;
            self.stage = Stage::Preview(planned);
        }
    }

    /// Goes back from the preview to choosing what the cases are given.
    pub fn back(&mut self) {
        self.stage = Stage::Choosing;
        self.notice = None;
        self.lacking = Lacking::default();
    }

    /// Stores the change as the preview shows it. The refused cases stay selected, so that they can be given something
    /// else.
    pub fn store(&mut self, list: Option<&mut CaseList>, model: &mut Model) {
        let stage = std::mem::replace(&mut self.stage, Stage::Choosing);
        let Stage::Preview(preview) = stage else {
            self.stage = stage;
            return;
        };
        let refused = preview.plan.lines.iter();
        let refused = refused.filter(|line| matches!(line.becomes, Becomes::Refused(_)));
        let refused: Vec<CaseKey> = refused.map(|line| line.case.key).collect();
        if let Some(list) = list {
            list.selection.set(refused);
        }
        let request = Request::CarryOut(Box::new(preview.plan), model.operation());
        self.stage = Stage::Storing(model.ask_for(Pending::BulkChange, request));
    }

    /// Whether the change is being stored by this request.
    pub fn is_stored_by(&self, request: RequestId) -> bool {
        matches!(self.stage, Stage::Storing(storing) if storing == request)
    }

    /// Takes in that the change was stored in so many cases.
    pub fn on_stored(&self, count: usize, model: &mut Model) {
        let vault = model.vault.as_ref();
        if let Some(definition) = vault.and_then(|vault| vault.definition(&self.register)) {
            let language = model.language;
            let mut arguments = case_count(&definition, count, language).to_vec();
            arguments.push(("given", self.given_text().into()));
            let text = language.say("bulk-done", &arguments);
            model.notify(text, Tone::Ok);
        }
    }

    /// Takes in that the change was refused, and nothing of it stored. Where that is because somebody else changed a case
    /// meanwhile, a new preview is requested that names this case. Returns whether that is so.
    pub fn on_refused(
        &mut self,
        changed: Option<&CaseFile>,
        list: Option<&mut CaseList>,
        model: &mut Model,
    ) -> bool {
        if let Some(list) = list {
            list.selection.set(self.cases.iter().copied());
        }
        let Some(changed) = changed else {
            self.stage = Stage::Choosing;
            return false;
        };
        let number = [("number", changed.number.as_str().into())];
        self.notice = Some(model.language.say("bulk-changed-meanwhile", &number));
        self.request_preview(model);
        true
    }
}
