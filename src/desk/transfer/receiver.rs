//! For whom a list of cases is: the team, or a partner, who is then named with the ground on which the list is shared.

use egui::{Id, Ui};

use super::choose::choose;
use crate::desk::backend::export_job::ExportSource;
use crate::desk::kit::field::{FieldLabel, text_field};
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, notice, paragraph};
use crate::desk::state::model::Model;
use crate::language::{Explain, Language};
use crate::report::{ShareError, Sharing};

/// For whom a list is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Receiver {
    Team,
    Partner,
}

/// The list cannot be shared as it is: the field says why.
pub(super) struct NotShared;

/// The question for whom a list is, with what is typed of a partner.
pub(super) struct ReceiverField {
    receiver: Receiver,
    sharing: Sharing,
    /// What is wrong with what is typed.
    fault: Option<ShareError>,
    /// What the list is filtered or grouped by that a partner may not see.
    betrays: Vec<String>,
}

impl ReceiverField {
    /// For the team, until somebody says otherwise.
    pub fn of(source: &ExportSource, model: &Model) -> Self {
        let betrays = match source {
            ExportSource::List(register, question) => {
                let vault = model.vault.as_ref();
                let definition = vault.and_then(|vault| vault.definition(register));
                definition.map(|definition| question.betrays(&definition, model.language))
            }
            _ => None,
        };
        Self {
            receiver: Receiver::Team,
            sharing: Sharing::default(),
            fault: None,
            betrays: betrays.unwrap_or_default(),
        }
    }

    /// Whether it is for a partner.
    pub fn is_partner(&self) -> bool {
        self.receiver == Receiver::Partner
    }

    /// The partner with whom the list is shared; none where it is for the team.
    ///
    /// # Errors
    /// Something is not filled in, or the list cannot be shared as it is: that is said in the field.
    pub fn read(&mut self) -> Result<Option<Sharing>, NotShared> {
        if !self.is_partner() {
            return Ok(None);
        }
        self.fault = if self.sharing.recipient.trim().is_empty() {
            Some(ShareError::NoRecipient)
        } else if self.sharing.ground.trim().is_empty() {
            Some(ShareError::NoGround)
        } else {
            None
        };
        match self.fault.is_none() && self.betrays.is_empty() {
            true => Ok(Some(self.sharing.clone())),
            false => Err(NotShared),
        }
    }

    /// Draws the question, and for a partner who that is and on what ground.
    pub fn ui(&mut self, ui: &mut Ui, language: Language) {
        let answers = [
            (Receiver::Team, "export-for-team"),
            (Receiver::Partner, "export-for-partner"),
        ];
        choose(ui, "export-for", &answers, &mut self.receiver, language);
        if !self.is_partner() {
            return;
        }
        if !self.betrays.is_empty() {
            let why = ShareError::Betrays(self.betrays.clone()).explain(language);
            notice(ui, icons::WARNING, &why, Tone::Bad);
            return;
        }
        let how = language.text("export-for-partner-how");
        paragraph(ui, &how, theme::label(), Palette::of(ui).mute);
        let width = ui.available_width();
        let fault = |wrong: bool| {
            let fault = self.fault.as_ref().filter(|_| wrong);
            fault.map(|fault| fault.explain(language))
        };
        let faults = [
            fault(matches!(self.fault, Some(ShareError::NoRecipient))),
            fault(matches!(self.fault, Some(ShareError::NoGround))),
        ];
        let fields = [
            ("export-recipient", &mut self.sharing.recipient),
            ("export-ground", &mut self.sharing.ground),
        ];
        let mut typed = false;
        for ((name, text), fault) in fields.into_iter().zip(faults) {
            let label = language.text(name);
            let label = FieldLabel {
                text: &label,
                required: true,
                note: "",
            };
            let hint = language.text(&format!("{name}-hint"));
            let id = Id::unique(name);
            typed |= text_field(ui, id, label, text, &hint, fault.as_deref(), width).changed();
        }
        if typed {
            self.fault = None;
        }
    }
}
