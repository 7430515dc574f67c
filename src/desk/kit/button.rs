//! Everything that can be pressed: buttons, chips, options, links and entries are one control in different dress.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::text::{LayoutJob, TextWrapping};
use egui::{
    Color32, CornerRadius, FontId, Galley, Response, Sense, Stroke, StrokeKind, Ui, WidgetInfo,
    pos2, vec2,
};

use crate::desk::kit::page_header::{self, Shown};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::focus_ring;

/// What a control is made of: an icon, a text, a shortcut, a width.
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
}

/// How a control is dressed.
#[derive(Clone, Copy, Debug)]
struct ButtonStyle {
    fill: Color32,
    border: Color32,
    text: Color32,
    quiet: Color32,
    height: f32,
    radius: u8,
    font: fn() -> FontId,
}

impl ButtonStyle {
    /// Something that can be done, with a line around it.
    fn bordered(palette: &Palette) -> Self {
        Self {
            fill: palette.panel,
            border: palette.line,
            text: palette.ink,
            quiet: palette.mute,
            height: theme::CONTROL,
            radius: theme::RADIUS,
            font: theme::body,
        }
    }

    /// Something that is chosen or not.
    fn of_choice(palette: &Palette, selected: bool, height: f32, radius: u8) -> Self {
        let (fill, border, text) = if selected {
            (palette.accent_soft, palette.accent, palette.accent)
        } else {
            (palette.soft, palette.soft, palette.ink)
        };
        Self {
            fill,
            border,
            text,
            quiet: palette.mute,
            height,
            radius,
            font: if selected { strong_chip } else { chip },
        }
    }
}

impl<'a> Button<'a> {
    /// A control with this text.
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

    /// With a name for a screen reader that says more than the text.
    #[must_use]
    pub fn name(mut self, name: impl Into<String>) -> Self {
        self.name = Some(name.into());
        self
    }

    /// As wide as this.
    #[must_use]
    pub fn width(mut self, width: f32) -> Self {
        self.width = Some(width);
        self
    }

    /// Only when it can be used.
    #[must_use]
    pub fn enabled(mut self, enabled: bool) -> Self {
        self.disabled = !enabled;
        self
    }

    /// Reached by the keyboard through the whole it is part of, not by itself.
    #[must_use]
    pub fn unfocusable(mut self) -> Self {
        self.unfocusable = true;
        self
    }

    /// The one primary action of a screen.
    pub fn primary(self, ui: &mut Ui) -> Response {
        let palette = Palette::of(ui);
        let dress = ButtonStyle {
            fill: palette.accent,
            border: palette.accent,
            text: palette.on_accent,
            quiet: palette.on_accent,
            height: theme::CONTROL,
            radius: theme::RADIUS,
            font: theme::strong,
        };
        self.show(ui, dress, None)
    }

    /// Any other action.
    pub fn button(self, ui: &mut Ui) -> Response {
        let palette = Palette::of(ui);
        let dress = ButtonStyle::bordered(&palette);
        self.show(ui, dress, None)
    }

    /// An action that is worth seeing, where the primary one stands elsewhere.
    pub fn accented(self, ui: &mut Ui) -> Response {
        let palette = Palette::of(ui);
        let dress = ButtonStyle {
            border: palette.accent,
            text: palette.accent,
            ..ButtonStyle::bordered(&palette)
        };
        self.show(ui, dress, None)
    }

    /// Any other action where there is little room.
    pub fn bordered_chip(self, ui: &mut Ui) -> Response {
        let palette = Palette::of(ui);
        let dress = ButtonStyle {
            height: theme::CHIP,
            font: chip,
            ..ButtonStyle::bordered(&palette)
        };
        self.show(ui, dress, None)
    }

    /// The reference date: the accent, quietly, on every screen.
    pub fn reference(self, ui: &mut Ui) -> Response {
        let palette = Palette::of(ui);
        let dress = ButtonStyle {
            fill: palette.accent_soft,
            border: palette.accent_soft,
            text: palette.accent,
            quiet: palette.accent,
            height: theme::CONTROL,
            radius: theme::RADIUS,
            font: theme::strong,
        };
        self.show(ui, dress, None)
    }

    /// A quiet action without a border, in the colour of links.
    pub fn link(self, ui: &mut Ui) -> Response {
        let palette = Palette::of(ui);
        let dress = ButtonStyle {
            fill: Color32::TRANSPARENT,
            border: Color32::TRANSPARENT,
            text: palette.accent,
            quiet: palette.mute,
            height: theme::CHIP,
            radius: theme::RADIUS,
            font: theme::body,
        };
        self.show(ui, dress, None)
    }

    /// A choice among others, or a filter.
    pub fn chip(self, ui: &mut Ui, selected: bool) -> Response {
        let radius = (theme::CHIP / 2.0) as u8;
        let dress = ButtonStyle::of_choice(&Palette::of(ui), selected, theme::CHIP, radius);
        self.show(ui, dress, Some(selected))
    }

    /// A choice in a form.
    pub fn option(self, ui: &mut Ui, selected: bool) -> Response {
        let dress = ButtonStyle::of_choice(&Palette::of(ui), selected, 32.0, theme::RADIUS);
        self.show(ui, dress, Some(selected))
    }

    /// A quiet action in the small print of the status bar.
    pub fn small(self, ui: &mut Ui) -> Response {
        let palette = Palette::of(ui);
        let dress = ButtonStyle {
            fill: Color32::TRANSPARENT,
            border: Color32::TRANSPARENT,
            text: palette.mute,
            quiet: palette.mute,
            height: 22.0,
            radius: theme::RADIUS,
            font: theme::label,
        };
        self.show(ui, dress, None)
    }

    /// An entry of the navigation, with a count at its end.
    pub fn entry(self, ui: &mut Ui, selected: bool, count: Option<String>) -> Response {
        let palette = Palette::of(ui);
        let dress = ButtonStyle {
            fill: if selected {
                palette.accent_soft
            } else {
                Color32::TRANSPARENT
            },
            border: Color32::TRANSPARENT,
            text: if selected {
                palette.accent
            } else {
                palette.ink
            },
            quiet: if selected {
                palette.accent
            } else {
                palette.mute
            },
            height: 32.0,
            radius: theme::RADIUS,
            font: if selected { theme::strong } else { theme::body },
        };
        let wide = self.width(ui.available_width());
        Self {
            shortcut: count,
            ..wide
        }
        .show(ui, dress, Some(selected))
    }

    fn show(self, ui: &mut Ui, dress: ButtonStyle, selected: Option<bool>) -> Response {
        let palette = Palette::of(ui);
        let enabled = !self.disabled && ui.is_enabled();
        let (text, quiet) = if enabled {
            (dress.text, dress.quiet)
        } else {
            (palette.faint, palette.faint)
        };
        let font = (dress.font)();
        let small = FontId::new(font.size - 2.0, font.family.clone());
        let lay = |content: &str, font: FontId, colour: Color32| -> Arc<Galley> {
            ui.painter()
                .layout_no_wrap(content.to_owned(), font, colour)
        };
        let icon_font = || FontId::new(font.size + 4.0, egui::FontFamily::Proportional);
        let icon = self.icon.map(|icon| lay(icon, icon_font(), text));
        let after = self.after.map(|icon| lay(icon, icon_font(), quiet));
        let shortcut = self.shortcut.as_ref().map(|keys| lay(keys, small, quiet));
        let padding = if dress.fill == Color32::TRANSPARENT && self.width.is_none() {
            6.0
        } else {
            12.0
        };
        let gap = 8.0;
        let wide =
            |part: &Option<Arc<Galley>>| part.as_ref().map_or(0.0, |part| part.size().x + gap);
        let bare = 2.0 * padding + wide(&icon) + wide(&after);
        let bare = bare + lay(self.text, font.clone(), text).size().x;
        let alone = self.icon.map_or(bare, |_| dress.height);
        let shown = page_header::shown(ui, [bare + wide(&shortcut), bare, alone]);
        let shortcut = shortcut.filter(|_| shown == Shown::Whole);
        let written = match shown {
            Shown::Icon if self.icon.is_some() => "",
            _ => self.text,
        };
        let after = after.filter(|_| written == self.text);
        let around = [&icon, &after, &shortcut];
        let parts = around.into_iter().flatten();
        let taken = 2.0 * padding + parts.map(|part| part.size().x + gap).sum::<f32>();
        // A control of a given width cuts its text off rather than running over its shortcut.
        let room = self
            .width
            .map_or(f32::INFINITY, |width| (width - taken).max(0.0));
        let mut job = LayoutJob::simple_singleline(written.to_owned(), font.clone(), text);
        job.wrap = TextWrapping::truncate_at_width(room);
        let words = ui.painter().layout_job(job);
        let mut wanted = taken + words.size().x;
        if written.is_empty() {
            wanted = match self.text.is_empty() {
                true => (wanted - gap).max(dress.height),
                false => dress.height,
            };
        }
        let size = vec2(self.width.unwrap_or(wanted), dress.height);
        let sense = match (enabled, self.unfocusable) {
            (true, false) => Sense::click(),
            (true, true) => Sense::CLICK,
            (false, _) => Sense::hover(),
        };
        let (rect, response) = ui.allocate_exact_size(size, sense);
        let name = self.name.clone().unwrap_or_else(|| self.text.to_owned());
        response.widget_info(|| match selected {
            Some(selected) => WidgetInfo::selected(Role::Button, enabled, selected, &name),
            None => WidgetInfo::labeled(Role::Button, enabled, &name),
        });
        if ui.is_rect_visible(rect) {
            let hovered = response.hovered() && enabled;
            let fill = match (hovered, dress.fill) {
                (true, Color32::TRANSPARENT) => palette.soft,
                (true, fill) if fill == palette.panel => palette.soft,
                (_, fill) if !enabled && fill == palette.accent => palette.soft,
                (_, fill) => fill,
            };
            let border = match dress.border {
                border if hovered && border == palette.line => palette.mute,
                border if !enabled && border == palette.accent => palette.line,
                border => border,
            };
            let painter = ui.painter();
            let corner = CornerRadius::same(dress.radius);
            painter.rect(
                rect,
                corner,
                fill,
                Stroke::new(1.0, border),
                StrokeKind::Inside,
            );
            focus_ring(ui, &response, rect, dress.radius);
            let mut left = rect.left() + padding;
            if written.is_empty() {
                let content = icon.as_ref().or(after.as_ref());
                left = rect.center().x - content.map_or(0.0, |icon| icon.size().x / 2.0);
            }
            let put = |galley: &Arc<Galley>, x: f32| {
                let y = rect.center().y - galley.size().y / 2.0;
                painter.galley(pos2(x, y.round()), Arc::clone(galley), text);
            };
            if let Some(icon) = &icon {
                put(icon, left);
                left += icon.size().x + gap;
            }
            put(&words, left);
            let mut right = rect.right() - padding;
            if let Some(after) = after.filter(|_| !written.is_empty()) {
                right -= after.size().x;
                put(&after, right);
                right -= gap;
            }
            if let Some(shortcut) = shortcut {
                put(&shortcut, right - shortcut.size().x);
            }
        }
        let response = match (shown, &self.shortcut) {
            (Shown::Whole, _) => response,
            (_, Some(keys)) => response.on_hover_text(format!("{name} ({keys})")),
            (_, None) => response.on_hover_text(&name),
        };
        if enabled {
            response.on_hover_cursor(egui::CursorIcon::PointingHand)
        } else {
            response
        }
    }
}

fn chip() -> FontId {
    FontId::new(13.0, egui::FontFamily::Proportional)
}

fn strong_chip() -> FontId {
    FontId::new(13.0, theme::bold())
}
