//! The colours of numbers that are drawn, in the window and on paper: one place, so that a chart looks the same in both.
//! The window has more of them ([`crate::desk`]'s theme); what a chart is drawn in stands here.

/// A colour by its red, green and blue.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rgb(pub u32);

/// What a chart is drawn in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Tones {
    /// Behind it.
    pub paper: Rgb,
    /// Text.
    pub ink: Rgb,
    /// Labels.
    pub mute: Rgb,
    /// Axes.
    pub line: Rgb,
    /// The series, each with its light half: told apart also by whoever sees red and green as one, and in grey.
    pub series: [(Rgb, Rgb); 6],
}

/// White.
pub const WHITE: Rgb = Rgb(0xFFFFFF);

/// By day, and on paper.
pub const LIGHT: Tones = Tones {
    paper: WHITE,
    ink: Rgb(0x17202B),
    mute: Rgb(0x5A6675),
    line: Rgb(0xDFE4EA),
    series: [
        (Rgb(0x0B5CAD), Rgb(0xA9C8E8)),
        (Rgb(0xD9822B), Rgb(0xF3CFA8)),
        (Rgb(0x26785A), Rgb(0xAFDCC9)),
        (Rgb(0x7A4FA3), Rgb(0xD5C3E6)),
        (Rgb(0xA8A23A), Rgb(0xE3E0B5)),
        (Rgb(0x5C6B7A), Rgb(0xC5CDD6)),
    ],
};

/// By night.
pub const DARK: Tones = Tones {
    paper: Rgb(0x1B2129),
    ink: Rgb(0xE7ECF2),
    mute: Rgb(0xA3AEBC),
    line: Rgb(0x2C343F),
    series: [
        (Rgb(0x6CB0F5), Rgb(0x31557C)),
        (Rgb(0xF0A45A), Rgb(0x6E4A26)),
        (Rgb(0x63C79F), Rgb(0x28543F)),
        (Rgb(0xBE97E3), Rgb(0x4E3A66)),
        (Rgb(0xD2CC6B), Rgb(0x55522B)),
        (Rgb(0x9FB0C0), Rgb(0x3B4652)),
    ],
};

impl Rgb {
    /// Red, green and blue.
    pub const fn channels(self) -> [u8; 3] {
        let [_, red, green, blue] = self.0.to_be_bytes();
        [red, green, blue]
    }

    /// The contrast with another colour as WCAG 2.1 defines it, from 1 to 21.
    pub fn contrast(self, other: Self) -> f32 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    /// The text on this fill that is easiest to read: white, or the ink of the day where white does not reach 4,5:1.
    pub fn text(self) -> Self {
        if self.contrast(WHITE) >= 4.5 {
            WHITE
        } else {
            LIGHT.ink
        }
    }

    fn luminance(self) -> f32 {
        let channel = |value: u8| {
            let value = f32::from(value) / 255.0;
            if value <= 0.040_45 {
                value / 12.92
            } else {
                ((value + 0.055) / 1.055).powf(2.4)
            }
        };
        let [red, green, blue] = self.channels().map(channel);
        0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
}

impl std::fmt::Display for Rgb {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(to, "#{:06X}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn contrast_is_that_of_the_standard() {
        assert!((Rgb(0).contrast(WHITE) - 21.0).abs() < 0.01);
        assert!((Rgb(0x777777).contrast(WHITE) - 4.48).abs() < 0.01);
    }

    #[test]
    fn every_series_can_be_told_from_its_neighbours_in_grey_or_in_colour() {
        for tones in [LIGHT, DARK] {
            for (full, light) in tones.series {
                assert!(full.contrast(light) >= 1.5, "{full} and {light}");
                assert!(full.text().contrast(full) >= 4.5 && light.text().contrast(light) >= 4.5);
            }
        }
    }
}
