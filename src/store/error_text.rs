//! How is said what can go wrong with what is kept.

use std::path::Path;

use chrono::{DateTime, Utc};
use chrono_tz::Europe::Amsterdam;

use super::StoreError;
use super::dossier::LARGEST_DOCUMENT;
use crate::language::{Argument, Explain, Language};

impl Explain for StoreError {
    fn explain(&self, language: Language) -> String {
        let say = |id, arguments: &[(&str, Argument<'_>)]| language.say(id, arguments);
        match self {
            Self::Conflict {
                register,
                number,
                stored: _,
            } => say(
                "store-conflict",
                &[("register", register.into()), ("number", number.into())],
            ),
            Self::NumberTaken { register, number } => say(
                "store-number-taken",
                &[("register", register.into()), ("number", number.into())],
            ),
            Self::DraftStored { register, number } => say(
                "store-draft-stored",
                &[("register", register.into()), ("number", number.into())],
            ),
            Self::EntryConflict { register, number } => say(
                "store-entry-conflict",
                &[("register", register.into()), ("number", number.into())],
            ),
            Self::SharedConflict { kind: _, id } => {
                say("store-shared-conflict", &[("id", id.into())])
            }
            Self::SharedUnreadable { kind, id } => say(
                "store-shared-unreadable",
                &[("kind", kind.into()), ("id", id.into())],
            ),
            Self::ChangedSince {
                register,
                number,
                thing,
                now,
                actor,
                recorded,
            } => say(
                "store-changed-since",
                &[
                    ("register", register.into()),
                    ("number", number.into()),
                    ("thing", thing.text(language).into()),
                    ("now", now.text(language).into()),
                    ("actor", actor.into()),
                    ("moment", moment(*recorded).into()),
                ],
            ),
            Self::Merge(error) => error.explain(language),
            Self::NothingToUndo(operation) => {
                say("store-nothing-to-undo", &[("operation", operation.into())])
            }
            Self::Withdrawn {
                register,
                number,
                into,
            } => {
                let mut blanks = vec![("register", register.into()), ("number", number.into())];
                let Some(into) = into else {
                    return say("store-taken-back", &blanks);
                };
                blanks.push(("into", into.into()));
                say("store-merged", &blanks)
            }
            Self::MissingEntry => language.text("store-missing-entry"),
            Self::DocumentTooLarge { file, size } => say(
                "store-document-too-large",
                &[
                    ("file", file.display().to_string().into()),
                    ("size", megabytes(*size).into()),
                    ("most", megabytes(LARGEST_DOCUMENT).into()),
                ],
            ),
            Self::NoDocument => language.text("store-no-document"),
            Self::ViewOfAnother { name } => {
                language.say("store-view-of-another", &[("view", name.into())])
            }
            Self::MissingCase { register } => {
                say("store-missing-case", &[("register", register.into())])
            }
            Self::Invalid {
                register,
                number,
                problems,
            } => {
                let problems: Vec<String> = problems
                    .iter()
                    .map(|problem| {
                        format!("{}: {}", problem.subject, problem.fault.explain(language))
                    })
                    .collect();
                let problems = problems.join("; ");
                let mut blanks = vec![("register", register.into()), ("problems", problems.into())];
                let Some(number) = number else {
                    return say("store-invalid-new", &blanks);
                };
                blanks.push(("number", number.into()));
                say("store-invalid", &blanks)
            }
            Self::CodesExhausted { register, field } => say(
                "store-codes-exhausted",
                &[("register", register.into()), ("field", field.into())],
            ),
            Self::UnknownRegister { register, known } => say(
                "store-unknown-register",
                &[
                    ("register", register.into()),
                    ("known", known.join(", ").into()),
                ],
            ),
            Self::DefinitionChanged { register } => {
                say("store-definition-changed", &[("register", register.into())])
            }
            Self::ChoiceInUse {
                register,
                choice,
                cases,
            } => say(
                "store-choice-in-use",
                &[
                    ("register", register.into()),
                    ("choice", choice.text(language).into()),
                    ("cases", counted(*cases)),
                ],
            ),
            Self::FieldInUse {
                register,
                field,
                cases,
            } => say(
                "store-field-in-use",
                &[
                    ("register", register.into()),
                    ("field", field.text(language).into()),
                    ("cases", counted(*cases)),
                ],
            ),
            Self::RegisterInUse {
                register,
                key,
                cases,
            } => say(
                "store-register-in-use",
                &[
                    ("register", register.into()),
                    ("key", key.into()),
                    ("cases", counted(*cases)),
                ],
            ),
            Self::Definitions(mistakes) => {
                let count = [("count", (mistakes.len() as i64).into())];
                let lines = mistakes.iter().map(|mistake| mistake.explain(language));
                std::iter::once(say("store-definitions", &count))
                    .chain(lines)
                    .collect::<Vec<_>>()
                    .join("\n")
            }
            Self::NotAVault(folder) => say("store-not-a-vault", &[("folder", shown(folder))]),
            Self::VaultExists(folder) => say("store-vault-exists", &[("folder", shown(folder))]),
            Self::FolderNotEmpty { folder, found } => say(
                "store-folder-not-empty",
                &[("folder", shown(folder)), ("found", found.into())],
            ),
            Self::FileExists(file) => say("store-file-exists", &[("file", shown(file))]),
            Self::FileGone { file, last_backup } => {
                with_backup(language, "store-file-gone", file, last_backup.as_deref())
            }
            Self::Damaged { file, last_backup } => {
                with_backup(language, "store-damaged", file, last_backup.as_deref())
            }
            Self::Newer {
                file,
                version,
                supported,
            } => say(
                "store-newer",
                &[
                    ("file", shown(file)),
                    ("version", (*version).into()),
                    ("supported", (*supported).into()),
                ],
            ),
            Self::OldSqlite { version } => say("store-old-sqlite", &[("version", version.into())]),
            Self::NetworkShare(folder) => say("store-network-share", &[("folder", shown(folder))]),
            Self::Busy { file } => say("store-busy", &[("file", shown(file))]),
            Self::Disk { path, source } => say(
                "store-disk",
                &[("path", shown(path)), ("reason", source.to_string().into())],
            ),
            Self::Sqlite { file, source } => say(
                "store-sqlite",
                &[("file", shown(file)), ("reason", source.to_string().into())],
            ),
        }
    }
}

/// What is wrong with the file, and the way to its last backup.
fn with_backup(language: Language, id: &str, file: &Path, backup: Option<&Path>) -> String {
    let wrong = language.say(id, &[("file", shown(file))]);
    let way_out = match backup {
        Some(backup) => language.say("store-last-backup", &[("backup", shown(backup))]),
        None => language.text("store-no-backup"),
    };
    format!("{wrong} {way_out}")
}

fn shown(path: &Path) -> Argument<'static> {
    path.display().to_string().into()
}

/// An instant by the clock in Amsterdam.
fn moment(recorded: DateTime<Utc>) -> String {
    let local = recorded.with_timezone(&Amsterdam);
    local.format("%d-%m-%Y %H:%M").to_string()
}

fn counted(cases: u64) -> Argument<'static> {
    i64::try_from(cases).unwrap_or(i64::MAX).into()
}

/// A size in whole megabytes, rounded up: a file that is just too large must not look as if it fits.
fn megabytes(bytes: u64) -> i64 {
    i64::try_from(bytes.div_ceil(1024 * 1024)).unwrap_or(i64::MAX)
}
