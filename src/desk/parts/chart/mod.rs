//! A chart on the screen: the same drawing as in an exported picture ([`crate::report::drawing`]), of which every number
//! opens its cases. The mouse opens a number where it stands and shows its value; the keyboard comes to the chart as one
//! stop of Tab, walks over its marks with the arrows, shows their values and opens them with Enter.
//!
//! Bars, texts and rules are painted from that drawing, so that screen, SVG and PNG cannot disagree, and every mark is a hit
//! area with a name. Lines over time are drawn by `egui_plot`, within the frame that the drawing reserves for them; the plot
//! takes no mouse and no keyboard of its own, because its points are hit areas like all other marks, and a plot is empty to
//! a screen reader.

mod chosen;
mod description;
mod paint;
mod tooltip;
mod view;

pub use self::chosen::Chosen;
pub use self::view::{ChartTexts, chart_ui};
