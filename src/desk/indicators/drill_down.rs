//! From a value of an indicator to the cases that it counts.

use crate::desk::state::model::Model;
use crate::desk::state::vault::OpenVault;
use crate::figures::{Basis, Figure, Period, YearFigure, counted_figure};
use crate::register::{Indicator, IndicatorPart};

/// The cases that a value counts.
#[derive(Clone)]
pub struct CountedCases {
    /// The register they are in.
    pub register: String,
    /// The figure that counts them.
    pub figure: Figure,
}

impl CountedCases {
    /// Of an indicator in a year, or of a part of it; none where what is shown is not counted.
    pub fn shown(
        vault: &OpenVault,
        indicator: &Indicator,
        figure: &YearFigure,
        part: Option<&IndicatorPart>,
    ) -> Option<Self> {
        let counted = figure.actual?.basis == Basis::Counted;
        let typed = part.is_some_and(|part| figure.typed.parts.contains_key(&part.choice.id));
        let countable = part.is_none_or(|part| !part.filters.is_empty());
        if !counted || typed || !countable {
            return None;
        }
        Self::counted(vault, indicator, figure.year, part)
    }

    /// Of an indicator in a year, whatever is typed for it; none where it is not counted by cases.
    pub fn counted(
        vault: &OpenVault,
        indicator: &Indicator,
        year: i32,
        part: Option<&IndicatorPart>,
    ) -> Option<Self> {
        let counts = indicator.counts.as_ref()?;
        let definition = vault.definition(&counts.register)?;
        let figure = counted_figure(&definition, counts, part, Period::year(year)?).ok()?;
        Some(Self {
            register: counts.register.clone(),
            figure,
        })
    }

    /// Lists them under this name.
    pub fn list(self, name: String, model: &mut Model) {
        model.open_cases_of_figure(self.register, self.figure, name);
    }
}
