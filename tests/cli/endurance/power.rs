//! A power cut: everything is left that was synced, and of the rest any part. Needs strace (Debian: strace).

use fastrand::Rng;

use super::recorded::Recording;
use super::{Job, jobs, times};

/// Cuts the power in a command so many times; none where nobody may look at what it writes.
fn cut(job: &Job, rounds: u64) -> Option<u64> {
    let whole = job.whole();
    let folder = job.copy();
    let recording = Recording::of(
        job.before.path(),
        folder.path(),
        &job.command(folder.path()),
    )?;
    assert!(recording.len() > 0, "{} writes nothing", job.name);
    let mut reports = 0;
    for seed in 0..rounds {
        let mut random = Rng::with_seed(seed);
        // One of four comes at the very end, when it is reported.
        let after = match random.u8(0..4) {
            0 => recording.len() - random.usize(0..recording.len().min(4)),
            _ => random.usize(0..=recording.len()),
        };
        let left = tempfile::tempdir().unwrap();
        let reported = recording.cut(after, left.path(), &mut random);
        let round = format!("{}, seed {seed}, after {after} calls", job.name);
        job.judge(left.path(), &whole, reported, &round);
        reports += u64::from(reported);
    }
    Some(reports)
}

#[test]
#[ignore = "takes minutes, and needs strace"]
fn at_any_moment_of_every_command() {
    let (rounds, mut all) = (times(60), 0);
    for job in jobs() {
        let Some(reported) = cut(&job, rounds) else {
            return println!("nobody may look at what a command writes here");
        };
        println!(
            "{}: {rounds} power cuts, {reported} after the report",
            job.name
        );
        all += rounds;
    }
    println!("{all} power cuts");
}
