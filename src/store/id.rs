//! Identities that are made here.

use uuid::Uuid;

/// A new identity: a UUIDv7, so that ids sort by the moment they were made.
pub fn new_id() -> String {
    Uuid::now_v7().to_string()
}
