//! Identities that are made here.

use std::time::SystemTime;

use uuid::{NoContext, Timestamp, Uuid};

/// A new identity: a UUIDv7, so that ids sort by the moment they were made.
pub fn new_id() -> String {
    let id = match SystemTime::now() < SystemTime::UNIX_EPOCH {
        // Before 1970 there is no moment to make it of, and the usual way would stop the thread.
        true => Uuid::new_v7(Timestamp::from_unix(NoContext, 0, 0)),
        false => Uuid::now_v7(),
    };
    id.to_string()
}
