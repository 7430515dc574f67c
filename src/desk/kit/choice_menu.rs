//! A field of which one option is chosen, the others in a menu: where there are too many to stand beside each other.

use std::collections::BTreeSet;

use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Align2, CornerRadius, FontFamily, FontId, Id, Popup, Rect, Response, ScrollArea, Sense, Stroke,
    StrokeKind, Ui, pos2, vec2,
};

use crate::desk::kit::button::Button;
use crate::desk::kit::choice_field::{ChoiceField, ChoiceOption};
use crate::desk::kit::density;
use crate::desk::kit::icons;
use crate::desk::kit::menu::greatest_height;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::text_width;

/// What stands beside the words in the field: the margins and the arrow.
const AROUND: f32 = 40.0;

/// How wide the field has to be for the longest of its options, in points.
pub fn menu_width(ui: &Ui, options: &[ChoiceOption]) -> f32 {
    let width = |option: &ChoiceOption| text_width(ui, &option.label, theme::body());
    let widest = options.iter().map(width).fold(0.0, f32::max);
    widest.ceil() + AROUND
}

/// Draws the field. Letters and arrows choose without opening the menu; a click, Enter or the space bar opens it, and it
/// closes once an option is chosen. Returns the response of the field, which is `changed()` where another was chosen.
pub fn choice_menu_ui(
    ui: &mut Ui,
    id: Id,
    label: &str,
    options: &[ChoiceOption],
    chosen: &mut BTreeSet<String>,
    width: f32,
) -> Response {
    let field = ChoiceField {
        id,
        label,
        options,
        several: false,
        menu: true,
    };
    let menu = Id::unique(("menu of", id));
    let open = Popup::is_id_open(ui, menu);
    let mut response = field.show(ui, chosen, |ui, current, chosen| {
        let is_chosen = |option: &&ChoiceOption| chosen.contains(&option.id);
        let text = options.iter().find(is_chosen);
        let text = text.map_or("", |option| option.label.as_str());
        paint(ui, text, width, open, current.is_some());
        None
    });
    let mut picked = None;
    Popup::menu(&response)
        .id(menu)
        .accessible_name(label)
        .show(|ui| {
            ui.set_width(width.max(menu_width(ui, options)).max(160.0));
            ui.spacing_mut().item_spacing.y = 2.0;
            let scroll = ScrollArea::vertical().max_height(greatest_height(ui));
            scroll.show(ui, |ui| {
                for option in options {
                    let entry = Button::new(&option.label)
                        .name(format!("{label} {}", option.label))
                        .unfocusable()
                        .in_list_box();
                    let entry = entry.entry(ui, chosen.contains(&option.id), None);
                    if entry.clicked() {
                        picked = Some(option.id.clone());
                    }
                }
            });
        });
    if let Some(id) = picked {
        *chosen = [id].into();
        response.mark_changed();
        response.request_focus();
    }
    response
}

/// The field itself: what is chosen, and an arrow.
fn paint(ui: &mut Ui, text: &str, width: f32, open: bool, focused: bool) {
    let palette = Palette::of(ui);
    let size = vec2(width, density::height(ui, theme::CONTROL));
    let (rect, _) = ui.allocate_exact_size(size, Sense::empty());
    let stroke = match focused || open {
        true => Stroke::new(2.0, palette.accent),
        false => ui.visuals().widgets.inactive.bg_stroke,
    };
    let corner = CornerRadius::same(theme::RADIUS);
    ui.painter()
        .rect(rect, corner, palette.panel, stroke, StrokeKind::Inside);
    let mut job = LayoutJob::simple_singleline(text.to_owned(), theme::body(), palette.ink);
    job.wrap = TextWrapping::truncate_at_width(width - AROUND + 6.0);
    let galley = ui.painter().layout_job(job);
    let at = pos2(rect.left() + 11.0, rect.center().y - galley.size().y / 2.0);
    ui.painter().galley(at, galley, palette.ink);
    let arrow = if open { icons::LESS } else { icons::MORE };
    let right = Rect::from_min_max(rect.min, rect.max).right_center() - vec2(10.0, 0.0);
    let font = FontId::new(18.0, FontFamily::Proportional);
    ui.painter()
        .text(right, Align2::RIGHT_CENTER, arrow, font, palette.mute);
}
