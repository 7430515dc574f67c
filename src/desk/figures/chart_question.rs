//! The question of the chart beside a table: the parts of the same figure, or the same figure over time.

use crate::desk::backend::export_job::{ChartQuestion, FigureQuestion};
use crate::desk::state::figure_spec::{Against, ChartKind, FigureSpec};
use crate::desk::state::reference_date::ReferenceDate;
use crate::figures::{Columns, Figure, Measure, Period, Quantity, Step, Whole};
use crate::register::{STAND, day_number};
use crate::report::{SeriesQuestion, Shape, TableQuestion};

impl ChartKind {
    /// The shape it is drawn in.
    pub fn shape(self) -> Shape {
        match self {
            Self::Parts => Shape::Stacked,
            Self::Beside => Shape::Grouped,
            Self::Years => Shape::VerticalBars,
            Self::Lines => Shape::Lines,
            Self::Panels => Shape::Panels,
        }
    }

    /// Whether it shows several periods.
    pub fn is_over_time(self) -> bool {
        self.shape().is_over_time()
    }
}

impl FigureSpec {
    /// The question of the chart on this reference date.
    pub fn chart_question(
        &self,
        title: String,
        columns: &Columns,
        reference: ReferenceDate,
    ) -> ChartQuestion {
        let question = match self.chart.is_over_time() {
            false => FigureQuestion::Table(Box::new(self.parts_question(title, reference))),
            true => FigureQuestion::Series(Box::new(self.time_question(title, columns, reference))),
        };
        ChartQuestion {
            question,
            shape: self.chart.shape(),
        }
    }

    /// The part of the table that a chart can show: the first field of the rows, split by the first of the columns. Where
    /// another period stands beside it, the totals alone.
    fn parts_question(&self, title: String, reference: ReferenceDate) -> TableQuestion {
        let question = self.question(title, reference);
        let columns = &self.columns;
        let field = columns.iter().find(|id| *id != STAND);
        let split = field.or(columns.first());
        let split = split.filter(|_| self.against.is_none());
        TableQuestion {
            figure: Figure {
                rows: self.rows.first().cloned().into_iter().collect(),
                columns: split.cloned().into_iter().collect(),
                ..question.figure
            },
            subsets: Vec::new(),
            ..question
        }
    }

    /// The figure over the periods up to the reference date: by the first field of the rows, or, as bars, by whether a
    /// case still ran at the end.
    fn time_question(
        &self,
        title: String,
        columns: &Columns,
        reference: ReferenceDate,
    ) -> SeriesQuestion {
        let bars = self.chart == ChartKind::Years;
        let handled = self.measure == Measure::Handled && columns.definition().has_spells();
        let rows = match bars {
            true if handled && self.quantity == Quantity::Count => vec![STAND.to_owned()],
            true => Vec::new(),
            false => self.rows.first().cloned().into_iter().collect(),
        };
        SeriesQuestion {
            title,
            quantity: self.quantity.clone(),
            step: reference.step,
            shares: self.shares.filter(|_| !rows.is_empty()).map(|_| Whole::Row),
            year_before: self.against == Some(Against::YearBefore) && rows.is_empty() && !bars,
            figure: Figure {
                rows,
                columns: Vec::new(),
                period: days_over_time(columns, reference),
                ..self.figure(reference)
            },
        }
    }
}

/// The days that a chart over time shows: six years, eight quarters or twelve months up to the reference date, but no
/// further back than there are cases.
fn days_over_time(columns: &Columns, reference: ReferenceDate) -> Period {
    let back = match reference.step {
        Step::Year => 6,
        Step::Quarter => 8,
        Step::Month => 12,
    };
    let first = columns.first_day().unwrap_or(i32::MAX);
    let earlier = std::iter::successors(Some(reference), |at| Some(at.previous()));
    let known = earlier.take(back).filter(|at| day_number(at.date) >= first);
    let from = known.last().unwrap_or(reference).period().from;
    Period {
        from,
        to: reference.date,
    }
}
