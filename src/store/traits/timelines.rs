//! The timelines of cases, their addresses, and the tasks that follow from them.

use chrono::{DateTime, NaiveDate, Utc};

use crate::register::{Address, CaseFile, CaseKey, Due, Entry, EntryKey, TaskSource};
use crate::store::error::StoreError;

/// The timelines of the cases, their addresses, and the tasks that follow from them.
pub trait Timelines {
    /// The entries on the timeline of a case, the latest happening first, also those that were taken back.
    ///
    /// # Errors
    /// The file cannot be read.
    fn entries(&self, case: CaseKey) -> Result<Vec<Entry>, StoreError>;

    /// The document that an entry holds.
    ///
    /// # Errors
    /// The entry holds none, or the file cannot be read.
    fn document(&self, entry: EntryKey) -> Result<Vec<u8>, StoreError>;

    /// The case with this identity.
    ///
    /// # Errors
    /// The file cannot be read.
    fn case_by_id(&self, id: &str) -> Result<Option<CaseFile>, StoreError>;

    /// The cases that were merged into the one with this identity, and those that were merged into them before.
    ///
    /// # Errors
    /// The file cannot be read.
    fn merged_into(&self, id: &str) -> Result<Vec<CaseFile>, StoreError>;

    /// The entries in this file that link a case to the one with this identity, each with the case on whose timeline it
    /// stands.
    ///
    /// # Errors
    /// The file cannot be read.
    fn links_to(&self, id: &str) -> Result<Vec<(CaseFile, Entry)>, StoreError>;

    /// The cases at this address, newest first: same postcode and house number, whatever the addition. Where the
    /// postcode is unknown, here or there, the street takes its place.
    ///
    /// # Errors
    /// The file cannot be read.
    fn at_address(&self, address: &Address) -> Result<Vec<CaseFile>, StoreError>;

    /// The cases in the street of this address, newest first and at most so many, those at the address itself left out.
    ///
    /// # Errors
    /// The file cannot be read.
    fn in_street(&self, address: &Address, most: usize) -> Result<Vec<CaseFile>, StoreError>;

    /// How many cases there are in the street of this address, those at the address itself left out.
    ///
    /// # Errors
    /// The file cannot be read.
    fn count_in_street(&self, address: &Address) -> Result<usize, StoreError>;

    /// The tasks of a register that are shown on this day, in the order in which they are due.
    ///
    /// # Errors
    /// The file cannot be read.
    fn tasks(&self, register: &str, shown_on: NaiveDate) -> Result<Vec<OpenTask>, StoreError>;

    /// The day on which something was last recorded on the timeline of each case of a register, other than the `ignored`
    /// kinds of entries; cases without any are left out.
    ///
    /// # Errors
    /// The file cannot be read.
    fn last_happenings(
        &self,
        register: &str,
        ignored: &[&str],
    ) -> Result<Vec<(CaseKey, NaiveDate)>, StoreError>;

    /// Records that somebody asked for the details of these cases without opening one.
    ///
    /// # Errors
    /// The file cannot be written.
    fn log_look_up(&mut self, look_up: &LookUp) -> Result<(), StoreError>;

    /// The look-ups that were recorded, newest first.
    ///
    /// # Errors
    /// The file cannot be read.
    fn look_ups(&self, most: usize) -> Result<Vec<LookUp>, StoreError>;
}

/// A task of a case, as it is kept for lists of work.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenTask {
    /// The register of the case.
    pub register: String,
    /// The case.
    pub case: CaseKey,
    /// Why it has to be done.
    pub source: TaskSource,
    /// By when.
    pub due: Due,
    /// Who handles the case, where that is known.
    pub owner: Option<String>,
    /// How urgent the case is: 0 is the most urgent; without a priority field all are alike.
    pub priority: u8,
}

/// A record of who saw the details of cases without opening them, as BIO2 8.15 asks. What was searched for is not kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LookUp {
    /// When it happened.
    pub recorded: DateTime<Utc>,
    /// Who looked.
    pub actor: String,
    /// The identities of the cases that were shown.
    pub cases: Vec<String>,
}
