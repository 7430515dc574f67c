//! The register files whose counts are printed in the annual report.

use peildatum::exchange::read_sheet;

use crate::support::{Desk, counts, data};

pub const FILES: [(&str, &str, usize, usize); 5] = [
    ("woonoverlast", "woonoverlast-2024.csv", 210, 68),
    (
        "ondermijning-signalen",
        "ondermijning-signalen-2024.csv",
        177,
        0,
    ),
    (
        "ondermijning-casussen",
        "ondermijning-casussen-2024.csv",
        20,
        14,
    ),
    ("jeugdaanpak", "jeugdaanpak-2024.csv", 134, 50),
    ("ipta", "ipta-2024.csv", 54, 0),
];

#[test]
fn every_row_goes_in_and_again_adds_nothing() {
    for (register, file, rows, least_closed) in FILES {
        let mut desk = Desk::new(register);
        let sheet = read_sheet(&data(file)).unwrap();
        let report = desk.import_sheet(&sheet);
        assert_eq!(
            counts(&report),
            [rows, 0, 0, 0],
            "{file}: {:?}",
            report.problems
        );
        assert!(report.ignored.is_empty(), "{file}: {:?}", report.ignored);
        let closed = desk
            .store
            .cases
            .iter()
            .filter(|case| case.state.closing().is_some());
        assert!(closed.count() >= least_closed, "{file}");
        assert_eq!(
            counts(&desk.import_sheet(&sheet)),
            [0, 0, rows, 0],
            "{file}"
        );
    }
}
