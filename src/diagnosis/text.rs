//! A diagnosis in words.

use std::fmt::{Display, Write};

use super::Diagnosis;
use super::graphics::Graphics;
use super::system::System;
use crate::language::Language;
use crate::store::{FileContent, FileFacts, VaultFacts, newest_version, sqlite_version};

/// What stands for the folder of the vault: its own name may be that of a person.
const VAULT: &str = "<vault>";

/// The text of a diagnosis.
pub(super) fn text(diagnosis: &Diagnosis, language: Language) -> String {
    let mut text = Text {
        language,
        written: String::new(),
    };
    text.about(diagnosis);
    text.program();
    text.system(&diagnosis.system);
    text.graphics(&diagnosis.graphics);
    text.settings(&diagnosis.settings);
    text.vault(diagnosis.vault.as_ref());
    text.log(&diagnosis.log);
    text.written
}

/// A text that is being written.
struct Text {
    language: Language,
    written: String,
}

impl Text {
    fn about(&mut self, diagnosis: &Diagnosis) {
        self.say("diagnosis-title");
        self.say("diagnosis-about");
        self.line("diagnosis-made", diagnosis.made.format("%Y-%m-%d %H:%M:%S"));
    }

    fn program(&mut self) {
        self.section("diagnosis-program");
        self.line("diagnosis-version", env!("CARGO_PKG_VERSION"));
        self.line("diagnosis-built-for", env!("BUILT_FOR"));
        self.line("diagnosis-built-with", env!("BUILT_WITH"));
        self.line("diagnosis-sqlite", sqlite_version());
    }

    fn system(&mut self, system: &System) {
        self.section("diagnosis-system");
        self.line("diagnosis-os", &system.name);
        self.maybe("diagnosis-processors", system.processors);
        self.line("diagnosis-window-system", &system.window_system);
    }

    fn graphics(&mut self, graphics: &Graphics) {
        let Graphics {
            renderer,
            adapters,
            scale,
        } = graphics;
        self.section("diagnosis-graphics");
        self.known_or("diagnosis-renderer", *renderer, "diagnosis-no-window");
        for adapter in adapters {
            self.line("diagnosis-adapter", adapter);
        }
        if adapters.is_empty() {
            self.known_or("diagnosis-adapter", None::<&str>, "diagnosis-no-adapter");
        }
        self.known_or("diagnosis-scale", *scale, "diagnosis-no-window");
    }

    fn settings(&mut self, settings: &[(&'static str, String)]) {
        self.section("diagnosis-settings");
        for (label, value) in settings {
            self.line(label, value);
        }
    }

    fn vault(&mut self, vault: Option<&(String, VaultFacts)>) {
        self.section("diagnosis-vault");
        let Some((label, facts)) = vault else {
            self.say("diagnosis-no-vault");
            return;
        };
        self.line("diagnosis-folder", format!("{VAULT} (vault=\"{label}\")"));
        self.maybe("diagnosis-network", facts.network.map(|on| self.yes(on)));
        match facts.definitions {
            Ok(registers) => self.line("diagnosis-registers", registers),
            Err(Some(mistakes)) => self.line("diagnosis-mistakes", mistakes),
            Err(None) => self.maybe("diagnosis-registers", None::<usize>),
        }
        self.line("diagnosis-newest-version", newest_version());
        for file in &facts.files {
            self.file(file);
        }
        self.line("diagnosis-other-files", facts.others);
    }

    fn file(&mut self, file: &FileFacts) {
        self.written.push('\n');
        self.line("diagnosis-file", format!("{VAULT}/{}.db", file.team));
        self.maybe("diagnosis-bytes", file.bytes);
        self.line("diagnosis-bytes-waiting", file.bytes_waiting);
        match &file.content {
            Ok(content) => self.content(content),
            Err(error) => self.line("diagnosis-unreadable", <&'static str>::from(error)),
        }
    }

    fn content(&mut self, content: &FileContent) {
        self.line("diagnosis-file-version", content.version);
        self.line("diagnosis-page-size", content.page_size);
        self.line("diagnosis-pages", content.pages);
        self.line("diagnosis-free-pages", content.free_pages);
        let whole = match content.problems {
            0 => self.language.text("diagnosis-whole"),
            problems => problems.to_string(),
        };
        self.line("diagnosis-problems", whole);
        for register in &content.registers {
            let counts = [
                ("register", register.register.as_str().into()),
                ("cases", register.cases.into()),
                ("entries", register.entries.into()),
            ];
            let counts = self.language.say("diagnosis-register", &counts);
            self.written += &counts;
            self.written.push('\n');
        }
    }

    fn log(&mut self, lines: &[String]) {
        self.section("diagnosis-log");
        if lines.is_empty() {
            self.say("diagnosis-no-log");
        }
        for line in lines {
            self.written += line;
            self.written.push('\n');
        }
    }

    /// A sentence on a line of its own.
    fn say(&mut self, id: &str) {
        self.written += &self.language.text(id);
        self.written.push('\n');
    }

    fn section(&mut self, id: &str) {
        self.written += "\n# ";
        self.say(id);
    }

    /// A label and its value.
    fn line(&mut self, label: &str, value: impl Display) {
        let label = self.language.text(label);
        // Writing in a string never fails.
        let _ = writeln!(self.written, "{label}: {value}");
    }

    /// A label and its value, where that is known.
    fn maybe(&mut self, label: &str, value: Option<impl Display>) {
        self.known_or(label, value, "diagnosis-unknown");
    }

    /// A label and its value, or this text where that is not known.
    fn known_or(&mut self, label: &str, value: Option<impl Display>, unknown: &str) {
        match value {
            Some(value) => self.line(label, value),
            None => self.line(label, self.language.text(unknown)),
        }
    }

    fn yes(&self, yes: bool) -> String {
        self.language.text(if yes { "yes" } else { "no" })
    }
}
