//! The question by which a list is exported.

use crate::desk::list::case_list::CaseList;
use crate::desk::parts::case_cells::columns_of;
use crate::desk::state::list_spec::Scope;
use crate::figures::Columns;
use crate::language::Language;
use crate::register::Definition;
use crate::report::{ListQuestion, ListedCases};

impl CaseList {
    /// The list as it is exported: the selected cases, or else all of them, with its columns, groups and filters.
    pub fn question(
        &self,
        definition: &Definition,
        columns: &Columns,
        language: Language,
    ) -> ListQuestion {
        let spec = &self.spec;
        let listed = match &spec.scope {
            Scope::OfFigure(figure, name) => {
                ListedCases::OfFigure(figure.clone(), Some(name.clone()))
            }
            _ if !self.selection.is_empty() => ListedCases::Chosen,
            Scope::Running => ListedCases::Running,
            Scope::Finished => ListedCases::Finished,
            Scope::All => ListedCases::All,
        };
        let cases = self.selected_or_all_by_group(columns);
        let all = cases.iter().map(|(_, keys)| keys.len()).sum();
        ListQuestion {
            title: definition.label.text(language).to_owned(),
            listed,
            slice: spec.slice.clone(),
            list_filters: spec.filter.descriptions(definition, language),
            searched: !spec.filter.words.is_empty(),
            sharing: None,
            columns: columns_of(definition, &spec.columns, f32::INFINITY),
            group: spec.group.clone(),
            cases,
            all,
        }
    }
}
