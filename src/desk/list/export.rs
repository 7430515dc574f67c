//! A list as it is exported.

use crate::desk::list::case_list::CaseList;
use crate::desk::parts::case_cells::columns_of;
use crate::desk::state::list_spec::Scope;
use crate::figures::Columns;
use crate::language::Language;
use crate::register::Definition;
use crate::report::{ListQuestion, ListedCases};

impl CaseList {
    /// The list as it is exported: the cases that are chosen, or else all of them.
    pub fn question(
        &self,
        definition: &Definition,
        columns: &Columns,
        language: Language,
    ) -> ListQuestion {
        let spec = &self.spec;
        let which = match &spec.scope {
            Scope::Behind(figure, name) => {
                ListedCases::OfFigure(figure.clone(), Some(name.clone()))
            }
            _ if !self.selection.is_empty() => ListedCases::Chosen,
            Scope::Running => ListedCases::Running,
            Scope::Finished => ListedCases::Finished,
            Scope::All => ListedCases::All,
        };
        let cases = self.groups_meant(columns);
        let all = cases.iter().map(|(_, keys)| keys.len()).sum();
        ListQuestion {
            title: definition.label.text(language).to_owned(),
            listed: which,
            slice: spec.slice.clone(),
            list_filters: spec.narrowed.said(definition, language),
            columns: columns_of(definition, &spec.columns, f32::INFINITY),
            group: spec.group.clone(),
            cases,
            all,
        }
    }
}
