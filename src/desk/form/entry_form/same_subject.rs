//! The proposal beside a weighing: other cases about the same business, vehicle or person, to be gathered together with this
//! one.

use egui::{Margin, Ui};

use crate::desk::form::entry_form::state::EntryForm;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{card, label_ui, paragraph};
use crate::desk::state::action::Action;
use crate::desk::state::model::Model;
use crate::register::{CaseFile, Definition, EntryKind};
use crate::store::SameSubject;

/// Draws the proposal, where this kind of entry decides where cases are gathered and there are others about the same.
pub fn same_subject_ui(
    ui: &mut Ui,
    form: &EntryForm,
    kind: &EntryKind,
    definition: &Definition,
    model: &mut Model,
) {
    if !definition.decides_gathering(kind) {
        return;
    }
    let Some(dossier) = model.dossier(&form.case.register, form.case.key) else {
        return;
    };
    if dossier.same_subject.is_empty() {
        return;
    }
    let (language, palette) = (model.language, Palette::of(ui));
    card(ui, Margin::same(12), |ui| {
        ui.set_width(ui.available_width());
        ui.spacing_mut().item_spacing.y = 4.0;
        let title = language.text("same-subject");
        label_ui(ui, title, theme::strong(), palette.ink);
        for same in &dossier.same_subject {
            let words = words(same, definition, model);
            ui.horizontal_wrapped(|ui| {
                let number = &same.case.number;
                if Button::new(number).link(ui).clicked() {
                    let (register, key) = (same.case.register.clone(), same.case.key);
                    model.actions.push(Action::OpenCase(register, key));
                }
                paragraph(ui, &words, theme::body(), palette.mute);
            });
        }
        let label = language.text("same-subject-gather");
        let button = Button::new(&label).icon(icons::GATHER);
        if button.bordered_chip(ui).clicked() {
            let others = dossier.same_subject.iter().map(|same| same.case.key);
            let near = dossier.same_subject.iter();
            let near = near.flat_map(|same| same.gathered_in.iter().cloned());
            let mut once: Vec<CaseFile> = Vec::new();
            near.for_each(|case| {
                if !once.iter().any(|other| other.id == case.id) {
                    once.push(case);
                }
            });
            model.actions.push(Action::Gather {
                register: form.case.register.clone(),
                cases: std::iter::once(form.case.key).chain(others).collect(),
                near: once,
            });
        }
    });
}

/// What is the same, when the other one came, and where it is gathered.
fn words(same: &SameSubject, definition: &Definition, model: &Model) -> String {
    let language = model.language;
    let fields = same.fields.iter().filter_map(|id| definition.field(id));
    let mut words: Vec<String> = fields
        .map(|field| {
            let label = field.label.text(language);
            language.say("same-subject-field", &[("field", label.into())])
        })
        .collect();
    words.extend(same.case.state.came().map(|day| language.date(day)));
    words.extend(same.gathered_in.iter().map(|case| {
        let number = [("number", case.number.as_str().into())];
        language.say("same-subject-in", &number)
    }));
    words.join(" · ")
}
