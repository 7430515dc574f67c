//! The table of the list that is open: a row for each item, with how often it is used and whether it is offered.

use chrono::NaiveDate;
use egui::accesskit::Role;
use egui::{Align2, Id, Key, Ui, WidgetInfo};

use super::indicator_item;
use super::state::ManagePage;
use super::subjects;
use crate::desk::kit::density;
use crate::desk::kit::table::{BESIDE, Column, Gesture, Order, Row, Rows, Table};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, paint_cell, paint_row, paint_tag};
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::register::{Choice, Content, IndicatorSource, StandardText, Subject, find};

/// A row.
pub(super) struct Line {
    pub id: String,
    pub cells: Vec<String>,
    /// How many cases have it; none where that is not known, or means nothing.
    pub cases: Option<u64>,
    /// Why it is not offered, or not yet.
    pub tag: Option<(String, Tone)>,
    pub faint: bool,
}

/// A column: the id of the text above it, and how wide it is; the first takes the width that is left.
struct Head {
    text: &'static str,
    width: f32,
}

impl Head {
    fn column(&self, language: Language) -> Column {
        Column {
            id: self.text.to_owned(),
            label: language.text(self.text),
            width: self.width,
            order: Order::Never,
            fixed: false,
            icon: None,
            numbers: self.text == CASES,
        }
    }
}

const NAME: Head = Head {
    text: "manage-name",
    width: 0.0,
};

/// The id of the text above the column with how many cases have an item.
const CASES: &str = "manage-cases";

impl ManagePage {
    /// The rows of the list that is open.
    pub(super) fn lines(&self, subject: &Subject, model: &Model) -> Vec<Line> {
        let Some(vault) = &model.vault else {
            return Vec::new();
        };
        let (today, language) = (model.clock.today(), model.language);
        match vault.content(subject) {
            Some(Content::Choices(choices)) => {
                let line = |choice: &Choice| {
                    let label = choice.label.text(language);
                    let is_known = self.usage.contains_key(subject);
                    let names = [choice.id.as_str(), choice.label.nl.as_str()];
                    Line {
                        id: choice.id.clone(),
                        cells: vec![label.to_owned(), arrives_as(choice), days(choice, language)],
                        cases: is_known.then(|| self.cases_with(subject, names)),
                        tag: tag_of(choice, &choices, today, language),
                        faint: !choice.offered_on(today),
                    }
                };
                choices.iter().map(line).collect()
            }
            Some(Content::Texts(texts)) => {
                let definition = subjects::register_of(subject);
                let definition = definition.and_then(|id| vault.registers.get(id));
                let status = |id: &String| {
                    let status = definition.and_then(|definition| definition.status(id));
                    let label = status.map(|status| status.choice.label.text(language));
                    label.unwrap_or(id).to_owned()
                };
                let line = |text: &StandardText| Line {
                    id: text.id.clone(),
                    cells: vec![
                        text.label.text(language).to_owned(),
                        text.statuses
                            .iter()
                            .map(status)
                            .collect::<Vec<_>>()
                            .join(", "),
                    ],
                    cases: None,
                    tag: retired(text.retired, language),
                    faint: text.retired,
                };
                texts.iter().map(line).collect()
            }
            Some(Content::Indicators(all)) => {
                let (known, _, _) = vault.indicators();
                let line = |one: &IndicatorSource| Line {
                    id: one.id.clone(),
                    cells: indicator_item::cells(one, known.get(&one.id), language),
                    cases: None,
                    tag: retired(one.retired, language),
                    faint: one.retired,
                };
                all.iter().map(line).collect()
            }
            Some(Content::Definition(_)) | None => Vec::new(),
        }
    }

    /// The table of the list that is open.
    pub(super) fn table_ui(&mut self, ui: &mut Ui, subject: &Subject, model: &Model) {
        let language = model.language;
        let lines = self.lines(subject, model);
        let known = |id: &String| lines.iter().any(|line| line.id == *id);
        if !self.adding && !self.selected.as_ref().is_some_and(known) {
            self.selected = lines.first().map(|line| line.id.clone());
        }
        let selected = self.selected.as_ref().filter(|_| !self.adding);
        let cursor = selected.and_then(|id| lines.iter().position(|line| line.id == *id));
        let room = ui.available_width() - BESIDE;
        let dated = lines
            .iter()
            .any(|line| line.cells.get(2).is_some_and(|days| !days.is_empty()));
        let vault = model.vault.as_ref();
        let people = vault.is_some_and(|vault| subjects::is_people(&vault.registers, subject));
        let (heads, shown) = heads(subject, people, room, dated);
        let columns: Vec<Column> = heads.iter().map(|head| head.column(language)).collect();
        let vault = model.vault.as_ref();
        let name = vault.map_or_else(String::new, |vault| {
            subjects::full_label(&vault.registers, subject, language)
        });
        let arguments = [
            ("list", name.into()),
            ("count", (lines.len() as i64).into()),
        ];
        let table = Table {
            id: Id::unique("managed list"),
            name: &language.say("manage-list-name", &arguments),
            columns: &columns,
            cursor,
            take_focus: std::mem::take(&mut self.take_focus),
            row: density::height(ui, theme::ROW),
        };
        if let Some(cursor) = cursor.filter(|_| table.take_focus) {
            self.table.show(cursor);
        }
        let mut rows = Items {
            lines: &lines,
            shown: &shown,
            cursor,
            language,
        };
        let (whole, gesture) = table.show(ui, &mut self.table, &mut self.widths, &mut rows);
        match gesture {
            Some(Gesture::Clicked(to, _) | Gesture::Went { to, .. }) => {
                self.selected = lines.get(to).map(|line| line.id.clone());
                self.adding = false;
                self.fault = None;
            }
            Some(Gesture::Sideways { right }) => self.table.go_sideways(right),
            Some(Gesture::Sorted(_) | Gesture::Widened) | None => {}
        }
        let enter =
            |ui: &Ui| ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Enter));
        if whole.has_focus() && enter(ui) {
            self.edit_selected(model);
        }
    }
}

/// The columns for which there is room, and which cell stands in each.
fn heads(subject: &Subject, people: bool, room: f32, dated: bool) -> (Vec<Head>, Vec<Cell>) {
    let wide = |text, width| Head { text, width };
    let mut heads = vec![NAME];
    let mut shown = vec![Cell::Text(0)];
    match subject {
        Subject::Texts(_) => {
            heads.push(wide("manage-statuses", (room * 0.4).max(120.0)));
            shown.push(Cell::Text(1));
        }
        Subject::Indicators => {
            if room > 480.0 {
                heads.push(wide("manage-goal", (room * 0.34).min(280.0)));
                shown.push(Cell::Text(1));
            }
            if room > 360.0 {
                heads.push(wide("manage-measured", 130.0));
                shown.push(Cell::Text(2));
            }
        }
        _ => {
            if room > 560.0 && !people {
                heads.push(wide("manage-arrives-as", (room * 0.26).min(240.0)));
                shown.push(Cell::Text(1));
            }
            if room > 460.0 && dated {
                heads.push(wide("manage-days", 176.0));
                shown.push(Cell::Text(2));
            }
            heads.push(wide(CASES, 84.0));
            shown.push(Cell::Cases);
        }
    }
    let taken: f32 = heads.iter().map(|head| head.width).sum();
    heads[0].width = (room - taken).max(140.0);
    (heads, shown)
}

/// What stands in a column.
enum Cell {
    Text(usize),
    Cases,
}

struct Items<'a> {
    lines: &'a [Line],
    shown: &'a [Cell],
    cursor: Option<usize>,
    language: Language,
}

impl Rows for Items<'_> {
    fn count(&self) -> usize {
        self.lines.len()
    }

    fn row_ui(&mut self, ui: &mut Ui, row: &Row<'_>) {
        let Some(line) = self.lines.get(row.at) else {
            return;
        };
        let selected = self.cursor == Some(row.at);
        paint_row(ui, row.rect, selected, row.focused, row.response.hovered());
        let palette = Palette::of(ui);
        let texts: Vec<String> = self
            .shown
            .iter()
            .map(|cell| self.text(line, cell))
            .collect();
        for (at, (cell, rect)) in self.shown.iter().zip(row.cells).enumerate() {
            let align = match cell {
                Cell::Text(_) => Align2::LEFT_CENTER,
                Cell::Cases => Align2::RIGHT_CENTER,
            };
            let nothing = matches!(cell, Cell::Cases) && line.cases == Some(0);
            let colour = match at {
                _ if nothing => palette.faint,
                0 if line.faint => palette.mute,
                0 => palette.ink,
                _ if matches!(cell, Cell::Cases) => palette.ink,
                _ => palette.mute,
            };
            let mut room = *rect;
            if let Some((tag, tone)) = line.tag.as_ref().filter(|_| at == 0) {
                // The name keeps some room, and the tag ends in an ellipsis.
                let laid = ui
                    .painter()
                    .layout_no_wrap(tag.clone(), theme::label(), palette.ink);
                let wide = (laid.size().x + 24.0).min(rect.width() * 0.6);
                room.max.x -= wide;
                let clip = ui.clip_rect();
                ui.set_clip_rect(clip.intersect(*rect));
                paint_tag(ui, room.right_center(), tag, *tone);
                ui.set_clip_rect(clip);
            }
            paint_cell(ui, room, &texts[at], theme::body(), colour, align);
        }
        row.response.widget_info(|| {
            let tag = line.tag.iter().map(|(tag, _)| tag.clone());
            let cases = line.cases.map(|count| {
                let count = [("count", (count as i64).into())];
                self.language.say("manage-used-in", &count)
            });
            let cells = line.cells.iter().filter(|cell| !cell.is_empty()).cloned();
            let name: Vec<String> = cells.chain(cases).chain(tag).collect();
            WidgetInfo::selected(Role::Row, true, selected, name.join(", "))
        });
        row.name_cells(ui, texts);
    }
}

impl Items<'_> {
    /// What stands in a cell.
    fn text(&self, line: &Line, cell: &Cell) -> String {
        let text = match cell {
            Cell::Text(cell) => line.cells.get(*cell).cloned(),
            Cell::Cases => line.cases.map(|count| self.language.count(count as i64)),
        };
        text.unwrap_or_default()
    }
}

/// By which other names and postcodes a choice is known.
fn arrives_as(choice: &Choice) -> String {
    let pieces = [choice.postcodes.join(" "), choice.aliases.join("; ")];
    let pieces = pieces.into_iter().filter(|piece| !piece.is_empty());
    pieces.collect::<Vec<_>>().join(" · ")
}

fn days(choice: &Choice, language: Language) -> String {
    let day = |day: Option<NaiveDate>| day.map(|day| language.date(day));
    match (day(choice.from), day(choice.until)) {
        (None, None) => String::new(),
        (Some(from), None) => language.say("manage-from-on", &[("from", from.into())]),
        (None, Some(until)) => language.say("manage-up-to", &[("until", until.into())]),
        (Some(from), Some(until)) => format!("{from} – {until}"),
    }
}

fn retired(retired: bool, language: Language) -> Option<(String, Tone)> {
    retired.then(|| (language.text("manage-retired"), Tone::Quiet))
}

fn tag_of(
    choice: &Choice,
    all: &[Choice],
    today: NaiveDate,
    language: Language,
) -> Option<(String, Tone)> {
    if let Some(into) = &choice.replaced_by {
        let into = find(all, into).map_or(into.as_str(), |into| into.label.text(language));
        let text = language.say("manage-goes-on-as", &[("into", into.into())]);
        return Some((text, Tone::Accent));
    }
    let later = choice.from.filter(|from| *from > today);
    let later = later.map(|_| (language.text("manage-not-yet"), Tone::Warn));
    let past = choice.until.filter(|until| *until < today);
    let past = past.map(|_| (language.text("manage-past"), Tone::Quiet));
    retired(choice.retired, language).or(later).or(past)
}
