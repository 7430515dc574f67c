//! Draws what cases lack in a change of many: first what several of them lack, then each of them.

use egui::{RichText, Ui};

use crate::desk::backend::bulk_plan_text::LackingCase;
use crate::desk::form::fields::FieldContext;
use crate::desk::form::inputs::Inputs;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::label_ui;
use crate::desk::list::bulk_lacking::{Asked, Lacking, lacked_together};
use crate::register::Field;

/// Of how many cases it is asked at once. The others come once these are filled in.
const MOST_CASES: usize = 40;

impl Lacking {
    /// Draws what these cases lack.
    pub fn ui(&mut self, ui: &mut Ui, cases: &[LackingCase], asked: &Asked<'_>) {
        let (language, palette) = (asked.language, Palette::of(ui));
        if cases.is_empty() {
            return;
        }
        let count = [("count", (cases.len() as i64).into())];
        ui.horizontal(|ui| {
            label_ui(ui, icons::WARNING, theme::icon(), palette.warn.0);
            let text = RichText::new(language.say("bulk-lacking", &count));
            ui.add(egui::Label::new(text.font(theme::body()).color(palette.ink)).wrap());
        });
        let together = lacked_together(cases, asked.definition);
        if !together.is_empty() {
            let text = language.text("bulk-lacking-all");
            label_ui(ui, text, theme::strong_label(), palette.ink);
            let fields: Vec<Field> = together.into_iter().cloned().collect();
            self.common.begin(&mut self.take_focus);
            fields_ui(ui, &mut self.common, "all that lack it", asked, &fields);
        }
        for case in cases.iter().take(MOST_CASES) {
            ui.add_space(2.0);
            label_ui(ui, case.name.as_str(), theme::strong_label(), palette.ink);
            let fields = case.subjects.iter();
            let fields = fields.filter_map(|subject| asked.field(subject, case.waits));
            let fields: Vec<Field> = fields.collect();
            let inputs = self.own.entry(case.key).or_default();
            inputs.begin(&mut self.take_focus);
            let scope = format!("lacking {}", case.key.0);
            fields_ui(ui, inputs, &scope, asked, &fields);
        }
        let rest = cases.len().saturating_sub(MOST_CASES) as i64;
        if rest > 0 {
            let text = language.say("bulk-lacking-rest", &[("count", rest.into())]);
            label_ui(ui, text, theme::label(), palette.mute);
        }
    }
}

fn fields_ui(ui: &mut Ui, inputs: &mut Inputs, scope: &str, asked: &Asked<'_>, fields: &[Field]) {
    let mut context = FieldContext {
        inputs,
        scope,
        language: asked.language,
        today: asked.today,
    };
    // They are asked because they have a meaning in this case, and stand under its name without their section.
    let fields: Vec<Field> = fields
        .iter()
        .map(|field| Field {
            section: None,
            only_with: None,
            ..field.clone()
        })
        .collect();
    context.fields_ui(ui, &fields);
}
