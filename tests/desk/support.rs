//! A desk on a vault in a temporary folder, on a day that does not pass, and hands to work it with.

use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicI64, Ordering::Relaxed};
use std::sync::{Arc, Mutex};

use chrono::{DateTime, Duration, TimeZone, Utc};
use egui::{DroppedFile, Event, Key, Modifiers, OutputCommand};
use egui_kittest::{Harness, HarnessBuilder};
use peildatum::clock::Clock;
use peildatum::desk::{Clipboard, Desk, Me, Settings, Worker, Workplace};
use peildatum::exchange::{ImportJob, Progress, Recognition, import};
use peildatum::language::Language;
use peildatum::register::{CaseFile, CaseState};
use peildatum::store::{Draft, Operation, Target, Vault, Write};
use tempfile::TempDir;

pub const HOUSING: &str = "woonoverlast";
pub const SIGNALS: &str = "ondermijning-signalen";
pub const ACTOR: &str = "testpersoon";
pub const CTRL: Modifiers = Modifiers::COMMAND;

/// Half past ten in the morning of 21 November 2025: the year 2024 is the period before this one.
pub fn now() -> DateTime<Utc> {
    Utc.with_ymd_and_hms(2025, 11, 21, 9, 30, 0).unwrap()
}

pub fn clock() -> Clock {
    Clock::fixed(now())
}

/// One of the files in `tests/data`.
pub fn data(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("tests/data")
        .join(name)
}

/// A Dutch text of the screen.
pub fn text(id: &str) -> String {
    Language::Dutch.text(id)
}

/// The name of the command by which figures are about a year, a quarter or a month.
pub fn period(step: &str) -> String {
    Language::Dutch.say("command-period", &[("step", step.into())])
}

/// Puts a file of `tests/data` in a register, as an import does.
pub fn bring_in(vault: &mut Vault, register: &str, file: &str) {
    let job = ImportJob {
        all_or_nothing: true,
        ..ImportJob::new(register, &data(file), Recognition::Names)
    };
    let imported = import(vault, &job, ACTOR, &clock(), &Progress::default()).unwrap();
    assert!(!imported.held_back, "{file} has rows that are refused");
}

/// Changes a case as another window or a colleague does.
pub fn change(vault: &mut Vault, register: &str, number: &str, edit: impl FnOnce(&mut CaseState)) {
    let store = vault.store_mut(register).unwrap();
    let case = store.case_by_number(register, number).unwrap().unwrap();
    let mut state = case.state.clone();
    edit(&mut state);
    let target = Target::Existing {
        key: case.key,
        version: case.version,
    };
    let write = Write {
        register: register.to_owned(),
        target,
        state,
    };
    let operation = Operation::by("collega", now()).with(write);
    store.record(&operation).unwrap();
}

/// The desk, and the folder its vault is in.
pub struct Screen {
    pub harness: Harness<'static, Desk>,
    pub folder: TempDir,
    /// The table that was put on the clipboard last: as text, and with its shape.
    pub table: Arc<Mutex<Option<(String, String)>>>,
    /// How many keys were pressed since this was last set to nought.
    keys: usize,
}

impl Screen {
    /// Without a vault: the first screen.
    pub fn first() -> Self {
        Self::made(tempfile::tempdir().unwrap(), None, Harness::builder())
    }

    /// With a vault of these settings that is not there.
    pub fn last_open(name: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path().join(name);
        Self::made(folder, Some(vault), Harness::builder())
    }

    /// With this vault in this folder, as the settings know it.
    pub fn first_with(folder: TempDir, vault: PathBuf) -> Self {
        Self::made(folder, Some(vault), Harness::builder())
    }

    /// With a vault in which nothing stands yet.
    pub fn empty() -> Self {
        Self::filled(|_| {})
    }

    /// With the cases of housing nuisance of the annual report.
    pub fn housing() -> Self {
        Self::filled(|vault| bring_in(vault, HOUSING, "woonoverlast-2024.csv"))
    }

    /// With a vault that was filled beforehand.
    pub fn filled(fill: impl FnOnce(&mut Vault)) -> Self {
        Self::filled_with(fill, Harness::builder())
    }

    /// The same, on a harness of one's own.
    pub fn filled_with(fill: impl FnOnce(&mut Vault), builder: HarnessBuilder<Desk>) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path().join("kluis");
        fill(&mut Vault::create(&vault, now()).unwrap());
        Self::made(folder, Some(vault), builder)
    }

    /// On a clock that begins at [`now`] and goes on by as many minutes as are put in what comes with it.
    pub fn passing(fill: impl FnOnce(&mut Vault)) -> (Self, Arc<AtomicI64>) {
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path().join("kluis");
        fill(&mut Vault::create(&vault, now()).unwrap());
        let passed = Arc::new(AtomicI64::new(0));
        let minutes = Arc::clone(&passed);
        let clock = Clock::telling(move || now() + Duration::minutes(minutes.load(Relaxed)));
        let screen = Self::made_by(folder, Some(vault), Harness::builder(), clock);
        (screen, passed)
    }

    fn made(folder: TempDir, vault: Option<PathBuf>, builder: HarnessBuilder<Desk>) -> Self {
        Self::made_by(folder, vault, builder, clock())
    }

    /// With a vault that was filled beforehand, for somebody who never said who he is.
    pub fn for_a_stranger(fill: impl FnOnce(&mut Vault)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path().join("kluis");
        fill(&mut Vault::create(&vault, now()).unwrap());
        let line = |clock, _| Worker::inline(clock, ACTOR.to_owned());
        let (builder, clock) = (Harness::builder(), clock());
        let mut screen = Self::told(folder, Some(vault), builder, clock, line, None);
        screen.settle();
        screen
    }

    /// Another window on the same vault, with a clerk on a thread of his own who looks around, as in the program.
    pub fn beside(&self) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let vault = Some(self.vault_folder());
        let line =
            |clock, ctx: egui::Context| Worker::threaded(clock, "collega".to_owned(), ctx).unwrap();
        let mut screen = Self::on(folder, vault, Harness::builder(), clock(), line);
        screen.wait_until("the vault is open", |screen| !screen.rows().is_empty());
        screen
    }

    /// With a vault in which nothing stands yet, and its service on a thread of its own, as in the program.
    pub fn threaded(clock: Clock) -> Self {
        Self::threaded_on(clock, |_| {})
    }

    /// The same, on a vault with which this was done before.
    pub fn threaded_on(clock: Clock, prepare: impl FnOnce(&Path)) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let vault = folder.path().join("kluis");
        drop(Vault::create(&vault, now()).unwrap());
        prepare(&vault);
        let mut screen = Self::opening(folder, vault, clock);
        screen.wait_until("the vault is open", |screen| {
            screen.shows_part("lopende casussen")
        });
        screen
    }

    /// While a service on a thread of its own opens this vault.
    pub fn opening(folder: TempDir, vault: PathBuf, clock: Clock) -> Self {
        let line =
            |clock, ctx: egui::Context| Worker::threaded(clock, ACTOR.to_owned(), ctx).unwrap();
        Self::on(folder, Some(vault), Harness::builder(), clock, line)
    }

    /// Draws until something is so.
    pub fn wait_until(&mut self, what: &str, so: impl Fn(&Self) -> bool) {
        let begin = std::time::Instant::now();
        while !so(self) {
            assert!(
                begin.elapsed().as_secs() < 60,
                "waited in vain until {what}"
            );
            std::thread::sleep(std::time::Duration::from_millis(20));
            self.harness.step();
        }
    }

    fn made_by(
        folder: TempDir,
        vault: Option<PathBuf>,
        builder: HarnessBuilder<Desk>,
        clock: Clock,
    ) -> Self {
        let line = |clock, _| Worker::inline(clock, ACTOR.to_owned());
        let mut screen = Self::on(folder, vault, builder, clock, line);
        screen.settle();
        screen
    }

    fn on(
        folder: TempDir,
        vault: Option<PathBuf>,
        builder: HarnessBuilder<Desk>,
        clock: Clock,
        line: impl FnOnce(Clock, egui::Context) -> Worker,
    ) -> Self {
        let me = Some(Me::named(ACTOR));
        Self::told(folder, vault, builder, clock, line, me)
    }

    fn told(
        folder: TempDir,
        vault: Option<PathBuf>,
        builder: HarnessBuilder<Desk>,
        clock: Clock,
        line: impl FnOnce(Clock, egui::Context) -> Worker,
        me: Option<Me>,
    ) -> Self {
        // Settings that belong to no file: nothing outside the folder of the test is written.
        let mut settings = Settings::default();
        settings.vault = vault;
        settings.me = me;
        let table = Arc::new(Mutex::new(None));
        let put = Arc::clone(&table);
        let workplace = Workplace {
            settings,
            actor: ACTOR.to_owned(),
            clock: clock.clone(),
            clipboard: Clipboard::custom(move |text, html| {
                *put.lock().unwrap() = Some((text.to_owned(), html.to_owned()));
                Ok(())
            }),
        };
        let mut harness = builder
            .with_size([1440.0, 900.0])
            .with_max_steps(12)
            .build_eframe(|cc| {
                let worker = line(clock, cc.egui_ctx.clone());
                Desk::new(&cc.egui_ctx, workplace, worker)
            });
        harness.step();
        Self {
            harness,
            folder,
            table,
            keys: 0,
        }
    }

    /// Opens the search and types in it.
    pub fn search(&mut self, words: &str) {
        self.press_with(CTRL, Key::K);
        self.write(words);
    }

    /// Drops a file on the window.
    pub fn drop_file(&mut self, path: &Path) {
        self.drop_files(&[path]);
    }

    /// Drops several files on the window at once.
    pub fn drop_files(&mut self, paths: &[&Path]) {
        for path in paths {
            let file = Arc::new(Dropped((*path).to_owned()));
            self.harness.input_mut().dropped_files.push(file);
        }
        self.settle();
    }

    /// Where the vault of this screen is.
    pub fn vault_folder(&self) -> PathBuf {
        self.folder.path().join("kluis")
    }

    /// The vault through a connection of its own: another window.
    pub fn vault(&self) -> Vault {
        Vault::open(&self.vault_folder(), now()).unwrap()
    }

    /// Every case of a register as it is stored.
    pub fn stored(&self, register: &str) -> Vec<CaseFile> {
        let mut cases = Vec::new();
        let vault = self.vault();
        let store = vault.store(register).unwrap();
        store
            .each_case(register, &mut |case| cases.push(case))
            .unwrap();
        cases
    }

    /// Draws until the screen stands still; one that never does would keep a laptop warm.
    pub fn settle(&mut self) {
        self.harness.run();
    }

    /// How many keys a user pressed to come here: every key, every letter, and what is held down with them.
    pub fn keys_pressed(&self) -> usize {
        self.keys
    }

    /// Counts keys from here.
    pub fn count_keys(&mut self) {
        self.keys = 0;
    }

    /// Types what no key count is about: what a caller tells.
    pub fn write_freely(&mut self, text: &str) {
        let keys = self.keys;
        self.write(text);
        self.keys = keys;
    }

    /// What this user is typing, as it waits in the vault.
    pub fn drafts(&self) -> Vec<Draft> {
        let vault = self.vault();
        let drafts = vault
            .stores()
            .flat_map(|(_, store)| store.drafts(ACTOR).unwrap());
        drafts.collect()
    }

    /// Waits longer than what is typed may stay unkept. Every step is a quarter of a second on the clock of the window.
    pub fn pause(&mut self) {
        (0..4).for_each(|_| self.harness.step());
        self.settle();
    }

    /// Ends the program without a word and starts it again on the same vault.
    pub fn crash(self) -> Self {
        let Self {
            harness, folder, ..
        } = self;
        drop(harness);
        let vault = folder.path().join("kluis");
        Self::made(folder, Some(vault), Harness::builder())
    }

    /// Presses a key.
    pub fn press(&mut self, key: Key) {
        self.keys += 1;
        self.harness.key_press(key);
        self.settle();
    }

    /// Presses a key with others held down.
    pub fn press_with(&mut self, modifiers: Modifiers, key: Key) {
        let held = [
            modifiers.ctrl || modifiers.command,
            modifiers.alt,
            modifiers.shift,
        ];
        self.keys += 1 + held.into_iter().filter(|held| *held).count();
        self.harness.key_press_modifiers(modifiers, key);
        self.settle();
    }

    /// Presses a key this many times.
    pub fn press_times(&mut self, key: Key, times: usize) {
        (0..times).for_each(|_| self.press(key));
    }

    /// Types where the keyboard is.
    pub fn write(&mut self, text: &str) {
        self.keys += text.chars().count();
        self.harness.event(Event::Text(text.to_owned()));
        self.settle();
    }

    /// Presses the key of a letter, which also types it.
    pub fn letter(&mut self, letter: char) {
        self.keys += 1;
        let key = Key::from_name(&letter.to_uppercase().to_string()).unwrap();
        self.harness.key_down(key);
        self.harness.event(Event::Text(letter.to_string()));
        self.harness.key_up(key);
        self.settle();
    }

    /// The space bar, which also types a space.
    pub fn space(&mut self) {
        self.keys += 1;
        self.harness.key_down(Key::Space);
        self.harness.event(Event::Text(" ".to_owned()));
        self.harness.key_up(Key::Space);
        self.settle();
    }

    /// Fills in what a new case of housing nuisance has to have, as far as it is not typed yet: a house, and a kind.
    pub fn fill_required(&mut self) {
        if self.value("Huisnummer").is_empty() {
            self.tab_to("Huisnummer");
            self.write("1");
        }
        if self.value("Aard van de overlast").is_empty() {
            self.tab_to("Aard van de overlast");
            self.letter('h');
        }
    }

    /// Replaces the whole text of the field that has the keyboard.
    pub fn overwrite(&mut self, text: &str) {
        self.press_with(CTRL, Key::A);
        if text.is_empty() {
            self.press(Key::Delete);
        } else {
            self.write(text);
        }
    }

    /// Tabs on until the keyboard is on what has this name.
    pub fn tab_to(&mut self, name: &str) {
        let mut passed = Vec::new();
        for _ in 0..80 {
            if self.focused().as_deref() == Some(name) {
                return;
            }
            passed.push(self.focused().unwrap_or_default());
            self.press(Key::Tab);
        }
        panic!("Tab never comes to {name:?}; it passes {passed:?}");
    }

    /// Clicks what has this name.
    #[track_caller]
    pub fn click(&mut self, name: &str) {
        self.find(name).click();
        self.settle();
    }

    /// Clicks what has this name with keys held down.
    #[track_caller]
    pub fn click_with(&mut self, modifiers: Modifiers, name: &str) {
        self.find(name).click_modifiers(modifiers);
        self.settle();
    }

    /// Clicks one of several things that have the same name.
    #[track_caller]
    pub fn click_nth(&mut self, name: &str, place: usize) {
        let found = self.all_named(name);
        let Some(node) = found.get(place) else {
            panic!("{name:?} is {} times among {:#?}", found.len(), self.says());
        };
        node.click();
        self.settle();
    }

    /// Presses keys that may put something on the clipboard, and returns what.
    pub fn copy_with(&mut self, modifiers: Modifiers, key: Key) -> Option<String> {
        let texts = self.told_with(modifiers, key).into_iter();
        let mut texts = texts.filter_map(|command| match command {
            OutputCommand::CopyText(text) => Some(text),
            _ => None,
        });
        let copied = texts.next_back();
        let table = self.table.lock().unwrap().take();
        copied.or(table.map(|(text, _)| text))
    }

    /// Presses keys, and returns what the window tells the system.
    pub fn told_with(&mut self, modifiers: Modifiers, key: Key) -> Vec<OutputCommand> {
        let down = Event::Key {
            key,
            physical_key: None,
            pressed: true,
            repeat: false,
            modifiers,
        };
        let mut told = Vec::new();
        // One by one: what is put on the clipboard is told in the frame in which it happens, or in the next one.
        for event in [
            Event::ModifiersChanged(modifiers),
            down,
            Event::ModifiersChanged(Modifiers::NONE),
        ] {
            self.harness.event(event);
            self.harness.step();
            let commands = &self.harness.output().platform_output.commands;
            told.extend(commands.iter().cloned());
        }
        self.settle();
        told
    }
}

/// A file in the hand of the user.
#[derive(Debug)]
struct Dropped(PathBuf);

impl DroppedFile for Dropped {
    fn path(&self) -> &Path {
        &self.0
    }

    fn bytes(&self) -> Result<Vec<u8>, String> {
        std::fs::read(&self.0).map_err(|error| error.to_string())
    }
}
