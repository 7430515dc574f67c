//! The address of a case in its form, and the district that follows from it.

use std::collections::BTreeSet;

use egui::{Key, Ui, vec2};

use crate::desk::form::field_ids::part_id;
use crate::desk::form::field_rows::follows_postcode;
use crate::desk::form::fields::FieldContext;
use crate::desk::kit::button::Button;
use crate::desk::kit::choice_field::{ChoiceField, ChoiceOption, options_in_line_ui};
use crate::desk::kit::density;
use crate::desk::kit::field::FieldLabel;
use crate::desk::kit::icons;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{focus_ring_at, label_ui, paragraph};
use crate::language::letters::lower;
use crate::register::{Address, AddressPart, Choice, Field, FieldKind};

/// How high the line of the district is, in points.
const LINE: f32 = 28.0;

impl FieldContext<'_> {
    /// The parts of an address on one line. From a number that was just typed the keyboard goes to what the caller tells:
    /// the street and the district follow from the address, or are come to from there with Shift and Tab.
    pub(super) fn address_ui(&mut self, ui: &mut Ui, field: &Field, all: &[&Field]) {
        let mut postcode_typed = false;
        let mut goes_on = false;
        let faults = self.hold_faults(field);
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = 12.0;
            for (name, part) in AddressPart::ALL {
                let (width, hint) = match part {
                    AddressPart::Postcode => (100.0, "1234 AB"),
                    AddressPart::Number => (96.0, ""),
                    AddressPart::Addition => (88.0, ""),
                    AddressPart::Street => (ui.available_width().max(120.0), ""),
                };
                let label = self.language.text(&format!("address-{name}"));
                let id = part_id(&field.id, name);
                let response = self.line_ui(ui, &id, &label, hint, width);
                postcode_typed |= part == AddressPart::Postcode && response.changed();
                let tab =
                    || ui.input(|input| input.key_pressed(Key::Tab) && !input.modifiers.shift);
                goes_on |= part == AddressPart::Number
                    && self.inputs.typed_in.as_ref() == Some(&id)
                    && response.lost_focus()
                    && tab();
            }
        });
        for (id, sentence) in faults {
            // One that was typed anew just now is asked again when it is stored.
            if let Some(held) = self.inputs.faults.get_mut(&id) {
                let bad = Palette::of(ui).bad.0;
                paragraph(ui, &sentence, theme::label(), bad);
                *held = sentence;
            }
        }
        if postcode_typed {
            self.inputs.suggest_district(all, self.today);
        }
        // Only where that comes next, and nothing else is asked in between.
        let after = all.iter().skip_while(|other| other.id != field.id).skip(1);
        let mut after = after.filter(|other| !follows_postcode(other, all));
        let told = after.next().filter(|next| next.kind == FieldKind::LongText);
        if let Some(told) = told.filter(|_| goes_on) {
            self.inputs.at = Some(told.id.clone());
            self.inputs.take_focus = true;
        }
    }

    /// Takes the sentences out of the faults of an address, which are too long for its narrow fields: they stand below all
    /// of them. The fields are still marked.
    fn hold_faults(&mut self, field: &Field) -> Vec<(String, String)> {
        let ids = AddressPart::ALL.map(|(name, _)| part_id(&field.id, name));
        let held = ids.into_iter().filter_map(|id| {
            let fault = self.inputs.faults.get_mut(&id)?;
            Some((id, std::mem::take(fault)))
        });
        held.collect()
    }

    /// The district on one line: once it is known, with where it came from; before that with the districts that the
    /// postcode may lie in. All of them are shown on request.
    pub(super) fn district_ui(&mut self, ui: &mut Ui, field: &Field, all: &[&Field]) {
        let label = field.label.text(self.language);
        let area = self.postcode_area(all);
        let within = self.inputs.municipality(field);
        let fits = |choice: &&Choice| {
            let area = area.as_ref();
            area.is_some_and(|area| choice.postcodes.contains(area))
                && choice.offered_on(self.today)
                && choice.lies_in(within)
        };
        let fitting: Vec<&Choice> = field.choices.iter().filter(fits).collect();
        let fitting: Vec<ChoiceOption> = fitting
            .into_iter()
            .map(|choice| ChoiceOption::new(&choice.id, choice.label.text(self.language)))
            .collect();
        let chosen = self.inputs.chosen.get(&field.id);
        let options = self.options(field);
        let is_chosen = |option: &&ChoiceOption| chosen.is_some_and(|ids| ids.contains(&option.id));
        let known = options.iter().find(is_chosen).cloned();
        let fault = self.inputs.faults.get(&field.id).cloned();
        if self.inputs.wide.contains(&field.id) || fault.is_some() {
            self.chosen_ui(ui, &field.id, label, &options, false);
            if known.is_some() && self.inputs.typed_in.as_ref() == Some(&field.id) {
                self.inputs.wide.remove(&field.id);
            }
            return;
        }
        let hint = self.district_hint(known.as_ref(), &fitting, area.as_deref());
        let named = self.inputs.label(&field.id, label);
        let mut all_wanted = false;
        let chooser = ChoiceField {
            id: self.id(&field.id),
            label,
            options: &options,
            several: false,
            menu: false,
        };
        let more = match known {
            Some(_) => "form-other-district",
            None => "form-choose-district",
        };
        let more = self.language.say(more, &[("field", lower(label).into())]);
        let chosen = self.inputs.chosen.entry(field.id.clone()).or_default();
        let response = chooser.show(ui, chosen, |ui, current, chosen| {
            let line = DistrictLine {
                named,
                known: known.as_ref(),
                hint: &hint,
                more: &more,
            };
            let (asked, clicked) = line.ui(ui, &chooser, &fitting, current, chosen);
            all_wanted = asked;
            clicked
        });
        if all_wanted {
            self.inputs.wide.insert(field.id.clone());
            self.inputs.at = Some(field.id.clone());
            self.inputs.take_focus = true;
        }
        self.follow(&field.id, &response);
    }

    /// The four digits of the postcode that is typed.
    fn postcode_area(&self, all: &[&Field]) -> Option<String> {
        let mut fields = all.iter();
        let address = fields.find(|field| field.kind == FieldKind::Address)?;
        let typed = Address {
            postcode: self
                .inputs
                .text(&part_id(&address.id, "postcode"))
                .to_owned(),
            ..Address::default()
        };
        typed.postcode_area().map(str::to_owned)
    }

    /// Where the district comes from, and which others it may be.
    fn district_hint(
        &self,
        known: Option<&ChoiceOption>,
        fitting: &[ChoiceOption],
        area: Option<&str>,
    ) -> String {
        let Some(area) = area else {
            return match known {
                Some(_) => String::new(),
                None => self.language.text("form-district-follows"),
            };
        };
        let others: Vec<&str> = fitting
            .iter()
            .filter(|option| known.is_none_or(|known| known.id != option.id))
            .map(|option| option.label.as_str())
            .collect();
        let id = match (known, fitting.len()) {
            (Some(known), _) if !fitting.contains(known) => return String::new(),
            (Some(_), 1) => "form-district-by-postcode",
            (Some(_), _) => "form-district-may-be",
            (None, 0) => "form-district-unknown",
            (None, _) => "form-district-which",
        };
        let arguments = [
            ("postcode", area.into()),
            ("other", others.join(", ").into()),
        ];
        self.language.say(id, &arguments)
    }
}

/// What stands on the line of a district.
struct DistrictLine<'a> {
    named: FieldLabel<'a>,
    known: Option<&'a ChoiceOption>,
    hint: &'a str,
    /// The words of the button that shows all of them.
    more: &'a str,
}

impl DistrictLine<'_> {
    /// Draws the line. Returns whether all districts are asked for, and which one was clicked.
    fn ui(
        &self,
        ui: &mut Ui,
        chooser: &ChoiceField<'_>,
        fitting: &[ChoiceOption],
        current: Option<usize>,
        chosen: &BTreeSet<String>,
    ) -> (bool, Option<usize>) {
        let palette = Palette::of(ui);
        let (mut asked, mut clicked) = (false, None);
        let width = ui.available_width();
        let row = ui.allocate_ui_with_layout(
            vec2(width, density::height(ui, LINE)),
            egui::Layout::left_to_right(egui::Align::Center),
            |ui| {
                ui.set_min_size(vec2(width, density::height(ui, LINE)));
                ui.spacing_mut().item_spacing.x = 8.0;
                ui.spacing_mut().interact_size.y = 0.0;
                label_ui(ui, icons::DISTRICT, theme::icon(), palette.mute);
                label_ui(ui, self.named.text, theme::body(), palette.ink);
                match self.known {
                    Some(known) => {
                        label_ui(ui, known.label.as_str(), theme::strong(), palette.ink);
                    }
                    None if !fitting.is_empty() => {
                        let few = ChoiceField {
                            options: fitting,
                            ..*chooser
                        };
                        let picked = options_in_line_ui(ui, &few, chosen);
                        let picked = picked.and_then(|at| fitting.get(at));
                        clicked = picked.and_then(|picked| {
                            let mut all = chooser.options.iter();
                            all.position(|option| option.id == picked.id)
                        });
                    }
                    None => {}
                }
                label_ui(ui, self.hint, theme::label(), palette.mute);
                let layout = egui::Layout::right_to_left(egui::Align::Center);
                ui.with_layout(layout, |ui| {
                    let button = Button::new(self.more).unfocusable();
                    asked = button.link(ui).clicked();
                });
            },
        );
        if current.is_some() {
            focus_ring_at(ui, row.response.rect, theme::RADIUS);
        }
        (asked, clicked)
    }
}
