//! A document as a Word file: real headings, tables with labels, and the number of every page.

use std::io::{self, Cursor};

use chrono::SecondsFormat;
use docx_rs::{
    AlignmentType, BorderType, BreakType, Docx, Footer, HeightRule, LineSpacing, LineSpacingType,
    NumPages, PageMargin, PageNum, Paragraph, ParagraphBorder, ParagraphBorderPosition,
    ParagraphBorders, Run, RunFonts, Shading, ShdType, Style, StyleType, Tab, TabValueType, Table,
    TableCell, TableCellBorder, TableCellBorderPosition, TableCellBorders, TableCellMargins,
    TableLayoutType, TableRow, VAlignType, WidthType,
};

use super::model::{Block, Document, Fact, Item, Notice};
use crate::language::Language;
use crate::report::markup::{escaped, printable};

/// Millimetres in the unit of Word, a twentieth of a point.
const fn millimetres(count: usize) -> usize {
    count * 1440 * 10 / 254
}

/// A4 within its margins.
const WIDTH: usize = millimetres(170);
/// The column of the labels, and that of what is known.
const COLUMNS: [usize; 2] = [millimetres(57), millimetres(113)];

/// How far the lines to write on are apart.
const LINE_HEIGHT: f32 = 480.0;

const INK: &str = "17202B";
const MUTE: &str = "5A6675";
const ACCENT: &str = "0B5CAD";
const LINE: &str = "DFE4EA";
const WARNING: &str = "B3261E";

/// The document as a Word file.
///
/// # Errors
/// The archive cannot be made.
pub fn docx(document: &Document) -> io::Result<Vec<u8>> {
    let margin = i32::try_from(millimetres(20)).unwrap_or_default();
    let mut file = styles(Docx::new())
        .page_size(to_u32(millimetres(210)), to_u32(millimetres(297)))
        .page_margin(PageMargin {
            top: margin,
            left: margin,
            bottom: margin,
            right: margin,
            header: margin / 2,
            footer: margin / 2,
            gutter: 0,
        })
        .footer(footer(document));
    for paragraph in head(document) {
        file = file.add_paragraph(paragraph);
    }
    file = file.add_table(notice(&document.notice));
    for block in &document.blocks {
        file = written(file, block, false);
    }
    let mut parts = file.build();
    parts.doc_props.core = properties(document).into_bytes();
    parts.styles = in_language(parts.styles, document.language);
    let mut archive = Cursor::new(Vec::new());
    parts.pack(&mut archive).map_err(io::Error::other)?;
    Ok(archive.into_inner())
}

/// Word's own names for the styles, so that its navigation and a screen reader know what is a heading.
fn styles(file: Docx) -> Docx {
    let fonts = RunFonts::new()
        .ascii("Calibri")
        .hi_ansi("Calibri")
        .cs("Calibri");
    let style = |id: &str, name: &str, size: usize, before: u32, after: u32| {
        let spacing = LineSpacing::new().before(before).after(after);
        Style::new(id, StyleType::Paragraph)
            .name(name)
            .based_on("Normal")
            .next("Normal")
            .size(size)
            .line_spacing(spacing)
    };
    let heading = |level: usize, size: usize, before: u32| {
        let mut heading = style(
            &format!("Heading{level}"),
            &format!("heading {level}"),
            size,
            before,
            60,
        )
        .bold()
        .color(INK)
        .outline_lvl(level - 1);
        heading.paragraph_property = heading.paragraph_property.keep_next(true);
        heading
    };
    file.default_fonts(fonts)
        .default_size(20)
        .default_line_spacing(
            LineSpacing::new()
                .line_rule(LineSpacingType::Auto)
                .line(264),
        )
        .add_style(
            Style::new("Normal", StyleType::Paragraph)
                .name("Normal")
                .color(INK),
        )
        .add_style(heading(1, 38, 20))
        .add_style(heading(2, 25, 320))
        .add_style(heading(3, 20, 200))
        .add_style(style("Kicker", "Kicker", 18, 0, 0).bold().color(ACCENT))
        .add_style(style("Subtitle", "Subtitle", 20, 0, 160).color(MUTE))
        .add_style(style("Label", "Label", 20, 30, 30).color(MUTE))
        .add_style(style("Fact", "Fact", 20, 30, 30))
        .add_style(style("Small", "Small", 18, 0, 40).color(MUTE))
        .add_style(style("Footer", "footer", 16, 0, 0).color(MUTE))
}

fn head(document: &Document) -> Vec<Paragraph> {
    let rule = ParagraphBorders::with_empty().set(
        ParagraphBorder::new(ParagraphBorderPosition::Bottom)
            .val(BorderType::Single)
            .size(12)
            .space(6)
            .color(ACCENT),
    );
    let mut subtitle = styled("Subtitle", &document.subtitle);
    subtitle.property = subtitle.property.set_borders(rule);
    vec![
        styled("Kicker", &document.kicker),
        styled("Heading1", &document.title),
        subtitle,
    ]
}

/// A cell of its own, so that the text stands clear of the edge and within the margins.
fn notice(notice: &Notice) -> Table {
    let (fill, edge) = match notice.warns {
        true => ("FBE7E5", WARNING),
        false => ("EEF1F5", MUTE),
    };
    let mut run = in_lines(&notice.text);
    if notice.warns {
        run = run.bold().color("8C1D18");
    }
    let edge = TableCellBorder::new(TableCellBorderPosition::Left)
        .border_type(BorderType::Single)
        .size(24)
        .color(edge);
    let cell = TableCell::new()
        .width(WIDTH, WidthType::Dxa)
        .shading(Shading::new().shd_type(ShdType::Clear).fill(fill))
        .set_borders(TableCellBorders::with_empty().set(edge))
        .add_paragraph(Paragraph::new().style("Fact").add_run(run));
    table(vec![TableRow::new(vec![cell])], &[WIDTH])
        .margins(TableCellMargins::new().margin(60, 120, 60, 160))
}

/// Adds a piece of the document; `follows` keeps it on the page of what comes next.
fn written(file: Docx, block: &Block, follows: bool) -> Docx {
    match block {
        Block::Heading { level, text } => {
            file.add_paragraph(styled(&format!("Heading{level}"), text))
        }
        Block::Paragraph(text) => {
            file.add_paragraph(styled("Normal", text).keep_next(follows).keep_lines(true))
        }
        Block::Facts(facts) => with_facts(file, facts, follows),
        Block::Item(item) => with_item(file, item),
        Block::Lines(count) => lines(file, *count, follows),
        Block::Together(blocks) => {
            let last = blocks.len().saturating_sub(1);
            let blocks = blocks.iter().enumerate();
            blocks.fold(file, |file, (at, block)| {
                written(file, block, follows || at < last)
            })
        }
    }
}

fn with_item(file: Docx, item: &Item) -> Docx {
    let when = Run::new().add_text(printable(&item.when)).color(ACCENT);
    let what = Run::new().add_text(format!("  {}", printable(&item.what)));
    let heading = Paragraph::new()
        .style("Heading3")
        .add_run(when)
        .add_run(what);
    let mut file = file.add_paragraph(heading);
    if let Some(by) = &item.by {
        let follows = !item.facts.is_empty();
        file = file.add_paragraph(styled("Small", by).keep_next(follows));
    }
    with_facts(file, &item.facts, false)
}

fn with_facts(file: Docx, facts: &[Fact], follows: bool) -> Docx {
    if facts.is_empty() {
        return file;
    }
    let last = facts.len() - 1;
    let rows = facts.iter().enumerate().map(|(at, fact)| {
        let keep = follows || at < last;
        let mut label = in_lines(&fact.label);
        if fact.origin.is_some() {
            label = label.add_break(BreakType::TextWrapping);
        }
        let mut label = Paragraph::new().style("Label").add_run(label);
        if let Some(origin) = &fact.origin {
            let origin = Run::new().add_text(printable(origin)).size(16).bold();
            label = label.add_run(origin.color(WARNING));
        }
        let value = styled("Fact", &fact.value).keep_next(keep);
        TableRow::new(vec![
            cell(COLUMNS[0], LINE).add_paragraph(label.keep_next(keep)),
            cell(COLUMNS[1], LINE).add_paragraph(value),
        ])
        .cant_split()
    });
    file.add_table(table(rows.collect(), &COLUMNS))
}

fn cell(width: usize, line: &str) -> TableCell {
    let border = TableCellBorder::new(TableCellBorderPosition::Bottom)
        .border_type(BorderType::Single)
        .size(4)
        .color(line);
    TableCell::new()
        .width(width, WidthType::Dxa)
        .vertical_align(VAlignType::Top)
        .set_borders(TableCellBorders::with_empty().set(border))
}

/// Empty lines to write on.
fn lines(file: Docx, count: u8, follows: bool) -> Docx {
    let rows = (1..=count).map(|at| {
        let nothing = Paragraph::new().keep_next(follows || at < count);
        let cell = cell(WIDTH, MUTE).add_paragraph(nothing);
        TableRow::new(vec![cell])
            .row_height(LINE_HEIGHT)
            .height_rule(HeightRule::Exact)
            .cant_split()
    });
    file.add_table(table(rows.collect(), &[WIDTH]))
}

/// A table within the margins of the page, without lines of its own.
fn table(rows: Vec<TableRow>, columns: &[usize]) -> Table {
    Table::without_borders(rows)
        .set_grid(columns.to_vec())
        .layout(TableLayoutType::Fixed)
        .width(WIDTH, WidthType::Dxa)
        .margins(TableCellMargins::new().margin(20, 120, 20, 0))
}

fn footer(document: &Document) -> Footer {
    let language = document.language;
    let page = language.text("paper-page");
    let of = language.text("paper-page-of");
    let text = |text: String| Run::new().add_text(printable(&text));
    let paragraph = Paragraph::new()
        .style("Footer")
        .align(AlignmentType::Left)
        .add_tab(Tab::new().val(TabValueType::Right).pos(WIDTH))
        .add_run(text(document.footer.clone()).add_tab())
        .add_run(text(format!("{page} ")))
        .add_page_num(PageNum::new())
        .add_run(text(format!(" {of} ")))
        .add_num_pages(NumPages::new());
    Footer::new().add_paragraph(paragraph)
}

fn styled(style: &str, text: &str) -> Paragraph {
    Paragraph::new().style(style).add_run(in_lines(text))
}

/// A text with its lines as lines.
fn in_lines(text: &str) -> Run {
    let text = printable(text).replace('\t', " ");
    let lines = text.split('\n').enumerate();
    lines.fold(Run::new(), |run, (at, line)| {
        let run = match at {
            0 => run,
            _ => run.add_break(BreakType::TextWrapping),
        };
        run.add_text(line)
    })
}

/// The core properties, whole: the library leaves no way to the title and the language of a document.
fn properties(document: &Document) -> String {
    let made = document.made.to_rfc3339_opts(SecondsFormat::Secs, true);
    let author = escaped(&document.author);
    let title = escaped(&format!("{} · {}", document.kicker, document.title));
    let language = tag_of(document.language);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\
         <cp:coreProperties \
         xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" \
         xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:dcterms=\"http://purl.org/dc/terms/\" \
         xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">\
         <dc:title>{title}</dc:title><dc:creator>{author}</dc:creator>\
         <cp:lastModifiedBy>{author}</cp:lastModifiedBy><dc:language>{language}</dc:language>\
         <dcterms:created xsi:type=\"dcterms:W3CDTF\">{made}</dcterms:created>\
         <dcterms:modified xsi:type=\"dcterms:W3CDTF\">{made}</dcterms:modified>\
         </cp:coreProperties>"
    )
}

/// The styles with the language of the text among their defaults, where the library has no place for it either. Without
/// it Word checks the spelling in the language of the reader, and a screen reader speaks it.
fn in_language(styles: Vec<u8>, language: Language) -> Vec<u8> {
    let end = "</w:rPr></w:rPrDefault>";
    match String::from_utf8(styles) {
        Ok(styles) => {
            let language = format!("<w:lang w:val=\"{}\" />{end}", tag_of(language));
            styles.replacen(end, &language, 1).into_bytes()
        }
        Err(unread) => unread.into_bytes(),
    }
}

/// The language as Word names it.
fn tag_of(language: Language) -> &'static str {
    match language {
        Language::Dutch => "nl-NL",
        Language::English => "en-GB",
    }
}

fn to_u32(size: usize) -> u32 {
    u32::try_from(size).unwrap_or_default()
}
