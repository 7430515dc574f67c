//! The lines of a list: its cases, under headings where it is grouped. Of a closed group only the heading is a line.

use std::collections::BTreeSet;
use std::ops::Range;

use crate::figures::Group;

/// One line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Line {
    /// The heading of the group at this index.
    Heading(usize),
    /// The case in this row of the columns of the register.
    Case(usize),
}

/// The heading of a group.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// The key that its cases have of the field they are grouped by.
    pub key: String,
    /// The range of its cases in the rows of the list.
    pub rows: Range<usize>,
    /// How many of its cases stand in another group as well, in a field with several choices.
    pub with_others: usize,
    /// Whether its cases are shown.
    pub open: bool,
    /// The index of its line.
    at: usize,
}

/// The lines, in order.
#[derive(Clone, Debug, Default)]
pub struct Lines {
    lines: Vec<Line>,
    headings: Vec<Heading>,
    /// The index of the line of every row; `u32::MAX` where the row has none.
    places: Vec<u32>,
}

impl Lines {
    /// The lines of these rows, without headings.
    pub fn plain(rows: &[usize]) -> Self {
        let lines = rows.iter().copied().map(Line::Case).collect();
        Self::placed(lines, Vec::new())
    }

    /// The lines of these groups; those with a key in `closed` have a heading only.
    pub fn grouped(groups: &[Group], closed: &BTreeSet<String>) -> Self {
        let (mut lines, mut headings) = (Vec::new(), Vec::new());
        let mut first = 0;
        for (place, group) in groups.iter().enumerate() {
            let open = !closed.contains(&group.key);
            headings.push(Heading {
                key: group.key.clone(),
                rows: first..first + group.rows.len(),
                with_others: group.with_others,
                open,
                at: lines.len(),
            });
            first += group.rows.len();
            lines.push(Line::Heading(place));
            if open {
                lines.extend(group.rows.iter().copied().map(Line::Case));
            }
        }
        Self::placed(lines, headings)
    }

    fn placed(lines: Vec<Line>, headings: Vec<Heading>) -> Self {
        let rows = lines.iter().filter_map(|line| match line {
            Line::Case(row) => Some(*row),
            Line::Heading(_) => None,
        });
        let mut places = vec![u32::MAX; rows.max().map_or(0, |last| last + 1)];
        for (place, line) in (0..).zip(&lines) {
            if let Line::Case(row) = line {
                places[*row] = place;
            }
        }
        Self {
            lines,
            headings,
            places,
        }
    }

    /// How many lines there are.
    pub fn len(&self) -> usize {
        self.lines.len()
    }

    /// The line at this index.
    pub fn line(&self, at: usize) -> Option<Line> {
        self.lines.get(at).copied()
    }

    /// The row of the case on this line.
    pub fn row(&self, at: usize) -> Option<usize> {
        match self.line(at)? {
            Line::Case(row) => Some(row),
            Line::Heading(_) => None,
        }
    }

    /// The rows on the lines between these two, both included, whichever stands first.
    pub fn rows_between(&self, one: usize, other: usize) -> impl Iterator<Item = usize> {
        let (first, last) = (one.min(other), one.max(other));
        let end = self.lines.len().min(last + 1);
        let lines = self.lines.get(first..end).unwrap_or_default().iter();
        lines.filter_map(|line| match line {
            Line::Case(row) => Some(*row),
            Line::Heading(_) => None,
        })
    }

    /// The index of the line of a row; none where it is not shown.
    pub fn place(&self, row: usize) -> Option<usize> {
        let place = *self.places.get(row)?;
        (place != u32::MAX).then_some(place as usize)
    }

    /// Every heading, in order.
    pub fn headings(&self) -> impl Iterator<Item = &Heading> {
        self.headings.iter()
    }

    /// The heading at this index.
    pub fn heading(&self, place: usize) -> Option<&Heading> {
        self.headings.get(place)
    }

    /// The heading of the group with this key, and the index of its line.
    pub fn heading_of(&self, key: &str) -> Option<(&Heading, usize)> {
        let heading = self.headings.iter().find(|heading| heading.key == key)?;
        Some((heading, heading.at))
    }

    /// The heading of the group that this line belongs to.
    pub fn heading_above(&self, at: usize) -> Option<&Heading> {
        let below = self.headings.partition_point(|heading| heading.at <= at);
        self.headings.get(below.checked_sub(1)?)
    }

    /// The line at which the arrow keys stop, from this line on or back: a case, or the heading of a closed group. They
    /// pass over the heading of an open one, because they come to its cases anyway.
    pub fn stop(&self, from: usize, up: bool) -> Option<usize> {
        let stops = |at: &usize| match self.line(*at) {
            Some(Line::Case(_)) => true,
            Some(Line::Heading(place)) => self.headings.get(place).is_some_and(|one| !one.open),
            None => false,
        };
        let on = || (from..self.len()).find(stops);
        let back = || (0..self.len().min(from + 1)).rev().find(stops);
        if up {
            back().or_else(on)
        } else {
            on().or_else(back)
        }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// Groups of so many cases, whose rows are numbered from the last one down.
    fn groups(sizes: &[usize]) -> Vec<Group> {
        let mut next = sizes.iter().sum::<usize>();
        let numbered = sizes.iter().enumerate().filter(|(_, size)| **size > 0);
        numbered
            .map(|(at, size)| Group {
                key: at.to_string(),
                rows: (0..*size)
                    .map(|_| {
                        next -= 1;
                        next
                    })
                    .collect(),
                with_others: 0,
            })
            .collect()
    }

    proptest! {
        #[test]
        fn every_case_of_an_open_group_has_one_line_and_every_group_one_heading(
            sizes in proptest::collection::vec(0..6_usize, 0..8),
            closed in proptest::collection::btree_set(0..8_usize, 0..4),
        ) {
            let groups = groups(&sizes);
            let closed = closed.iter().map(ToString::to_string).collect();
            let lines = Lines::grouped(&groups, &closed);
            let shown = |group: &&Group| !closed.contains(&group.key);
            let open: usize = groups.iter().filter(shown).map(|group| group.rows.len()).sum();
            prop_assert_eq!(lines.len(), open + groups.len());
            for group in &groups {
                let (heading, at) = lines.heading_of(&group.key).unwrap();
                prop_assert_eq!(heading.rows.len(), group.rows.len());
                prop_assert_eq!(heading.open, shown(&group));
                for row in &group.rows {
                    let place = lines.place(*row);
                    prop_assert_eq!(place.is_some(), heading.open);
                    if let Some(place) = place {
                        prop_assert_eq!(lines.row(place), Some(*row));
                        prop_assert_eq!(lines.heading_above(place), Some(heading));
                    }
                }
                prop_assert_eq!(lines.heading_above(at), Some(heading));
            }
        }

        #[test]
        fn the_arrows_come_to_every_case_and_every_closed_group(
            sizes in proptest::collection::vec(1..5_usize, 1..6),
            closed in proptest::collection::btree_set(0..6_usize, 0..4),
        ) {
            let closed = closed.iter().map(ToString::to_string).collect();
            let lines = Lines::grouped(&groups(&sizes), &closed);
            let mut stops = vec![lines.stop(0, false).unwrap()];
            while let Some(next) = lines.stop(stops[stops.len() - 1] + 1, false)
                && next > stops[stops.len() - 1]
            {
                stops.push(next);
            }
            let passed = (0..lines.len()).filter(|at| !stops.contains(at));
            for at in passed {
                let heading = lines.heading_above(at).unwrap();
                prop_assert!(heading.open && lines.row(at).is_none(), "line {}", at);
            }
            let mut back = vec![lines.stop(lines.len() - 1, true).unwrap()];
            while let Some(before) = back[back.len() - 1].checked_sub(1)
                && let Some(next) = lines.stop(before, true)
                && next < back[back.len() - 1]
            {
                back.push(next);
            }
            back.reverse();
            prop_assert_eq!(stops, back);
        }

        #[test]
        fn what_lies_between_two_lines_is_the_same_from_both_sides(
            rows in proptest::collection::btree_set(0..100_usize, 1..40),
            one in 0..40_usize,
            other in 0..40_usize,
        ) {
            let rows: Vec<usize> = rows.into_iter().rev().collect();
            let (one, other) = (one % rows.len(), other % rows.len());
            let lines = Lines::plain(&rows);
            let there: Vec<usize> = lines.rows_between(one, other).collect();
            let back: Vec<usize> = lines.rows_between(other, one).collect();
            prop_assert_eq!(&there, &back);
            prop_assert_eq!(there, rows[one.min(other)..=one.max(other)].to_vec());
        }
    }
}
