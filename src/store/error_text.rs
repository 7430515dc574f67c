//! The sentences of the errors of the store.

use std::path::Path;

use chrono::{DateTime, Utc};
use chrono_tz::Europe::Amsterdam;

use super::documents::LARGEST_DOCUMENT;
use super::error::StoreError;
use crate::language::{Argument, Explain, Language};
use crate::register::CaseProblem;

impl Explain for StoreError {
    fn explain(&self, language: Language) -> String {
        let sentence = || language.say(self.text_id(), &self.arguments(language));
        match self {
            Self::Definitions(mistakes) => {
                let lines = mistakes.iter().map(|mistake| mistake.explain(language));
                let lines: Vec<String> = std::iter::once(sentence()).chain(lines).collect();
                lines.join("\n")
            }
            Self::FileGone { last_backup, .. }
            | Self::Damaged { last_backup, .. }
            | Self::OtherTeam { last_backup, .. }
            | Self::OtherVault { last_backup, .. }
            | Self::OtherProgram { last_backup, .. } => {
                let way_out = match last_backup {
                    Some(backup) => language.say("store-last-backup", &[("backup", backup.into())]),
                    None => language.text("store-no-backup"),
                };
                format!("{} {way_out}", sentence())
            }
            _ => sentence(),
        }
    }
}

impl StoreError {
    /// The text that says what went wrong.
    fn text_id(&self) -> &'static str {
        match self {
            Self::Conflict { .. } => "store-conflict",
            Self::NumberTaken { .. } => "store-number-taken",
            Self::DraftStored { .. } => "store-draft-stored",
            Self::EntryConflict { .. } => "store-entry-conflict",
            Self::ChangedSince { .. } => "store-changed-since",
            Self::Merge(error) => error.text_id(),
            Self::NothingToUndo(_) => "store-nothing-to-undo",
            Self::OtherHalfMissing { .. } => "store-other-half-missing",
            Self::Withdrawn { into: None, .. } => "store-taken-back",
            Self::Withdrawn { into: Some(_), .. } => "store-merged",
            Self::MissingEntry => "store-missing-entry",
            Self::DocumentTooLarge { .. } => "store-document-too-large",
            Self::SharedConflict { .. } => "store-shared-conflict",
            Self::SharedUnreadable { .. } => "store-shared-unreadable",
            Self::NoDocument => "store-no-document",
            Self::ViewOfAnother { .. } => "store-view-of-another",
            Self::MissingCase { .. } => "store-missing-case",
            Self::Invalid { number: None, .. } => "store-invalid-new",
            Self::Invalid {
                number: Some(_), ..
            } => "store-invalid",
            Self::CodesExhausted { .. } => "store-codes-exhausted",
            Self::UnknownRegister { .. } => "store-unknown-register",
            Self::DefinitionChanged { .. } => "store-definition-changed",
            Self::ChoiceInUse { .. } => "store-choice-in-use",
            Self::FieldInUse { .. } => "store-field-in-use",
            Self::RegisterInUse { .. } => "store-register-in-use",
            Self::Definitions(_) => "store-definitions",
            Self::NotAVault(_) => "store-not-a-vault",
            Self::VaultExists(_) => "store-vault-exists",
            Self::NoSuchGroup(_) => "store-no-such-group",
            Self::VaultIsAddress(_) => "store-vault-is-address",
            Self::NotAFile(_) => "store-not-a-file",
            Self::VaultInUse(_) => "store-vault-in-use",
            Self::FolderNotEmpty { .. } => "store-folder-not-empty",
            Self::FileExists(_) => "store-file-exists",
            Self::FileGone { .. } => "store-file-gone",
            Self::Damaged { .. } => "store-damaged",
            Self::OtherTeam { .. } => "store-other-team",
            Self::OtherVault { .. } => "store-other-vault",
            Self::OtherProgram { .. } => "store-other-program",
            Self::ForeignLog { .. } => "store-foreign-log",
            Self::NoSuchBackup { newest: None, .. } => "backup-none",
            Self::NoSuchBackup { .. } => "backup-unknown",
            Self::BackupDamaged { .. } => "backup-damaged",
            Self::BackupOfAnother { .. } => "backup-of-another",
            Self::SecondFolderInVault(_) => "backup-second-in-vault",
            Self::NotInBackup { .. } => "backup-without-team",
            Self::FileReplaced { .. } => "store-file-replaced",
            Self::NoPermission(_) => "store-no-permission",
            Self::ReadOnly(_) => "store-read-only",
            Self::FolderInPlace(_) => "store-folder-in-place",
            Self::DiskFull(_) => "store-disk-full",
            Self::DiskFailed { .. } => "store-disk-failed",
            Self::Newer { .. } => "store-newer",
            Self::OldSqlite(_) => "store-old-sqlite",
            Self::NetworkShare(_) => "store-network-share",
            Self::SyncedFolder(..) => "store-synced-folder",
            Self::ClockOff(_) => "store-clock-off",
            Self::Stopped => "store-stopped",
            Self::Busy { .. } => "store-busy",
            Self::Disk { .. } => "store-disk",
            Self::Sqlite { .. } => "store-sqlite",
        }
    }

    /// The arguments of that text.
    #[expect(
        clippy::too_many_lines,
        reason = "one line an error: the compiler sees that none is missing"
    )]
    fn arguments(&self, language: Language) -> Vec<(&'static str, Argument<'_>)> {
        match self {
            Self::Merge(_) | Self::MissingEntry | Self::NoDocument | Self::Stopped => Vec::new(),
            Self::Conflict {
                register, number, ..
            }
            | Self::NumberTaken { register, number }
            | Self::DraftStored { register, number }
            | Self::EntryConflict { register, number } => {
                vec![("register", register.into()), ("number", number.into())]
            }
            Self::Withdrawn {
                register,
                number,
                into,
            } => vec![
                ("register", register.into()),
                ("number", number.into()),
                ("into", into.as_deref().unwrap_or_default().into()),
            ],
            Self::ChangedSince {
                register,
                number,
                thing,
                now,
                actor,
                recorded,
            } => vec![
                ("register", register.into()),
                ("number", number.into()),
                ("thing", thing.text(language).into()),
                ("now", now.text(language).into()),
                ("actor", actor.into()),
                ("moment", moment(*recorded).into()),
            ],
            Self::Invalid {
                register,
                number,
                problems,
            } => vec![
                ("register", register.into()),
                ("number", number.as_deref().unwrap_or_default().into()),
                ("problems", listed(problems, language).into()),
            ],
            Self::NothingToUndo(operation) => vec![("operation", operation.into())],
            Self::DocumentTooLarge { file, size } => vec![
                ("file", shown(file)),
                ("size", megabytes(*size).into()),
                ("most", megabytes(LARGEST_DOCUMENT).into()),
            ],
            Self::SharedConflict { kind, id } | Self::SharedUnreadable { kind, id } => {
                vec![("kind", kind.into()), ("id", id.into())]
            }
            Self::ViewOfAnother { name } => vec![("view", name.into())],
            Self::MissingCase { register }
            | Self::DefinitionChanged { register }
            | Self::OtherHalfMissing { register } => {
                vec![("register", register.into())]
            }
            Self::CodesExhausted { register, field } => {
                vec![("register", register.into()), ("field", field.into())]
            }
            Self::UnknownRegister { register, known } => vec![
                ("register", register.into()),
                ("known", known.join(", ").into()),
            ],
            Self::ChoiceInUse {
                register,
                choice,
                cases,
            } => in_use(register, *cases, ("choice", choice.text(language).into())),
            Self::FieldInUse {
                register,
                field,
                cases,
            } => in_use(register, *cases, ("field", field.text(language).into())),
            Self::RegisterInUse {
                register,
                key,
                cases,
            } => in_use(register, *cases, ("key", key.into())),
            Self::Definitions(mistakes) => vec![("count", (mistakes.len() as i64).into())],
            Self::NotAVault(folder)
            | Self::VaultExists(folder)
            | Self::VaultInUse(folder)
            | Self::NetworkShare(folder)
            | Self::SecondFolderInVault(folder) => {
                vec![("folder", shown(folder))]
            }
            Self::SyncedFolder(folder, service) => {
                vec![("folder", shown(folder)), ("service", (*service).into())]
            }
            Self::ClockOff(now) => vec![("now", now.date_naive().to_string().into())],
            Self::FolderNotEmpty { folder, found } => {
                vec![("folder", shown(folder)), ("found", found.into())]
            }
            Self::NoSuchGroup(group) => vec![("group", group.into())],
            Self::VaultIsAddress(address) => vec![("address", address.into())],
            Self::FileExists(file)
            | Self::NotAFile(file)
            | Self::FileGone { file, .. }
            | Self::Damaged { file, .. }
            | Self::OtherVault { file, .. }
            | Self::OtherProgram { file, .. }
            | Self::FileReplaced { file }
            | Self::NoPermission(file)
            | Self::ReadOnly(file)
            | Self::FolderInPlace(file)
            | Self::DiskFull(file)
            | Self::Busy { file } => vec![("file", shown(file))],
            Self::OtherTeam {
                file, holds, team, ..
            } => vec![
                ("file", shown(file)),
                ("holds", holds.into()),
                ("team", team.into()),
            ],
            Self::ForeignLog { file, log } => vec![("file", shown(file)), ("log", shown(log))],
            Self::NoSuchBackup {
                name,
                folder,
                newest,
            } => vec![
                ("name", name.into()),
                ("folder", shown(folder)),
                ("newest", newest.as_deref().unwrap_or_default().into()),
            ],
            Self::BackupDamaged { name, file } => {
                vec![("name", name.into()), ("file", shown(file))]
            }
            Self::BackupOfAnother { name } => vec![("name", name.into())],
            Self::NotInBackup { name, team, known } => vec![
                ("name", name.into()),
                ("team", team.into()),
                ("known", known.join(", ").into()),
            ],
            Self::Newer {
                file,
                version,
                supported,
            } => vec![
                ("file", shown(file)),
                ("version", (*version).into()),
                ("supported", (*supported).into()),
            ],
            Self::OldSqlite(version) => vec![("version", version.into())],
            Self::Disk { path, source } => {
                vec![("path", shown(path)), ("reason", source.to_string().into())]
            }
            Self::Sqlite { file, source } | Self::DiskFailed { file, source } => {
                vec![("file", shown(file)), ("reason", source.to_string().into())]
            }
        }
    }
}

/// The arguments for something that cannot be removed or changed, because cases have it.
fn in_use<'a>(
    register: &'a str,
    cases: u64,
    thing: (&'static str, Argument<'a>),
) -> Vec<(&'static str, Argument<'a>)> {
    let cases = i64::try_from(cases).unwrap_or(i64::MAX);
    vec![
        ("register", register.into()),
        ("cases", cases.into()),
        thing,
    ]
}

/// Everything that the definition does not allow, in one line.
fn listed(problems: &[CaseProblem], language: Language) -> String {
    let problems = problems.iter();
    let lines: Vec<String> = problems
        .map(|problem| format!("{}: {}", problem.subject, problem.fault.explain(language)))
        .collect();
    lines.join("; ")
}

fn shown(path: &Path) -> Argument<'static> {
    path.display().to_string().into()
}

/// An instant by the clock in Amsterdam.
fn moment(recorded: DateTime<Utc>) -> String {
    let local = recorded.with_timezone(&Amsterdam);
    local.format("%d-%m-%Y %H:%M").to_string()
}

/// A size in whole megabytes, rounded up: a file that is just too large must not look as if it fits.
fn megabytes(bytes: u64) -> i64 {
    i64::try_from(bytes.div_ceil(1024 * 1024)).unwrap_or(i64::MAX)
}
