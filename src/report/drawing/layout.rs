//! Lays a chart out as a drawing, each shape by its own rules.

use super::canvas::Canvas;
use super::horizontal_bars::draw_horizontal_bars;
use super::items::{ChartSize, Drawing};
use super::lines::draw_lines;
use super::panels::draw_panels;
use super::shapes::TextWidth;
use super::vertical_bars::draw_vertical_bars;
use crate::report::chart::{Chart, Shape};

impl Drawing {
    /// Lays a chart out.
    pub fn of(chart: &Chart, size: ChartSize, text_width: TextWidth<'_>) -> Self {
        let mut canvas = Canvas::new(chart, size, text_width);
        if chart.is_empty() {
            canvas.caption_empty();
            return canvas.drawing;
        }
        match chart.shape {
            Shape::Stacked | Shape::Grouped => draw_horizontal_bars(&mut canvas),
            Shape::VerticalBars => draw_vertical_bars(&mut canvas),
            Shape::Lines => draw_lines(&mut canvas),
            Shape::Panels => draw_panels(&mut canvas),
        }
        canvas.note();
        canvas.drawing
    }
}
