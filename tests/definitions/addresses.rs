//! Addresses, as two people change them at once.

use peildatum::register::{Address, CaseState, Value};

fn address([street, number, addition, postcode]: [&str; 4]) -> Address {
    Address {
        street: street.to_owned(),
        number: number.to_owned(),
        addition: addition.to_owned(),
        postcode: postcode.to_owned(),
    }
}

fn at(parts: Option<[&str; 4]>) -> CaseState {
    let mut state = CaseState::default();
    state.set("adres", parts.map(|parts| Value::Address(address(parts))));
    state
}

#[test]
fn of_an_address_only_the_parts_that_were_changed_take_over() {
    let before = Some(["Teststraat", "1", "", "2711 AB"]);
    let theirs = Some(["Proefplein", "1", "A", "2711 AB"]);
    for (before, theirs, mine, merged) in [
        (
            before,
            theirs,
            Some(["Teststraat", "2", "", "2711 AB"]),
            Some(["Proefplein", "2", "A", "2711 AB"]),
        ),
        (
            before,
            theirs,
            Some(["Teststraat", "1", "", ""]),
            Some(["Proefplein", "1", "A", ""]),
        ),
        (
            None,
            Some(["Proefplein", "", "", ""]),
            Some(["", "3", "", "2711 AB"]),
            Some(["Proefplein", "3", "", "2711 AB"]),
        ),
        // What one of the two did away with altogether has no parts to keep.
        (before, theirs, None, None),
        (
            before,
            None,
            Some(["Teststraat", "2", "", "2711 AB"]),
            Some(["Teststraat", "2", "", "2711 AB"]),
        ),
    ] {
        let changes = at(before).changes_to(&at(mine));
        assert_eq!(at(theirs).with(&changes), at(merged), "{mine:?}");
    }
}
