//! What has to be known on every screen, whole, above it: that the vault cannot be reached, or that nothing can be stored in
//! some registers. And below it a message that is longer than the status bar.

use egui::accesskit::Live;
use egui::{Frame, Margin, Panel, RichText, Ui};

use crate::desk::command::Command;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, label_ui};
use crate::desk::state::model::Model;
use crate::language::Explain;

/// Draws above the screen what has to be known, if anything.
pub fn banner_ui(ui: &mut Ui, model: &mut Model) {
    let language = model.language;
    let unwritable = model.unwritable.iter().map(|unwritable| {
        let why = unwritable.why.explain(language);
        let lead = unwritable.why.has_backup().then_some(Command::Backups);
        let registers = unwritable.registers.iter();
        let registers: Vec<&str> = registers.map(|label| label.text(language)).collect();
        if registers.is_empty() {
            return (why, lead);
        }
        let known = [
            ("registers", registers.join(", ").into()),
            ("why", why.into()),
        ];
        (language.say("banner-unwritable", &known), lead)
    });
    let lost = model.lost.iter().map(|lost| (lost.explain(language), None));
    let said: Vec<(String, Option<Command>)> = lost.chain(unwritable).collect();
    if said.is_empty() {
        return;
    }
    let panel = Panel::top("banner").frame(frame(ui, Tone::Bad));
    let panel = panel.resizable(false).show_separator_line(false);
    panel.show(ui, |ui| {
        for (text, lead) in said {
            let sentence = Sentence {
                text: &text,
                tone: Tone::Bad,
                lead: lead.as_ref(),
                closes: false,
            };
            if sentence.ui(ui, model) == Some(Pressed::Lead) {
                model.actions.extend(lead);
            }
        }
    });
}

/// Draws the message of the status bar whole, where it is too long for that.
pub fn long_message_ui(ui: &mut Ui, model: &mut Model) {
    let Some(message) = model.message.clone() else {
        return;
    };
    let panel = Panel::bottom("long message").frame(frame(ui, message.tone));
    let panel = panel.resizable(false).show_separator_line(false);
    let sentence = Sentence {
        text: &message.text,
        tone: message.tone,
        lead: message.offer.as_ref(),
        closes: true,
    };
    match panel.show(ui, |ui| sentence.ui(ui, model)).inner {
        Some(Pressed::Close) => model.message = None,
        Some(Pressed::Lead) => model.actions.extend(message.offer),
        None => {}
    }
}

fn frame(ui: &Ui, tone: Tone) -> Frame {
    let margin = Margin::symmetric(theme::PAGE as i8, 8);
    let (_, fill) = tone.colours(&Palette::of(ui));
    Frame::new().fill(fill).inner_margin(margin)
}

/// A sentence over as many lines as it needs, which can be copied for a helpdesk.
struct Sentence<'a> {
    text: &'a str,
    tone: Tone,
    /// What there is to do about it.
    lead: Option<&'a Command>,
    /// Whether it can be sent away.
    closes: bool,
}

/// What was pressed beside a sentence.
#[derive(PartialEq, Eq)]
enum Pressed {
    /// Send it away.
    Close,
    /// Go where it leads.
    Lead,
}

impl Sentence<'_> {
    fn ui(&self, ui: &mut Ui, model: &Model) -> Option<Pressed> {
        let (colour, _) = self.tone.colours(&Palette::of(ui));
        let copy = model.text("banner-copy");
        let close = model.text("command-close");
        let registers = model.vault.as_ref().map(|vault| &vault.registers);
        let lead = self.lead.zip(registers);
        let lead = lead.map(|(lead, registers)| lead.label(registers, model.language));
        let mut pressed = None;
        ui.horizontal_top(|ui| {
            label_ui(ui, icons::WARNING, theme::icon(), colour);
            let beside = [(true, 110.0), (self.closes, 80.0), (lead.is_some(), 130.0)];
            let beside: f32 = beside.iter().filter(|it| it.0).map(|it| it.1).sum();
            let room = ui.available_width() - beside;
            ui.vertical(|ui| {
                ui.set_width(room);
                let said = RichText::new(self.text).font(theme::body()).color(colour);
                let said = ui.add(egui::Label::new(said).wrap().selectable(true));
                // A screen reader reads it out when it appears.
                ui.ctx().accesskit_node_builder(said.id, |node| {
                    node.set_live(Live::Assertive);
                });
            });
            if let Some(lead) = &lead
                && Button::new(lead).small(ui).clicked()
            {
                pressed = Some(Pressed::Lead);
            }
            if Button::new(&copy).small(ui).clicked() {
                ui.ctx().copy_text(self.text.to_owned());
            }
            if self.closes && Button::new(&close).small(ui).clicked() {
                pressed = Some(Pressed::Close);
            }
        });
        pressed
    }
}
