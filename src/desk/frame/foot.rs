//! The foot of the navigation: who the user is, with the menu of the window; and once the question who he is.

use egui::accesskit::Role;
use egui::{Align2, CursorIcon, Popup, Response, Sense, Ui, WidgetInfo, pos2, vec2};

use crate::desk::command::Command;
use crate::desk::frame::who::WhoForm;
use crate::desk::kit::button_style::ButtonStyle;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{focus_ring, paint_cell};
use crate::desk::parts::command_menu::command_menu_ui;
use crate::desk::state::model::Model;
use crate::desk::state::settings::Me;

/// How high the foot is, in points, and how much more it takes to ask who the user is.
const FOOT: f32 = 50.0;
const QUESTION: f32 = 236.0;
/// How high a window is in which there is room for that beside the registers, in points.
const ROOM_TO_ASK: f32 = 760.0;
/// How high the button with the name is, and how large the circle with the initials, in points.
const BUTTON: f32 = 38.0;
const CIRCLE: f32 = 13.0;

/// How much room the foot takes, in points.
pub fn height(asks: bool) -> f32 {
    if asks { FOOT + QUESTION } else { FOOT }
}

/// Whether the window is high enough to ask who the user is.
pub fn has_room_to_ask(ui: &Ui) -> bool {
    ui.ctx().content_rect().height() >= ROOM_TO_ASK
}

/// Draws the foot.
pub fn foot_ui(ui: &mut Ui, me: &Me, question: Option<&mut WhoForm>, model: &mut Model) {
    let Some(vault) = &model.vault else { return };
    let registers = vault.registers.clone();
    let room = ui.available_height() - height(question.is_some());
    ui.add_space(room.max(0.0));
    if let Some(question) = question {
        question.card_ui(ui, model);
        ui.add_space(8.0);
    }
    let language = model.language;
    let name = language.say("foot-name", &[("name", me.name.as_str().into())]);
    let response = button_ui(ui, me, &name);
    let commands = vec![
        Command::WhoAmI,
        Command::Appearance,
        Command::Language,
        Command::Vaults,
        Command::Backups,
        Command::Diagnose,
        Command::Help,
    ];
    let menu = Popup::default_response_id(&response);
    let chosen = command_menu_ui(&response, menu, &name, commands, &registers, language);
    model.actions.extend(chosen);
}

/// The initials in a circle, and the name.
fn button_ui(ui: &mut Ui, me: &Me, name: &str) -> Response {
    let palette = Palette::of(ui);
    let size = vec2(ui.available_width(), BUTTON);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::labeled(Role::Button, true, name));
    let style = ButtonStyle::entry(&palette, false);
    style.paint(ui, rect, response.hovered(), true);
    focus_ring(ui, &response, rect, style.radius);
    let centre = pos2(rect.left() + 10.0 + CIRCLE, rect.center().y);
    ui.painter()
        .circle_filled(centre, CIRCLE, palette.accent_soft);
    let (middle, font) = (Align2::CENTER_CENTER, theme::strong_label());
    ui.painter()
        .text(centre, middle, &me.initials, font, palette.accent);
    let end = pos2(rect.right() - 12.0, rect.center().y);
    let (right, font) = (Align2::RIGHT_CENTER, theme::icon());
    ui.painter()
        .text(end, right, icons::MORE_ACTIONS, font, palette.mute);
    let text = rect.with_min_x(centre.x + CIRCLE).with_max_x(end.x - 18.0);
    let left = Align2::LEFT_CENTER;
    paint_cell(ui, text, &me.name, theme::body(), palette.ink, left);
    response.on_hover_cursor(CursorIcon::PointingHand)
}
