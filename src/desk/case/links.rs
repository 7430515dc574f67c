//! What a case is tied to, and what else is known of its person, its address and its street.

use chrono::NaiveDate;
use egui::{Margin, Ui, vec2};

use crate::desk::backend::protocol::Request;
use crate::desk::kit::button::Button;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::label_ui;
use crate::desk::parts::case_text::{status_tag, title};
use crate::desk::state::action::Action;
use crate::desk::state::model::Model;
use crate::register::{CaseFile, CaseKey, Entry, Registers};
use crate::store::{Dossier, Link};

/// Which of the lists about a case are open.
#[derive(Default)]
pub struct Around {
    at_address: Unfolded,
    in_street: Unfolded,
}

/// Whether a list is open, and whether it ever was: that it was looked at is kept in the vault once.
#[derive(Default)]
struct Unfolded {
    open: bool,
    looked_up: bool,
}

/// What the user wants of a case that stands here.
pub enum LinkAction {
    /// To link the case on the screen to it.
    Link(Box<CaseFile>),
    /// To take a link back: the entry, the register it stands in, and how the other case is called.
    Unlink(Box<Entry>, String, String),
}

/// The cases this one is tied to, and those that may be about the same person.
pub fn ties_ui(ui: &mut Ui, model: &mut Model, dossier: &Dossier) -> Option<LinkAction> {
    let language = model.language;
    let mut wish = None;
    if !dossier.links.is_empty() {
        heading(ui, &language.text("ties-heading"));
        for tie in &dossier.links {
            wish = tie_ui(ui, model, tie).or(wish);
        }
    }
    let tied = |case: &&CaseFile| !dossier.links.iter().any(|tie| tie.case.id == case.id);
    let same: Vec<&CaseFile> = dossier.same_person.iter().filter(tied).collect();
    if !same.is_empty() {
        heading(ui, &language.text("ties-same-person"));
    }
    for case in same {
        let number = [("number", case.number.as_str().into())];
        let name = language.say("tie-to", &number);
        if case_row_ui(ui, model, case, Some((icons::LINK, &name))) {
            wish = Some(LinkAction::Link(Box::new(case.clone())));
        }
    }
    wish
}

fn tie_ui(ui: &mut Ui, model: &mut Model, tie: &Link) -> Option<LinkAction> {
    let language = model.language;
    let number = [("number", tie.case.number.as_str().into())];
    let name = language.say("tie-untie", &number);
    let untie = case_row_ui(ui, model, &tie.case, Some((icons::UNLINK, &name)));
    if let Some(note) = tie.entry.state.text("toelichting") {
        let palette = Palette::of(ui);
        ui.horizontal(|ui| {
            ui.add_space(38.0);
            label_ui(ui, note, theme::label(), palette.mute);
        });
    }
    untie.then(|| {
        let what = language.say("story-tied", &number);
        LinkAction::Unlink(Box::new(tie.entry.clone()), tie.home.clone(), what)
    })
}

/// Other cases at the address and in the street: how many there are, and on request which.
pub fn around_ui(ui: &mut Ui, model: &mut Model, dossier: &Dossier, around: &mut Around) {
    let today = model.clock.today();
    list_ui(
        ui,
        model,
        &dossier.at_address,
        "known-at-address",
        &mut around.at_address,
        today,
    );
    list_ui(
        ui,
        model,
        &dossier.in_street,
        "known-in-street",
        &mut around.in_street,
        today,
    );
}

fn list_ui(
    ui: &mut Ui,
    model: &mut Model,
    cases: &[CaseFile],
    text: &str,
    unfolded: &mut Unfolded,
    today: NaiveDate,
) {
    if cases.is_empty() {
        return;
    }
    let runs = |case: &&CaseFile| {
        let spells = model
            .vault
            .as_ref()
            .and_then(|vault| vault.definition(&case.register));
        spells.is_some_and(|definition| definition.has_spells()) && case.state.open_at_end_of(today)
    };
    let (running, over): (Vec<&CaseFile>, Vec<&CaseFile>) = cases.iter().partition(runs);
    let count = |cases: usize| i64::try_from(cases).unwrap_or_default();
    let counts = [
        ("count", count(cases.len()).into()),
        ("running", count(running.len()).into()),
    ];
    let label = model.language.say(text, &counts);
    let icon = if unfolded.open {
        icons::LESS
    } else {
        icons::MORE
    };
    // The words begin under those above them: a link has room around it that is not seen. A margin below nought leaves
    // what comes next where it was.
    let margin = Margin {
        left: -6,
        ..Margin::ZERO
    };
    let pressed = egui::Frame::new()
        .outer_margin(margin)
        .show(ui, |ui| Button::new(&label).after(icon).link(ui).clicked());
    if pressed.inner {
        unfolded.open = !unfolded.open;
        if unfolded.open && !std::mem::replace(&mut unfolded.looked_up, true) {
            let shown = cases.iter();
            let shown = shown.map(|case| (case.register.clone(), case.id.clone()));
            model.ask(Request::LogLookUp(shown.collect()));
        }
    }
    if unfolded.open {
        for case in running.into_iter().chain(over) {
            case_row_ui(ui, model, case, None);
        }
    }
}

fn heading(ui: &mut Ui, text: &str) {
    let palette = Palette::of(ui);
    ui.add_space(2.0);
    label_ui(ui, text, theme::label(), palette.mute);
}

/// Another case on one line, which opens it; and what else can be done with it. Returns whether that is wanted.
fn case_row_ui(
    ui: &mut Ui,
    model: &mut Model,
    case: &CaseFile,
    action: Option<(&str, &str)>,
) -> bool {
    let Some(registers) = model.vault.as_ref().map(|vault| vault.registers.clone()) else {
        return false;
    };
    let mut wanted = false;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing = vec2(4.0, 0.0);
        let width = ui.available_width();
        let room = if action.is_some() { 34.0 } else { 0.0 };
        if let Some(key) = row_ui(ui, model, case, &registers, width - room) {
            let (register, key) = key;
            model.actions.push(Action::OpenCase(register, key));
        }
        if let Some((icon, name)) = action {
            wanted = Button::new("")
                .icon(icon)
                .name(name)
                .link(ui)
                .on_hover_text(name)
                .clicked();
        }
    });
    wanted
}

fn row_ui(
    ui: &mut Ui,
    model: &Model,
    case: &CaseFile,
    registers: &Registers,
    width: f32,
) -> Option<(String, CaseKey)> {
    let definition = registers.get(&case.register)?;
    let (language, today) = (model.language, model.clock.today());
    let title = title(definition, case);
    let text = match title == case.number {
        true => title,
        false => format!("{}  ·  {title}", case.number),
    };
    let status = match definition.statuses.is_empty() && !definition.has_spells() {
        true => definition.label.text(language).to_owned(),
        false => status_tag(definition, &case.state, today, language).0,
    };
    let name = format!("{text}, {}, {status}", definition.label.text(language));
    let row = Button::new(&text)
        .icon(&definition.icon)
        .name(name)
        .width(width);
    let row = row.shortcut(Some(status)).secondary(ui);
    row.clicked().then(|| (case.register.clone(), case.key))
}
