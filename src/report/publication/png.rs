//! A chart as a PNG: the drawing of [`super::svg`], with the fonts of the window, so that it looks alike on every machine.

use std::io;

use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::model::Publication;
use super::svg::svg;

/// How many pixels a point of the drawing takes: sharp in print at the width of a page.
const SCALE: f32 = 2.0;

/// The chart as a picture in memory.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// How many points it is wide and high.
    pub size: [usize; 2],
    /// Red, green, blue and opacity of every point, line by line.
    pub pixels: Vec<u8>,
}

/// The chart as a PNG.
///
/// # Errors
/// The drawing cannot be read or is too large for memory.
pub fn png(publication: &Publication) -> io::Result<Vec<u8>> {
    drawn(publication)?.encode_png().map_err(io::Error::other)
}

/// The chart as a picture in memory.
///
/// # Errors
/// Those of [`png`].
pub fn picture(publication: &Publication) -> io::Result<Picture> {
    let drawn = drawn(publication)?;
    let opaque = drawn.pixels().iter().map(|point| point.demultiply());
    let pixels = opaque.flat_map(|point| [point.red(), point.green(), point.blue(), point.alpha()]);
    Ok(Picture {
        size: [drawn.width() as usize, drawn.height() as usize],
        pixels: pixels.collect(),
    })
}

fn drawn(publication: &Publication) -> io::Result<Pixmap> {
    let mut options = Options {
        font_family: "Noto Sans".to_owned(),
        ..Options::default()
    };
    for font in [notosans::REGULAR_TTF, notosans::BOLD_TTF] {
        options.fontdb_mut().load_font_data(font.to_vec());
    }
    let tree = Tree::from_str(&svg(publication), &options).map_err(io::Error::other)?;
    let pixels = |length: f32| (length * SCALE).ceil() as u32;
    let size = tree.size();
    let mut picture = Pixmap::new(pixels(size.width()), pixels(size.height()))
        .ok_or_else(|| io::Error::from(io::ErrorKind::OutOfMemory))?;
    let scale = Transform::from_scale(SCALE, SCALE);
    resvg::render(&tree, scale, &mut picture.as_mut());
    Ok(picture)
}
