//! The few controls everything on the desk is made of. They look the same everywhere, have an accessible name, and show
//! their shortcut where they stand.

use std::sync::Arc;

use egui::accesskit::Role;
use egui::{
    Align2, Color32, CornerRadius, FontId, Frame, Galley, Id, Margin, Rect, Response, RichText,
    Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2,
};

use super::theme::{self, Palette};

/// How sure or urgent something is; always shown with a word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tone {
    /// Nothing in particular.
    Quiet,
    /// Running, selected.
    Accent,
    /// Well.
    Ok,
    /// Soon.
    Warn,
    /// Late or wrong.
    Bad,
}

impl Tone {
    /// Text and fill.
    pub fn colours(self, palette: &Palette) -> (Color32, Color32) {
        match self {
            Self::Quiet => (palette.mute, palette.soft),
            Self::Accent => (palette.accent, palette.accent_soft),
            Self::Ok => palette.ok,
            Self::Warn => palette.warn,
            Self::Bad => palette.bad,
        }
    }
}

/// What a control is made of: an icon, a text, a shortcut, a width.
#[derive(Clone, Debug, Default)]
pub struct Press<'a> {
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
struct Dress {
    fill: Color32,
    border: Color32,
    text: Color32,
    quiet: Color32,
    height: f32,
    radius: u8,
    font: fn() -> FontId,
}

impl<'a> Press<'a> {
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
        let dress = Dress {
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
        let dress = Dress {
            fill: palette.panel,
            border: palette.line,
            text: palette.ink,
            quiet: palette.mute,
            height: theme::CONTROL,
            radius: theme::RADIUS,
            font: theme::body,
        };
        self.show(ui, dress, None)
    }

    /// The reference date: the accent, quietly, on every screen.
    pub fn reference(self, ui: &mut Ui) -> Response {
        let palette = Palette::of(ui);
        let dress = Dress {
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
        let dress = Dress {
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
        let palette = Palette::of(ui);
        let dress = Dress {
            fill: if selected {
                palette.accent_soft
            } else {
                palette.soft
            },
            border: if selected {
                palette.accent
            } else {
                palette.soft
            },
            text: if selected {
                palette.accent
            } else {
                palette.ink
            },
            quiet: palette.mute,
            height: theme::CHIP,
            radius: (theme::CHIP / 2.0) as u8,
            font: if selected { strong_chip } else { chip },
        };
        self.show(ui, dress, Some(selected))
    }

    /// A choice in a form.
    pub fn option(self, ui: &mut Ui, selected: bool) -> Response {
        let palette = Palette::of(ui);
        let dress = Dress {
            fill: if selected {
                palette.accent_soft
            } else {
                palette.soft
            },
            border: if selected {
                palette.accent
            } else {
                palette.soft
            },
            text: if selected {
                palette.accent
            } else {
                palette.ink
            },
            quiet: palette.mute,
            height: 32.0,
            radius: theme::RADIUS,
            font: if selected { strong_chip } else { chip },
        };
        self.show(ui, dress, Some(selected))
    }

    /// A quiet action in the small print of the status bar.
    pub fn small(self, ui: &mut Ui) -> Response {
        let palette = Palette::of(ui);
        let dress = Dress {
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
        let dress = Dress {
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

    fn show(self, ui: &mut Ui, dress: Dress, selected: Option<bool>) -> Response {
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
        let words = lay(self.text, font.clone(), text);
        let after = self.after.map(|icon| lay(icon, icon_font(), quiet));
        let shortcut = self.shortcut.as_ref().map(|keys| lay(keys, small, quiet));
        let padding = if dress.fill == Color32::TRANSPARENT && self.width.is_none() {
            6.0
        } else {
            12.0
        };
        let gap = 8.0;
        let mut wanted = 2.0 * padding + words.size().x;
        let around = [&icon, &after, &shortcut];
        wanted += around
            .into_iter()
            .flatten()
            .map(|part| part.size().x + gap)
            .sum::<f32>();
        if self.text.is_empty() {
            wanted = (wanted - gap).max(dress.height);
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
            if self.text.is_empty() {
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
            if let Some(after) = after.filter(|_| !self.text.is_empty()) {
                right -= after.size().x;
                put(&after, right);
                right -= gap;
            }
            if let Some(shortcut) = shortcut {
                put(&shortcut, right - shortcut.size().x);
            }
        }
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

/// The ring around what has the keyboard.
pub fn focus_ring(ui: &Ui, response: &Response, rect: Rect, radius: u8) {
    if response.has_focus() {
        let stroke = Stroke::new(2.0, Palette::of(ui).accent);
        let corner = CornerRadius::same(radius + 2);
        ui.painter()
            .rect_stroke(rect.expand(1.0), corner, stroke, StrokeKind::Outside);
    }
}

/// A text in one of the fonts of the theme.
pub fn say(ui: &mut Ui, text: impl Into<String>, font: FontId, colour: Color32) -> Response {
    let text = text.into();
    let icon = text.starts_with(|letter: char| ('\u{e000}'..='\u{f8ff}').contains(&letter));
    let response = ui.label(RichText::new(text).font(font).color(colour));
    // An icon stands beside the words that say the same; read out it is a letter that does not exist.
    if icon {
        ui.ctx()
            .accesskit_node_builder(response.id, egui::accesskit::Node::set_hidden);
    }
    response
}

/// A small tag that says where something stands; returns how wide it is. Painted, not laid out, so that it can stand in
/// a cell of a table.
pub fn paint_tag(ui: &Ui, left_centre: egui::Pos2, text: &str, tone: Tone) -> f32 {
    let (colour, fill) = tone.colours(&Palette::of(ui));
    let galley = ui
        .painter()
        .layout_no_wrap(text.to_owned(), theme::label(), colour);
    let size = galley.size() + vec2(16.0, 6.0);
    let rect = Rect::from_min_size(left_centre - vec2(0.0, size.y / 2.0), size);
    ui.painter().rect_filled(rect, CornerRadius::same(4), fill);
    ui.painter()
        .galley(rect.min + vec2(8.0, 3.0), galley, colour);
    size.x
}

/// A small tag in the flow of a layout.
pub fn tag(ui: &mut Ui, text: &str, tone: Tone) {
    let galley = ui
        .painter()
        .layout_no_wrap(text.to_owned(), theme::label(), Color32::WHITE);
    let (rect, response) = ui.allocate_exact_size(galley.size() + vec2(16.0, 6.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, text));
    paint_tag(ui, rect.left_center(), text, tone);
}

/// A card: panel colour, one line around it.
pub fn card<R>(ui: &mut Ui, margin: impl Into<Margin>, content: impl FnOnce(&mut Ui) -> R) -> R {
    let palette = Palette::of(ui);
    Frame::new()
        .fill(palette.panel)
        .stroke(Stroke::new(1.0, palette.line))
        .corner_radius(CornerRadius::same(theme::CARD_RADIUS))
        .inner_margin(margin)
        .show(ui, content)
        .inner
}

/// A sentence with an icon: what went wrong, what went well, what to look at.
pub fn notice(ui: &mut Ui, icon: &str, text: &str, tone: Tone) {
    let (colour, fill) = tone.colours(&Palette::of(ui));
    Frame::new()
        .fill(fill)
        .corner_radius(CornerRadius::same(theme::RADIUS))
        .inner_margin(Margin::symmetric(12, 8))
        .show(ui, |ui| {
            ui.horizontal_top(|ui| {
                say(ui, icon, theme::icon(), colour);
                let label = egui::Label::new(RichText::new(text).font(theme::body()).color(colour));
                ui.add(label.wrap());
            });
        });
}

/// What stands where there is nothing yet: what will stand here, and the next step.
pub fn empty(ui: &mut Ui, icon: &str, title: &str, next: &str) {
    let palette = Palette::of(ui);
    ui.vertical_centered(|ui| {
        ui.add_space(40.0);
        say(
            ui,
            icon,
            FontId::new(40.0, egui::FontFamily::Proportional),
            palette.faint,
        );
        ui.add_space(4.0);
        say(ui, title, theme::heading(), palette.ink);
        say(ui, next, theme::body(), palette.mute);
        ui.add_space(16.0);
    });
}

/// One line of text to type, with its label above it and what is wrong below it. The label names it.
pub fn text_field(
    ui: &mut Ui,
    id: Id,
    label: &str,
    text: &mut String,
    hint: &str,
    fault: Option<&str>,
    width: f32,
) -> Response {
    labelled(ui, label, fault, width, |ui| {
        let edit = egui::TextEdit::singleline(text)
            .id(id)
            .desired_width(width - 20.0)
            .hint_text(RichText::new(hint).color(Palette::of(ui).faint))
            .margin(Margin::symmetric(10, 7))
            .min_size(vec2(width, theme::CONTROL))
            .align(Align2::LEFT_CENTER);
        ui.scope(|ui| {
            if fault.is_some() {
                mark_fault(ui);
            }
            ui.add(edit)
        })
        .inner
    })
}

/// Colours the borders of what is typed wrong.
pub fn mark_fault(ui: &mut Ui) {
    let stroke = Stroke::new(1.0, Palette::of(ui).bad.0);
    let widgets = &mut ui.visuals_mut().widgets;
    widgets.inactive.bg_stroke = stroke;
    widgets.hovered.bg_stroke = stroke;
}

/// A label above a control, and what is wrong with its content below it in a full sentence.
pub fn labelled(
    ui: &mut Ui,
    label: &str,
    fault: Option<&str>,
    width: f32,
    control: impl FnOnce(&mut Ui) -> Response,
) -> Response {
    let palette = Palette::of(ui);
    ui.vertical(|ui| {
        ui.set_width(width);
        ui.spacing_mut().item_spacing.y = 4.0;
        say(ui, label, theme::label(), palette.mute);
        let response = control(ui).accessible_name(label);
        if let Some(fault) = fault {
            let text = RichText::new(fault)
                .font(theme::label())
                .color(palette.bad.0);
            ui.add(egui::Label::new(text).wrap());
        }
        response
    })
    .inner
}

/// Paints a text inside a cell: cut off with "…" where it does not fit, at the left or the right.
pub fn paint_cell(ui: &Ui, rect: Rect, text: &str, font: FontId, colour: Color32, align: Align2) {
    let inner = rect.shrink2(vec2(8.0, 0.0));
    let mut job = egui::text::LayoutJob::simple_singleline(text.to_owned(), font, colour);
    job.wrap = egui::text::TextWrapping::truncate_at_width(inner.width().max(0.0));
    let galley = ui.painter().layout_job(job);
    let anchored = align.align_size_within_rect(galley.size(), inner);
    ui.painter().galley(anchored.min, galley, colour);
}

/// Text and colour that are put side by side on one line.
pub fn words(ui: &mut Ui, pieces: &[(&str, FontId, Color32)]) -> Response {
    let mut job = egui::text::LayoutJob::default();
    for (text, font, colour) in pieces {
        job.append(text, 0.0, egui::TextFormat::simple(font.clone(), *colour));
    }
    ui.add(egui::Label::new(job).wrap())
}

/// The size of the room that is left, whole pixels.
pub fn room(ui: &Ui) -> Vec2 {
    ui.available_size().floor()
}
