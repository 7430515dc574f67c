//! Damaged files of every kind, made from sound ones at random: none may end the process, take all memory, or keep the
//! reader busy.
//!
//! The files are read in a process of their own with a bound on its memory. What it was reading stays in a file when it
//! ends. `FUZZ_SECONDS=3600 cargo test --test import -- --ignored fuzz::for_long --nocapture` runs it for an hour, and
//! `FUZZ_SEED` repeats a run.

mod damage;

use std::collections::BTreeMap;
use std::ops::ControlFlow;
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::sync::atomic::{AtomicU64, Ordering};
use std::time::{Duration, Instant};
use std::{env, fs, panic, process, thread};

use fastrand::Rng;
use peildatum::exchange::{ReadError, SheetChoice, SheetFile};

use damage::{damaged, sound};

const SECONDS: &str = "FUZZ_SECONDS";
const SEED: &str = "FUZZ_SEED";
const FOLDER: &str = "FUZZ_FOLDER";
/// The kilobytes that the process may use.
const MEMORY: usize = 1_000_000;
/// The seconds that reading one file may take.
const PATIENCE: u64 = 30;

/// Where readers of other projects stopped, which was caught, and how often.
static PANICS: Mutex<BTreeMap<String, usize>> = Mutex::new(BTreeMap::new());

#[test]
fn damaged_files_end_in_a_sentence() {
    run(Duration::from_secs(4), Rng::new().u64(..));
}

#[test]
#[ignore = "as long as FUZZ_SECONDS says"]
fn for_long() {
    let number = |name, usual| env::var(name).map_or(usual, |text| text.parse().unwrap());
    run(
        Duration::from_secs(number(SECONDS, 60)),
        number(SEED, Rng::new().u64(..)),
    );
}

/// Reads damaged files for so long in a process of its own.
fn run(time: Duration, seed: u64) {
    let folder = tempfile::tempdir().unwrap();
    let program = env::current_exe().unwrap();
    let arguments = ["--ignored", "--exact", "fuzz::read_damaged", "--nocapture"];
    let mut command = if cfg!(unix) {
        let mut command = Command::new("sh");
        let bound = format!("ulimit -v {MEMORY}; exec \"$0\" \"$@\"");
        command.args(["-c", &bound]).arg(program).args(arguments);
        command
    } else {
        let mut command = Command::new(program);
        command.args(arguments);
        command
    };
    command.env(SECONDS, time.as_secs().to_string());
    command.env(SEED, seed.to_string());
    command.env(FOLDER, folder.path());
    let ended = command.stdin(Stdio::null()).output().unwrap();
    let said = String::from_utf8_lossy(&ended.stdout).into_owned()
        + &String::from_utf8_lossy(&ended.stderr);
    println!("{said}");
    if !ended.status.success() {
        let kept = env::temp_dir().join(format!("peildatum-damaged-{seed}"));
        fs::copy(folder.path().join("damaged"), &kept).unwrap();
        panic!(
            "seed {seed}: {}, {} is kept\n{said}",
            ended.status,
            kept.display()
        );
    }
}

#[test]
#[ignore = "runs in a process of its own"]
fn read_damaged() {
    let (Ok(seconds), Ok(seed)) = (env::var(SECONDS), env::var(SEED)) else {
        return;
    };
    let path = Path::new(&env::var(FOLDER).unwrap()).join("damaged");
    let mut rng = Rng::with_seed(seed.parse().unwrap());
    let started = Instant::now();
    note_panics();
    let begun = watch();
    let sound = sound();
    let mut outcomes: BTreeMap<&'static str, usize> = BTreeMap::new();
    let mut longest = Duration::ZERO;
    while started.elapsed() < Duration::from_secs(seconds.parse().unwrap()) {
        let (_, bytes) = &sound[rng.usize(..sound.len())];
        fs::write(&path, damaged(bytes, &mut rng)).unwrap();
        begun.store(started.elapsed().as_secs() + 1, Ordering::Relaxed);
        let before = Instant::now();
        *outcomes.entry(read(&path, &mut rng)).or_default() += 1;
        longest = longest.max(before.elapsed());
        begun.store(0, Ordering::Relaxed);
    }
    let files: usize = outcomes.values().sum();
    println!(
        "seed {seed}: {files} files, the slowest {longest:?}, {}",
        memory()
    );
    println!("{outcomes:?}");
    for (place, times) in &*PANICS.lock().unwrap() {
        println!("caught {times} times: {place}");
    }
}

/// What comes of one file, by name.
fn read(path: &Path, rng: &mut Rng) -> &'static str {
    let choice = SheetChoice {
        sheet: None,
        header_row: rng.bool().then(|| rng.usize(..20)),
    };
    let mut cells = 0;
    let read = SheetFile::open(path, &choice).and_then(|file| {
        file.each_row(&mut |row| {
            cells += row.cells.len();
            ControlFlow::Continue(())
        })
    });
    match read {
        Ok(_) => "read",
        Err(error) => match error {
            ReadError::Unreadable(_) => "caught",
            error => (&error).into(),
        },
    }
}

/// Notes where a reader stops. Our own have no reason to.
fn note_panics() {
    panic::set_hook(Box::new(|panic| {
        let place = panic.location().map(ToString::to_string);
        let place = place.unwrap_or_default();
        if !place.contains("registry") && !place.contains("/rustc/") {
            eprintln!("{panic}");
            process::exit(71);
        }
        *PANICS.lock().unwrap().entry(place).or_default() += 1;
    }));
}

/// Ends the process where one file takes too long; the number says in which second it was begun.
fn watch() -> &'static AtomicU64 {
    static BEGUN: AtomicU64 = AtomicU64::new(0);
    let started = Instant::now();
    thread::spawn(move || {
        loop {
            thread::sleep(Duration::from_millis(500));
            let begun = BEGUN.load(Ordering::Relaxed);
            if begun > 0 && started.elapsed().as_secs() > begun + PATIENCE {
                eprintln!("one file takes longer than {PATIENCE} seconds");
                process::exit(72);
            }
        }
    });
    &BEGUN
}

/// The most memory that was in use, where the system tells.
fn memory() -> String {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find(|line| line.starts_with("VmHWM"));
    line.unwrap_or_default().to_owned()
}
