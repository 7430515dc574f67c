//! The head of a page: its title, and what can be done on it. In a small window its actions give way to the title: first
//! their shortcuts go, then their words; an icon keeps its name, for who points at it and for who has it read out.

use egui::{Align, FontId, Layout, Ui};

use crate::desk::kit::theme::{self, Palette};

/// As much of a title as is to be read before the actions beside it may take room.
const TITLE: f32 = 320.0;
/// The least that stays between the title and the actions.
const GAP: f32 = 16.0;

/// How much of an action is shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shown {
    /// All of it.
    #[default]
    Whole,
    /// Without its shortcut.
    Words,
    /// Only its icon, where it has one.
    Icon,
}

impl Shown {
    /// All, in the order in which they are tried.
    pub const ALL: [Self; 3] = [Self::Whole, Self::Words, Self::Icon];
}

/// The actions of the header that is being drawn: how much of them is shown, and how wide they are by each of
/// [`Shown::ALL`].
#[derive(Clone, Copy, Debug, Default)]
struct Actions {
    shown: Shown,
    widths: [f32; 3],
}

fn drawn_now() -> egui::Id {
    egui::Id::unique("actions of the header")
}

/// How much is to be shown of an action that is this wide by each of [`Shown::ALL`]: anywhere but in a header all of it.
pub fn shown(ui: &Ui, widths: [f32; 3]) -> Shown {
    let gap = ui.spacing().item_spacing.x;
    ui.data_mut(|data| {
        let Some(mut actions) = data.get_temp::<Actions>(drawn_now()) else {
            return Shown::Whole;
        };
        for (all, width) in actions.widths.iter_mut().zip(widths) {
            *all += width + gap;
        }
        data.insert_temp(drawn_now(), actions);
        actions.shown
    })
}

/// How much of the actions in one place is shown, by how wide they were in the frame before: what is drawn beside them
/// depends on it.
struct Fit {
    kept: egui::Id,
    before: [f32; 3],
    shown: Shown,
}

impl Fit {
    /// As much as there is room for, which may depend on how much that is.
    fn within(ui: &Ui, kept: egui::Id, room: impl Fn(Shown) -> f32) -> Self {
        let before: [f32; 3] = ui.data(|data| data.get_temp(kept)).unwrap_or_default();
        let fits = |shown: &Shown| before[*shown as usize] <= room(*shown);
        let shown = Shown::ALL.into_iter().find(fits).unwrap_or(Shown::Icon);
        Self {
            kept,
            before,
            shown,
        }
    }

    fn width(&self) -> f32 {
        self.before[self.shown as usize]
    }

    fn draw(self, ui: &mut Ui, actions: impl FnOnce(&mut Ui)) {
        let none = Actions {
            shown: self.shown,
            widths: [0.0; 3],
        };
        ui.data_mut(|data| data.insert_temp(drawn_now(), none));
        actions(ui);
        let drawn = ui.data_mut(|data| data.remove_temp::<Actions>(drawn_now()));
        let widths = drawn.unwrap_or_default().widths;
        if widths != self.before {
            ui.data_mut(|data| data.insert_temp(self.kept, widths));
            ui.ctx().request_repaint();
        }
    }
}

/// Actions of which as much is shown as the room that is left has place for.
pub fn fitting_actions(ui: &mut Ui, kept: egui::Id, actions: impl FnOnce(&mut Ui)) {
    let room = ui.available_width();
    Fit::within(ui, kept, |_| room).draw(ui, actions);
}

/// The title of a page with what can be done on it, at the right; the primary action comes first there.
pub fn page_header(ui: &mut Ui, title: &str, subtitle: &str, actions: impl FnOnce(&mut Ui)) {
    let palette = Palette::of(ui);
    let letters = |text: &str, font: FontId| {
        let laid = ui
            .painter()
            .layout_no_wrap(text.to_owned(), font, palette.ink);
        laid.size().x
    };
    let wanted = letters(title, theme::title()).max(letters(subtitle, theme::body()));
    let room = ui.available_width() - GAP;
    let kept = egui::Id::unique("widths of the header");
    let fit = Fit::within(ui, kept, |shown| match shown {
        // Shortcuts are known by who uses them; a title is read whole.
        Shown::Whole => room - wanted,
        Shown::Words | Shown::Icon => room - wanted.min(TITLE),
    });
    let words = (room - fit.width()).max(0.0);
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.set_max_width(words);
            for (text, font, colour) in [
                (title, theme::title(), palette.ink),
                (subtitle, theme::body(), palette.mute),
            ] {
                let text = egui::RichText::new(text).font(font).color(colour);
                ui.add(egui::Label::new(text).truncate());
            }
        });
        fit.draw(ui, |ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), actions);
        });
    });
    ui.add_space(8.0);
}
