//! A document as a page to print: one file, without a script and without anything from elsewhere.

use super::model::{Block, Document, Fact, Item};
use crate::report::markup::{escaped, printable};

/// How it looks: A4, quiet, readable in grey.
const STYLE: &str = include_str!("page.css");

/// The document as a page of HTML.
pub fn html(document: &Document) -> String {
    let code = document.language.code();
    let Document {
        kicker,
        title,
        subtitle,
        notice,
        ..
    } = document;
    let mut page = format!(
        "<!DOCTYPE html>\n<html lang=\"{code}\">\n<head>\n<meta charset=\"utf-8\"/>\n\
         <meta name=\"viewport\" content=\"width=device-width\"/>\n\
         <meta name=\"author\" content=\"{}\"/>\n<title>{}</title>\n<style>\n{STYLE}{}</style>\n</head>\n<body>\n<header>\n",
        escaped(&document.author),
        escaped(&format!("{kicker} · {title}")),
        page_foot(document),
    );
    tag(&mut page, "p class=\"kicker\"", kicker);
    tag(&mut page, "h1", title);
    tag(&mut page, "p class=\"subtitle\"", subtitle);
    page.push_str("</header>\n<main>\n");
    let class = match notice.warns {
        true => "p class=\"notice warns\"",
        false => "p class=\"notice\"",
    };
    tag(&mut page, class, &notice.text);
    write_blocks(&mut page, &document.blocks);
    page.push_str("</main>\n</body>\n</html>\n");
    page
}

/// The foot of every page: the margin boxes of CSS, which every browser prints that knows them.
fn page_foot(document: &Document) -> String {
    let page = document.language.text("paper-page");
    let of = document.language.text("paper-page-of");
    format!(
        "@page {{ @bottom-left {{ content: {}; }} @bottom-right {{ content: {} counter(page) {} counter(pages); }} }}\n",
        css_string(&document.footer),
        css_string(&format!("{page} ")),
        css_string(&format!(" {of} ")),
    )
}

fn write_blocks(page: &mut String, blocks: &[Block]) {
    for block in blocks {
        match block {
            Block::Heading { level, text } => tag(page, &format!("h{level}"), text),
            Block::Paragraph(text) => tag(page, "p", text),
            Block::Facts(facts) => write_facts(page, facts),
            Block::Item(item) => write_item(page, item),
            Block::Lines(count) => {
                for _ in 0..*count {
                    page.push_str("<div class=\"line\"></div>\n");
                }
            }
            Block::Together(blocks) => {
                page.push_str("<section>\n");
                write_blocks(page, blocks);
                page.push_str("</section>\n");
            }
        }
    }
}

fn write_item(page: &mut String, item: &Item) {
    page.push_str("<article>\n");
    let (when, what) = (escaped(&item.when), escaped(&item.what));
    page.push_str(&format!(
        "<h3><span class=\"when\">{when}</span> {what}</h3>\n"
    ));
    if let Some(by) = &item.by {
        tag(page, "p class=\"by\"", by);
    }
    write_facts(page, &item.facts);
    page.push_str("</article>\n");
}

fn write_facts(page: &mut String, facts: &[Fact]) {
    if facts.is_empty() {
        return;
    }
    page.push_str("<table>\n<tbody>\n");
    for fact in facts {
        let (label, value) = (escaped(&fact.label), escaped(&fact.value));
        let origin = fact.origin.as_ref().map(|origin| {
            let origin = escaped(origin);
            format!(" <span class=\"origin\">{origin}</span>")
        });
        page.push_str(&format!(
            "<tr><th scope=\"row\">{label}{}</th><td>{value}</td></tr>\n",
            origin.unwrap_or_default()
        ));
    }
    page.push_str("</tbody>\n</table>\n");
}

/// An element with a text in it; nothing where there is none.
fn tag(page: &mut String, open: &str, text: &str) {
    if !text.is_empty() {
        let close = open.split(' ').next().unwrap_or(open);
        page.push_str(&format!("<{open}>{}</{close}>\n", escaped(text)));
    }
}

/// A text as CSS takes it between quotation marks, of which only letters, digits and blanks stand as they are.
fn css_string(text: &str) -> String {
    let mut safe = String::from("\"");
    for letter in printable(text).chars() {
        match letter {
            ' ' => safe.push(' '),
            letter if letter.is_alphanumeric() => safe.push(letter),
            // The blank ends the number, and is no part of the text.
            letter => safe.push_str(&format!("\\{:x} ", u32::from(letter))),
        }
    }
    safe.push('"');
    safe
}
