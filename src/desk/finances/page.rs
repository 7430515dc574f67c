//! The screen of the finances: the file that is checked, what was found in it, and its amounts as tables.

use std::path::{Path, PathBuf};

use egui::{Id, Margin, ScrollArea, Ui};

use crate::desk::backend::protocol::Request;
use crate::desk::command::Command;
use crate::desk::finances::checked::Checked;
use crate::desk::finances::table::table_ui;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{Tone, card, empty, label_ui, notice, paragraph, tag, tag_size};
use crate::desk::parts::table_field::TableField;
use crate::desk::state::model::Model;
use crate::desk::state::pending::Pending;
use crate::desk::state::route;
use crate::desk::state::vault::OpenVault;
use crate::exchange::Finances;
use crate::figures::{
    BudgetLine, BudgetTable, Finding, budget_tables, budget_years, check_finances,
};
use crate::language::{Explain, Language};

/// As many findings are shown.
const MOST_FINDINGS: usize = 200;
/// How much room the tag of a finding has before its sentence.
const FINDING: f32 = 74.0;

/// The screen of the finances.
#[derive(Default)]
pub struct FinancesPage {
    /// The file.
    pub file: TableField,
    checked: Option<Checked>,
    /// Whether the years stand beside each other, whichever document prints them.
    by_years: bool,
}

impl FinancesPage {
    /// A file was dropped on the window.
    pub fn dropped(&mut self, path: &Path, model: &mut Model) {
        self.file.set(path);
        self.check(model);
    }

    /// A file was read; it is dropped where another file is named meanwhile.
    pub fn on_checked(&mut self, path: PathBuf, finances: Finances) {
        if self.file.file().as_ref() == Some(&path) {
            self.checked = Some(Checked::new(path, finances));
        }
    }

    /// The amounts in the file are kept: they stand among what is kept from now on.
    pub fn on_kept(&mut self) {
        self.checked = None;
        self.file = TableField::default();
    }

    /// Asks to check the file that is named in the field, and when that is done to keep its amounts.
    pub fn check(&mut self, model: &mut Model) {
        let file = self.file.file();
        let checked = self.checked.as_ref();
        if let Some(checked) = checked.filter(|checked| file.as_ref() == Some(&checked.path)) {
            if checked.read > 0 && !model.is_busy() {
                let request = Request::KeepFinances(checked.path.clone());
                model.ask_for(Pending::KeepFinances, request);
            }
            return;
        }
        if let Some(path) = self.file.file().filter(|_| !model.is_busy()) {
            self.checked = None;
            model.message = None;
            model.ask_for(Pending::Finances, Request::CheckFinances(path));
        }
    }
}

/// The screen.
pub fn finances_ui(ui: &mut Ui, page: &mut FinancesPage, model: &mut Model) {
    let language = model.language;
    let keys = model.shortcut(&Command::Save);
    let usable = page.file.file().is_some() && !model.is_busy();
    let (title, subtitle) = (
        language.text("finances"),
        language.text("finances-subtitle"),
    );
    route::page_header(ui, &title, &subtitle, |ui| {
        let known = page.checked.as_ref().is_some_and(|it| it.read > 0);
        let (label, icon) = match known {
            true => ("finances-keep", icons::SAVE_AS),
            false => ("finances-check", icons::BALANCED),
        };
        let label = language.text(label);
        let button = Button::new(&label).icon(icon).enabled(usable);
        if button.shortcut(keys).primary(ui).clicked() {
            page.check(model);
        }
    });
    let scroll = ScrollArea::vertical().id_salt("finances");
    scroll.auto_shrink(false).show(ui, |ui| {
        ui.spacing_mut().item_spacing.y = 12.0;
        let width = ui.available_width() - 12.0;
        file_ui(ui, page, model, width);
        let file = page.file.file();
        let checked = page.checked.as_ref();
        match checked.filter(|checked| file.as_ref() == Some(&checked.path)) {
            Some(checked) => checked_ui(ui, checked, width, language),
            None if model.vault.as_ref().is_some_and(has_finances) => {
                kept_ui(ui, page, model, width);
            }
            None => {
                let next = language.text("finances-empty-next");
                empty(ui, icons::FINANCES, &language.text("finances-empty"), &next);
            }
        }
    });
}

/// Whether any amount is kept.
fn has_finances(vault: &OpenVault) -> bool {
    vault.finances.iter().any(|kept| !kept.lines.is_empty())
}

/// What is kept: document by document, or the years beside each other.
fn kept_ui(ui: &mut Ui, page: &mut FinancesPage, model: &Model, width: f32) {
    let language = model.language;
    let Some(vault) = &model.vault else { return };
    ui.horizontal_wrapped(|ui| {
        for (by_years, id) in [(false, "finances-by-document"), (true, "finances-by-years")] {
            let label = language.text(id);
            if Button::new(&label)
                .chip(ui, page.by_years == by_years)
                .clicked()
            {
                page.by_years = by_years;
            }
        }
    });
    let kept = vault.finances.iter();
    let lines: Vec<BudgetLine> = kept.flat_map(|kept| kept.lines.clone()).collect();
    let (tables, otherwise) = match page.by_years {
        true => budget_years(&lines),
        false => {
            let checks = check_finances(&lines);
            (budget_tables(&lines, &checks), Vec::new())
        }
    };
    for note in &otherwise {
        notice(ui, icons::WARNING, &note.explain(language), Tone::Warn);
    }
    for table in &tables {
        card(ui, Margin::same(16), |ui| {
            ui.set_width(width - 34.0);
            head_ui(ui, table, language);
            table_ui(ui, table, language);
        });
    }
}

fn file_ui(ui: &mut Ui, page: &mut FinancesPage, model: &mut Model, width: f32) {
    let language = model.language;
    card(ui, Margin::same(16), |ui| {
        ui.set_width(width - 34.0);
        let id = Id::unique("finances file");
        if page.file.ui(ui, id, None, language) {
            page.check(model);
        }
        let stored = language.text("finances-not-stored");
        paragraph(ui, &stored, theme::label(), Palette::of(ui).mute);
    });
}

fn checked_ui(ui: &mut Ui, checked: &Checked, width: f32, language: Language) {
    card(ui, Margin::same(16), |ui| {
        ui.set_width(width - 34.0);
        findings_ui(ui, checked, language);
    });
    for table in &checked.tables {
        card(ui, Margin::same(16), |ui| {
            ui.set_width(width - 34.0);
            head_ui(ui, table, language);
            table_ui(ui, table, language);
        });
    }
}

/// What was found in one sentence, and each finding below it.
fn findings_ui(ui: &mut Ui, checked: &Checked, language: Language) {
    let palette = Palette::of(ui);
    let (icon, tone) = match checked.has_mistakes() {
        false => (icons::BALANCED, Tone::Ok),
        true => (icons::WARNING, Tone::Bad),
    };
    notice(ui, icon, &checked.summary(language), tone);
    for check in checked.findings.iter().take(MOST_FINDINGS) {
        let tone = match check.finding() {
            Finding::Right => Tone::Ok,
            Finding::Rounded => Tone::Warn,
            Finding::Wrong => Tone::Bad,
        };
        finding_ui(ui, &check.explain(language), tone);
    }
    more_ui(ui, checked.findings.len(), language);
    for problem in checked.problems.iter().take(MOST_FINDINGS) {
        finding_ui(ui, &problem.explain(language), Tone::Bad);
    }
    more_ui(ui, checked.problems.len(), language);
    if !checked.ignored.is_empty() {
        let columns = [("columns", checked.ignored.join(", ").into())];
        let text = language.say("import-ignored-columns", &columns);
        paragraph(ui, &text, theme::label(), palette.mute);
    }
}

/// How many more lines there are than are shown.
fn more_ui(ui: &mut Ui, count: usize, language: Language) {
    let rest = count.saturating_sub(MOST_FINDINGS) as i64;
    if rest > 0 {
        let text = language.say("figures-more", &[("count", rest.into())]);
        label_ui(ui, text, theme::label(), Palette::of(ui).mute);
    }
}

/// A finding: its first word as a tag, and the rest of the sentence.
fn finding_ui(ui: &mut Ui, sentence: &str, tone: Tone) {
    ui.horizontal_top(|ui| {
        let (word, rest) = sentence.split_once(": ").unwrap_or(("", sentence));
        let beside = (FINDING - tag_size(ui, word).x).max(0.0);
        tag(ui, word, tone);
        ui.add_space(beside);
        paragraph(ui, rest, theme::body(), Palette::of(ui).ink);
    });
}

/// Which document it is, how it is to be read, and whether all of it adds up.
fn head_ui(ui: &mut Ui, table: &BudgetTable, language: Language) {
    let palette = Palette::of(ui);
    ui.horizontal(|ui| {
        let title = match table.document.is_empty() {
            true => table.municipality.clone(),
            false => format!("{} · {}", table.municipality, table.document),
        };
        label_ui(ui, title, theme::heading(), palette.ink);
        let [rounded, wrong] = [Finding::Rounded, Finding::Wrong].map(|it| table.count(it));
        let (id, count, tone) = match (wrong, rounded) {
            (1.., _) => ("finances-wrong", wrong, Tone::Bad),
            (0, 1..) => ("finances-rounded", rounded, Tone::Warn),
            (0, 0) => ("finances-right", table.count(Finding::Right), Tone::Ok),
        };
        tag(ui, &language.say(id, &[("count", count.into())]), tone);
    });
    let convention = table.convention.in_words(language);
    paragraph(ui, &convention, theme::body(), palette.mute);
}
