//! What has to be known on every screen, whole, above it: that the vault cannot be reached, or that nothing can be stored in
//! some registers. And below it a message that is longer than the status bar.

use egui::accesskit::Live;
use egui::{Frame, Margin, Panel, RichText, Ui};

use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, label_ui};
use crate::desk::state::model::Model;
use crate::language::Explain;

/// Draws above the screen what has to be known, if anything.
pub fn banner_ui(ui: &mut Ui, model: &Model) {
    let language = model.language;
    let unwritable = model.unwritable.iter().map(|unwritable| {
        let why = unwritable.why.explain(language);
        let registers = unwritable.registers.iter();
        let registers: Vec<&str> = registers.map(|label| label.text(language)).collect();
        if registers.is_empty() {
            return why;
        }
        let known = [
            ("registers", registers.join(", ").into()),
            ("why", why.into()),
        ];
        language.say("banner-unwritable", &known)
    });
    let lost = model.lost.iter().map(|lost| lost.explain(language));
    let said: Vec<String> = lost.chain(unwritable).collect();
    if said.is_empty() {
        return;
    }
    let panel = Panel::top("banner").frame(frame(ui, Tone::Bad));
    let panel = panel.resizable(false).show_separator_line(false);
    panel.show(ui, |ui| {
        for text in said {
            sentence_ui(ui, &text, Tone::Bad, false, model);
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
    let shown = panel.show(ui, |ui| {
        sentence_ui(ui, &message.text, message.tone, true, model)
    });
    if shown.inner {
        model.message = None;
    }
}

fn frame(ui: &Ui, tone: Tone) -> Frame {
    let margin = Margin::symmetric(theme::PAGE as i8, 8);
    let (_, fill) = tone.colours(&Palette::of(ui));
    Frame::new().fill(fill).inner_margin(margin)
}

/// A sentence over as many lines as it needs, which can be copied for a helpdesk. Says whether it is to go away.
fn sentence_ui(ui: &mut Ui, text: &str, tone: Tone, closes: bool, model: &Model) -> bool {
    let (colour, _) = tone.colours(&Palette::of(ui));
    let copy = model.text("banner-copy");
    let close = model.text("command-close");
    let mut closed = false;
    ui.horizontal_top(|ui| {
        label_ui(ui, icons::WARNING, theme::icon(), colour);
        let beside = if closes { 220.0 } else { 120.0 };
        let room = ui.available_width() - beside;
        ui.vertical(|ui| {
            ui.set_width(room);
            let said = RichText::new(text).font(theme::body()).color(colour);
            let said = ui.add(egui::Label::new(said).wrap().selectable(true));
            // A screen reader reads it out when it appears.
            ui.ctx().accesskit_node_builder(said.id, |node| {
                node.set_live(Live::Assertive);
            });
        });
        if Button::new(&copy).small(ui).clicked() {
            ui.ctx().copy_text(text.to_owned());
        }
        closed = closes && Button::new(&close).small(ui).clicked();
    });
    closed
}
