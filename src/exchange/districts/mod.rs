//! What is known of districts, as files have it: a table of the municipality, or the key figures of Statistics Netherlands by
//! neighbourhood, added up by a table of which neighbourhood lies in which district.

mod found;
mod import;
mod neighbourhoods;
mod own_file;
mod statistics;

pub use found::{Gap, GapReason};
pub use import::{DistrictsImported, DistrictsJob, import_districts};
pub(super) use import::{has_districts, import_districts_of, year_in};
pub use neighbourhoods::{
    Neighbourhood, import_neighbourhoods, keep_neighbourhoods, neighbourhoods,
};
pub(super) use neighbourhoods::{has_neighbourhoods, import_neighbourhoods_of};
