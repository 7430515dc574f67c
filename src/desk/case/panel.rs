//! The case file beside its list: what is open in it, and the actions of its items.

use std::sync::Arc;

use crate::desk::backend::protocol::{Request, RequestId};
use crate::desk::case::document_form::{DocumentForm, DocumentPurpose};
use crate::desk::case::document_names::{file_name, safe_name};
use crate::desk::case::other_cases::OtherCases;
use crate::desk::case::timeline::builder::TimelineBuilder;
use crate::desk::case::timeline::item::{Item, ItemAction};
use crate::desk::case::timeline::view::TimelineView;
use crate::desk::case::withdrawal::Withdrawal;
use crate::desk::kit::widgets::Tone;
use crate::desk::state::action::Action;
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::places;
use crate::register::{CaseFile, CaseKey, Definition, Entry};
use crate::store::Dossier;

/// How the case beside the list is shown.
#[derive(Default)]
pub struct CasePanel {
    /// The register and the case that it shows.
    case: Option<(String, CaseKey)>,
    /// The items of the timeline, as long as nothing about the case changes.
    items: Option<CachedItems>,
    /// How the timeline is looked at.
    pub timeline: TimelineView,
    /// How high its head was drawn last, in points.
    pub(super) head_height: f32,
    /// What is being taken back.
    pub withdrawal: Option<Withdrawal>,
    /// Which lists of other cases are open.
    pub(super) other_cases: OtherCases,
    /// The form for a document.
    pub document: Option<DocumentForm>,
    /// Whether the menu of what can be done with the case opens in the next frame.
    pub open_menu: bool,
}

/// The items of a timeline, with all that they were made of.
struct CachedItems {
    case: Arc<CaseFile>,
    dossier: Arc<Dossier>,
    language: Language,
    items: Arc<Vec<Item>>,
}

impl CasePanel {
    /// Shows this case. What was open in another one is closed.
    pub(super) fn show(&mut self, register: &str, key: CaseKey) {
        let case = (register.to_owned(), key);
        if self.case.as_ref() == Some(&case) {
            return;
        }
        self.case = Some(case);
        self.timeline.reset();
        self.withdrawal = None;
        self.document = None;
        self.other_cases = OtherCases::default();
    }

    /// The items of the timeline of a case, made again only when something about it changed.
    pub(super) fn items(
        &mut self,
        model: &Model,
        definition: &Definition,
        case: &Arc<CaseFile>,
        dossier: &Arc<Dossier>,
    ) -> Arc<Vec<Item>> {
        let language = model.language;
        let same = |cached: &&CachedItems| {
            Arc::ptr_eq(&cached.case, case)
                && Arc::ptr_eq(&cached.dossier, dossier)
                && cached.language == language
        };
        if let Some(cached) = self.items.as_ref().filter(same) {
            return Arc::clone(&cached.items);
        }
        let Some(vault) = &model.vault else {
            return Arc::default();
        };
        let builder = TimelineBuilder {
            definition,
            registers: &vault.registers,
            case,
            dossier,
            reader: &model.actor,
            language,
        };
        let items = Arc::new(builder.items());
        self.timeline.forget_heights();
        self.items = Some(CachedItems {
            case: Arc::clone(case),
            dossier: Arc::clone(dossier),
            language,
            items: Arc::clone(&items),
        });
        items
    }

    /// Does what the user wants to do with an item of the timeline.
    pub(super) fn carry_out(
        &mut self,
        action: ItemAction,
        item: &Item,
        register: &str,
        model: &mut Model,
    ) {
        if let (ItemAction::Undo, Some(operation)) = (action, &item.operation) {
            model.actions.push(Action::UndoOperation {
                register: register.to_owned(),
                operation: operation.clone(),
                summary: item.title.clone(),
            });
            return;
        }
        let Some(entry) = &item.entry else { return };
        match action {
            ItemAction::Undo => {}
            ItemAction::Open => model.actions.push(match &item.linked_case {
                Some((register, key)) => Action::OpenCase(register.clone(), *key),
                None => Action::OpenDocument(Box::new(entry.clone())),
            }),
            ItemAction::SaveAs => self.save_document_as(register, entry, model),
            ItemAction::Edit => {
                let edit = Action::EditEntry(Box::new(entry.clone()));
                model.actions.push(edit);
            }
            ItemAction::Withdraw => {
                let home = item.home.clone().unwrap_or_else(|| register.to_owned());
                let withdrawal = Withdrawal::new(entry.clone(), home, item.title.clone());
                self.withdrawal = Some(withdrawal);
            }
        }
    }

    /// Opens the form that attaches a file to this case.
    pub fn attach(&mut self, register: &str, case: CaseKey) {
        let purpose = DocumentPurpose::Attach {
            register: register.to_owned(),
            case,
        };
        self.document = Some(DocumentForm::new(purpose, String::new()));
    }

    /// Opens the form that saves the document of an entry in a file.
    fn save_document_as(&mut self, register: &str, entry: &Entry, model: &Model) {
        let name = safe_name(&file_name(register, entry, model));
        let path = places::documents().unwrap_or_default().join(&name);
        let purpose = DocumentPurpose::SaveAs {
            register: register.to_owned(),
            entry: entry.key,
            name,
        };
        self.document = Some(DocumentForm::new(purpose, path.display().to_string()));
    }

    /// Whether a form of the panel is open: that something is taken back, or that of a document.
    pub fn has_form(&self) -> bool {
        self.withdrawal.is_some() || self.document.is_some()
    }

    /// Does what the form of the panel is for.
    pub fn save(&mut self, model: &mut Model) {
        if let Some(withdrawal) = &mut self.withdrawal {
            withdrawal.save(model);
        } else if let Some(document) = &mut self.document
            && document.save(model)
        {
            self.leave_form();
        }
    }

    /// Leaves the form of the panel, and gives the keyboard back to the timeline.
    pub fn leave_form(&mut self) {
        if self.withdrawal.take().is_none() {
            self.document = None;
        }
        self.timeline.take_focus = true;
    }

    /// An entry was taken back by this request. Returns whether the form of the panel asked for it.
    pub fn on_withdrawn(&mut self, request: RequestId, model: &mut Model) -> bool {
        let ours = |asked: &mut Withdrawal| asked.saving == Some(request);
        let Some(asked) = self.withdrawal.take_if(ours) else {
            return false;
        };
        // A link may be an entry of a case in another register; it is gone from this case as well.
        if let Some((register, key)) = self.case.clone()
            && asked.home != register
        {
            model.ask(Request::Dossier(register, key));
        }
        self.timeline.take_focus = true;
        let text = model.text("timeline-taken-back");
        model.notify(text, Tone::Ok);
        true
    }

    /// The entry could not be taken back by this request.
    pub fn on_withdrawal_refused(&mut self, request: RequestId) {
        if let Some(asked) = &mut self.withdrawal {
            asked.saving.take_if(|saving| *saving == request);
        }
    }

    /// A file was attached by this request: its form is done with.
    pub fn on_attached(&mut self, request: RequestId, on_screen: bool) {
        let ours = |form: &mut DocumentForm| form.saving == Some(request);
        if self.document.take_if(ours).is_some() && on_screen {
            self.timeline.take_focus = true;
        }
    }

    /// A file could not be attached by this request. Returns whether its form is open and shows the reason.
    pub fn on_attach_refused(&mut self, request: RequestId, sentence: String) -> bool {
        let document = self.document.as_mut();
        let ours = document.filter(|form| form.saving == Some(request));
        let is_ours = ours.is_some();
        if let Some(form) = ours {
            form.on_refused(sentence);
        }
        is_ours
    }
}
