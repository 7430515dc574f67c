//! The filters of a list on what is not counted: a chip for each one that is set, and menus that set it.

use chrono::NaiveDate;
use egui::{Id, Ui};

use crate::desk::kit::button::Button;
use crate::desk::kit::field::text_field;
use crate::desk::kit::fuzzy::matches_prefixes;
use crate::desk::parts::filter_chips::{filter_chip, options_ui, word_ui};
use crate::desk::parts::typed_date::typed_day;
use crate::desk::state::list_filter::{Begin, DueBy, ListFilter, Owner};
use crate::desk::state::vault::OpenVault;
use crate::language::{Explain, Language};
use crate::register::Definition;

/// The most colleagues that are offered as owner before a name is typed.
const MOST_OWNERS: usize = 12;

/// Draws the menus of the filters of a register.
pub struct FilterMenus<'a> {
    /// The open vault.
    pub vault: &'a OpenVault,
    /// The register.
    pub definition: &'a Definition,
    /// Today, to which the begin of a case is relative.
    pub today: NaiveDate,
    /// The language of the screen.
    pub language: Language,
}

/// Draws a chip for each filter that is set, which opens its menu and removes it.
pub fn filter_chips_ui(ui: &mut Ui, filter: &mut ListFilter, menus: &FilterMenus<'_>) {
    let language = menus.language;
    if let Some(owner) = filter.owner.clone() {
        let text = owner.label(language);
        let removed = filter_chip(ui, "owner", &text, language, |ui| {
            menus.owner_ui(ui, &mut filter.owner);
        });
        if removed {
            filter.owner = None;
        }
    }
    if let Some(due) = filter.due {
        let removed = filter_chip(ui, "due", &due.label(language), language, |ui| {
            menus.due_ui(ui, &mut filter.due);
        });
        if removed {
            filter.due = None;
        }
    }
    if let Some(begin) = filter.begin {
        let text = begin.chip_text(menus.definition, language);
        let removed = filter_chip(ui, "begin", &text, language, |ui| {
            menus.begin_ui(ui, &mut filter.begin);
        });
        if removed {
            filter.begin = None;
        }
    }
    if !filter.words.is_empty() {
        let words = [("words", filter.words.as_str().into())];
        let text = language.say("filter-words", &words);
        word_ui(ui, &language.text("filter-in-which"));
        let removed = filter_chip(ui, "words", &text, language, |ui| {
            let label = language.text("filter-words-label");
            let id = Id::unique("words of the filter");
            text_field(ui, id, &label, &mut filter.words, "", None, 260.0);
        });
        if removed {
            filter.words.clear();
        }
    }
}

impl FilterMenus<'_> {
    /// Draws the owners that can be chosen; nothing in a register whose cases have no owner. Where there are many, the
    /// others are found by the first letters of their names.
    pub fn owner_ui(&self, ui: &mut Ui, owner: &mut Option<Owner>) {
        if self.definition.work.owner.is_none() {
            return;
        }
        let names = self.vault.owners_in(&self.definition.id);
        let field = Id::unique("owner of the filter");
        let mut typed: String = ui.data(|data| data.get_temp(field)).unwrap_or_default();
        let searched = !typed.trim().is_empty();
        let most = if searched { names.len() } else { MOST_OWNERS };
        let fitting = names.iter().filter(|name| matches_prefixes(name, &typed));
        let named = fitting.take(most).map(|name| Owner::Of(name.clone()));
        let always = [Owner::Me, Owner::Nobody].into_iter();
        let mut all: Vec<Owner> = always.filter(|_| !searched).chain(named).collect();
        // Who is chosen can always be taken away.
        all.extend(
            owner
                .iter()
                .filter(|one| !all.contains(one))
                .cloned()
                .collect::<Vec<_>>(),
        );
        options_ui(ui, &self.language.text("filter-owner"), |ui| {
            for option in all {
                let label = option.label(self.language);
                let on = owner.as_ref() == Some(&option);
                if Button::new(&label).chip(ui, on).clicked() {
                    *owner = (!on).then_some(option);
                }
            }
        });
        if names.len() <= MOST_OWNERS {
            return;
        }
        let more = (names.len() - MOST_OWNERS) as i64;
        let label = self
            .language
            .say("filter-more-owners", &[("count", more.into())]);
        text_field(ui, field, &label, &mut typed, "", None, 260.0);
        ui.data_mut(|data| data.insert_temp(field, typed));
        ui.add_space(8.0);
    }

    /// Draws the choices for when the most urgent task of a case is due.
    pub fn due_ui(&self, ui: &mut Ui, due: &mut Option<DueBy>) {
        options_ui(ui, &self.language.text("filter-due"), |ui| {
            for option in DueBy::ALL {
                let on = *due == Some(option);
                let label = option.label(self.language);
                if Button::new(&label).chip(ui, on).clicked() {
                    *due = (!on).then_some(option);
                }
            }
        });
    }

    /// Draws the choices for when a case began: relative to today, or from one typed day to another.
    pub fn begin_ui(&self, ui: &mut Ui, begin: &mut Option<Begin>) {
        let name = self.definition.begin.label.text(self.language);
        options_ui(ui, name, |ui| {
            for option in Begin::OFFERED {
                let on = *begin == Some(option);
                let label = option.label(self.language);
                if Button::new(&label).chip(ui, on).clicked() {
                    *begin = (!on).then_some(option);
                }
            }
        });
        self.days_ui(ui, begin);
    }

    /// Draws two fields in which the first and the last day are typed. What is typed stays until another begin is chosen.
    fn days_ui(&self, ui: &mut Ui, begin: &mut Option<Begin>) {
        let (today, language) = (self.today, self.language);
        let id = Id::unique("days of the filter");
        let days = begin.map(|begin| begin.days(today));
        let shown = days.map(|(from, to)| [from, to].map(|day| language.date(day)));
        let mut typed: [String; 2] = ui
            .data(|data| data.get_temp::<(Option<Begin>, [String; 2])>(id))
            .filter(|(of, _)| of == begin)
            .map_or_else(|| shown.unwrap_or_default(), |(_, typed)| typed);
        let before = typed.clone();
        let hint = language.text("date-hint");
        ui.horizontal_top(|ui| {
            for (at, label) in ["begin-from", "begin-to"].into_iter().enumerate() {
                let fault = typed_day(&typed[at], today).err();
                let fault = fault.filter(|_| !typed[at].trim().is_empty());
                let fault = fault.map(|problem| problem.explain(language));
                let (field, label) = (id.with(at), language.text(label));
                let fault = fault.as_deref();
                text_field(ui, field, &label, &mut typed[at], &hint, fault, 126.0);
            }
        });
        ui.add_space(8.0);
        if typed != before {
            let read = [0, 1].map(|at| typed_day(&typed[at], today).ok());
            if let [Some(from), Some(to)] = read {
                *begin = Some(Begin::Between(from, to));
            }
        }
        ui.data_mut(|data| data.insert_temp(id, (*begin, typed)));
    }
}
