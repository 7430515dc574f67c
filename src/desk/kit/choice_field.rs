//! Choosing by typing: one field of choices has the keyboard as a whole; arrows and first letters choose.

use std::collections::BTreeSet;

use egui::accesskit::Role;
use egui::{Event, EventFilter, Id, Key, Response, Sense, Ui, WidgetInfo};

use crate::desk::kit::button::Button;
use crate::desk::kit::theme;
use crate::desk::kit::widgets::focus_ring;

/// Something that can be chosen: its id and its label.
pub type Offered = (String, String);

/// A field of choices. Returns its response; `changed()` when something was chosen or taken back.
pub fn choice_ui(
    ui: &mut Ui,
    id: Id,
    label: &str,
    options: &[Offered],
    chosen: &mut BTreeSet<String>,
    several: bool,
) -> Response {
    let before = chosen.clone();
    let mut cursor: usize = ui.data(|data| data.get_temp(id)).unwrap_or_else(|| {
        options
            .iter()
            .position(|(option, _)| chosen.contains(option))
            .unwrap_or(0)
    });
    // What is remembered may be of a longer list: a choice that is no longer offered goes once it is left.
    cursor = cursor.min(options.len().saturating_sub(1));
    let focused = ui.memory(|memory| memory.has_focus(id));
    if focused {
        keyboard(ui, id, options, chosen, several, &mut cursor);
    }
    let mut clicked = false;
    let area = ui
        .horizontal_wrapped(|ui| {
            ui.spacing_mut().item_spacing = egui::vec2(6.0, 6.0);
            for (at, (option, text)) in options.iter().enumerate() {
                let response = chip(ui, text, label, chosen.contains(option));
                if focused && several && at == cursor {
                    ui.painter().hline(
                        response.rect.shrink(12.0).x_range(),
                        response.rect.bottom() - 4.0,
                        egui::Stroke::new(2.0, theme::Palette::of(ui).accent),
                    );
                }
                if response.clicked() {
                    cursor = at;
                    toggle(chosen, option, several);
                    clicked = true;
                }
            }
        })
        .response
        .rect;
    ui.data_mut(|data| data.insert_temp(id, cursor));
    let mut response = ui.interact(area, id, Sense::FOCUSABLE);
    // Only now: a click on a choice is a click beside the whole, and takes the keyboard from it.
    if clicked {
        response.request_focus();
    }
    let chosen_labels: Vec<&str> = options
        .iter()
        .filter(|(option, _)| chosen.contains(option))
        .map(|(_, text)| text.as_str())
        .collect();
    response.widget_info(|| {
        let mut info = WidgetInfo::labeled(Role::ListBox, true, label);
        info.current_text_value = Some(chosen_labels.join(", "));
        info
    });
    focus_ring(ui, &response, area, theme::RADIUS);
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
    let offered: Vec<Offered> = places
        .map(|(place, (_, text))| (place.to_string(), text.clone()))
        .collect();
    let place = options.iter().position(|(option, _)| option == chosen);
    let mut places: BTreeSet<String> = place.map(|place| place.to_string()).into_iter().collect();
    let response = choice_ui(ui, id, label, &offered, &mut places, false);
    // Taking the choice back leaves it as it was.
    let place = offered.iter().position(|(place, _)| places.contains(place));
    if let Some((option, _)) = place.and_then(|place| options.get(place)) {
        *chosen = *option;
    }
    response
}

fn chip(ui: &mut Ui, text: &str, label: &str, selected: bool) -> Response {
    Button::new(text)
        .name(format!("{label} {text}"))
        .unfocusable()
        .option(ui, selected)
}

fn toggle(chosen: &mut BTreeSet<String>, option: &str, several: bool) {
    let had = chosen.remove(option);
    if !several {
        chosen.clear();
    }
    if !had {
        chosen.insert(option.to_owned());
    }
}

/// Arrows move; in a single choice they choose. A first letter goes to the next choice that begins with it. Space takes
/// or leaves a choice; Backspace and Delete leave everything.
fn keyboard(
    ui: &Ui,
    id: Id,
    options: &[Offered],
    chosen: &mut BTreeSet<String>,
    several: bool,
    cursor: &mut usize,
) {
    let filter = EventFilter {
        horizontal_arrows: true,
        ..EventFilter::default()
    };
    ui.memory_mut(|memory| memory.set_focus_lock_filter(id, filter));
    if options.is_empty() {
        return;
    }
    let choose = |chosen: &mut BTreeSet<String>, at: usize| {
        if !several {
            chosen.clear();
            chosen.insert(options[at].0.clone());
        }
    };
    for event in ui.input(|input| input.events.clone()) {
        match event {
            Event::Key {
                key,
                pressed: true,
                modifiers,
                ..
            } if modifiers.is_none() => match key {
                Key::ArrowRight | Key::ArrowLeft => {
                    let nothing = chosen.is_empty() && !several;
                    let step = if key == Key::ArrowRight {
                        1
                    } else {
                        options.len() - 1
                    };
                    *cursor = if nothing {
                        *cursor
                    } else {
                        (*cursor + step) % options.len()
                    };
                    choose(chosen, *cursor);
                }
                Key::Space => toggle(chosen, &options[*cursor].0, several),
                Key::Backspace | Key::Delete => chosen.clear(),
                _ => {}
            },
            Event::Text(text) if text.trim() == text => {
                let begins = |at: &usize| {
                    options[*at]
                        .1
                        .to_lowercase()
                        .starts_with(&text.to_lowercase())
                };
                let fitting: Vec<usize> = (0..options.len()).filter(begins).collect();
                // A letter that was used goes on to the next choice that begins with it.
                let on = fitting
                    .iter()
                    .find(|at| **at > *cursor || chosen.is_empty());
                if let Some(at) = on.or(fitting.first()) {
                    *cursor = *at;
                    choose(chosen, *at);
                    if several && fitting.len() == 1 {
                        toggle(chosen, &options[*at].0, true);
                    }
                }
            }
            _ => {}
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
        let offered = |ids: &[&str]| -> Vec<Offered> {
            let pairs = ids.iter().map(|id| ((*id).to_owned(), (*id).to_owned()));
            pairs.collect()
        };
        let begin = (offered(&["a", "b", "c"]), BTreeSet::from(["c".to_owned()]));
        let mut dressed = false;
        let mut harness = Harness::new_ui_state(
            move |ui, (options, chosen): &mut (Vec<Offered>, BTreeSet<String>)| {
                // The letters are there from the next frame on.
                if !std::mem::replace(&mut dressed, true) {
                    theme::dress(ui);
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
