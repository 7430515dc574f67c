//! Damaged pages: nothing is made of them that is not so, nothing stops, and nothing is written into what is damaged.

use std::fs::{self, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::thread::sleep;
use std::time::Duration;

use chrono::Utc;
use fastrand::Rng;
use peildatum::store::{Vault, quick_check};

use super::{copy_into, times};
use crate::support::{HOUSING, Place};

fn damaged(rounds: u64) -> (u64, u64) {
    let place = Place::with(&[HOUSING]);
    let (mut noticed, mut closed) = (0, 0);
    for seed in 0..rounds {
        let mut random = Rng::with_seed(seed);
        let folder = tempfile::tempdir().unwrap();
        copy_into(&place.vault(), folder.path());
        let file = folder.path().join("woonoverlast.db");
        let pages = fs::metadata(&file).unwrap().len() / 4096;
        let at = random.u64(0..pages) * 4096;
        let mut written = OpenOptions::new().write(true).open(&file).unwrap();
        let (from, length) = match random.u8(0..3) {
            0 => (0, 4096),
            1 => (random.u64(0..4000), 16),
            _ => (0, 512),
        };
        let bytes: Vec<u8> = (0..length).map(|_| random.u8(..)).collect();
        written.seek(SeekFrom::Start(at + from)).unwrap();
        written.write_all(&bytes).unwrap();
        drop(written);

        let is_whole = quick_check(&file, peildatum::store::FileKey::None).is_ok();
        let Ok(mut vault) = Vault::open(folder.path(), Utc::now()) else {
            closed += 1;
            continue;
        };
        vault.check_files();
        while !vault.is_checked() {
            sleep(Duration::from_millis(1));
        }
        if let Ok(store) = vault.store(HOUSING) {
            // Whatever can be read is read; the rest is a sentence.
            store.each_case(HOUSING, &mut |_| {}).ok();
            store.search_register(HOUSING, "muziek").ok();
            store.tasks(HOUSING, Utc::now().date_naive()).ok();
        }
        let refused = vault.unwritable().iter().any(|(team, _)| *team == HOUSING);
        assert!(is_whole || refused, "seed {seed}: damage was not noticed");
        noticed += u64::from(refused);
    }
    (noticed, closed)
}

#[test]
fn ten_files() {
    damaged(10);
}

#[test]
#[ignore = "takes a minute"]
fn many_files() {
    let rounds = times(150);
    let (noticed, closed) = damaged(rounds);
    println!("{rounds} files damaged; damage noticed in {noticed}, {closed} vaults not opened");
}
