//! What the accessibility tree says beyond the role and name that every control has: headings, the order of reading, the
//! options of a list box.
//!
//! egui makes a node for every control, below that of the [`Ui`] it is drawn in. Screen readers and tests read that tree.

use egui::accesskit::Role;
use egui::{Id, Response, Ui};

/// How deep a heading stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The title of the page, of which there is one: level 1.
    Page,
}

/// A text that was drawn becomes a heading of this level, called by the text.
pub fn heading(response: &Response, text: &str, level: Level) {
    response.ctx.accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        // AccessKit counts levels from zero, where ARIA and screen readers begin at 1.
        node.set_level(level as usize);
        node.set_label(text);
        // Until now it was a label, which is named by its value.
        node.clear_value();
    });
}

/// What was drawn from right to left in this part of the window is read from left to right, as it stands there.
pub fn read_from_left(ui: &Ui) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        let mut children = node.children().to_vec();
        children.reverse();
        node.set_children(children);
    });
}

/// The control with this id becomes an option of the list box that it is drawn in.
pub fn list_box_option(ui: &Ui, id: Id, selected: bool) {
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(Role::ListBoxOption);
        node.clear_toggled();
        node.set_selected(selected);
    });
}

/// What the control that was drawn says of itself in a sentence.
pub fn describe(response: &Response, sentence: &str) {
    response
        .ctx
        .accesskit_node_builder(response.id, |node| node.set_description(sentence));
}

/// A part of the window that is no panel of egui gets a role among its landmarks, and a name.
pub fn region(ui: &Ui, role: Role, name: &str) {
    landmark(ui, ui.unique_id(), role, name);
}

fn landmark(ui: &Ui, id: Id, role: Role, name: &str) {
    ui.ctx().accesskit_node_builder(id, |node| {
        node.set_role(role);
        node.set_label(name);
    });
}
