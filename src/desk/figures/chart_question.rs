//! What the chart beside a table asks of the register: the parts of the same figure, or the same figure over time.

use crate::desk::backend::export_job::{Drawn, Question};
use crate::desk::state::figure_spec::{Against, ChartKind, FigureSpec};
use crate::desk::state::reference_date::ReferenceDate;
use crate::figures::{Columns, Figure, Measure, Period, Quantity, Step, Whole};
use crate::register::{STAND, day_number};
use crate::report::{SeriesQuestion, Shape, TableQuestion};

impl ChartKind {
    /// How it is drawn.
    pub fn shape(self) -> Shape {
        match self {
            Self::Parts => Shape::Stacked,
            Self::Beside => Shape::Grouped,
            Self::Years => Shape::VerticalBars,
            Self::Lines => Shape::Lines,
            Self::Panels => Shape::Panels,
        }
    }

    /// Whether it goes back in time.
    pub fn is_over_time(self) -> bool {
        self.shape().is_over_time()
    }
}

impl FigureSpec {
    /// The chart on this reference date.
    pub fn drawn(&self, title: String, columns: &Columns, reference: ReferenceDate) -> Drawn {
        let question = match self.chart.is_over_time() {
            false => Question::Table(Box::new(self.parts_question(title, reference))),
            true => Question::Series(Box::new(self.time_question(title, columns, reference))),
        };
        Drawn {
            question,
            shape: self.chart.shape(),
        }
    }

    /// The first field of the rows, split by the first of the columns: what a chart can show of a table. Beside another
    /// period stand the totals alone.
    fn parts_question(&self, title: String, reference: ReferenceDate) -> TableQuestion {
        let question = self.question(title, reference);
        let columns = &self.columns;
        let telling = columns.iter().find(|id| *id != STAND);
        let split = telling.or(columns.first());
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

    /// The same up to the reference date: by the first field of the rows, or, as bars, by what still ran at the end.
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
                period: going_back(columns, reference),
                ..self.figure(reference)
            },
        }
    }
}

/// From the first day that a chart shows to the reference date: some periods back, and no further than there are cases.
fn going_back(columns: &Columns, reference: ReferenceDate) -> Period {
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
