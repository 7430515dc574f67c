//! A chapter of the manual, and the sections that it is divided into.

use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};

/// One chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chapter {
    /// The name of its file without the ending, the same in every language: `30-figures`. Chapters stand in its order.
    pub id: String,
    /// Its first heading.
    pub title: String,
    /// Its text in Markdown, without the comments for whoever writes it.
    pub text: String,
    /// Its headings, each with what stands below it, in the order of the text. The first is that of the chapter itself.
    pub sections: Vec<Section>,
}

/// A heading with what stands below it, up to the next heading of any level.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// How deep the heading lies: 1 is that of the chapter, 6 the deepest.
    pub level: u8,
    /// The words of the heading, without markup.
    pub heading: String,
    /// What stands below it, in Markdown.
    pub text: String,
    /// What stands below it as words only: without markup, and without where links lead to.
    pub(super) words: String,
}

impl Chapter {
    /// Reads a chapter. What stands before its first heading belongs to none of its sections.
    pub(super) fn read(id: &str, source: &str) -> Self {
        let text = without_comments(source);
        let sections = sections(&text);
        Self {
            id: id.to_owned(),
            title: sections
                .first()
                .map_or_else(String::new, |section| section.heading.clone()),
            text,
            sections,
        }
    }
}

/// How every chapter is parsed: plain Markdown with tables.
pub(super) fn parser(text: &str) -> Parser<'_> {
    Parser::new_ext(text, Options::ENABLE_TABLES)
}

/// A comment that stands on a line of its own is for whoever writes the manual, and not for who reads it.
fn without_comments(source: &str) -> String {
    let is_comment = |line: &&str| line.starts_with("<!--") && line.trim_end().ends_with("-->");
    let lines = source.lines().filter(|line| !is_comment(line));
    lines.flat_map(|line| [line, "\n"]).collect()
}

fn sections(text: &str) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    let mut in_heading = false;
    // Where the text below the last heading begins.
    let mut begin = 0;
    for (event, place) in parser(text).into_offset_iter() {
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                close(&mut sections, &text[begin..place.start]);
                sections.push(Section {
                    level: level as u8,
                    heading: String::new(),
                    text: String::new(),
                    words: String::new(),
                });
                in_heading = true;
            }
            Event::End(TagEnd::Heading(_)) => {
                in_heading = false;
                begin = place.end;
            }
            Event::Text(words) | Event::Code(words) => {
                if let Some(section) = sections.last_mut() {
                    match in_heading {
                        true => section.heading.push_str(&words),
                        false => section.words.push_str(&words),
                    }
                }
            }
            // What stands in another line, item or cell is another word.
            Event::SoftBreak | Event::HardBreak | Event::End(_) if !in_heading && apart(&event) => {
                if let Some(section) = sections.last_mut() {
                    section.words.push(' ');
                }
            }
            _ => {}
        }
    }
    close(&mut sections, &text[begin..]);
    sections
}

/// The last section ends here, with this text.
fn close(sections: &mut [Section], text: &str) {
    if let Some(section) = sections.last_mut() {
        text.trim().clone_into(&mut section.text);
        section.words = section
            .words
            .split_whitespace()
            .collect::<Vec<_>>()
            .join(" ");
    }
}

/// Whether words before and behind this are no part of one word; emphasis and links may begin in the middle of one.
fn apart(event: &Event<'_>) -> bool {
    !matches!(
        event,
        Event::End(TagEnd::Emphasis | TagEnd::Strong | TagEnd::Link)
    )
}
