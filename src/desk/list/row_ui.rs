//! Draws one row of a list: a case, or the heading of a group.

use std::ops::Range;

use chrono::{NaiveDate, NaiveDateTime};
use egui::accesskit::Role;
use egui::{CursorIcon, Id, Popup, Rect, Sense, Ui, WidgetInfo, pos2};

use crate::desk::command::Command;
use crate::desk::kit::choice_option::paint_box;
use crate::desk::kit::icons;
use crate::desk::kit::menu::{MenuKeys, set_menu_width};
use crate::desk::kit::table::{Row, Rows};
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{TextPiece, paint_behind, paint_left, paint_row};
use crate::desk::list::case_list::CaseList;
use crate::desk::list::lines::{Heading, Line};
use crate::desk::list::two_lines::TwoLines;
use crate::desk::parts::case_cells::{CellText, content_width};
use crate::desk::parts::command_menu::{command_entries_ui, entries_of};
use crate::desk::parts::task_text::first_due;
use crate::desk::state::vault::OpenVault;
use crate::figures::{Columns, dimension_label, key_label};
use crate::language::Language;
use crate::register::{CaseFile, CaseKey, Definition};
use crate::report::CaseColumn;

/// The rows of a list, for the table that draws them.
pub struct ListRows<'a> {
    /// The list.
    pub list: &'a CaseList,
    /// The vault, of which the cases in view are requested.
    pub vault: &'a mut OpenVault,
    /// The columns of the register.
    pub columns: &'a Columns,
    /// The register.
    pub definition: &'a Definition,
    /// The language of the screen.
    pub language: Language,
    /// The columns of the table, but for that of the selection.
    pub shown: &'a [CaseColumn],
    /// Whether a case stands on two lines.
    pub two_lines: bool,
    /// The present moment.
    pub now: NaiveDateTime,
    /// The case whose box was clicked.
    pub chosen: Option<CaseKey>,
    /// How wide what was drawn in each column is, in points.
    pub widths: Vec<f32>,
    /// The case of which the menu was opened, and the command that was chosen there.
    pub menu: Option<(CaseKey, Option<Command>)>,
}

impl Rows for ListRows<'_> {
    fn count(&self) -> usize {
        self.list.lines.len()
    }

    fn prepare(&mut self, rows: Range<usize>) {
        for key in rows.filter_map(|at| self.list.key(at, self.columns)) {
            self.vault.case(&self.definition.id, key);
        }
    }

    fn heading_of(&self, row: usize) -> Option<usize> {
        let heading = self.list.lines.heading_above(row)?;
        let (_, at) = self.list.lines.heading_of(&heading.key)?;
        Some(at)
    }

    fn row_ui(&mut self, ui: &mut Ui, row: &Row<'_>) {
        match self.list.lines.line(row.at) {
            Some(Line::Case(at)) => {
                if let Some(key) = self.columns.key(at) {
                    self.case_ui(ui, row, key);
                }
            }
            Some(Line::Heading(place)) => {
                if let Some(heading) = self.list.lines.heading(place) {
                    self.heading_ui(ui, row, heading);
                }
            }
            None => {}
        }
    }
}

impl ListRows<'_> {
    /// Draws a case; a quiet bar in every column while it is on its way.
    fn case_ui(&mut self, ui: &mut Ui, row: &Row<'_>, key: CaseKey) {
        let in_selection = self.list.selection.contains(key);
        let is_open = self.list.selected == Some(key);
        let selected = is_open || in_selection;
        let bar = row.focused && is_open && self.list.heading.is_none();
        paint_row(ui, row.rect, selected, bar, row.response.hovered());
        let case = self.vault.case(&self.definition.id, key);
        let case = case.as_deref();
        let due = |case| first_due(self.vault, self.definition, case, self.now, self.language);
        let text = CellText {
            case,
            due: case.and_then(due),
            last_contact: self.last_contact(key),
            today: self.now.date(),
        };
        let shown = self.shown.iter();
        let texts = shown.map(|shown| shown.text(self.definition, &text, self.language));
        let texts: Vec<String> = texts.collect();
        let mark = in_selection.then(|| self.language.text("list-selected-one"));
        row.response.widget_info(|| {
            let known = texts.iter().filter(|text| !text.is_empty());
            let name: Vec<&str> = known.chain(&mark).map(String::as_str).collect();
            WidgetInfo::selected(Role::Row, true, selected, name.join(", "))
        });
        let mark = mark.unwrap_or_default();
        let Some((box_cell, cells)) = row.cells.split_first() else {
            return;
        };
        match case.filter(|_| self.two_lines) {
            Some(case) => {
                let two = TwoLines::of(self.definition, case, &text, self.shown, self.language);
                row.name_cells(ui, [&mark, &two.left(), &two.right()]);
                two.paint(ui, cells);
            }
            None => {
                row.name_cells(ui, std::iter::once(&mark).chain(&texts));
                self.cells_ui(ui, cells, &text, &texts);
            }
        }
        self.box_ui(ui, row, *box_cell, key, in_selection);
        if let Some(case) = case {
            self.menu_ui(row, case);
        }
    }

    fn last_contact(&self, key: CaseKey) -> Option<NaiveDate> {
        let days = self.vault.lookups.last_contacts(&self.definition.id)?;
        days.get(&key).copied()
    }

    /// Draws the columns of a case, and remembers how much room each would take.
    fn cells_ui(&mut self, ui: &mut Ui, cells: &[Rect], text: &CellText<'_>, texts: &[String]) {
        let seen = ui.clip_rect();
        for (at, (shown, cell)) in self.shown.iter().zip(cells).enumerate() {
            ui.set_clip_rect(seen.intersect(*cell));
            shown.paint(ui, *cell, self.definition, text, self.language);
            if let (Some(width), Some(text)) = (self.widths.get_mut(at), texts.get(at)) {
                *width = width.max(content_width(ui, shown, text));
            }
        }
        ui.set_clip_rect(seen);
    }

    /// Draws the box by which the mouse adds a case to the selection: where it is in it, and where the mouse is on its row.
    fn box_ui(&mut self, ui: &Ui, row: &Row<'_>, cell: Rect, key: CaseKey, selected: bool) {
        let id = row.response.id.with("box");
        let cell = cell.intersect(ui.clip_rect());
        let response = ui.interact(cell, id, Sense::CLICK);
        let name = self.language.text("list-choose");
        response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, selected, &name));
        if selected || row.response.hovered() || response.hovered() {
            let size = egui::Vec2::splat(18.0);
            let mark = Rect::from_center_size(cell.center(), size);
            paint_box(ui, mark, selected, response.hovered());
        }
        if response.on_hover_cursor(CursorIcon::PointingHand).clicked() {
            self.chosen = Some(key);
        }
    }

    /// Draws the menu of a case, which a click with the secondary button opens.
    fn menu_ui(&mut self, row: &Row<'_>, case: &CaseFile) {
        if row.response.secondary_clicked() {
            self.menu = Some((case.key, None));
        }
        let (definition, language) = (self.definition, self.language);
        let registers = &self.vault.registers;
        let menu = Popup::context_menu(row.response).accessible_name(&case.number);
        let chosen = menu.show(|ui| {
            ui.spacing_mut().item_spacing.y = 2.0;
            let commands = Command::of_case(definition, &case.state, self.now.date());
            set_menu_width(ui, &entries_of(&commands, registers, language));
            let mut keys = MenuKeys::default();
            let chosen = command_entries_ui(ui, commands, registers, language, &mut keys);
            keys.take(ui, Id::unique(("menu of a case", case.key.0)), true);
            if chosen.is_some() {
                ui.close();
            }
            chosen
        });
        if let Some(command) = chosen.and_then(|chosen| chosen.inner) {
            self.menu = Some((case.key, Some(command)));
        }
    }

    /// Draws the heading of a group.
    fn heading_ui(&self, ui: &Ui, row: &Row<'_>, heading: &Heading) {
        let palette = Palette::of(ui);
        let Some(by) = &self.list.spec.group else {
            return;
        };
        let here = self.list.heading.as_ref() == Some(&heading.key);
        ui.painter().rect_filled(row.rect, 0.0, palette.side);
        paint_row(ui, row.rect, here, row.focused, row.response.hovered());
        let label = key_label(self.definition, by, &heading.key, self.language);
        let count = self.language.count(heading.rows.len() as i64);
        let others = (heading.with_others > 0).then(|| {
            let count = [("count", (heading.with_others as i64).into())];
            self.language.say("group-with-others", &count)
        });
        let field = dimension_label(self.definition, by, self.language);
        row.response.widget_info(|| {
            let texts = [Some(format!("{field} {label}")), Some(count.clone())];
            let texts = texts.into_iter().chain([others.clone()]).flatten();
            let spoken = texts.collect::<Vec<_>>().join(", ");
            WidgetInfo::selected(Role::Heading, true, here, spoken)
        });
        ui.ctx().accesskit_node_builder(row.response.id, |node| {
            node.set_expanded(heading.open);
        });
        // In view however far the columns went sideways.
        let seen = ui.clip_rect();
        let icon = if heading.open {
            icons::MORE
        } else {
            icons::NEXT
        };
        let piece = |text, font, colour| TextPiece { text, font, colour };
        let pieces = [
            piece(icon, theme::icon(), palette.mute),
            piece(&label, theme::strong(), palette.ink),
            piece(&count, theme::body(), palette.mute),
        ];
        let at = pos2(seen.left() + 8.0, row.rect.center().y);
        let end = paint_behind(ui, at, 8.0, &pieces);
        if let Some(others) = others {
            let rest = Rect::from_x_y_ranges(end + 8.0..=seen.right(), row.rect.y_range());
            paint_left(ui, rest, &others, theme::label(), palette.mute);
        }
    }
}
