//! A full disk, at every place where something is written: a small file system in memory that is larger each time, until
//! there is room. Needs root.

use std::fs;
use std::path::Path;
use std::process::Command;

use super::{Job, content, copy_into, jobs, times};

/// A file system of this size in memory, as long as it is kept.
struct SmallDisk(tempfile::TempDir);

impl SmallDisk {
    fn new(kilobytes: u64) -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mut mount = Command::new("mount");
        mount.args(["-t", "tmpfs", "-o", &format!("size={kilobytes}k"), "small"]);
        let mounted = mount.arg(folder.path()).output().ok()?.status.success();
        mounted.then_some(Self(folder))
    }

    fn path(&self) -> &Path {
        self.0.path()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        Command::new("umount").arg(self.path()).output().ok();
    }
}

/// How much room everything in a folder takes, in kilobytes.
fn size(folder: &Path) -> u64 {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    let sizes = entries.map(|entry| match entry.file_type().unwrap().is_dir() {
        true => 4 + size(&entry.path()),
        false => entry.metadata().unwrap().len().div_ceil(4096) * 4,
    });
    sizes.sum()
}

/// Does a command on disks that are larger each time; returns on how many there was no room. None where no disk can be made.
fn fill(job: &Job, steps: u64) -> Option<usize> {
    let whole = job.whole();
    let done = job.copy();
    job.command(done.path()).output().unwrap();
    let (least, most) = (size(job.before.path()), size(done.path()));
    // What is written comes first in a log, also of what takes no room in the end.
    let step = ((most.saturating_sub(least) + 256) / steps).max(4);
    for (full, room) in (1..).enumerate() {
        let kilobytes = least + 8 + room * step;
        let round = format!("{}, a disk of {kilobytes} kB", job.name);
        let disk = SmallDisk::new(kilobytes)?;
        copy_into(job.before.path(), disk.path());
        let said = job.command(disk.path()).output().unwrap();
        // A log that is left is looked at where there is room again.
        let left = tempfile::tempdir().unwrap();
        copy_into(disk.path(), left.path());
        let reported = said.status.success();
        job.judge(left.path(), &whole, reported, &round);
        if reported {
            assert!(
                content(&left.path().join("kluis")) == whole.after,
                "{round}"
            );
            return Some(full);
        }
        let err = String::from_utf8_lossy(&said.stderr);
        assert!(err.trim().ends_with('.'), "{round}: no sentence: {err:?}");
        assert!(kilobytes < 4 * most + 4096, "{round}: never enough");
    }
    None
}

#[test]
#[ignore = "takes minutes, and needs root"]
fn at_every_place_where_something_is_written() {
    for job in jobs() {
        match fill(&job, times(40)) {
            Some(full) => println!("{}: {full} full disks", job.name),
            None => return println!("no small disk can be made here"),
        }
    }
}
