//! Text in HTML and XML files: escaped, and without what these may not hold.

use crate::language::Language;

/// A text with the special characters of HTML and XML escaped.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in printable(text).chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            letter => safe.push(letter),
        }
    }
    safe
}

/// A text without the characters that no XML file may hold (XML 1.0, 2.2), its lines ended in one way.
pub(super) fn printable(text: &str) -> String {
    let lines = text.replace("\r\n", "\n").replace('\r', "\n");
    let allowed = |letter: &char| match letter {
        '\n' | '\t' => true,
        '\u{FFFE}' | '\u{FFFF}' => false,
        letter => !letter.is_control(),
    };
    lines.chars().filter(allowed).collect()
}

/// A piece of HTML as a file that names its character set: without that Word guesses.
pub(super) fn html_file(title: &str, piece: &str, language: Language) -> Vec<u8> {
    let (code, title) = (language.code(), escaped(title));
    let page = format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <title>{title}</title>\n</head>\n<body>\n{piece}</body>\n</html>\n"
    );
    page.into_bytes()
}
