//! A field of choices, chosen by typing: the field has the keyboard as a whole, and arrows and first letters choose.

use std::collections::BTreeSet;

use egui::accesskit::{Node, Role};
use egui::{Id, Response, Sense, Ui, UiBuilder, WidgetInfo, vec2};

pub use crate::desk::kit::choice::ChoiceOption;
use crate::desk::kit::choice_keys::Keys;
use crate::desk::kit::choice_option::{OptionLook, option_ui, width};
use crate::desk::kit::widgets::low_row;
use crate::language::folded;

/// Between options beside each other, in points.
const BETWEEN: f32 = 16.0;
/// In how many columns options stand at most.
const MOST_COLUMNS: usize = 4;

/// A field of choices, of which one can be chosen or `several`: all of them stand there, as boxes or as round ones. Returns
/// its response; it is `changed()` where something was chosen or taken back.
pub fn choice_ui(
    ui: &mut Ui,
    id: Id,
    label: &str,
    options: &[ChoiceOption],
    chosen: &mut BTreeSet<String>,
    several: bool,
) -> Response {
    let field = ChoiceField {
        id,
        label,
        options,
        several,
        menu: false,
    };
    field.show(ui, chosen, |ui, at, chosen| {
        options_ui(ui, &field, at, chosen)
    })
}

/// How wide the options of a field are beside each other, in points.
pub fn options_width(ui: &Ui, options: &[ChoiceOption]) -> f32 {
    let widths = options.iter().map(|option| width(ui, &option.label));
    let gaps = options.len().saturating_sub(1) as f32 * BETWEEN;
    widths.sum::<f32>() + gaps
}

/// A few options of a field behind each other in the line that is being drawn. Returns the one that was clicked.
pub fn options_in_line_ui(
    ui: &mut Ui,
    field: &ChoiceField<'_>,
    chosen: &BTreeSet<String>,
) -> Option<usize> {
    let mut clicked = None;
    for (at, option) in field.options.iter().enumerate() {
        let look = OptionLook {
            several: field.several,
            selected: chosen.contains(&option.id),
            current: false,
            letter: false,
        };
        let name = format!("{} {}", field.label, option.label);
        let response = option_ui(ui, &name, &option.label, &look, f32::INFINITY);
        if response.clicked() {
            clicked = Some(at);
        }
    }
    clicked
}

/// The options of a field in rows; boxes stand under each other. Returns the one that was clicked.
fn options_ui(
    ui: &mut Ui,
    field: &ChoiceField<'_>,
    current: Option<usize>,
    chosen: &BTreeSet<String>,
) -> Option<usize> {
    let room = ui.available_width();
    let fits = options_width(ui, field.options) <= room;
    let columns = columns(ui, field.options, room);
    let mut letters = BTreeSet::new();
    let mut option_ui = |ui: &mut Ui, at: usize, option: &ChoiceOption| {
        let first = folded(&option.label).chars().next();
        let look = OptionLook {
            several: field.several,
            selected: chosen.contains(&option.id),
            current: current == Some(at),
            letter: first.is_some_and(|letter| letters.insert(letter)),
        };
        let name = format!("{} {}", field.label, option.label);
        option_ui(ui, &name, &option.label, &look, room)
    };
    let mut clicked = None;
    let mut take = |response: &Response, at: usize| {
        if response.clicked() {
            clicked = Some(at);
        }
    };
    if fits || !field.several {
        ui.spacing_mut().interact_size.y = 0.0;
        let mut row = |ui: &mut Ui| {
            ui.spacing_mut().item_spacing = vec2(BETWEEN, 0.0);
            for (at, option) in field.options.iter().enumerate() {
                take(&option_ui(ui, at, option), at);
            }
        };
        match fits {
            true => ui.horizontal(row),
            false => ui.horizontal_wrapped(|ui| row(ui)),
        };
        return clicked;
    }
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        for (row, options) in field.options.chunks(columns.len()).enumerate() {
            low_row(ui, |ui| {
                ui.spacing_mut().item_spacing.x = 0.0;
                for (place, (option, column)) in options.iter().zip(&columns).enumerate() {
                    let at = row * columns.len() + place;
                    let response = option_ui(ui, at, option);
                    ui.add_space((column - response.rect.width()).max(0.0));
                    take(&response, at);
                }
            });
        }
    });
    clicked
}

/// How wide the columns are in which these options stand: as many as fit beside each other, each as wide as the widest
/// option in it, and what is left divided among them.
fn columns(ui: &Ui, options: &[ChoiceOption], room: f32) -> Vec<f32> {
    let widths: Vec<f32> = options
        .iter()
        .map(|option| width(ui, &option.label))
        .collect();
    for count in (2..=MOST_COLUMNS).rev() {
        let widest = |column: usize| {
            let of_column = widths.iter().skip(column).step_by(count);
            of_column.copied().fold(0.0, f32::max) + BETWEEN
        };
        let columns: Vec<f32> = (0..count).map(widest).collect();
        let left = room + BETWEEN - columns.iter().sum::<f32>();
        if left >= 0.0 {
            let more = left / count as f32;
            return columns.iter().map(|column| column + more).collect();
        }
    }
    vec![room]
}

/// A field of choices that has the keyboard as a whole, however it looks.
#[derive(Clone, Copy)]
pub struct ChoiceField<'a> {
    /// Its id, unique in the window.
    pub id: Id,
    /// Its accessible name.
    pub label: &'a str,
    /// What can be chosen.
    pub options: &'a [ChoiceOption],
    /// Whether several can be chosen.
    pub several: bool,
    /// Whether its options stand in a menu, which a click opens.
    pub menu: bool,
}

impl ChoiceField<'_> {
    /// Draws the field as `content` does, which is told on which option the keys are and what is chosen, and returns the
    /// option that was clicked.
    pub fn show(
        &self,
        ui: &mut Ui,
        chosen: &mut BTreeSet<String>,
        content: impl FnOnce(&mut Ui, Option<usize>, &BTreeSet<String>) -> Option<usize>,
    ) -> Response {
        let (id, label, options) = (self.id, self.label, self.options);
        let before = chosen.clone();
        let (cursor, letter) = cursor(ui, id, options, chosen);
        let mut keys = Keys {
            options,
            cursor,
            letter,
            chosen,
            several: self.several,
            menu: self.menu,
        };
        let focused = ui.memory(|memory| memory.has_focus(id));
        if focused {
            keys.take(ui, id);
        }
        // The field itself is the list box of which the choices are the options: it has its id, and takes its focus.
        let sense = match self.menu {
            true => Sense::click(),
            false => Sense::FOCUSABLE,
        };
        let list_box = UiBuilder::new()
            .scope_id(id)
            .sense(sense)
            .accessibility_role(Role::ListBox)
            .accessibility_label(label);
        let current = focused.then_some(keys.cursor);
        let field = ui.scope_builder(list_box, |ui| content(ui, current, keys.chosen));
        let clicked = field.inner;
        if let Some(at) = clicked {
            keys.cursor = at;
            keys.toggle(at);
        }
        let state = (keys.cursor, keys.letter);
        ui.data_mut(|data| data.insert_temp(id, state));
        let mut response = field.response;
        // Only now: a click on a choice is a click beside the field, and takes the keyboard from it.
        if clicked.is_some() {
            response.request_focus();
        }
        let labels = options.iter().filter(|option| chosen.contains(&option.id));
        let labels: Vec<&str> = labels.map(|option| option.label.as_str()).collect();
        response.widget_info(|| {
            let mut info = WidgetInfo::labeled(Role::ListBox, true, label);
            info.current_text_value = Some(labels.join(", "));
            info
        });
        if self.several {
            ui.ctx()
                .accesskit_node_builder(id, Node::set_multiselectable);
        }
        if *chosen != before {
            response.mark_changed();
        }
        response
    }
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

/// The option the keys are on, with the letter by which they came there: where they were, or else at what is chosen. What is
/// remembered may be of a longer list: a choice that is no longer offered disappears once it is left.
fn cursor(ui: &Ui, id: Id, options: &[ChoiceOption], chosen: &BTreeSet<String>) -> (usize, String) {
    let at_chosen = || {
        let mut ids = options.iter().map(|option| &option.id);
        ids.position(|id| chosen.contains(id)).unwrap_or(0)
    };
    let known: Option<(usize, String)> = ui.data(|data| data.get_temp(id));
    let (cursor, letter) = known.unwrap_or_else(|| (at_chosen(), String::new()));
    (cursor.min(options.len().saturating_sub(1)), letter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::kit::theme;
    use egui::Key;
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
