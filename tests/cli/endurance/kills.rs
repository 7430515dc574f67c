//! Killed at any moment: what was reported is there, and anything else is there whole or not at all.

use std::env;
use std::fs;
use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::thread::sleep;
use std::time::Duration;

use chrono::Utc;
use fastrand::Rng;
use peildatum::register::CaseState;
use peildatum::store::{Draft, Operation, Target, Vault, Write};

use super::{Job, jobs, sound, times};
use crate::support::{HOUSING, Place};

/// Under this name a program that is going to be killed hears in which vault it writes.
const VAULT: &str = "PEILDATUM_TEST_WRITER";

fn kill(job: &Job, rounds: u64) -> (u64, u64) {
    let whole = job.whole();
    let (mut killed, mut done) = (0, 0);
    for seed in 0..rounds {
        let round = format!("{}, seed {seed}", job.name);
        let folder = job.copy();
        let mut child = job.command(folder.path()).spawn().unwrap();
        let moment = whole.took.mul_f64(1.1 * Rng::with_seed(seed).f64());
        sleep(moment);
        child.kill().unwrap();
        let said = child.wait_with_output().unwrap();
        // What is told is told at the end.
        let reported = said.status.success() || said.stdout.ends_with(b"\n");
        match reported {
            true => done += 1,
            false => killed += 1,
        }
        job.judge(folder.path(), &whole, reported, &round);
    }
    (killed, done)
}

#[test]
#[ignore = "takes minutes"]
fn at_any_moment_of_every_command() {
    let mut all = 0;
    for job in jobs() {
        let (killed, done) = kill(&job, times(45));
        println!("{}: {killed} killed, {done} were done before", job.name);
        all += killed;
    }
    println!("{all} commands killed");
}

#[test]
fn a_few_times_in_an_import() {
    let jobs = jobs();
    let import = jobs.iter().find(|job| job.name == "import").unwrap();
    kill(import, 2);
}

/// A new case, of which the number is what was said.
fn write(number: &str) -> Write {
    Write {
        register: HOUSING.to_owned(),
        target: Target::New {
            number: Some(number.to_owned()),
        },
        state: CaseState {
            spells: vec![peildatum::register::Spell::since(Utc::now().date_naive())],
            ..CaseState::default()
        },
    }
}

/// Stores cases one by one, and says each that is stored.
pub fn store_until_killed(vault: &Path, own: &str) {
    let mut vault = Vault::open(vault, Utc::now()).unwrap();
    let store = vault.store_mut(HOUSING).unwrap();
    for at in 0.. {
        let number = format!("{own}{at}");
        let draft = Draft {
            id: number.clone(),
            register: HOUSING.to_owned(),
            actor: own.to_owned(),
            saved: Utc::now(),
            content: r#"{"verzonnen":1}"#.to_owned(),
        };
        while store.keep_draft(&draft).is_err() {}
        let mut operation = Operation::by(own, Utc::now()).with(write(&number));
        operation.draft = Some(number.clone());
        while let Err(error) = store.record(&operation) {
            let busy = matches!(error, peildatum::store::StoreError::Busy { .. });
            assert!(busy, "{error}");
        }
        println!("stored {number}");
    }
}

#[test]
#[ignore = "the program that other tests kill"]
fn writer() {
    if let Some(vault) = env::var_os(VAULT).map(PathBuf::from) {
        store_until_killed(&vault, &format!("K{}-", std::process::id()));
    }
}

/// Starts the program above on this vault.
pub fn spawn_writer(vault: &Path) -> std::process::Child {
    Command::new(env::current_exe().unwrap())
        .args([
            "--ignored",
            "--exact",
            "--nocapture",
            "endurance::kills::writer",
        ])
        .env(VAULT, vault)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap()
}

/// The numbers that a program said it stored.
pub fn said_stored(out: impl std::io::Read) -> Vec<String> {
    let lines = BufReader::new(out).lines().map_while(Result::ok);
    let numbers = lines.filter_map(|line| Some(line.split_once("stored ")?.1.to_owned()));
    numbers.collect()
}

/// Every one of these cases is there, with no draft of it.
pub fn are_there(vault: &Path, numbers: &[String], round: &str) {
    let opened = Vault::open(vault, Utc::now()).unwrap();
    let store = opened.store(HOUSING).unwrap();
    for number in numbers {
        let case = store.case_by_number(HOUSING, number).unwrap();
        assert!(case.is_some(), "{round}: {number} was stored and is gone");
    }
}

#[test]
#[ignore = "takes minutes"]
fn at_any_moment_of_saving() {
    let (rounds, mut stored) = (times(60), 0);
    let place = Place::with_vault();
    for seed in 0..rounds {
        let mut writer = spawn_writer(&place.vault());
        sleep(Duration::from_millis(Rng::with_seed(seed).u64(100..900)));
        writer.kill().unwrap();
        let out = writer.wait_with_output().unwrap().stdout;
        let mut numbers = said_stored(&out[..]);
        // The last line may have been cut.
        if !out.ends_with(b"\n") {
            numbers.pop();
        }
        let round = format!("saving, seed {seed}");
        are_there(&place.vault(), &numbers, &round);
        sound(&place.vault(), &round);
        stored += numbers.len();
    }
    assert!(stored > 0);
    println!("{rounds} killed in saving; all of {stored} cases that were reported are there");
    fs::remove_dir_all(place.vault()).unwrap();
}
