//! How far a table is scrolled: the index of the first row, and how much of it is out of view. A position in points would be
//! too coarse beyond some hundred thousand rows (an `f32` has 24 bits); an index is exact however many there are.

use std::ops::Range;

/// How far a table of rows of one height is scrolled.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Scroll {
    /// The first row that can be seen.
    top: usize,
    /// How many points of it are out of view above; less than a row.
    gone: f32,
}

/// How much there is to be seen, and in how much room.
#[derive(Clone, Copy, Debug)]
pub struct View {
    /// How many rows there are.
    pub rows: usize,
    /// How high the room for them is, in points.
    pub room: f32,
    /// How high a row is, in points.
    pub row: f32,
}

impl View {
    /// How many rows fit wholly.
    pub fn whole(self) -> usize {
        (self.room.max(0.0) / self.row) as usize
    }

    /// As far as it scrolls: the last row is just wholly in view at the bottom.
    fn end(self) -> Scroll {
        let whole = self.whole();
        let over = whole as f32 * self.row + self.row - self.room;
        match self.rows.checked_sub(whole) {
            None | Some(0) => Scroll::default(),
            // The rows fit to the point.
            Some(top) if over >= self.row => Scroll { top, gone: 0.0 },
            Some(top) => Scroll {
                top: top - 1,
                gone: over,
            },
        }
    }

    /// Whether there is more than can be seen.
    pub fn scrolls(self) -> bool {
        self.end() != Scroll::default()
    }
}

impl Scroll {
    /// Scrolls down by this many points, or up where they are negative.
    pub fn by(&mut self, points: f32, view: View) {
        let moved = self.gone + points;
        let rows = (moved / view.row).floor();
        let top = self.top.checked_add_signed(rows as isize);
        *self = match top {
            Some(top) => Self {
                top,
                gone: (moved - rows * view.row).clamp(0.0, view.row),
            },
            None => Self::default(),
        };
        self.keep_within(view);
    }

    /// Not further than the last row.
    pub fn keep_within(&mut self, view: View) {
        if self.gone >= view.row {
            *self = Self {
                top: self.top + 1,
                gone: 0.0,
            };
        }
        let end = view.end();
        if (self.top, self.gone) >= (end.top, end.gone) {
            *self = end;
        }
    }

    /// Brings a row wholly into view, and no further than that takes.
    pub fn show(&mut self, row: usize, view: View) {
        if row < self.top || (row == self.top && self.gone > 0.0) {
            *self = Self {
                top: row,
                gone: 0.0,
            };
        } else {
            let until = View {
                rows: row + 1,
                ..view
            };
            let lowest = until.end();
            if (self.top, self.gone) < (lowest.top, lowest.gone) {
                *self = lowest;
            }
        }
        self.keep_within(view);
    }

    /// The rows of which anything can be seen.
    pub fn seen(self, view: View) -> Range<usize> {
        let below = ((view.room.max(0.0) + self.gone) / view.row).ceil() as usize;
        self.top.min(view.rows)..(self.top + below).min(view.rows)
    }

    /// How many points below the upper edge of the view this row begins; negative where it begins above it.
    pub fn below(self, row: usize, view: View) -> f32 {
        let rows = row as i64 - self.top as i64;
        rows as f32 * view.row - self.gone
    }

    /// Which part of the whole way was scrolled, from 0 to 1.
    pub fn part(self, view: View) -> f64 {
        let way = view.end().rows(view);
        if way > 0.0 {
            self.rows(view) / way
        } else {
            0.0
        }
    }

    /// Scrolls to this part of the whole way, from 0 to 1.
    pub fn go_to(&mut self, part: f64, view: View) {
        let rows = part.clamp(0.0, 1.0) * view.end().rows(view);
        *self = Self {
            top: rows as usize,
            gone: rows.fract() as f32 * view.row,
        };
        if part >= 1.0 {
            *self = view.end();
        }
        self.keep_within(view);
    }

    fn rows(self, view: View) -> f64 {
        self.top as f64 + f64::from(self.gone / view.row)
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::desk::kit::theme::ROW;

    const MILLION: usize = 1_000_000;

    fn view() -> impl Strategy<Value = View> {
        (0..2 * MILLION, 0.0..2000.0_f32).prop_map(|(rows, room)| View {
            rows,
            room,
            row: ROW,
        })
    }

    /// Somewhere within the view.
    fn somewhere() -> impl Strategy<Value = (View, Scroll)> {
        (view(), 0.0..=1.0).prop_map(|(view, part)| {
            let mut scroll = Scroll::default();
            scroll.go_to(part, view);
            (view, scroll)
        })
    }

    fn is_whole(scroll: Scroll, row: usize, view: View) -> bool {
        let slack = 0.01;
        scroll.below(row, view) >= -slack && scroll.below(row, view) + ROW <= view.room + slack
    }

    #[test]
    fn a_million_rows_go_by_one_by_one() {
        let view = View {
            rows: MILLION,
            room: 20.5 * ROW,
            row: ROW,
        };
        let mut scroll = Scroll::default();
        for row in 0..MILLION - 21 {
            assert_eq!((scroll.top, scroll.gone), (row, 0.0));
            scroll.by(ROW, view);
        }
        scroll.by(ROW, view);
        scroll.by(ROW, view);
        assert_eq!((scroll.top, scroll.gone), (MILLION - 21, 0.5 * ROW));
        assert!(is_whole(scroll, MILLION - 1, view));
    }

    #[test]
    fn what_fits_does_not_scroll() {
        let view = View {
            rows: 20,
            room: 20.0 * ROW,
            row: ROW,
        };
        let mut scroll = Scroll::default();
        scroll.by(500.0, view);
        scroll.show(19, view);
        assert_eq!(scroll, Scroll::default());
        assert!(!view.scrolls());
        assert_eq!(scroll.seen(view), 0..20);
    }

    proptest! {
        #[test]
        fn a_row_that_is_asked_for_is_seen_whole((view, mut scroll) in somewhere(), row in 0..2 * MILLION) {
            prop_assume!(row < view.rows && view.whole() > 0);
            let before = scroll;
            scroll.show(row, view);
            prop_assert!(is_whole(scroll, row, view));
            prop_assert!(scroll.seen(view).contains(&row));
            // What could be seen whole already stays where it is.
            if is_whole(before, row, view) {
                prop_assert!((scroll.below(row, view) - before.below(row, view)).abs() < 0.02);
            }
        }

        #[test]
        fn nothing_lies_beyond_the_ends((view, mut scroll) in somewhere(), points in -1e7..1e7_f32) {
            scroll.by(points, view);
            prop_assert!((0.0..ROW).contains(&scroll.gone));
            let part = scroll.part(view);
            prop_assert!((0.0..=1.0).contains(&part), "{part}");
            let seen = scroll.seen(view);
            prop_assert!(seen.end <= view.rows);
            // No empty room below while rows lie above.
            if scroll.top > 0 && view.rows > 0 {
                prop_assert!(scroll.below(view.rows - 1, view) + ROW >= view.room - 0.02);
            }
        }

        #[test]
        fn a_way_down_is_a_way_back((view, mut scroll) in somewhere(), points in 0.0..5000.0_f32) {
            let before = scroll;
            scroll.by(points, view);
            prop_assume!(scroll.part(view) < 1.0);
            scroll.by(-points, view);
            prop_assert!(scroll.below(before.top, view).abs() <= ROW);
            prop_assert!((scroll.below(before.top, view) + before.gone).abs() < 0.02);
        }

        #[test]
        fn the_end_of_the_bar_is_the_last_row(view in view()) {
            prop_assume!(view.rows > 0 && view.whole() > 0);
            let mut scroll = Scroll::default();
            scroll.go_to(1.0, view);
            prop_assert!(is_whole(scroll, view.rows - 1, view));
            let mut other = Scroll::default();
            other.show(view.rows - 1, view);
            prop_assert_eq!(scroll, other);
        }

        #[test]
        fn rows_that_are_seen_are_those_that_lie_within((view, scroll) in somewhere(), row in 0..2 * MILLION) {
            prop_assume!(row < view.rows);
            let within = scroll.below(row, view) < view.room && scroll.below(row, view) + ROW > 0.0;
            prop_assert_eq!(scroll.seen(view).contains(&row), within);
        }
    }
}
