//! Finding things on a screen as a screen reader does: by role, by name, by what stands in them.

use egui::Rect;
use egui::accesskit::{Role, Toggled};
use egui_kittest::Node;
use egui_kittest::kittest::NodeT;

use super::support::Screen;

impl Screen {
    /// The name of what has the keyboard.
    pub fn focused(&self) -> Option<String> {
        self.nodes()
            .find(Node::is_focused)
            .and_then(|node| said(&node))
    }

    /// Every node of the screen.
    pub fn nodes(&self) -> impl Iterator<Item = Node<'_>> {
        self.harness
            .root()
            .children_recursive()
            .filter(|node| !node.accesskit_node().is_hidden())
    }

    /// Everything a screen reader would say on this screen.
    pub fn says(&self) -> Vec<String> {
        self.nodes().filter_map(|node| said(&node)).collect()
    }

    /// Whether exactly this is said.
    pub fn shows(&self, name: &str) -> bool {
        self.nodes()
            .any(|node| said(&node).as_deref() == Some(name))
    }

    /// Whether something is said in which this occurs.
    pub fn shows_part(&self, part: &str) -> bool {
        self.says().iter().any(|name| name.contains(part))
    }

    /// Stops the test unless exactly this is said.
    #[track_caller]
    pub fn expect(&self, name: &str) {
        assert!(self.shows(name), "{name:?} is not among {:#?}", self.says());
    }

    /// Stops the test unless something is said in which this occurs.
    #[track_caller]
    pub fn expect_part(&self, part: &str) {
        assert!(
            self.shows_part(part),
            "{part:?} is nowhere in {:#?}",
            self.says()
        );
    }

    /// What can be pressed under this name.
    #[track_caller]
    pub fn find(&self, name: &str) -> Node<'_> {
        let mut found = self.all_named(name);
        assert!(found.len() < 2, "{name:?} is on the screen twice");
        let Some(node) = found.pop() else {
            panic!("{name:?} is not among {:#?}", self.says());
        };
        node
    }

    /// Everything that can be pressed under this name, in the order of the screen.
    pub fn all_named(&self, name: &str) -> Vec<Node<'_>> {
        self.nodes()
            .filter(|node| node.accesskit_node().role() != Role::Label)
            .filter(|node| said(node).as_deref() == Some(name))
            .collect()
    }

    /// The whole name of the one control that begins like this.
    #[track_caller]
    pub fn chooser(&self, begin: &str) -> String {
        let mut names = self.all(Role::Button).into_iter();
        let found = names.find(|name| name.starts_with(begin));
        found.unwrap_or_else(|| panic!("nothing begins with {begin:?}"))
    }

    /// What stands in the field with this name.
    #[track_caller]
    pub fn value(&self, name: &str) -> String {
        let mut found = self.all_named(name);
        // A column of the list beside a form may be called as a field of it.
        found.retain(|node| node.accesskit_node().role() != Role::ColumnHeader);
        assert!(found.len() < 2, "{name:?} is on the screen twice");
        let field = found.pop().unwrap_or_else(|| self.find(name));
        field.value().unwrap_or_default()
    }

    /// The names of everything with this role, in the order of the screen.
    pub fn all(&self, role: Role) -> Vec<String> {
        self.nodes()
            .filter(|node| node.accesskit_node().role() == role)
            .filter_map(|node| said(&node))
            .collect()
    }

    /// The rows of the list, as they are said.
    pub fn rows(&self) -> Vec<String> {
        self.all(Role::Row)
    }

    /// The row that is selected.
    pub fn selected_row(&self) -> Option<String> {
        self.chosen(Role::Row)
    }

    /// What is chosen among everything with this role.
    pub fn chosen(&self, role: Role) -> Option<String> {
        self.nodes()
            .filter(|node| node.accesskit_node().role() == role)
            .find(selected)
            .and_then(|node| said(&node))
    }

    /// Whether what has this name is chosen.
    #[track_caller]
    pub fn is_chosen(&self, name: &str) -> bool {
        selected(&self.find(name))
    }

    /// Where something is said in which this occurs.
    #[track_caller]
    pub fn rect_of_part(&self, part: &str) -> Rect {
        let mut nodes = self.nodes();
        let found = nodes.find(|node| said(node).is_some_and(|said| said.contains(part)));
        let Some(node) = found else {
            panic!("{part:?} is nowhere in {:#?}", self.says());
        };
        node.rect()
    }

    /// What stands in fields in which nothing was typed.
    pub fn hints(&self) -> Vec<String> {
        let hint = |node: Node<'_>| {
            node.accesskit_node()
                .data()
                .placeholder()
                .map(str::to_owned)
        };
        self.nodes().filter_map(hint).collect()
    }
}

/// What a screen reader says of a node: its name, or for a plain text the text.
pub fn said(node: &Node<'_>) -> Option<String> {
    let node = node.accesskit_node();
    let said = match node.role() {
        Role::Label => node.value(),
        _ => node.label(),
    };
    said.filter(|said| !said.trim().is_empty())
}

fn selected(node: &Node<'_>) -> bool {
    let node = node.accesskit_node();
    node.is_selected() == Some(true) || node.toggled() == Some(Toggled::True)
}

/// The ids of every text of the screen.
pub fn texts() -> Vec<String> {
    let source = include_str!("../../assets/locales/nl.ftl");
    let entries = source.lines().filter_map(|line| line.split_once(" ="));
    entries
        .map(|(id, _)| id.to_owned())
        .filter(|id| !id.starts_with([' ', '#']))
        .collect()
}

/// Whether this screen is drawn dark.
pub fn is_dark(screen: &Screen) -> bool {
    screen.harness.ctx.theme() == egui::Theme::Dark
}
