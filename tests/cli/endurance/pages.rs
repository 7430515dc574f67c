//! Damaged pages: nothing is made of them that is not so, nothing stops, and nothing is written into what is damaged.

use std::collections::BTreeSet;
use std::fs::{self, OpenOptions};
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;
use std::thread::sleep;
use std::time::{Duration, Instant};

use chrono::Utc;
use fastrand::Rng;
use peildatum::store::{FileKey, Vault, quick_check, repair};

use super::{content, copy_into, times};
use crate::support::{HOUSING, Place};

fn damaged(rounds: u64) -> (u64, u64) {
    let place = Place::with(&[HOUSING]);
    let (mut noticed, mut closed) = (0, 0);
    for seed in 0..rounds {
        let mut random = Rng::with_seed(seed);
        let folder = tempfile::tempdir().unwrap();
        copy_into(&place.vault(), folder.path());
        let file = folder.path().join("woonoverlast.db");
        spoil(&file, &mut random);

        let is_whole = quick_check(&file, FileKey::None).is_ok();
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

/// Writes over a piece of a page of a file, or over all of it.
fn spoil(file: &Path, random: &mut Rng) {
    let pages = fs::metadata(file).unwrap().len() / 4096;
    let at = random.u64(0..pages) * 4096;
    let mut written = OpenOptions::new().write(true).open(file).unwrap();
    let (from, length) = match random.u8(0..3) {
        0 => (0, 4096),
        1 => (random.u64(0..4000), 16),
        _ => (0, 512),
    };
    let bytes: Vec<u8> = (0..length).map(|_| random.u8(..)).collect();
    written.seek(SeekFrom::Start(at + from)).unwrap();
    written.write_all(&bytes).unwrap();
}

/// Repairs damaged files; returns how many are whole then, and of how many nothing could be read. What differs in a case is
/// said, and the second time nothing changes.
fn repaired(rounds: u64) -> (u64, u64) {
    let place = Place::with(&[HOUSING]);
    let whole = content(&place.vault());
    let (mut saved, mut beyond) = (0, 0);
    for seed in 0..rounds {
        let folder = tempfile::tempdir().unwrap();
        copy_into(&place.vault(), folder.path());
        let file = folder.path().join("woonoverlast.db");
        spoil(&file, &mut Rng::with_seed(seed));
        let began = Instant::now();
        let outcome = repair(folder.path(), Utc::now()).unwrap();
        let took = began.elapsed();
        assert!(took < Duration::from_secs(60), "seed {seed}: {took:?}");
        assert!(outcome.refused.is_empty(), "seed {seed}: {outcome:?}");
        let again = repair(folder.path(), Utc::now()).unwrap();
        let made = (&again.backup, &again.kept);
        assert_eq!(made, (&None, &None), "seed {seed}: {again:?}");
        if quick_check(&file, FileKey::None).is_err() {
            beyond += 1;
            continue;
        }
        saved += 1;
        let findings = outcome.checkup.findings.iter();
        let told = findings.filter(|found| !found.repaired);
        let told: BTreeSet<String> = told
            .flat_map(|found| found.cases.iter())
            .map(|(register, number)| format!("{register}/{number}"))
            .collect();
        let now = content(folder.path());
        for (case, was) in &whole {
            let is_said = told.contains(case);
            assert!(now.get(case) == Some(was) || is_said, "seed {seed}: {case}");
        }
    }
    (saved, beyond)
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

#[test]
#[ignore = "takes minutes"]
fn many_files_repaired() {
    let rounds = times(100);
    let (saved, beyond) = repaired(rounds);
    println!(
        "{rounds} files damaged; {saved} whole again, {beyond} of which nothing could be read"
    );
}
