//! The styles of buttons: their colours, height and font.

use egui::{Color32, CornerRadius, FontFamily, FontId, Rect, Stroke, StrokeKind, Ui};

use crate::desk::kit::theme::{self, Palette};

/// The style of a button.
#[derive(Clone, Copy, Debug)]
pub struct ButtonStyle {
    /// The background.
    pub fill: Color32,
    /// The line around it.
    pub border: Color32,
    /// The icon and the text.
    pub text: Color32,
    /// The shortcut, and the icon after the text.
    pub quiet: Color32,
    /// How high it usually is, in points.
    pub height: f32,
    /// How round its corners are, in points.
    pub radius: u8,
    /// The font of the text.
    pub font: fn() -> FontId,
}

impl ButtonStyle {
    /// The one primary action of a screen: filled with the accent.
    pub fn primary(palette: &Palette) -> Self {
        Self {
            fill: palette.accent,
            border: palette.accent,
            text: palette.on_accent,
            quiet: palette.on_accent,
            height: theme::CONTROL,
            radius: theme::RADIUS,
            font: theme::strong,
        }
    }

    /// An action beside the primary one: with a line around it.
    pub fn secondary(palette: &Palette) -> Self {
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

    /// A secondary action in the accent colour.
    pub fn accented(palette: &Palette) -> Self {
        Self {
            border: palette.accent,
            text: palette.accent,
            ..Self::secondary(palette)
        }
    }

    /// A secondary action as low as a chip.
    pub fn bordered_chip(palette: &Palette) -> Self {
        Self {
            height: theme::CHIP,
            font: chip,
            ..Self::secondary(palette)
        }
    }

    /// The reference date: filled with the soft accent.
    pub fn reference(palette: &Palette) -> Self {
        Self {
            fill: palette.accent_soft,
            border: palette.accent_soft,
            text: palette.accent,
            quiet: palette.accent,
            ..Self::primary(palette)
        }
    }

    /// Only a text, in the colour of links.
    pub fn link(palette: &Palette) -> Self {
        Self {
            fill: Color32::TRANSPARENT,
            border: Color32::TRANSPARENT,
            text: palette.accent,
            height: theme::CHIP,
            ..Self::secondary(palette)
        }
    }

    /// Only a text, in the colour of warnings.
    pub fn warning(palette: &Palette) -> Self {
        Self {
            text: palette.warn.0,
            font: theme::label,
            ..Self::link(palette)
        }
    }

    /// A chip, selected or not.
    pub fn chip(palette: &Palette, selected: bool) -> Self {
        Self {
            height: theme::CHIP,
            radius: (theme::CHIP / 2.0) as u8,
            ..Self::option(palette, selected)
        }
    }

    /// A choice in a form, selected or not.
    pub fn option(palette: &Palette, selected: bool) -> Self {
        let (fill, border, text) = match selected {
            true => (palette.accent_soft, palette.accent, palette.accent),
            false => (palette.soft, palette.soft, palette.ink),
        };
        Self {
            fill,
            border,
            text,
            quiet: palette.mute,
            height: 32.0,
            radius: theme::RADIUS,
            font: if selected { strong_chip } else { chip },
        }
    }

    /// Only a text, in the small letters of the status bar.
    pub fn small(palette: &Palette) -> Self {
        Self {
            text: palette.mute,
            height: 22.0,
            font: theme::label,
            ..Self::link(palette)
        }
    }

    /// An entry of the navigation or of a menu, selected or not.
    pub fn entry(palette: &Palette, selected: bool) -> Self {
        let (fill, text, quiet) = match selected {
            true => (palette.accent_soft, palette.accent, palette.accent),
            false => (Color32::TRANSPARENT, palette.ink, palette.mute),
        };
        Self {
            fill,
            border: Color32::TRANSPARENT,
            text,
            quiet,
            height: 32.0,
            radius: theme::RADIUS,
            font: if selected { theme::strong } else { theme::body },
        }
    }

    /// Paints the background and the line around it.
    pub fn paint(&self, ui: &Ui, rect: Rect, hovered: bool, enabled: bool) {
        let palette = Palette::of(ui);
        let hovered = hovered && enabled;
        let fill = match (hovered, self.fill) {
            (true, Color32::TRANSPARENT) => palette.soft,
            (true, fill) if fill == palette.panel => palette.soft,
            (_, fill) if !enabled && fill == palette.accent => palette.soft,
            (_, fill) => fill,
        };
        let border = match self.border {
            border if hovered && border == palette.line => palette.mute,
            border if !enabled && border == palette.accent => palette.line,
            border => border,
        };
        let corner = CornerRadius::same(self.radius);
        let stroke = Stroke::new(1.0, border);
        ui.painter()
            .rect(rect, corner, fill, stroke, StrokeKind::Inside);
    }
}

fn chip() -> FontId {
    FontId::new(13.0, FontFamily::Proportional)
}

fn strong_chip() -> FontId {
    FontId::new(13.0, theme::bold())
}
