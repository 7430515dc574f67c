//! `backup`: making, listing, verifying and putting back copies of a vault.

use std::path::Path;

use chrono::SecondsFormat;
use serde::Serialize;

use super::answer::{Answer, SOMETHING_REFUSED};
use super::arguments::backup::{
    Backup as Command, ListBackups, MakeBackup, RestoreBackup, VerifyBackup,
};
use super::context::Context;
use super::error::CommandError;
use super::grid::{Column, Grid};
use super::printing::{Printed, number};
use crate::language::{Explain, Language};
use crate::store::{Backup, BackupKind, Backups, StoreError, Vault};

/// Carries out a command about backups.
pub(super) fn run(asked: &Command, context: &Context<'_>) -> Result<Answer, CommandError> {
    match asked {
        Command::Make(asked) => make(asked, context),
        Command::List(asked) => list(asked, context),
        Command::Verify(asked) => verify(asked, context),
        Command::Restore(asked) => restore(asked, context),
    }
}

/// The backups in the vault, or in the folder that is named.
fn place(from: Option<&Path>, context: &Context<'_>) -> Result<Backups, CommandError> {
    let vault = context.folder()?;
    Ok(match from {
        Some(folder) => Backups::at(&vault, folder),
        None => Backups::of(&vault),
    })
}

fn make(asked: &MakeBackup, context: &Context<'_>) -> Result<Answer, CommandError> {
    let (folder, now) = (context.folder()?, context.clock.now());
    if !Vault::exists(&folder) {
        return Err(CommandError::NoVault(folder));
    }
    let own = Backups::of(&folder);
    // A vault that cannot be opened says no longer how long its cases may be kept; then no backup of it is too old.
    let opened = context.open().ok();
    let years = opened.map_or(u16::MAX, |vault| vault.registers().shortest_retention());
    let made = own.make_everywhere(BackupKind::Manual, now, years)?;
    let mut places = vec![(own, made.backup.name.clone())];
    if let Some(to) = &asked.to {
        let second = Backups::at(&folder, to);
        let copy = second.keep_copy(&made.backup, now, years)?;
        places.push((second, copy.name));
    }
    let refused = made.missing.iter().chain(&made.second);
    let remarks: Vec<String> = refused.map(|why| why.explain(context.language)).collect();
    let text = places.iter().map(|(place, name)| {
        let made = [
            ("name", name.as_str().into()),
            ("cases", made.backup.cases().unwrap_or(0).into()),
            ("files", made.backup.files.len().into()),
            ("folder", place.folder().display().to_string().into()),
        ];
        context.language.say("backup-made", &made) + "\n"
    });
    Ok(Answer {
        code: if remarks.is_empty() {
            0
        } else {
            SOMETHING_REFUSED
        },
        remarks,
        ..Answer::all_well(text.collect())
    })
}

fn list(asked: &ListBackups, context: &Context<'_>) -> Result<Answer, CommandError> {
    let backups = place(asked.from.as_deref(), context)?;
    let list = List(backups.list()?);
    Ok(Answer::all_well(
        list.printed(asked.format, context.language)?,
    ))
}

fn verify(asked: &VerifyBackup, context: &Context<'_>) -> Result<Answer, CommandError> {
    let backups = place(asked.from.as_deref(), context)?;
    let name = match &asked.name {
        Some(name) => name.clone(),
        None => newest(&backups)?,
    };
    let found = backups.verify(&name, context.clock.now())?;
    let told = [
        ("name", found.name.as_str().into()),
        ("cases", found.cases().unwrap_or(0).into()),
        ("files", found.files.len().into()),
    ];
    let told = context.language.say("backup-verified", &told);
    Ok(Answer::all_well(told + "\n"))
}

fn newest(backups: &Backups) -> Result<String, StoreError> {
    let newest = backups.list()?.into_iter().next();
    let newest = newest.ok_or_else(|| StoreError::NoSuchBackup {
        name: String::new(),
        folder: backups.folder().to_owned(),
        newest: None,
    })?;
    Ok(newest.name)
}

fn restore(asked: &RestoreBackup, context: &Context<'_>) -> Result<Answer, CommandError> {
    let backups = place(asked.from.as_deref(), context)?;
    let (now, language) = (context.clock.now(), context.language);
    let lines = match asked.dry_run {
        true => {
            let mut lines = backups
                .plan(&asked.name, &asked.teams, now)?
                .lines(language);
            lines.push(language.text("restore-dry-run"));
            lines
        }
        false => backups
            .restore(&asked.name, &asked.teams, now)?
            .lines(language),
    };
    let text: String = lines.into_iter().map(|line| line + "\n").collect();
    Ok(Answer::all_well(text))
}

/// Backups, printed.
struct List(Vec<Backup>);

impl List {
    const NAMES: [&str; 5] = ["name", "made", "kind", "verified", "cases"];
}

#[derive(Serialize)]
struct Line<'a> {
    name: &'a str,
    made: String,
    kind: BackupKind,
    verified: bool,
    cases: Option<u64>,
}

impl<'a> Line<'a> {
    fn of(backup: &'a Backup) -> Self {
        Self {
            name: &backup.name,
            made: backup.made.to_rfc3339_opts(SecondsFormat::Secs, true),
            kind: backup.kind,
            verified: backup.verified.is_some(),
            cases: backup.cases(),
        }
    }
}

impl Printed for List {
    fn text(&self, language: Language) -> String {
        if self.0.is_empty() {
            return language.text("backup-no-backups") + "\n";
        }
        let of = |heading: &str, cell: &dyn Fn(&Backup) -> String| {
            let cells = self.0.iter().map(cell).collect();
            Column::words(language.text(heading), cells)
        };
        let cases = |backup: &Backup| match backup.cases() {
            Some(cases) => number(cases, language),
            None => language.text("backup-unknown-cases"),
        };
        let made = |backup: &Backup| language.moment(backup.made);
        let verified = |backup: &Backup| match backup.verified {
            Some(_) => language.text("backup-is-verified"),
            None => language.text("backup-not-verified"),
        };
        let numbers = self.0.iter().map(cases).collect();
        let columns = vec![
            of("backup-name", &|backup| backup.name.clone()),
            of("backup-when", &made),
            of("backup-why", &|backup| backup.kind.label(language)),
            of("backup-checked", &verified),
            Column::numbers(vec![language.text("backup-cases")], numbers),
        ];
        Grid { columns, totals: 0 }.text()
    }

    fn records(&self, _: Language) -> Vec<Vec<String>> {
        let header = Self::NAMES.map(str::to_owned).to_vec();
        let rows = self.0.iter().map(Line::of).map(|line| {
            vec![
                line.name.to_owned(),
                line.made,
                line.kind.name().to_owned(),
                line.verified.to_string(),
                line.cases
                    .map_or_else(String::new, |cases| cases.to_string()),
            ]
        });
        [header].into_iter().chain(rows).collect()
    }

    fn json(&self, _: Language) -> impl Serialize {
        self.0.iter().map(Line::of).collect::<Vec<_>>()
    }
}
