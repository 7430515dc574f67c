//! The cases at the address of a new case, and those in its street.

use chrono::NaiveDate;

use crate::desk::backend::protocol::RequestId;
use crate::register::{Address, CaseFile, Definition, Registers};
use crate::store;

/// What was asked about an address, and what was found there.
#[derive(Clone, Debug, Default)]
pub struct AddressLookup {
    /// The address that was asked about last.
    pub address: Option<Address>,
    /// The request, until it is answered.
    pub waiting: Option<RequestId>,
    /// The cases that were found; none until the answer is there.
    pub found: Option<store::AddressLookup>,
    /// Whether the cases themselves are shown and not only how many there are. The vault logs who asks for that.
    pub details: bool,
    /// The street that was filled in from a case that was found.
    pub filled_street: Option<String>,
}

impl AddressLookup {
    /// Whether there is a case at the address.
    pub fn has_cases(&self) -> bool {
        let found = self.found.as_ref();
        found.is_some_and(|found| !found.cases.is_empty())
    }

    /// The cases of a register at the address, newest first.
    pub fn cases_of<'a>(&'a self, register: &'a str) -> impl Iterator<Item = &'a CaseFile> {
        let cases = self.found.iter().flat_map(|found| &found.cases);
        cases.filter(move |case| case.register == register)
    }

    /// The cases at the address to which what is typed can be added as one more report, newest first: those of this register
    /// that run, where it counts reports.
    pub fn open_to_reports<'a>(
        &'a self,
        definition: &'a Definition,
        today: NaiveDate,
    ) -> impl Iterator<Item = &'a CaseFile> {
        let counts = definition.report_kind().is_some();
        let cases = self.cases_of(&definition.id).filter(move |_| counts);
        cases.filter(move |case| case.state.open_at_end_of(today))
    }

    /// How many cases run in the same street.
    pub fn running_in_street(&self, registers: &Registers, today: NaiveDate) -> usize {
        let has_spells = |register: &str| {
            let definition = registers.get(register);
            definition.is_some_and(|definition| definition.has_spells())
        };
        let cases = self.found.iter().flat_map(|found| &found.street);
        let running =
            cases.filter(|case| has_spells(&case.register) && case.state.open_at_end_of(today));
        running.count()
    }
}
