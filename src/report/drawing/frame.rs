//! The frame of a chart over time, the scale of its axis, and names that are kept apart.

use super::shapes::{Area, Point};
use crate::report::unit::Unit;

/// The frame of a chart over time: its columns are the points of time, its height the numbers from the lowest to the highest.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Frame {
    /// Where it stands.
    pub area: Area,
    /// How many points of time there are.
    pub columns: usize,
    /// The number at its lower side; zero, or less where a number is.
    pub low: f64,
    /// The number at its upper side.
    pub high: f64,
}

impl Frame {
    /// The width of a point of time.
    pub fn step(&self) -> f32 {
        self.area.width / self.columns.max(1) as f32
    }

    /// The middle of a point of time.
    pub fn x(&self, column: usize) -> f32 {
        self.area.left + self.step() * (column as f32 + 0.5)
    }

    /// The height at which a number stands.
    pub fn y(&self, number: f64) -> f32 {
        let share = (number - self.low) / (self.high - self.low);
        self.area.bottom() - share as f32 * self.area.height
    }

    /// Where the number of a point of time stands.
    pub fn place(&self, column: usize, number: f64) -> Point {
        Point {
            x: self.x(column),
            y: self.y(number),
        }
    }
}

/// The numbers of an axis that holds these: zero and the multiples of one, two or five, or ten times that.
pub fn scale(low: f64, high: f64, unit: Unit) -> Vec<f64> {
    let least = if unit.places() == 0 { 1.0 } else { 0.01 };
    let span = high - low;
    let decade = 10f64.powf((span / 5.0).log10().floor());
    let steps = [1.0, 2.0, 5.0, 10.0].map(|step| (step * decade).max(least));
    let step = steps
        .into_iter()
        .find(|step| span / step <= 5.0)
        .unwrap_or(span);
    let (first, last) = ((low / step).floor() as i64, (high / step).ceil() as i64);
    (first..=last).map(|at| at as f64 * step).collect()
}

/// Where names stand that would rather stand at these heights: moved as little as keeps them this far apart and between
/// the top and the bottom, in their order.
pub fn apart(wanted: &[f32], distance: f32, top: f32, bottom: f32) -> Vec<f32> {
    let mut order: Vec<usize> = (0..wanted.len()).collect();
    order.sort_by(|one, other| wanted[*one].total_cmp(&wanted[*other]));
    let mut places = wanted.to_vec();
    let mut lowest = top;
    for at in &order {
        places[*at] = places[*at].max(lowest);
        lowest = places[*at] + distance;
    }
    let mut highest = bottom;
    for at in order.iter().rev() {
        places[*at] = places[*at].min(highest);
        highest = places[*at] - distance;
    }
    places
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn names_that_fit_stand_apart_in_the_order_of_their_lines(
            wanted in proptest::collection::vec(0.0f32..300.0, 1..16),
        ) {
            let places = apart(&wanted, 18.0, 0.0, 300.0);
            for (one, place) in places.iter().enumerate() {
                prop_assert!((-0.01..=300.01).contains(place));
                for (other, beside) in places.iter().enumerate().skip(one + 1) {
                    prop_assert!((place - beside).abs() >= 17.99);
                    if wanted[one] < wanted[other] {
                        prop_assert!(place < beside);
                    }
                }
            }
        }

        #[test]
        fn an_axis_holds_its_numbers_and_zero_in_a_few_round_steps(
            low in prop_oneof![Just(0.0), -500.0..0.0],
            high in 0.5..100_000.0,
        ) {
            let marks = scale(low, high, Unit::Count);
            prop_assert!(marks.contains(&0.0));
            prop_assert!(marks[0] <= low && marks[marks.len() - 1] >= high);
            prop_assert!((2..=8).contains(&marks.len()), "{marks:?}");
        }
    }

    #[test]
    fn zero_stands_at_the_foot_and_the_highest_number_at_the_top() {
        let area = Area {
            left: 10.0,
            top: 20.0,
            width: 100.0,
            height: 50.0,
        };
        let frame = Frame {
            area,
            columns: 4,
            low: 0.0,
            high: 8.0,
        };
        assert_eq!(frame.place(0, 0.0), Point { x: 22.5, y: 70.0 });
        assert_eq!(frame.place(3, 8.0), Point { x: 97.5, y: 20.0 });
    }
}
