//! Fits texts into the room that there is: how wide they are, shortened, and wrapped.

use super::shapes::{TextStyle, TextWidth};

/// The widths of the characters from the space to the tilde in Noto Sans, in thousandths of their size.
const REGULAR: [u16; 95] = [
    260, 269, 408, 646, 572, 831, 732, 225, 300, 300, 551, 572, 268, 322, 268, 372, 572, 572, 572,
    572, 572, 572, 572, 572, 572, 572, 268, 268, 572, 572, 572, 434, 899, 639, 650, 632, 730, 556,
    519, 728, 741, 339, 273, 619, 524, 907, 760, 781, 605, 781, 622, 549, 556, 731, 600, 930, 586,
    566, 572, 329, 372, 329, 572, 444, 580, 561, 615, 480, 615, 564, 344, 615, 618, 258, 258, 534,
    258, 935, 618, 605, 615, 615, 413, 479, 361, 618, 508, 786, 529, 510, 470, 380, 551, 380, 572,
];
/// The same of Noto Sans Bold.
const BOLD: [u16; 95] = [
    260, 286, 472, 646, 572, 901, 750, 266, 339, 339, 545, 572, 285, 322, 285, 413, 572, 572, 572,
    572, 572, 572, 572, 572, 572, 572, 285, 285, 572, 572, 572, 477, 897, 690, 672, 637, 740, 560,
    549, 724, 765, 389, 331, 664, 565, 943, 813, 796, 628, 796, 660, 551, 579, 756, 650, 967, 667,
    624, 579, 331, 413, 331, 572, 411, 607, 604, 633, 514, 633, 591, 387, 633, 657, 305, 305, 620,
    305, 982, 657, 619, 633, 633, 454, 497, 434, 657, 569, 856, 578, 569, 488, 394, 551, 394, 572,
];
/// A letter with an accent, mostly.
const OTHER: u16 = 600;

/// How wide a text of this size is in Noto Sans; in another font it is much the same.
pub fn width_in_noto(text: &str, size: f32, bold: bool) -> f32 {
    let advances = if bold { &BOLD } else { &REGULAR };
    let advance = |letter: char| {
        let at = (letter as usize).checked_sub(usize::from(b' '));
        match letter {
            '’' => 200,
            '…' => 830,
            _ => at.and_then(|at| advances.get(at)).copied().unwrap_or(OTHER),
        }
    };
    let thousandths: u32 = text.chars().map(advance).map(u32::from).sum();
    thousandths as f32 / 1000.0 * size
}

/// The text, with an ellipsis for its end where there is no room for it.
pub fn shortened(text: &str, style: TextStyle, room: f32, text_width: TextWidth<'_>) -> String {
    if text_width(text, style) <= room {
        return text.to_owned();
    }
    let mut short = text.to_owned();
    while short.pop().is_some() {
        let with_ellipsis = format!("{}…", short.trim_end());
        if text_width(&with_ellipsis, style) <= room {
            return with_ellipsis;
        }
    }
    String::new()
}

/// The text in lines that fit, broken between words; a word that does not fit stands on a line of its own.
pub fn wrapped(text: &str, room: f32, width: impl Fn(&str) -> f32) -> Vec<String> {
    let mut lines: Vec<String> = vec![String::new()];
    for word in text.split_whitespace() {
        let last = lines.len() - 1;
        let longer = match lines[last].as_str() {
            "" => word.to_owned(),
            line => format!("{line} {word}"),
        };
        if width(&longer) > room && !lines[last].is_empty() {
            lines.push(word.to_owned());
        } else {
            lines[last] = longer;
        }
    }
    lines
}
