//! Several processes that write in one vault at once.

use std::thread::sleep;
use std::time::Duration;

use super::kills::{are_there, said_stored, spawn_writer};
use super::{sound, times};
use crate::support::Place;

fn four(seconds: u64) -> usize {
    let place = Place::with_vault();
    let vault = place.vault();
    let writers: Vec<_> = (0..4).map(|_| spawn_writer(&vault)).collect();
    sleep(Duration::from_secs(seconds));
    let mut all = Vec::new();
    for mut writer in writers {
        let running = writer.try_wait().unwrap().is_none();
        assert!(running, "a writer was refused");
        writer.kill().unwrap();
        let out = writer.wait_with_output().unwrap().stdout;
        let mut numbers = said_stored(&out[..]);
        if !out.ends_with(b"\n") {
            numbers.pop();
        }
        all.extend(numbers);
    }
    assert!(!all.is_empty(), "none had its turn");
    are_there(&vault, &all, "four processes");
    sound(&vault, "four processes");
    all.len()
}

#[test]
fn for_some_seconds() {
    four(3);
}

#[test]
#[ignore = "takes a minute"]
fn for_a_minute() {
    let stored = four(times(60));
    println!("four processes stored {stored} cases; all of them are there");
}
