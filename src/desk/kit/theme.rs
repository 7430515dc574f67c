//! The theme: every colour, font, size and space of the desk, in light and dark, and how egui is set to them.

use std::sync::Arc;

use egui::epaint::text::{FontInsert, FontPriority, InsertFontFamily};
use egui::{
    Color32, Context, CornerRadius, FontData, FontDefinitions, FontFamily, FontId, Margin, Shadow,
    Stroke, TextStyle, Theme, Visuals, style::WidgetVisuals, vec2,
};

use crate::colour::{self, Rgb, Tones};

/// The colours of light or dark. Every text reaches a contrast of 4.5:1 on each background it stands on (WCAG 2.1, AA); a
/// test computes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Palette {
    /// Behind the panels.
    pub background: Color32,
    /// Cards, tables, the top bar.
    pub panel: Color32,
    /// The navigation.
    pub side: Color32,
    /// Text.
    pub ink: Color32,
    /// Labels.
    pub mute: Color32,
    /// Hints and zeroes.
    pub faint: Color32,
    /// Borders of one pixel.
    pub line: Color32,
    /// Chips and quiet fills.
    pub soft: Color32,
    /// The one primary action, selection, links, the reference date.
    pub accent: Color32,
    /// The background of what is selected.
    pub accent_soft: Color32,
    /// Text on the accent.
    pub on_accent: Color32,
    /// A success: text and fill.
    pub ok: (Color32, Color32),
    /// Due soon, or a warning: text and fill.
    pub warn: (Color32, Color32),
    /// Late, wrong or refused: text and fill.
    pub bad: (Color32, Color32),
    /// The series of a chart: the full colour and the light one.
    pub series: [(Color32, Color32); 6],
}

const fn rgb(hex: u32) -> Color32 {
    shown(Rgb(hex))
}

/// A colour of the report as egui takes it.
const fn shown(colour: Rgb) -> Color32 {
    let [red, green, blue] = colour.channels();
    Color32::from_rgb(red, green, blue)
}

/// The colours of the series of a chart as egui takes them.
const fn series(tones: &Tones) -> [(Color32, Color32); 6] {
    let mut series = [(Color32::WHITE, Color32::WHITE); 6];
    let mut at = 0;
    while at < series.len() {
        let (full, light) = tones.series[at];
        series[at] = (shown(full), shown(light));
        at += 1;
    }
    series
}

/// The light colours.
pub const LIGHT: Palette = Palette {
    background: rgb(0xF6F7F9),
    panel: shown(colour::LIGHT.paper),
    side: rgb(0xF0F2F5),
    ink: shown(colour::LIGHT.ink),
    mute: shown(colour::LIGHT.mute),
    faint: rgb(0x6B7583),
    line: shown(colour::LIGHT.line),
    soft: rgb(0xEEF1F5),
    accent: rgb(0x0B5CAD),
    accent_soft: rgb(0xE4EFFA),
    on_accent: rgb(0xFFFFFF),
    ok: (rgb(0x0F7B53), rgb(0xE2F3EC)),
    warn: (rgb(0x9A5B00), rgb(0xFDF0DA)),
    bad: (rgb(0xB3261E), rgb(0xFBE7E5)),
    series: series(&colour::LIGHT),
};

/// The dark colours.
pub const DARK: Palette = Palette {
    background: rgb(0x14181E),
    panel: shown(colour::DARK.paper),
    side: rgb(0x171C23),
    ink: shown(colour::DARK.ink),
    mute: shown(colour::DARK.mute),
    faint: rgb(0x8E9AA9),
    line: shown(colour::DARK.line),
    soft: rgb(0x232B35),
    accent: rgb(0x6CB0F5),
    accent_soft: rgb(0x1E3148),
    on_accent: rgb(0x14181E),
    ok: (rgb(0x5FCBA0), rgb(0x173228)),
    warn: (rgb(0xF2B760), rgb(0x3A2C14)),
    bad: (rgb(0xFF9C92), rgb(0x41201D)),
    series: series(&colour::DARK),
};

/// Height of buttons and text fields.
pub const CONTROL: f32 = 34.0;
/// Height of chips.
pub const CHIP: f32 = 28.0;
/// Height of a row in a table.
pub const ROW: f32 = 34.0;
/// Between cards.
pub const GAP: f32 = 16.0;
/// Around a page.
pub const PAGE: f32 = 24.0;
/// Corners of controls.
pub const RADIUS: u8 = 6;
/// Corners of cards.
pub const CARD_RADIUS: u8 = 8;

const BOLD: &str = "bold";

/// The family of bold text.
pub fn bold() -> FontFamily {
    FontFamily::Name(BOLD.into())
}

/// The title of a page: 22 bold.
pub fn title() -> FontId {
    FontId::new(22.0, bold())
}

/// The title of a card: 15 bold.
pub fn heading() -> FontId {
    FontId::new(15.0, bold())
}

/// Running text: 14.
pub fn body() -> FontId {
    FontId::new(14.0, FontFamily::Proportional)
}

/// What stands out in running text: 14 bold.
pub fn strong() -> FontId {
    FontId::new(14.0, bold())
}

/// Labels: 12.
pub fn label() -> FontId {
    FontId::new(12.0, FontFamily::Proportional)
}

/// Labels that stand out: 12 bold.
pub fn strong_label() -> FontId {
    FontId::new(12.0, bold())
}

/// Icons beside running text.
pub fn icon() -> FontId {
    FontId::new(18.0, FontFamily::Proportional)
}

impl Palette {
    /// The colours of the theme that is on.
    pub fn of(ctx: &Context) -> Self {
        match ctx.theme() {
            Theme::Light => LIGHT,
            Theme::Dark => DARK,
        }
    }

    /// The colour of text that is easiest to read on this fill: white, or the ink of the light theme.
    pub fn on(fill: Color32) -> Color32 {
        shown(plain(fill).text())
    }

    /// The background of a number in a heat map, by its share of the largest one: 0 to 1.
    pub fn heat(&self, share: f32) -> Color32 {
        let mix =
            |from: u8, to: u8| (f32::from(from) + (f32::from(to) - f32::from(from)) * share) as u8;
        let strongest = self.series[0].1;
        Color32::from_rgb(
            mix(self.panel.r(), strongest.r()),
            mix(self.panel.g(), strongest.g()),
            mix(self.panel.b(), strongest.b()),
        )
    }
}

/// A colour of the window as the report has it.
const fn plain(colour: Color32) -> Rgb {
    Rgb(u32::from_be_bytes([0, colour.r(), colour.g(), colour.b()]))
}

/// Sets egui to the theme: its fonts, the colours of light and dark, and the sizes they share.
pub fn apply(ctx: &Context) {
    // Light where the system does not say.
    ctx.options_mut(|options| options.fallback_theme = Theme::Light);
    ctx.set_fonts(fonts());
    ctx.add_font(icons_for(FontFamily::Proportional));
    ctx.add_font(icons_for(bold()));
    for (theme, palette) in [(Theme::Light, LIGHT), (Theme::Dark, DARK)] {
        ctx.style_mut_of(theme, |style| {
            style.text_styles = [
                (TextStyle::Heading, title()),
                (TextStyle::Body, body()),
                (TextStyle::Button, body()),
                (TextStyle::Small, label()),
                (TextStyle::Monospace, body()),
            ]
            .into();
            let spacing = &mut style.spacing;
            spacing.item_spacing = vec2(8.0, 8.0);
            spacing.button_padding = vec2(12.0, 6.0);
            spacing.interact_size = vec2(34.0, CONTROL);
            spacing.menu_margin = Margin::same(6);
            spacing.combo_height = 320.0;
            spacing.scroll = scroll();
            style.visuals = visuals(&palette, theme);
            style.interaction.selectable_labels = false;
        });
    }
}

/// Scroll bars without a track: only the handle is drawn, in the ink of the theme.
fn scroll() -> egui::style::ScrollStyle {
    egui::style::ScrollStyle {
        foreground_color: true,
        dormant_background_opacity: 0.0,
        active_background_opacity: 0.0,
        interact_background_opacity: 0.0,
        dormant_handle_opacity: 0.3,
        active_handle_opacity: 0.4,
        interact_handle_opacity: 0.6,
        ..egui::style::ScrollStyle::thin()
    }
}

/// One font on every machine: Noto Sans has tabular figures and the arrows; the icons stand behind it.
fn fonts() -> FontDefinitions {
    let mut fonts = FontDefinitions::default();
    let mut add = |name: &str, family: FontFamily, bytes: &'static [u8]| {
        fonts
            .font_data
            .insert(name.to_owned(), Arc::new(FontData::from_static(bytes)));
        let fallbacks = fonts.families.get(&FontFamily::Proportional).cloned();
        let mut stack = vec![name.to_owned()];
        stack.extend(
            fallbacks
                .unwrap_or_default()
                .into_iter()
                .filter(|other| other != name),
        );
        fonts.families.insert(family, stack);
    };
    add("noto-sans-bold", bold(), notosans::BOLD_TTF);
    add("noto-sans", FontFamily::Proportional, notosans::REGULAR_TTF);
    fonts
}

/// The icon font behind the letters of a family, so that an icon can stand in any text.
fn icons_for(family: FontFamily) -> FontInsert {
    let mut insert = egui_material_icons::font_insert();
    // Material Symbols hang a little low beside Noto Sans.
    insert.data.tweak.y_offset_factor = 0.0;
    insert.name = format!("icons behind {family}");
    insert.families = vec![InsertFontFamily {
        family,
        priority: FontPriority::Lowest,
    }];
    insert
}

fn visuals(palette: &Palette, theme: Theme) -> Visuals {
    let mut visuals = match theme {
        Theme::Light => Visuals::light(),
        Theme::Dark => Visuals::dark(),
    };
    let radius = CornerRadius::same(RADIUS);
    let widget = |fill: Color32, border: Color32, text: Color32| WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: Stroke::new(1.0, border),
        corner_radius: radius,
        fg_stroke: Stroke::new(1.0, text),
        expansion: 0.0,
    };
    visuals.widgets.noninteractive = widget(palette.panel, palette.line, palette.ink);
    visuals.widgets.inactive = widget(palette.panel, palette.line, palette.ink);
    visuals.widgets.hovered = widget(palette.soft, palette.mute, palette.ink);
    visuals.widgets.active = widget(palette.accent_soft, palette.accent, palette.ink);
    visuals.widgets.open = widget(palette.soft, palette.accent, palette.ink);
    visuals.selection.bg_fill = palette.accent_soft;
    visuals.selection.stroke = Stroke::new(2.0, palette.accent);
    visuals.hyperlink_color = palette.accent;
    visuals.faint_bg_color = palette.soft;
    visuals.extreme_bg_color = palette.panel;
    visuals.text_edit_bg_color = Some(palette.panel);
    visuals.code_bg_color = palette.soft;
    visuals.warn_fg_color = palette.warn.0;
    visuals.error_fg_color = palette.bad.0;
    visuals.weak_text_color = Some(palette.mute);
    visuals.panel_fill = palette.background;
    visuals.window_fill = palette.panel;
    visuals.window_stroke = Stroke::new(1.0, palette.line);
    visuals.window_corner_radius = CornerRadius::same(CARD_RADIUS);
    visuals.menu_corner_radius = CornerRadius::same(CARD_RADIUS);
    // Lines, not shadows; a menu alone floats a little.
    visuals.window_shadow = Shadow::NONE;
    visuals.popup_shadow = Shadow {
        offset: [0, 4],
        blur: 16,
        spread: 0,
        color: Color32::from_black_alpha(36),
    };
    visuals
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_text_can_be_read_on_every_background_it_stands_on() {
        for (name, palette) in [("light", LIGHT), ("dark", DARK)] {
            let grounds = [
                palette.background,
                palette.panel,
                palette.side,
                palette.accent_soft,
            ];
            let mut pairs = Vec::new();
            for ground in grounds {
                pairs
                    .extend([palette.ink, palette.mute, palette.accent].map(|text| (text, ground)));
            }
            pairs.extend([(palette.ink, palette.soft), (palette.mute, palette.soft)]);
            pairs.extend([
                (palette.faint, palette.panel),
                (palette.on_accent, palette.accent),
            ]);
            pairs.extend([palette.ok, palette.warn, palette.bad]);
            pairs.extend([palette.ok.0, palette.warn.0, palette.bad.0].map(|t| (t, palette.panel)));
            for (full, light) in palette.series {
                pairs.extend([full, light].map(|fill| (Palette::on(fill), fill)));
            }
            let cell = (palette.ink, palette.heat(1.0));
            pairs.push(cell);
            for (text, ground) in pairs {
                let contrast = plain(text).contrast(plain(ground));
                assert!(
                    contrast >= 4.5,
                    "{name}: {text:?} on {ground:?} reaches only {contrast}"
                );
            }
        }
    }
}
