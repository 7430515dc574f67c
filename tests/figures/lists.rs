//! Rows in an order and in groups: what a list of cases is made of.

use std::cmp::Ordering;

use peildatum::figures::{Measure, Order, UNKNOWN_KEY, dimensions};
use peildatum::register::FieldKind;
use proptest::prelude::*;
use proptest::sample::Index;

use crate::definitions::Register;
use crate::invented::scene;

proptest! {
    #![proptest_config(ProptestConfig { cases: 96, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_groups_of_a_list_are_its_cases_once_each_by_what_is_found_under_their_key(
        scene in scene(&Register::ALL, 40),
        by in any::<Index>(),
    ) {
        // Reports count by days of their own; a list has cases.
        prop_assume!(scene.measure != Measure::Reports);
        let definition = scene.register.definition();
        let all = dimensions(&definition);
        let by = by.get(&all);
        let columns = scene.columns();
        let mut rows = columns.rows(&scene.slice(), scene.period, scene.measure).unwrap();
        columns.sort(&mut rows, Order::Begin, true).unwrap();
        let groups = columns.group(&rows, by, scene.period).unwrap();
        let mut once: Vec<usize> = groups.iter().flat_map(|group| group.rows.clone()).collect();
        prop_assert_eq!(once.len(), rows.len());
        once.sort_unstable();
        let mut sorted = rows.clone();
        sorted.sort_unstable();
        prop_assert_eq!(once, sorted);
        let several = definition.field(by).is_some_and(|field| field.kind == FieldKind::Choices);
        for group in &groups {
            prop_assert!(!group.rows.is_empty());
            let slice = scene.slice().and(by, &group.key);
            let under = columns.rows(&slice, scene.period, scene.measure).unwrap();
            let expected = rows.iter().copied().filter(|row| under.contains(row));
            if several {
                // It stands under the first of its keys, and is found under the others as well.
                prop_assert!(group.rows.iter().all(|row| under.contains(row)));
            } else {
                prop_assert_eq!(&group.rows, &expected.collect::<Vec<_>>());
                prop_assert_eq!(group.with_others, 0);
            }
        }
        let unknown = groups.iter().position(|group| group.key == UNKNOWN_KEY);
        prop_assert!(unknown.is_none_or(|at| at + 1 == groups.len()), "unknown stands last");
    }

    #[test]
    fn a_list_is_sorted_by_day_with_the_unknown_last_whichever_way(
        scene in scene(&Register::WITH_SPELLS, 60),
        descending in any::<bool>(),
    ) {
        let columns = scene.columns();
        let mut rows: Vec<usize> = (0..columns.len()).collect();
        columns.sort(&mut rows, Order::End, descending).unwrap();
        for pair in rows.windows(2) {
            let [one, other] = [columns.closed(pair[0]), columns.closed(pair[1])];
            let order = match (one, other) {
                (Some(one), Some(other)) if descending => other.cmp(&one),
                (Some(one), Some(other)) => one.cmp(&other),
                (one, other) => other.is_some().cmp(&one.is_some()),
            };
            // What is equal stays with the newest case first.
            prop_assert_ne!(order.then(pair[1].cmp(&pair[0])), Ordering::Greater);
        }
    }
}
