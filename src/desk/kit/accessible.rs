//! What the accessibility tree says beyond the role and name that every control has: headings, landmarks, the order of
//! reading, cells of tables, options of list boxes.
//!
//! egui makes a node for every control, below that of the [`Ui`] it is drawn in. Screen readers and tests read that tree.

use egui::accesskit::{Node, Role};
use egui::{
    AsIdSalt, Context, Id, Rect, Response, Sense, Ui, UiBuilder, WidgetInfo, accesskit_root_id,
};

/// How deep a heading stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    /// The title of the page, of which there is one: level 1.
    Page,
    /// The title of a card on it, or of what a dialog shows: level 2.
    Card,
    /// The title of a section of that: level 3.
    Section,
    /// What is titled within a section: level 4.
    Subsection,
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

/// A part of what is painted by hand, such as a row or a cell of a table. What is put in it lies below it in the
/// accessibility tree.
pub fn part(ui: &mut Ui, salt: impl AsIdSalt, rect: Rect, role: Role) -> Ui {
    let part = UiBuilder::new()
        .id_salt(salt)
        .max_rect(rect)
        .accessibility_role(role);
    let part = ui.new_child(part);
    place(&part, rect);
    part
}

/// Where the part of the window that is drawn here stands, for what looks at the accessibility tree.
pub fn place(ui: &Ui, rect: Rect) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        node.set_bounds(egui::accesskit::Rect {
            x0: rect.min.x.into(),
            y0: rect.min.y.into(),
            x1: rect.max.x.into(),
            y1: rect.max.y.into(),
        });
    });
}

/// Puts cells below a row in the accessibility tree, each with its place, its text and a role: that of a cell or of a heading.
/// An empty cell is one too: a screen reader counts columns. The row paints the cells itself; they take neither the mouse nor
/// the keyboard from it.
pub fn name_cells<T: AsRef<str>>(
    ui: &mut Ui,
    row: &Response,
    role: Role,
    cells: &[Rect],
    texts: impl IntoIterator<Item = T>,
) {
    let below = UiBuilder::new()
        .max_rect(row.rect)
        .accessibility_parent(row.id);
    let inside = ui.new_child(below);
    for (column, (rect, text)) in cells.iter().zip(texts).enumerate() {
        let cell = inside.interact(*rect, row.id.with(("cell", column)), Sense::empty());
        cell.widget_info(|| WidgetInfo::labeled(role, true, text.as_ref()));
        inside.ctx().accesskit_node_builder(cell.id, |node| {
            node.set_column_index(column);
        });
    }
}

/// What the control that was drawn says of itself in a sentence.
pub fn describe(response: &Response, sentence: &str) {
    response
        .ctx
        .accesskit_node_builder(response.id, |node| node.set_description(sentence));
}

/// The field that was drawn has to be filled in.
pub fn require(response: &Response) {
    response
        .ctx
        .accesskit_node_builder(response.id, Node::set_required);
}

/// The panel in which this is drawn gets a role among the landmarks of the window, and a name. Returns its id.
pub fn panel(ui: &Ui, role: Role, name: &str) -> Id {
    let mut around = ui.stack().iter();
    let panel = around.find(|around| around.is_panel_ui());
    let id = panel.map_or(ui.unique_id(), |panel| panel.unique_id);
    landmark(ui, id, role, name);
    id
}

/// What has this id, and was drawn in this part of the window before something else, is read after it.
pub fn read_last(ui: &Ui, id: Id) {
    ui.ctx().accesskit_node_builder(ui.unique_id(), |node| {
        let mut children = node.children().to_vec();
        children.retain(|child| *child != id.accesskit_id());
        children.push(id.accesskit_id());
        node.set_children(children);
    });
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

/// The window itself gets a name.
pub fn name_window(ctx: &Context, name: &str) {
    ctx.accesskit_node_builder(accesskit_root_id(), |node| node.set_label(name));
}
