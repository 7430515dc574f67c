//! How close together everything stands: with the room it is drawn for, or closer for who wants to see more at once.

use egui::{Context, Id, Theme, vec2};
use serde::{Deserialize, Serialize};

use crate::desk::kit::theme;

/// The part of its usual height that a compact row or control has: a line of text and a little room around it.
const COMPACT: f32 = 0.84;
/// The part of the usual space between two things that is left between compact ones.
const COMPACT_GAP: f32 = 0.6;
/// Between things below each other, usually, in points.
const GAP: f32 = 8.0;

/// How close together everything stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Density {
    /// With the usual room.
    #[default]
    Roomy,
    /// Closer.
    Compact,
}

impl Density {
    /// All of them.
    pub const ALL: [Self; 2] = [Self::Roomy, Self::Compact];

    /// The one that everything is drawn in.
    pub fn of(ctx: &Context) -> Self {
        ctx.data(|data| data.get_temp(id())).unwrap_or_default()
    }

    /// The id of its text.
    pub fn text_id(self) -> &'static str {
        match self {
            Self::Roomy => "density-roomy",
            Self::Compact => "density-compact",
        }
    }

    /// How high something of this usual height is, in whole points.
    pub fn height(self, usual: f32) -> f32 {
        match self {
            Self::Roomy => usual,
            Self::Compact => (usual * COMPACT).round(),
        }
    }

    /// How much room there is between things that usually stand this far apart.
    pub fn gap(self, usual: f32) -> f32 {
        match self {
            Self::Roomy => usual,
            Self::Compact => (usual * COMPACT_GAP).round(),
        }
    }

    /// Draws everything in this density from now on.
    pub fn apply(self, ctx: &Context) {
        ctx.data_mut(|data| data.insert_temp(id(), self));
        for theme in [Theme::Light, Theme::Dark] {
            ctx.style_mut_of(theme, |style| {
                let control = self.height(theme::CONTROL);
                style.spacing.interact_size = vec2(control, control);
                style.spacing.item_spacing.y = self.gap(GAP);
            });
        }
    }
}

fn id() -> Id {
    Id::unique("density")
}

/// How high something of this usual height is drawn, in points.
pub fn height(ctx: &Context, usual: f32) -> f32 {
    Density::of(ctx).height(usual)
}

/// How far apart things are drawn that usually stand this far apart, in points.
pub fn gap(ctx: &Context, usual: f32) -> f32 {
    Density::of(ctx).gap(usual)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn compact_is_closer_and_keeps_room_for_a_line_of_text() {
        for usual in [theme::ROW, theme::CONTROL, theme::CHIP] {
            assert_eq!(Density::Roomy.height(usual), usual);
            let compact = Density::Compact.height(usual);
            assert!((22.0..usual).contains(&compact), "{usual} became {compact}");
        }
    }

    #[test]
    fn a_window_is_drawn_in_the_density_that_was_set_last() {
        let ctx = Context::default();
        assert_eq!(Density::of(&ctx), Density::Roomy);
        Density::Compact.apply(&ctx);
        assert_eq!(
            height(&ctx, theme::ROW),
            Density::Compact.height(theme::ROW)
        );
        assert!(ctx.style_of(Theme::Dark).spacing.item_spacing.y < GAP);
        Density::Roomy.apply(&ctx);
        assert_eq!(height(&ctx, theme::ROW), theme::ROW);
    }
}
