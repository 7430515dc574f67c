//! A Markdown text as blocks: headings, paragraphs, items of lists, code and rules. Of anything else, such as a table, only
//! the words are kept.

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};

/// A text that was read.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// Its blocks, in the order of the text.
    pub blocks: Vec<Block>,
}

/// What is drawn as a whole: a heading, a paragraph, a piece of code.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// In how many lists it lies.
    pub depth: usize,
    /// The bullet or number before it, where it begins an item of a list.
    pub marker: Option<String>,
    /// Whether it is quoted.
    pub is_quote: bool,
    /// Its text.
    pub spans: Vec<Span>,
    /// Where the links in it lead to.
    pub links: Vec<String>,
}

/// What a block is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum BlockKind {
    /// A heading; level 1 is that of the whole text, 6 the deepest.
    Heading(u8),
    /// A paragraph, or the text of an item.
    #[default]
    Text,
    /// Code, each line of it on a line of its own.
    Code,
    /// A line from side to side.
    Rule,
}

/// A piece of text that looks the same everywhere.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Span {
    /// The text.
    pub text: String,
    /// How it looks.
    pub look: Look,
}

/// How a piece of text looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Look {
    /// Whether it is bold.
    pub strong: bool,
    /// Whether it is slanted.
    pub emphasis: bool,
    /// Whether it is code.
    pub code: bool,
    /// The link of its block that it belongs to.
    pub link: Option<usize>,
}

impl Document {
    /// Reads a Markdown text.
    pub fn read(markdown: &str) -> Self {
        let mut reader = Reader::default();
        for event in Parser::new(markdown) {
            reader.take(event);
        }
        reader.close();
        reader.document
    }
}

impl Block {
    /// Its text without markup.
    pub fn text(&self) -> String {
        self.spans.iter().map(|span| span.text.as_str()).collect()
    }
}

/// Makes blocks of the events of the parser.
#[derive(Default)]
struct Reader {
    document: Document,
    /// The block that is being read.
    open: Option<Block>,
    look: Look,
    quotes: usize,
    /// The number of the next item of each list that is open; none of a list with bullets.
    lists: Vec<Option<u64>>,
    /// The marker of the item that begins.
    marker: Option<String>,
}

impl Reader {
    fn take(&mut self, event: Event<'_>) {
        match event {
            Event::Start(tag) => self.begin(tag),
            Event::End(tag) => self.end(tag),
            Event::Text(text) => self.append(&text, self.look),
            Event::Code(text) => {
                let code = true;
                self.append(&text, Look { code, ..self.look });
            }
            Event::SoftBreak => self.append(" ", self.look),
            Event::HardBreak => self.append("\n", self.look),
            Event::Rule => {
                self.open(BlockKind::Rule);
                self.close();
            }
            _ => {}
        }
    }

    fn begin(&mut self, tag: Tag<'_>) {
        match tag {
            Tag::Heading { level, .. } => self.open(BlockKind::Heading(level as u8)),
            Tag::Paragraph => self.open(BlockKind::Text),
            Tag::CodeBlock(CodeBlockKind::Fenced(_) | CodeBlockKind::Indented) => {
                self.open(BlockKind::Code);
            }
            Tag::BlockQuote(_) => {
                self.close();
                self.quotes += 1;
            }
            Tag::List(first) => {
                self.close();
                self.lists.push(first);
            }
            Tag::Item => {
                self.close();
                self.marker = Some(match self.lists.last_mut() {
                    Some(Some(number)) => {
                        let marker = format!("{number}.");
                        *number += 1;
                        marker
                    }
                    _ => "•".to_owned(),
                });
            }
            Tag::Strong => self.look.strong = true,
            Tag::Emphasis => self.look.emphasis = true,
            Tag::Link { dest_url, .. } => {
                let block = self.block();
                block.links.push(dest_url.into_string());
                let link = block.links.len() - 1;
                self.look.link = Some(link);
            }
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd) {
        match tag {
            TagEnd::Heading(_) | TagEnd::Paragraph | TagEnd::CodeBlock => self.close(),
            TagEnd::BlockQuote(_) => {
                self.close();
                self.quotes = self.quotes.saturating_sub(1);
            }
            TagEnd::List(_) => {
                self.close();
                self.lists.pop();
            }
            TagEnd::Item => {
                self.close();
                self.marker = None;
            }
            TagEnd::Strong => self.look.strong = false,
            TagEnd::Emphasis => self.look.emphasis = false,
            TagEnd::Link => self.look.link = None,
            _ => {}
        }
    }

    /// Begins a block.
    fn open(&mut self, kind: BlockKind) {
        self.close();
        self.open = Some(Block {
            kind,
            depth: self.lists.len(),
            marker: self.marker.take(),
            is_quote: self.quotes > 0,
            ..Block::default()
        });
    }

    /// The block that is being read; the text of an item begins without a paragraph.
    fn block(&mut self) -> &mut Block {
        if self.open.is_none() {
            self.open(BlockKind::Text);
        }
        self.open.get_or_insert_default()
    }

    fn append(&mut self, text: &str, look: Look) {
        let spans = &mut self.block().spans;
        match spans.last_mut() {
            Some(last) if last.look == look => last.text.push_str(text),
            _ => spans.push(Span {
                text: text.to_owned(),
                look,
            }),
        }
    }

    /// Ends the block that is being read.
    fn close(&mut self) {
        let Some(mut block) = self.open.take() else {
            return;
        };
        if block.kind == BlockKind::Code
            && let Some(last) = block.spans.last_mut()
        {
            last.text.truncate(last.text.trim_end().len());
        }
        self.document.blocks.push(block);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;
    use crate::manual::chapters;

    /// A block in one line: what it is, how deep, its marker and its text.
    fn line(block: &Block) -> String {
        let kind = match block.kind {
            BlockKind::Heading(level) => format!("h{level}"),
            BlockKind::Text if block.is_quote => "quote".to_owned(),
            BlockKind::Text => "text".to_owned(),
            BlockKind::Code => "code".to_owned(),
            BlockKind::Rule => "rule".to_owned(),
        };
        let marker = block.marker.as_deref().unwrap_or("");
        format!("{kind} {} {marker} {}", block.depth, block.text())
    }

    #[test]
    fn every_kind_of_block_is_read() {
        let text = "# A `b`\n\nOne\ntwo **three** *four*.\n\n- five\n- six\n  1. seven\n  2. eight\n\n     nine\n- ten\n\n\
                    > eleven\n\n---\n\n```toml\na = 1\n\nb = 2\n```\n\ntwelve";
        let blocks = Document::read(text).blocks;
        let lines: Vec<String> = blocks.iter().map(line).collect();
        assert_eq!(
            lines,
            [
                "h1 0  A b",
                "text 0  One two three four.",
                "text 1 • five",
                "text 1 • six",
                "text 2 1. seven",
                "text 2 2. eight",
                "text 2  nine",
                "text 1 • ten",
                "quote 0  eleven",
                "rule 0  ",
                "code 0  a = 1\n\nb = 2",
                "text 0  twelve",
            ]
        );
    }

    #[test]
    fn pieces_of_a_text_have_their_looks_and_links_their_destinations() {
        let text = "See [the **list**](20-lists.md) or `id` and [here](peildatum:help).";
        let blocks = Document::read(text).blocks;
        let block = &blocks[0];
        assert_eq!(block.links, ["20-lists.md", "peildatum:help"]);
        let looks: Vec<(&str, bool, bool, Option<usize>)> = block
            .spans
            .iter()
            .map(|span| {
                let look = span.look;
                (span.text.as_str(), look.strong, look.code, look.link)
            })
            .collect();
        assert_eq!(
            looks,
            [
                ("See ", false, false, None),
                ("the ", false, false, Some(0)),
                ("list", true, false, Some(0)),
                (" or ", false, false, None),
                ("id", false, true, None),
                (" and ", false, false, None),
                ("here", false, false, Some(1)),
                (".", false, false, None),
            ]
        );
    }

    #[test]
    fn of_the_manual_no_letter_and_no_heading_is_lost() {
        let letters = |text: &str| {
            text.chars()
                .filter(|letter| !letter.is_whitespace())
                .collect::<String>()
        };
        for language in Language::ALL {
            for chapter in chapters(language) {
                let blocks = Document::read(&chapter.text).blocks;
                let headings = blocks.iter();
                let headings = headings.filter(|block| matches!(block.kind, BlockKind::Heading(_)));
                let headings: Vec<String> = headings.map(Block::text).collect();
                let sections = chapter.sections.iter();
                let sections: Vec<&str> =
                    sections.map(|section| section.heading.as_str()).collect();
                assert_eq!(headings, sections, "{}", chapter.id);
                let shown: String = blocks.iter().map(|block| letters(&block.text())).collect();
                let written = Parser::new(&chapter.text).filter_map(|event| match event {
                    Event::Text(text) | Event::Code(text) => Some(letters(&text)),
                    _ => None,
                });
                assert_eq!(shown, written.collect::<String>(), "{}", chapter.id);
                assert!(!chapter.text.contains("\n|"), "{}: a table", chapter.id);
            }
        }
    }
}
