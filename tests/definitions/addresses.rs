//! Addresses: as a file writes them on one line, and as two people change them at once.

use std::sync::LazyLock;

use peildatum::exchange::invent;
use peildatum::register::{Address, CaseState, Registers, Value};
use proptest::prelude::{Strategy, any, prop, prop_assert_eq, proptest};

use super::support::{HOUSING, day};

/// Read once: a property looks at them hundreds of times.
static SHIPPED: LazyLock<Registers> = LazyLock::new(|| Registers::shipped().unwrap());

fn address([street, number, addition, postcode]: [&str; 4]) -> Address {
    Address {
        street: street.to_owned(),
        number: number.to_owned(),
        addition: addition.to_owned(),
        postcode: postcode.to_owned(),
    }
}

#[test]
fn a_line_is_split_where_its_parts_can_be_told() {
    for (line, parts) in [
        ("Teststraat 1, 2711 AB", ["Teststraat", "1", "", "2711 AB"]),
        (
            " Teststraat  1a 2711AB Zoetermeer",
            ["Teststraat", "1", "a", "2711 AB"],
        ),
        ("2711 AB 12", ["", "12", "", "2711 AB"]),
        ("2711ab 12-B", ["", "12", "B", "2711 AB"]),
        ("2711 AB", ["", "", "", "2711 AB"]),
        (
            "Plein 1940 5 hs, 2711 AB",
            ["Plein 1940", "5", "hs", "2711 AB"],
        ),
        ("Plein 1940, 2711 AB", ["Plein 1940", "", "", "2711 AB"]),
        ("Teststraat, 2711 HS", ["Teststraat", "", "", "2711 HS"]),
        (
            "Laan van Verzonnen Dingen 12 2 hoog, 2711 AB, 's-Gravenhage",
            ["Laan van Verzonnen Dingen", "12", "2 hoog", "2711 AB"],
        ),
        (
            "2e Proefstraat 112 A2 2711 AB Bergen op Zoom",
            ["2e Proefstraat", "112", "A2", "2711 AB"],
        ),
        ("Teststraat 1 bis", ["Teststraat", "1", "bis", ""]),
        ("Teststraat", ["Teststraat", "", "", ""]),
    ] {
        assert_eq!(Address::of_line(line), address(parts), "{line}");
    }
}

#[test]
fn a_line_of_which_anything_is_uncertain_is_the_street() {
    for line in [
        "Plein 1940",
        "Plein 1940 hs",
        "Plein 1945 en omgeving",
        "Teststraat 1-3",
        "Teststraat 1 en 3",
        "Teststraat 1 en Proefplein 3, 2711 AB",
        "Teststraat 1 Oss",
        "Teststraat 1, 2711 AB bij de buren",
        "Teststraat 1 2711 AB 2712 AH",
        "Teststraat 1 2711 AB 06-00000000",
        "Teststraat 007",
        "2711",
        "12",
        "op de hoek bij de kerk",
    ] {
        assert_eq!(
            Address::of_line(line),
            address([line, "", "", ""]),
            "{line}"
        );
    }
}

fn some_address() -> impl Strategy<Value = Address> {
    let street = prop::sample::select(vec![
        "Voorbeeldstraat",
        "Plein 1940",
        "1e Proefstraat",
        "Laan van de Oefening",
        "'t Verzinsel",
    ]);
    let addition = prop::sample::select(vec!["", "A", "c", "hs", "2 hoog", "B12"]);
    let postcode = prop::option::of((1000_u32..=9999, "[A-Z]{2}"));
    (street, any::<bool>(), 1_u32..1000, addition, postcode).prop_map(
        |(street, named, number, addition, postcode)| {
            let postcode = postcode.map(|(digits, letters)| format!("{digits} {letters}"));
            // Without a postcode a number alone is no address.
            let street = if named || postcode.is_none() {
                street
            } else {
                ""
            };
            let postcode = postcode.unwrap_or_default();
            address([street, &number.to_string(), addition, &postcode])
        },
    )
}

proptest! {
    #[test]
    fn what_is_written_on_a_line_is_read_back(address in some_address()) {
        prop_assert_eq!(Address::of_line(&address.line()), address);
    }

    #[test]
    fn an_invented_address_is_read_back(seed in any::<u64>()) {
        let definition = SHIPPED.get(HOUSING).unwrap();
        for write in invent(definition, 5, seed, day("2027-12-31")) {
            for address in write.state.addresses() {
                prop_assert_eq!(&Address::of_line(&address.line()), address);
            }
        }
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
