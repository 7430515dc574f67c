//! All traits of the file of one team together.

use super::cases::Store;
use super::drafts::Drafts;
use super::mappings::Mappings;
use super::search::Search;
use super::timelines::Timelines;
use super::uses::Uses;
use super::views::Views;

/// Everything that is kept in the file of one team.
pub trait TeamFile: Store + Timelines + Search + Drafts + Views + Uses + Mappings {}

impl<T: Store + Timelines + Search + Drafts + Views + Uses + Mappings> TeamFile for T {}
