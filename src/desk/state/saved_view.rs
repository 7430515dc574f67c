//! Reads a saved view. What its register no longer has is left out, and named.

use std::collections::BTreeSet;

use crate::desk::state::figure_spec::FigureSpec;
use crate::desk::state::list_spec::ListSpec;
use crate::language::Language;
use crate::register::Definition;
use crate::store::{View, ViewKind};

/// The content of a saved view.
#[derive(Clone, Debug, PartialEq)]
pub enum Content {
    /// The specification of a list.
    List(ListSpec),
    /// The specification of a figure.
    Figure(FigureSpec),
}

/// A saved view that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadView {
    /// Its content, without what the register no longer has.
    pub content: Content,
    /// The names of what was left out.
    pub missing: Vec<String>,
}

impl ReadView {
    /// Reads a view; none where its text cannot be read at all.
    pub fn of(view: &View, definition: &Definition, language: Language) -> Option<Self> {
        let (content, mut missing) = match view.kind {
            ViewKind::List => {
                let read: ListSpec = serde_json::from_str(&view.content).ok()?;
                let (fitting, missing) = read.fitting(definition, language);
                (Content::List(fitting), missing)
            }
            ViewKind::Figure => {
                let read: FigureSpec = serde_json::from_str(&view.content).ok()?;
                let (fitting, missing) = read.fitting(definition, language);
                (Content::Figure(fitting), missing)
            }
        };
        let mut named = BTreeSet::new();
        missing.retain(|what| named.insert(what.clone()));
        Some(Self { content, missing })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::desk::state::list_spec::Sort;
    use crate::figures::Slice;
    use crate::register::Registers;
    use crate::store::new_id;

    #[test]
    fn what_the_register_no_longer_has_is_left_out_and_named() {
        let registers = Registers::shipped().unwrap();
        let definition = registers.get("woonoverlast").unwrap();
        let spec = ListSpec {
            slice: Slice::whole().and("wijk", "meerzicht").and("kleur", "rood"),
            columns: vec!["nummer".to_owned(), "kleur".to_owned()],
            sort: Sort {
                by: "kleur".to_owned(),
                descending: false,
            },
            ..ListSpec::new(definition)
        };
        let view = |content: String| View {
            id: new_id(),
            kind: ViewKind::List,
            register: definition.id.clone(),
            name: "Maandag".to_owned(),
            owner: "anna".to_owned(),
            shared: false,
            saved: chrono::DateTime::UNIX_EPOCH,
            content,
        };
        let saved = view(serde_json::to_string(&spec).unwrap());
        let read = ReadView::of(&saved, definition, Language::Dutch).unwrap();
        assert_eq!(read.missing, ["kleur"]);
        let Content::List(spec) = read.content else {
            panic!("a list was saved");
        };
        assert_eq!(spec.columns, ["nummer"]);
        assert_eq!(spec.slice, Slice::whole().and("wijk", "meerzicht"));
        assert_eq!(spec.sort, ListSpec::new(definition).sort);
        let broken = view("{".to_owned());
        assert_eq!(ReadView::of(&broken, definition, Language::Dutch), None);
    }
}
