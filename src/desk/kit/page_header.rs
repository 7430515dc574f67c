//! The header of a page: its title, and the actions of the page at its right. In a small window the actions make room for
//! the title: first they lose their shortcuts, then their texts, the primary one last. A button that is only an icon keeps
//! its accessible name, and shows it where it is pointed at.

use egui::{Align, FontId, Id, Layout, RichText, Ui};

use crate::desk::kit::accessible::{self, Level};
use crate::desk::kit::theme::{self, Palette};

/// As many points of a title can be read before the actions beside it may take room.
const TITLE: f32 = 320.0;
/// The least room between the title and the actions.
const GAP: f32 = 16.0;

/// How much of an action is drawn.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub enum ActionDetail {
    /// Its icon, text and shortcut.
    #[default]
    Full,
    /// Its icon and text.
    NoShortcut,
    /// Only its icon, where it has one.
    IconOnly,
}

impl ActionDetail {
    /// All of them, in the order in which they are tried.
    const ALL: [Self; 3] = [Self::Full, Self::NoShortcut, Self::IconOnly];
}

/// A width for each of [`ActionDetail::ALL`].
type Widths = [f32; 3];

/// The actions that are being drawn: how much of each is drawn, and how wide each of them is.
#[derive(Clone, Debug, Default)]
struct Drawing {
    detail: ActionDetail,
    /// How many of them, from the first one on, keep their texts where the others are only icons.
    worded: usize,
    widths: Vec<Widths>,
}

/// Where the drawing that goes on is remembered.
fn drawing_id() -> Id {
    Id::unique("actions of the header")
}

/// How much is to be drawn of an action that is this wide in each detail: of one outside a header everything.
pub fn action_detail(ui: &Ui, widths: Widths) -> ActionDetail {
    let gap = ui.spacing().item_spacing.x;
    ui.data_mut(|data| {
        let Some(mut drawing) = data.get_temp::<Drawing>(drawing_id()) else {
            return ActionDetail::Full;
        };
        let detail = match drawing.detail {
            ActionDetail::IconOnly if drawing.widths.len() < drawing.worded => {
                ActionDetail::NoShortcut
            }
            detail => detail,
        };
        drawing.widths.push(widths.map(|width| width + gap));
        data.insert_temp(drawing_id(), drawing);
        detail
    })
}

/// How much of the actions in one place fits, by how wide they were in the frame before: what is drawn beside them depends
/// on it.
struct Fit {
    /// Where the widths are remembered.
    id: Id,
    before: Vec<Widths>,
    detail: ActionDetail,
    worded: usize,
}

impl Fit {
    /// As much as fits; the room may depend on how much that is.
    fn within(ui: &Ui, id: Id, room: impl Fn(ActionDetail) -> f32) -> Self {
        let before: Vec<Widths> = ui.data(|data| data.get_temp(id)).unwrap_or_default();
        let fits = |detail: &ActionDetail| width(&before, 0, *detail) <= room(*detail);
        let detail = ActionDetail::ALL.into_iter().find(fits);
        let detail = detail.unwrap_or(ActionDetail::IconOnly);
        let narrow = room(ActionDetail::IconOnly);
        let worded = (1..before.len()).take_while(|worded| {
            detail == ActionDetail::IconOnly && width(&before, *worded, detail) <= narrow
        });
        Self {
            id,
            worded: worded.count(),
            before,
            detail,
        }
    }

    fn width(&self) -> f32 {
        width(&self.before, self.worded, self.detail)
    }

    fn draw(self, ui: &mut Ui, actions: impl FnOnce(&mut Ui)) {
        let begin = Drawing {
            detail: self.detail,
            worded: self.worded,
            widths: Vec::new(),
        };
        ui.data_mut(|data| data.insert_temp(drawing_id(), begin));
        actions(ui);
        let drawn = ui.data_mut(|data| data.remove_temp::<Drawing>(drawing_id()));
        let widths = drawn.unwrap_or_default().widths;
        if widths != self.before {
            ui.data_mut(|data| data.insert_temp(self.id, widths));
            ui.ctx().request_repaint();
        }
    }
}

/// How wide actions of these widths are together, of which the first ones keep their texts.
fn width(widths: &[Widths], worded: usize, detail: ActionDetail) -> f32 {
    let widths = widths.iter().enumerate().map(|(at, widths)| {
        let detail = match at < worded {
            true => detail.min(ActionDetail::NoShortcut),
            false => detail,
        };
        widths[detail as usize]
    });
    widths.sum()
}

/// Draws actions, as much of each as there is room for. The widths are remembered under this id.
pub fn fitting_actions(ui: &mut Ui, id: Id, actions: impl FnOnce(&mut Ui)) {
    let room = ui.available_width();
    fitting_actions_in(ui, id, room, actions);
}

/// The same where there is so much room, in points, as at the end of a line that would be broken.
pub fn fitting_actions_in(ui: &mut Ui, id: Id, room: f32, actions: impl FnOnce(&mut Ui)) {
    Fit::within(ui, id, |_| room).draw(ui, actions);
}

/// The title of a page with a line below it, and the actions of the page at the right. They are drawn from the right edge,
/// the primary one first: Tab comes to it first. A screen reader meets the title as the heading of the page, and the
/// actions from left to right.
pub fn page_header(ui: &mut Ui, title: &str, subtitle: &str, actions: impl FnOnce(&mut Ui)) {
    let width = |text: &str, font: FontId| {
        let colour = Palette::of(ui).ink;
        let galley = ui.painter().layout_no_wrap(text.to_owned(), font, colour);
        galley.size().x
    };
    let wanted = width(title, theme::title()).max(width(subtitle, theme::body()));
    let room = ui.available_width() - GAP;
    let id = Id::unique("widths of the header");
    let fit = Fit::within(ui, id, |detail| match detail {
        // Shortcuts are known by who uses them; a title is read whole.
        ActionDetail::Full => room - wanted,
        ActionDetail::NoShortcut | ActionDetail::IconOnly => room - wanted.min(TITLE),
    });
    let left = (room - fit.width()).max(0.0);
    ui.horizontal(|ui| {
        ui.vertical(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            ui.set_max_width(left);
            titles_ui(ui, title, subtitle);
        });
        fit.draw(ui, |ui| {
            ui.with_layout(Layout::right_to_left(Align::Center), |ui| {
                actions(ui);
                accessible::read_from_left(ui);
            });
        });
    });
    ui.add_space(8.0);
}

/// The title and the line below it, each cut off where it does not fit.
fn titles_ui(ui: &mut Ui, title: &str, subtitle: &str) {
    let palette = Palette::of(ui);
    let text = RichText::new(title).font(theme::title()).color(palette.ink);
    let drawn = ui.add(egui::Label::new(text).truncate());
    accessible::heading(&drawn, title, Level::Page);
    let text = RichText::new(subtitle)
        .font(theme::body())
        .color(palette.mute);
    ui.add(egui::Label::new(text).truncate());
}
