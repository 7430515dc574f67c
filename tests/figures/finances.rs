//! Whether printed amounts add up: what rounding explains, what no rounding explains, and what each convention means.

use peildatum::figures::{
    AmountKind, BudgetLine, Check, Convention, Finding, Phase, Relation, budget_tables,
    check_finances,
};
use peildatum::register::Amount;
use proptest::prelude::*;

const THOUSANDS: Convention = Convention {
    thousands: true,
    costs_negative: true,
};
const EUROS: Convention = Convention {
    thousands: false,
    costs_negative: false,
};

fn line(item: &str, kind: AmountKind, convention: Convention, amount: i64) -> BudgetLine {
    BudgetLine {
        municipality: "Ons dorp".to_owned(),
        document: "Begroting".to_owned(),
        convention,
        item: item.to_owned(),
        kind,
        year: 2024,
        phase: Phase::Budget,
        amount: Amount::whole(amount),
    }
}

fn only(lines: &[BudgetLine]) -> Check {
    let checks = check_finances(lines);
    assert_eq!(checks.len(), 1, "{checks:#?}");
    checks.into_iter().next().unwrap()
}

#[test]
fn of_three_parts_two_is_rounding_and_three_is_not() {
    let finding = |total: i64| {
        let lines = [
            ("5.1 Woning", 10),
            ("5.2 Wijk", 20),
            ("5.3 Stad", 30),
            ("Programma 5", total),
        ]
        .map(|(item, amount)| line(item, AmountKind::Result, THOUSANDS, amount));
        only(&lines).finding()
    };
    assert_eq!(finding(60), Finding::Right);
    assert_eq!([61, 58].map(finding), [Finding::Rounded; 2]);
    assert_eq!([57, 63, 545].map(finding), [Finding::Wrong; 3]);
}

#[test]
fn an_amount_in_euros_is_not_rounded() {
    let lines = [("1.1 Een", 10), ("1.2 Twee", 20), ("1 Samen", 31)]
        .map(|(item, amount)| line(item, AmountKind::Costs, EUROS, amount));
    assert_eq!(only(&lines).finding(), Finding::Wrong);
}

#[test]
fn only_the_level_below_is_a_part() {
    let lines = [
        ("7 Alles", 5),
        ("7.2 Doel", 5),
        ("7.2.1 Deel", 5),
        ("70.1 Anders", 9),
    ]
    .map(|(item, amount)| line(item, AmountKind::Costs, EUROS, amount));
    let checks = check_finances(&lines);
    let items: Vec<&str> = checks
        .iter()
        .map(|check| check.line.item.as_str())
        .collect();
    assert_eq!(items, ["7 Alles", "7.2 Doel"]);
    assert!(checks.iter().all(|check| check.finding() == Finding::Right));
}

#[test]
fn the_same_money_ties_in_every_convention() {
    for costs_negative in [true, false] {
        let convention = Convention {
            thousands: false,
            costs_negative,
        };
        let sign = if costs_negative { -1 } else { 1 };
        let lines = [
            (AmountKind::Costs, 100 * sign),
            (AmountKind::Income, 30),
            (AmountKind::Additions, 5 * sign),
            (AmountKind::Withdrawals, 25),
            (AmountKind::Operating, -70),
            (AmountKind::Result, -50),
        ]
        .map(|(kind, amount)| line("1 Veiligheid", kind, convention, amount));
        let checks = check_finances(&lines);
        let relations: Vec<Relation> = checks.iter().map(|check| check.relation).collect();
        assert_eq!(relations, [Relation::Operating, Relation::Result]);
        assert!(
            checks.iter().all(|check| check.finding() == Finding::Right),
            "{checks:#?}"
        );
    }
}

#[test]
fn tables_of_other_years_and_documents_are_left_alone() {
    let whole = line("1 Samen", AmountKind::Costs, EUROS, 10);
    let part = line("1.1 Deel", AmountKind::Costs, EUROS, 99);
    let other = |change: &dyn Fn(&mut BudgetLine)| {
        let mut part = part.clone();
        change(&mut part);
        check_finances(&[whole.clone(), part])
    };
    assert_eq!(other(&|_| {}).len(), 1);
    assert!(other(&|part| part.year = 2025).is_empty());
    assert!(other(&|part| part.document = "Rekening".to_owned()).is_empty());
    assert!(other(&|part| part.municipality = "Andere stad".to_owned()).is_empty());
    assert!(other(&|part| part.phase = Phase::Account).is_empty());
    assert!(other(&|part| part.kind = AmountKind::Income).is_empty());
}

proptest! {
    /// Amounts that are rounded one by one are never called wrong, however many there are.
    #[test]
    fn rounding_is_never_called_a_mistake(euros in prop::collection::vec(-9_000_000_i64..9_000_000, 1..12)) {
        let rounded = |euros: i64| (euros as f64 / 1000.0).round() as i64;
        let mut lines: Vec<BudgetLine> = euros
            .iter()
            .enumerate()
            .map(|(at, euros)| line(&format!("1.{at} Deel"), AmountKind::Costs, THOUSANDS, rounded(*euros)))
            .collect();
        lines.push(line("1 Samen", AmountKind::Costs, THOUSANDS, rounded(euros.iter().sum())));
        prop_assert_ne!(only(&lines).finding(), Finding::Wrong);
    }
}

#[test]
fn a_table_has_the_kinds_of_an_item_below_each_other_and_the_mistake_at_its_amount() {
    let mut lines = [("5.1 Woning", 10), ("5.2 Wijk", 20), ("Programma 5", 99)]
        .map(|(item, amount)| line(item, AmountKind::Costs, EUROS, amount))
        .to_vec();
    lines.push(line("5.1 Woning", AmountKind::Income, EUROS, 4));
    let tables = budget_tables(&lines, &check_finances(&lines));
    let [table] = &tables[..] else {
        panic!("{tables:#?}")
    };
    let rows = table.rows.iter();
    let rows: Vec<_> = rows.map(|row| (row.item.as_str(), row.kind)).collect();
    assert_eq!(
        rows,
        [
            ("5.1 Woning", AmountKind::Costs),
            ("5.1 Woning", AmountKind::Income),
            ("5.2 Wijk", AmountKind::Costs),
            ("Programma 5", AmountKind::Costs),
        ]
    );
    let cell = table.rows[3].cells[0].as_ref().unwrap();
    let check = cell.worst().unwrap();
    assert_eq!(check.finding(), Finding::Wrong);
    assert_eq!(check.difference(), Amount::whole(69));
    assert_eq!(table.count(Finding::Wrong), 1);
}

proptest! {
    /// Every amount stands in one table, in one place.
    #[test]
    fn no_amount_is_lost_in_the_tables(
        amounts in prop::collection::btree_map((0..4_usize, 2020..2024_i32, 0..2_usize), -500_i64..500, 1..24),
    ) {
        let conventions = [THOUSANDS, EUROS];
        let lines: Vec<BudgetLine> = amounts
            .iter()
            .map(|((item, year, convention), amount)| BudgetLine {
                year: *year,
                ..line(&format!("{item} Post"), AmountKind::Costs, conventions[*convention], *amount)
            })
            .collect();
        let tables = budget_tables(&lines, &[]);
        let cells = tables.iter().flat_map(|table| &table.rows).flat_map(|row| row.cells.iter().flatten());
        let found: Vec<Amount> = cells.map(|cell| cell.amount).collect();
        prop_assert_eq!(found.len(), lines.len());
        let sum = |amounts: Vec<Amount>| amounts.into_iter().sum::<Amount>();
        prop_assert_eq!(sum(found), sum(lines.iter().map(|line| line.amount).collect()));
    }
}
