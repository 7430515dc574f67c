//! A field of choices, chosen by typing: the field has the keyboard as a whole, and arrows and first letters choose.

use std::collections::BTreeSet;

use egui::accesskit::{Node, Role};
use egui::{Event, EventFilter, Id, Key, Response, Sense, Stroke, Ui, UiBuilder, WidgetInfo, vec2};

use crate::desk::kit::button::Button;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::focus_ring;
use crate::language::folded;

/// Something that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChoiceOption {
    /// What is stored.
    pub id: String,
    /// What it is called on the screen.
    pub label: String,
}

impl ChoiceOption {
    /// An option with this id and label.
    pub fn new(id: impl Into<String>, label: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            label: label.into(),
        }
    }
}

/// A field of choices, of which one can be chosen or `several`. Returns its response; it is `changed()` where something was
/// chosen or taken back.
pub fn choice_ui(
    ui: &mut Ui,
    id: Id,
    label: &str,
    options: &[ChoiceOption],
    chosen: &mut BTreeSet<String>,
    several: bool,
) -> Response {
    let before = chosen.clone();
    let mut keys = Keys {
        options,
        cursor: cursor(ui, id, options, chosen),
        chosen,
        several,
    };
    let focused = ui.memory(|memory| memory.has_focus(id));
    if focused {
        keys.take(ui, id);
    }
    let mut clicked = false;
    // The field itself is the list box of which the choices are the options: it has its id, and takes its focus.
    let list_box = UiBuilder::new()
        .scope_id(id)
        .sense(Sense::FOCUSABLE)
        .accessibility_role(Role::ListBox)
        .accessibility_label(label);
    let field = ui.scope_builder(list_box, |ui| {
        ui.horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = vec2(6.0, 6.0);
            for (at, option) in options.iter().enumerate() {
                let response = option_ui(ui, label, option, keys.chosen.contains(&option.id));
                if focused && several && at == keys.cursor {
                    ui.painter().hline(
                        response.rect.shrink(12.0).x_range(),
                        response.rect.bottom() - 4.0,
                        Stroke::new(2.0, Palette::of(ui).accent),
                    );
                }
                if response.clicked() {
                    keys.cursor = at;
                    keys.toggle(at);
                    clicked = true;
                }
            }
        });
    });
    let cursor = keys.cursor;
    ui.data_mut(|data| data.insert_temp(id, cursor));
    let mut response = field.response;
    // Only now: a click on a choice is a click beside the field, and takes the keyboard from it.
    if clicked {
        response.request_focus();
    }
    let labels = options.iter().filter(|option| chosen.contains(&option.id));
    let labels: Vec<&str> = labels.map(|option| option.label.as_str()).collect();
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ListBox, true, label);
        info.current_text_value = Some(labels.join(", "));
        info
    });
    if several {
        ui.ctx()
            .accesskit_node_builder(id, Node::set_multiselectable);
    }
    focus_ring(ui, &response, response.rect, theme::RADIUS);
    if *chosen != before {
        response.mark_changed();
    }
    response
}

/// A field of choices of which exactly one is chosen, each with its label. Returns its response.
pub fn one_of_ui<T: Copy + PartialEq>(
    ui: &mut Ui,
    id: Id,
    label: &str,
    options: &[(T, String)],
    chosen: &mut T,
) -> Response {
    let places = options.iter().enumerate();
    let offered: Vec<ChoiceOption> = places
        .map(|(place, (_, text))| ChoiceOption::new(place.to_string(), text))
        .collect();
    let place = options.iter().position(|(option, _)| option == chosen);
    let mut ids: BTreeSet<String> = place.map(|place| place.to_string()).into_iter().collect();
    let response = choice_ui(ui, id, label, &offered, &mut ids, false);
    // Taking the choice back leaves it as it was.
    let place = offered.iter().position(|option| ids.contains(&option.id));
    if let Some((option, _)) = place.and_then(|place| options.get(place)) {
        *chosen = *option;
    }
    response
}

/// The option the keys are on: where they were, or else at what is chosen. What is remembered may be of a longer list: a
/// choice that is no longer offered disappears once it is left.
fn cursor(ui: &Ui, id: Id, options: &[ChoiceOption], chosen: &BTreeSet<String>) -> usize {
    let at_chosen = || {
        let mut ids = options.iter().map(|option| &option.id);
        ids.position(|id| chosen.contains(id)).unwrap_or(0)
    };
    let cursor: usize = ui.data(|data| data.get_temp(id)).unwrap_or_else(at_chosen);
    cursor.min(options.len().saturating_sub(1))
}

fn option_ui(ui: &mut Ui, field: &str, option: &ChoiceOption, selected: bool) -> Response {
    Button::new(&option.label)
        .name(format!("{field} {}", option.label))
        .unfocusable()
        .in_list_box()
        .option(ui, selected)
}

/// What the keys do in a field of choices.
struct Keys<'a> {
    options: &'a [ChoiceOption],
    chosen: &'a mut BTreeSet<String>,
    several: bool,
    /// The option they are on.
    cursor: usize,
}

impl Keys<'_> {
    /// Arrows move; in a field of one choice they choose. A first letter goes to the next choice that begins with it. The
    /// space bar chooses an option or takes it back; Backspace and Delete take everything back.
    fn take(&mut self, ui: &Ui, id: Id) {
        let filter = EventFilter {
            horizontal_arrows: true,
            ..EventFilter::default()
        };
        ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
        if self.options.is_empty() {
            return;
        }
        for event in ui.input(|input| input.events.clone()) {
            match event {
                Event::Key {
                    key,
                    pressed: true,
                    modifiers,
                    ..
                } if modifiers.is_none() => self.key(key),
                Event::Text(text) if text.trim() == text => self.letter(&text),
                _ => {}
            }
        }
    }

    fn key(&mut self, key: Key) {
        let count = self.options.len();
        match key {
            Key::ArrowRight => self.step(1),
            Key::ArrowLeft => self.step(count - 1),
            Key::Space => self.toggle(self.cursor),
            Key::Backspace | Key::Delete => self.chosen.clear(),
            _ => {}
        }
    }

    /// Goes on by as many options, and begins again behind the last one. Where nothing is chosen yet, the first arrow chooses
    /// the option it is on.
    fn step(&mut self, by: usize) {
        let nothing = self.chosen.is_empty() && !self.several;
        if !nothing {
            self.cursor = (self.cursor + by) % self.options.len();
        }
        self.choose(self.cursor);
    }

    fn letter(&mut self, text: &str) {
        let typed = folded(text);
        let begins = |at: &usize| folded(&self.options[*at].label).starts_with(&typed);
        let fitting: Vec<usize> = (0..self.options.len()).filter(begins).collect();
        // A letter that was used goes on to the next choice that begins with it.
        let next = fitting
            .iter()
            .find(|at| **at > self.cursor || self.chosen.is_empty());
        let Some(at) = next.or(fitting.first()).copied() else {
            return;
        };
        self.cursor = at;
        self.choose(at);
        if self.several && fitting.len() == 1 {
            self.toggle(at);
        }
    }

    /// In a field of one choice this one is chosen.
    fn choose(&mut self, at: usize) {
        if !self.several {
            self.chosen.clear();
            self.chosen.insert(self.options[at].id.clone());
        }
    }

    fn toggle(&mut self, at: usize) {
        let id = &self.options[at].id;
        let had = self.chosen.remove(id);
        if !self.several {
            self.chosen.clear();
        }
        if !had {
            self.chosen.insert(id.clone());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use egui_kittest::Harness;

    #[test]
    fn a_list_that_became_shorter_can_still_be_chosen_from() {
        let id = Id::unique("choices");
        let offered = |ids: &[&str]| -> Vec<ChoiceOption> {
            let options = ids.iter().map(|id| ChoiceOption::new(*id, *id));
            options.collect()
        };
        let begin = (offered(&["a", "b", "c"]), BTreeSet::from(["c".to_owned()]));
        let mut applied = false;
        let mut harness = Harness::new_ui_state(
            move |ui, (options, chosen): &mut (Vec<ChoiceOption>, BTreeSet<String>)| {
                // The fonts are there from the next frame on.
                if !std::mem::replace(&mut applied, true) {
                    theme::apply(ui);
                    return;
                }
                let response = choice_ui(ui, id, "Keuze", options, chosen, false);
                response.request_focus();
            },
            begin,
        );
        harness.run_steps(2);
        *harness.state_mut() = (offered(&["a"]), BTreeSet::new());
        harness.key_press(Key::Space);
        harness.run_steps(2);
        assert_eq!(harness.state().1, BTreeSet::from(["a".to_owned()]));
    }
}
