//! What a command wrote, call by call, and what of it a power cut would leave: everything that was synced, and of the rest
//! any part.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use fastrand::Rng;

/// The system calls that change what is on a disk.
const CALLS: &str = "openat,creat,write,pwrite64,writev,pwritev,ftruncate,fallocate,fsync,fdatasync,rename,renameat,\
renameat2,unlink,unlinkat,mkdir,mkdirat,rmdir,link,linkat,copy_file_range,sendfile,sync_file_range";

/// One call.
#[derive(Debug)]
enum Call {
    /// A file or a folder is there.
    Make(PathBuf, bool),
    Cut(PathBuf, usize),
    Write(PathBuf, usize, Vec<u8>),
    Sync,
    /// The content of a file is safe; with it, as file systems do, every name.
    SyncFile(PathBuf),
    Rename(PathBuf, PathBuf),
    Remove(PathBuf),
    /// Something was said on the standard output.
    Said,
}

/// The calls of a command, and the folder in which it ran, as it was before.
pub struct Recording {
    before: PathBuf,
    ran_in: PathBuf,
    calls: Vec<Call>,
}

impl Recording {
    /// Runs a command in a folder that is a copy of the one before, and writes down what it does there. None where the
    /// system lets nobody look.
    pub fn of(before: &Path, ran_in: &Path, command: &Command) -> Option<Self> {
        let trace = ran_in.with_extension("trace");
        let mut strace = Command::new("strace");
        strace.args([
            "-f",
            "-y",
            "-xx",
            "-s",
            "10000000",
            "-e",
            &format!("trace={CALLS}"),
            "-o",
        ]);
        strace.arg(&trace).arg(command.get_program());
        strace.args(command.get_args());
        for (name, value) in command.get_envs() {
            match value {
                Some(value) => strace.env(name, value),
                None => strace.env_remove(name),
            };
        }
        let said = strace.output().ok()?;
        if !said.status.success() {
            println!("strace: {}", String::from_utf8_lossy(&said.stderr));
            return None;
        }
        let text = fs::read_to_string(&trace).unwrap();
        fs::remove_file(&trace).unwrap();
        Some(Self {
            before: before.to_owned(),
            ran_in: ran_in.to_owned(),
            calls: calls(&text, ran_in),
        })
    }

    /// How many calls there are.
    pub fn len(&self) -> usize {
        self.calls.len()
    }

    /// What a power cut after this many calls leaves, in this folder; says whether the command had reported by then.
    pub fn cut(&self, after: usize, into: &Path, random: &mut Rng) -> bool {
        let mut disk = Disk::of(&self.before);
        let mut reported = false;
        for call in &self.calls[..after] {
            reported |= matches!(call, Call::Said);
            disk.apply(call, &self.ran_in);
        }
        disk.lose_power(into, random);
        reported
    }
}

/// A file: what is safe, and what is not yet.
#[derive(Clone, Default)]
struct Inode {
    is_folder: bool,
    safe: Vec<u8>,
    open: Vec<Change>,
}

#[derive(Clone)]
enum Change {
    Cut(usize),
    Write(usize, Vec<u8>),
}

#[derive(Clone)]
enum Naming {
    Named(PathBuf, usize),
    Gone(PathBuf),
    Renamed(PathBuf, PathBuf),
}

/// A disk with what is safe on it and what is not yet.
struct Disk {
    inodes: Vec<Inode>,
    safe: BTreeMap<PathBuf, usize>,
    now: BTreeMap<PathBuf, usize>,
    open: Vec<Naming>,
}

impl Disk {
    fn of(folder: &Path) -> Self {
        let mut disk = Self {
            inodes: Vec::new(),
            safe: BTreeMap::new(),
            now: BTreeMap::new(),
            open: Vec::new(),
        };
        disk.add(folder, Path::new(""));
        disk.now = disk.safe.clone();
        disk
    }

    fn add(&mut self, folder: &Path, below: &Path) {
        for entry in fs::read_dir(folder).unwrap().map(Result::unwrap) {
            let name = below.join(entry.file_name());
            let is_folder = entry.file_type().unwrap().is_dir();
            let safe = match is_folder {
                true => Vec::new(),
                false => fs::read(entry.path()).unwrap(),
            };
            self.safe.insert(name.clone(), self.inodes.len());
            self.inodes.push(Inode {
                is_folder,
                safe,
                open: Vec::new(),
            });
            if is_folder {
                self.add(&entry.path(), &name);
            }
        }
    }

    fn apply(&mut self, call: &Call, root: &Path) {
        let below = |path: &Path| path.strip_prefix(root).unwrap().to_owned();
        match call {
            Call::Make(path, is_folder) => {
                let path = below(path);
                if !self.now.contains_key(&path) {
                    let inode = self.inodes.len();
                    self.inodes.push(Inode {
                        is_folder: *is_folder,
                        ..Inode::default()
                    });
                    self.name(Naming::Named(path, inode));
                }
            }
            Call::Cut(path, length) => self.change(&below(path), Change::Cut(*length)),
            Call::Write(path, at, bytes) => {
                self.change(&below(path), Change::Write(*at, bytes.clone()));
            }
            Call::SyncFile(path) => {
                if let Some(inode) = self.now.get(&below(path)) {
                    self.inodes[*inode].settle();
                }
                self.settle_names();
            }
            Call::Sync => self.settle_names(),
            Call::Rename(from, to) => self.name(Naming::Renamed(below(from), below(to))),
            Call::Remove(path) => self.name(Naming::Gone(below(path))),
            Call::Said => {}
        }
    }

    fn change(&mut self, path: &Path, change: Change) {
        if let Some(inode) = self.now.get(path) {
            self.inodes[*inode].open.push(change);
        }
    }

    fn name(&mut self, naming: Naming) {
        naming.apply(&mut self.now);
        self.open.push(naming);
    }

    fn settle_names(&mut self) {
        self.open.clear();
        self.safe = self.now.clone();
    }

    /// Writes what is left: names up to some moment, of every file what is safe and any part of the rest.
    fn lose_power(mut self, into: &Path, random: &mut Rng) {
        let kept = random.usize(0..=self.open.len());
        for naming in &self.open[..kept] {
            naming.apply(&mut self.safe);
        }
        let how = random.u8(0..4);
        for (path, inode) in &self.safe {
            let path = into.join(path);
            let inode = &mut self.inodes[*inode];
            if inode.is_folder {
                fs::create_dir_all(path).unwrap();
                continue;
            }
            let open = std::mem::take(&mut inode.open);
            let until = random.usize(0..=open.len());
            for (at, change) in open.into_iter().enumerate() {
                let lands = match how {
                    0 => false,
                    1 => at < until,
                    _ => random.bool(),
                };
                if lands {
                    let torn = how == 3 && random.u8(0..8) == 0;
                    inode.land(change, torn.then(|| random.usize(0..9) * 512));
                }
            }
            fs::create_dir_all(path.parent().unwrap()).unwrap();
            fs::write(path, &inode.safe).unwrap();
        }
    }
}

impl Naming {
    fn apply(&self, names: &mut BTreeMap<PathBuf, usize>) {
        match self {
            Self::Named(path, inode) => drop(names.insert(path.clone(), *inode)),
            Self::Gone(path) => drop(names.remove(path)),
            Self::Renamed(from, to) => {
                let moved: Vec<PathBuf> = names
                    .keys()
                    .filter(|path| path.starts_with(from))
                    .cloned()
                    .collect();
                for path in moved {
                    let inode = names.remove(&path).unwrap();
                    let rest = path.strip_prefix(from).unwrap();
                    let target = match rest.as_os_str().is_empty() {
                        true => to.clone(),
                        false => to.join(rest),
                    };
                    names.insert(target, inode);
                }
            }
        }
    }
}

impl Inode {
    fn settle(&mut self) {
        for change in std::mem::take(&mut self.open) {
            self.land(change, None);
        }
    }

    /// Carries out a change; of one that is torn only so many bytes.
    fn land(&mut self, change: Change, torn: Option<usize>) {
        match change {
            Change::Cut(length) => self.safe.resize(length, 0),
            Change::Write(at, mut bytes) => {
                bytes.truncate(torn.unwrap_or(usize::MAX));
                let end = at + bytes.len();
                if self.safe.len() < end {
                    self.safe.resize(end, 0);
                }
                self.safe[at..end].copy_from_slice(&bytes);
            }
        }
    }
}

/// The calls below a folder in what strace wrote.
fn calls(text: &str, root: &Path) -> Vec<Call> {
    let mut unfinished: BTreeMap<&str, String> = BTreeMap::new();
    let mut reader = Reader {
        root: root.to_owned(),
        at: BTreeMap::new(),
        lengths: BTreeMap::new(),
        calls: Vec::new(),
    };
    for line in text.lines() {
        let Some((process, rest)) = line.split_once(' ') else {
            continue;
        };
        let rest = rest.trim_start();
        if let Some(begun) = rest.strip_suffix("<unfinished ...>") {
            unfinished.insert(process, begun.to_owned());
        } else if rest.starts_with("<... ") {
            let end = rest.split_once("resumed>").unwrap().1;
            let begun = unfinished.remove(process).unwrap_or_default();
            reader.line(&format!("{begun}{end}"));
        } else {
            reader.line(rest);
        }
    }
    reader.calls
}

/// Reads lines of strace.
struct Reader {
    root: PathBuf,
    /// Where the next write lands, by the number of the open file.
    at: BTreeMap<String, usize>,
    /// How long a file is, as far as it was written here.
    lengths: BTreeMap<PathBuf, usize>,
    calls: Vec<Call>,
}

impl Reader {
    fn line(&mut self, line: &str) {
        let Some((name, rest)) = line.split_once('(') else {
            return;
        };
        let Some((arguments, result)) = rest.rsplit_once(") = ") else {
            return;
        };
        if result.starts_with('-') || result.starts_with('?') {
            return;
        }
        let arguments: Vec<&str> = arguments.split(", ").collect();
        let number: usize = leading(result);
        match name {
            "openat" => self.opened(&arguments, result),
            "write" => self.written(&arguments),
            "pwrite64" => {
                let at = leading(arguments[3]);
                self.put(arguments[0], at, bytes(arguments[1]));
            }
            "ftruncate" => {
                if let Some(path) = self.of(arguments[0]) {
                    let length = leading(arguments[1]);
                    self.lengths.insert(path.clone(), length);
                    self.calls.push(Call::Cut(path, length));
                }
            }
            "fsync" | "fdatasync" => {
                let path = self.named_by(arguments[0]);
                match self.of(arguments[0]) {
                    Some(path) => self.calls.push(Call::SyncFile(path)),
                    None if path.starts_with(&self.root) => self.calls.push(Call::Sync),
                    None => {}
                }
            }
            "rename" => self.renamed(text(arguments[0]), text(arguments[1])),
            "renameat" | "renameat2" => {
                let from = self.relative(arguments[0], arguments[1]);
                let to = self.relative(arguments[2], arguments[3]);
                self.renamed(from, to);
            }
            "unlink" | "rmdir" => self.removed(text(arguments[0])),
            "unlinkat" => self.removed(self.relative(arguments[0], arguments[1])),
            "mkdir" => self.made(text(arguments[0])),
            "mkdirat" => self.made(self.relative(arguments[0], arguments[1])),
            "copy_file_range" => {
                // What is copied stands in its file still: only copies of what is not written are made so.
                let (from, open) = (self.named_by(arguments[0]), descriptor(arguments[0]));
                let begin = self.at.get(&open).copied().unwrap_or_default();
                self.at.insert(open, begin + number);
                if self.of(arguments[2]).is_some() && number > 0 {
                    let content = fs::read(&from).unwrap();
                    let open = descriptor(arguments[2]);
                    let at = self.at.get(&open).copied().unwrap_or_default();
                    self.at.insert(open, at + number);
                    self.put(arguments[2], at, content[begin..begin + number].to_vec());
                }
            }
            other => {
                let path = self.of(arguments[0]);
                assert!(path.is_none(), "{other} of {path:?} is not understood");
            }
        }
    }

    fn opened(&mut self, arguments: &[&str], result: &str) {
        let path = self.relative(arguments[0], arguments[1]);
        self.at.insert(descriptor(result), 0);
        let flags = arguments[2];
        if !self.is_ours(&path) || flags.contains("O_DIRECTORY") {
            return;
        }
        if flags.contains("O_CREAT") {
            self.calls.push(Call::Make(path.clone(), false));
        }
        if flags.contains("O_TRUNC") {
            self.lengths.insert(path.clone(), 0);
            self.calls.push(Call::Cut(path.clone(), 0));
        }
        if flags.contains("O_APPEND") {
            let length = self.lengths.get(&path).copied().unwrap_or_default();
            self.at.insert(descriptor(result), length);
        }
    }

    fn written(&mut self, arguments: &[&str]) {
        let open = descriptor(arguments[0]);
        if open == "1" {
            self.calls.push(Call::Said);
            return;
        }
        let bytes = bytes(arguments[1]);
        let at = self.at.get(&open).copied().unwrap_or_default();
        self.at.insert(open, at + bytes.len());
        self.put(arguments[0], at, bytes);
    }

    fn put(&mut self, open: &str, at: usize, bytes: Vec<u8>) {
        if let Some(path) = self.of(open) {
            let length = self.lengths.entry(path.clone()).or_default();
            *length = (*length).max(at + bytes.len());
            self.calls.push(Call::Write(path, at, bytes));
        }
    }

    fn renamed(&mut self, from: PathBuf, to: PathBuf) {
        if self.is_ours(&from) && self.is_ours(&to) {
            self.calls.push(Call::Rename(from, to));
        }
    }

    fn removed(&mut self, path: PathBuf) {
        if self.is_ours(&path) {
            self.calls.push(Call::Remove(path));
        }
    }

    fn made(&mut self, path: PathBuf) {
        if self.is_ours(&path) {
            self.calls.push(Call::Make(path, true));
        }
    }

    /// What others share in memory is no content: it is made anew after a power cut.
    fn is_ours(&self, path: &Path) -> bool {
        path.starts_with(&self.root) && !path.to_string_lossy().ends_with("-shm")
    }

    /// The file that an open one is, where it is one of ours.
    fn of(&self, open: &str) -> Option<PathBuf> {
        let path = self.named_by(open);
        (self.is_ours(&path) && !path.is_dir()).then_some(path)
    }

    fn named_by(&self, open: &str) -> PathBuf {
        let name = open.split_once('<').map_or("", |it| it.1);
        let name = name.rsplit_once('>').map_or(name, |it| it.0);
        PathBuf::from(String::from_utf8(unescaped(name)).unwrap())
    }

    /// A name below an open folder.
    fn relative(&self, folder: &str, name: &str) -> PathBuf {
        self.named_by(folder).join(text(name))
    }
}

/// The number of an open file: `5</folder/file>`.
fn descriptor(text: &str) -> String {
    let digits = text.chars().take_while(char::is_ascii_digit);
    digits.collect()
}

fn leading(text: &str) -> usize {
    descriptor(text.trim()).parse().unwrap_or_default()
}

fn text(quoted: &str) -> PathBuf {
    PathBuf::from(String::from_utf8(bytes(quoted)).unwrap())
}

fn bytes(quoted: &str) -> Vec<u8> {
    assert!(!quoted.ends_with("..."), "strace cut a text");
    unescaped(quoted.trim_matches('"'))
}

/// `\x41` is A; what is not written so stands for itself.
fn unescaped(text: &str) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(text.len() / 4);
    let mut rest = text.as_bytes();
    while let Some((first, others)) = rest.split_first() {
        if let [b'\\', b'x', high, low, ..] = rest {
            let digit = |byte: &u8| char::from(*byte).to_digit(16).unwrap() as u8;
            bytes.push(digit(high) << 4 | digit(low));
            rest = &rest[4..];
        } else {
            bytes.push(*first);
            rest = others;
        }
    }
    bytes
}
