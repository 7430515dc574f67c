//! Everything that can be pressed: buttons, chips, options, links and entries are one control in different styles.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Color32, CursorIcon, FontId, Galley, Rect, Response, Sense, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use crate::desk::kit::accessible;
use crate::desk::kit::button_style::ButtonStyle;
use crate::desk::kit::density;
use crate::desk::kit::page_header::{self, ActionDetail};
use crate::desk::kit::theme::Palette;
use crate::desk::kit::widgets::focus_ring;

/// Between the parts of a button.
const GAP: f32 = 8.0;

/// A button that is being put together; the method that draws it says in which style.
#[derive(Clone, Debug, Default)]
pub struct Button<'a> {
    icon: Option<&'a str>,
    text: &'a str,
    shortcut: Option<String>,
    after: Option<&'a str>,
    name: Option<String>,
    width: Option<f32>,
    disabled: bool,
    unfocusable: bool,
    in_list_box: bool,
}

impl<'a> Button<'a> {
    /// A button with this text.
    pub fn new(text: &'a str) -> Self {
        Self {
            text,
            ..Self::default()
        }
    }

    /// With an icon before the text.
    #[must_use]
    pub fn icon(mut self, icon: &'a str) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With an icon after the text.
    #[must_use]
    pub fn after(mut self, icon: &'a str) -> Self {
        self.after = Some(icon);
        self
    }

    /// With its shortcut printed in it.
    #[must_use]
    pub fn shortcut(mut self, shortcut: Option<String>) -> Self {
        self.shortcut = shortcut;
        self
    }

    /// With an accessible name that says more than the text.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// As wide as this, in points; a text that does not fit is cut off.
    #[must_use]
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Enabled or not: one that is not is drawn faintly and cannot be pressed.
    #[must_use]
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.disabled = !enabled;
        self
    }

    /// No stop of Tab: the field that holds it takes the keys.
    #[must_use]
    pub fn unfocusable(mut self) -> Self {
        self.unfocusable = true;
        self
    }

    /// An option of the list box that it is drawn in, rather than a button.
    #[must_use]
    pub fn in_list_box(mut self) -> Self {
        self.in_list_box = true;
        self
    }

    /// The one primary action of a screen.
    pub fn primary(self, ui: &mut Ui) -> Response {
        let style = ButtonStyle::primary(&Palette::of(ui));
        self.show(ui, style, None)
    }

    /// An action beside the primary one.
    pub fn secondary(self, ui: &mut Ui) -> Response {
        let style = ButtonStyle::secondary(&Palette::of(ui));
        self.show(ui, style, None)
    }

    /// An action in the accent colour, where the primary one stands elsewhere.
    pub fn accented(self, ui: &mut Ui) -> Response {
        let style = ButtonStyle::accented(&Palette::of(ui));
        self.show(ui, style, None)
    }

    /// A secondary action where there is little room.
    pub fn bordered_chip(self, ui: &mut Ui) -> Response {
        let style = ButtonStyle::bordered_chip(&Palette::of(ui));
        self.show(ui, style, None)
    }

    /// The reference date, in the soft accent on every screen.
    pub fn reference(self, ui: &mut Ui) -> Response {
        let style = ButtonStyle::reference(&Palette::of(ui));
        self.show(ui, style, None)
    }

    /// An action without a border, in the colour of links.
    pub fn link(self, ui: &mut Ui) -> Response {
        let style = ButtonStyle::link(&Palette::of(ui));
        self.show(ui, style, None)
    }

    /// A warning that leads to what it is about.
    pub fn warning(self, ui: &mut Ui) -> Response {
        let style = ButtonStyle::warning(&Palette::of(ui));
        self.show(ui, style, None)
    }

    /// A chip: a choice among others, or a filter, selected or not.
    pub fn chip(self, ui: &mut Ui, selected: bool) -> Response {
        let style = ButtonStyle::chip(&Palette::of(ui), selected);
        self.show(ui, style, Some(selected))
    }

    /// A choice in a form, selected or not.
    pub fn option(self, ui: &mut Ui, selected: bool) -> Response {
        let style = ButtonStyle::option(&Palette::of(ui), selected);
        self.show(ui, style, Some(selected))
    }

    /// An action in the small letters of the status bar.
    pub fn small(self, ui: &mut Ui) -> Response {
        let style = ButtonStyle::small(&Palette::of(ui));
        self.show(ui, style, None)
    }

    /// An entry of the navigation or of a menu over the whole width, with a count or its keys at its end.
    pub fn entry(self, ui: &mut Ui, selected: bool, count: Option<String>) -> Response {
        let style = ButtonStyle::entry(&Palette::of(ui), selected);
        let wide = self.width(ui.available_width());
        Self {
            shortcut: count,
            ..wide
        }
        .show(ui, style, Some(selected))
    }

    fn show(self, ui: &mut Ui, style: ButtonStyle, selected: Option<bool>) -> Response {
        let enabled = !self.disabled && ui.is_enabled();
        let style = ButtonStyle {
            height: density::height(ui, style.height),
            ..style
        };
        let content = Content::lay_out(ui, &self, &style, enabled);
        let sense = match (enabled, self.unfocusable) {
            (true, false) => Sense::click(),
            (true, true) => Sense::CLICK,
            (false, _) => Sense::hover(),
        };
        let (rect, response) = ui.allocate_exact_size(content.size, sense);
        let name = self.name.as_deref().unwrap_or(self.text);
        response.widget_info(|| match selected {
            Some(selected) => WidgetInfo::selected(Role::Button, enabled, selected, name),
            None => WidgetInfo::labeled(Role::Button, enabled, name),
        });
        if let Some(selected) = selected.filter(|_| self.in_list_box) {
            accessible::list_box_option(ui, response.id, selected);
        }
        if ui.is_rect_visible(rect) {
            style.paint(ui, rect, response.hovered(), enabled);
            focus_ring(ui, &response, rect, style.radius);
            content.paint(ui, rect);
        }
        let response = match (content.detail, &self.shortcut) {
            (ActionDetail::Full, _) => response,
            (_, Some(keys)) => response.on_hover_text(format!("{name} ({keys})")),
            (_, None) => response.on_hover_text(name),
        };
        match enabled {
            true => response.on_hover_cursor(CursorIcon::PointingHand),
            false => response,
        }
    }
}

/// The icons and texts of a button, laid out for the room there is.
struct Content {
    icon: Option<Arc<Galley>>,
    text: Arc<Galley>,
    /// The icon after the text.
    after: Option<Arc<Galley>>,
    shortcut: Option<Arc<Galley>>,
    /// Between the edge of the button and its content.
    padding: f32,
    /// How much of the content there is room for.
    detail: ActionDetail,
    /// Of the whole button.
    size: Vec2,
    colour: Color32,
}

impl Content {
    fn lay_out(ui: &Ui, button: &Button<'_>, style: &ButtonStyle, enabled: bool) -> Self {
        let faint = Palette::of(ui).faint;
        let (colour, quiet) = match enabled {
            true => (style.text, style.quiet),
            false => (faint, faint),
        };
        let font = (style.font)();
        let small = FontId::new(font.size - 2.0, font.family.clone());
        let lay = |content: &str, font: FontId, colour: Color32| -> Arc<Galley> {
            ui.painter()
                .layout_no_wrap(content.to_owned(), font, colour)
        };
        let icon_font = || FontId::new(font.size + 4.0, egui::FontFamily::Proportional);
        let icon = button.icon.map(|icon| lay(icon, icon_font(), colour));
        let after = button.after.map(|icon| lay(icon, icon_font(), quiet));
        let shortcut = button.shortcut.as_ref().map(|keys| lay(keys, small, quiet));
        let padding = match style.fill == Color32::TRANSPARENT && button.width.is_none() {
            true => 6.0,
            false => 12.0,
        };
        let width =
            |part: &Option<Arc<Galley>>| part.as_ref().map_or(0.0, |part| part.size().x + GAP);
        let no_shortcut = 2.0 * padding + width(&icon) + width(&after);
        let no_shortcut = no_shortcut + lay(button.text, font.clone(), colour).size().x;
        let icon_only = button.icon.map_or(no_shortcut, |_| style.height);
        let full = no_shortcut + width(&shortcut);
        let detail = page_header::action_detail(ui, [full, no_shortcut, icon_only]);
        let shortcut = shortcut.filter(|_| detail == ActionDetail::Full);
        let written = match detail {
            ActionDetail::IconOnly if button.icon.is_some() => "",
            _ => button.text,
        };
        let after = after.filter(|_| written == button.text);
        let around = [&icon, &after, &shortcut];
        let parts = around.into_iter().flatten();
        let taken = 2.0 * padding + parts.map(|part| part.size().x + GAP).sum::<f32>();
        // A control of a given width cuts its text off rather than running over its shortcut.
        let room = button
            .width
            .map_or(f32::INFINITY, |width| (width - taken).max(0.0));
        let mut job = LayoutJob::simple_singleline(written.to_owned(), font, colour);
        job.wrap = TextWrapping::truncate_at_width(room);
        let text = ui.painter().layout_job(job);
        let needed = match (written.is_empty(), button.text.is_empty()) {
            (false, _) => taken + text.size().x,
            (true, true) => (taken + text.size().x - GAP).max(style.height),
            (true, false) => style.height,
        };
        Self {
            size: vec2(button.width.unwrap_or(needed), style.height),
            icon,
            text,
            after,
            shortcut,
            padding,
            detail,
            colour,
        }
    }

    fn paint(&self, ui: &Ui, rect: Rect) {
        let put = |galley: &Arc<Galley>, x: f32| {
            let y = rect.center().y - galley.size().y / 2.0;
            ui.painter()
                .galley(pos2(x, y.round()), Arc::clone(galley), self.colour);
        };
        let wordless = self.text.text().is_empty();
        let mut left = rect.left() + self.padding;
        if wordless {
            let content = self.icon.as_ref().or(self.after.as_ref());
            left = rect.center().x - content.map_or(0.0, |icon| icon.size().x / 2.0);
        }
        if let Some(icon) = &self.icon {
            put(icon, left);
            left += icon.size().x + GAP;
        }
        put(&self.text, left);
        let mut right = rect.right() - self.padding;
        if let Some(after) = self.after.as_ref().filter(|_| !wordless) {
            right -= after.size().x;
            put(after, right);
            right -= GAP;
        }
        if let Some(shortcut) = &self.shortcut {
            put(shortcut, right - shortcut.size().x);
        }
    }
}
