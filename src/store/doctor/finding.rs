//! What the doctor finds.

use serde::Serialize;

use crate::store::error::StoreError;

/// What was found in a vault.
#[derive(Clone, Debug, Default)]
pub struct Checkup {
    /// Everything that is wrong, file by file.
    pub findings: Vec<Finding>,
}

impl Checkup {
    /// Whether nothing is wrong, or nothing any more.
    pub fn is_clean(&self) -> bool {
        self.findings.iter().all(|finding| finding.repaired)
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug)]
pub struct Finding {
    /// The name of the file in the vault; none where it is about no file of cases.
    pub file: Option<String>,
    /// What it is.
    pub kind: FindingKind,
    /// How often it was found in that file.
    pub count: u64,
    /// The cases that it is about, as far as they are known: register and number.
    pub cases: Vec<(String, String)>,
    /// Why a file, or the definitions, cannot be used.
    pub why: Option<StoreError>,
    /// How much of a damaged file can still be read.
    pub readable: Option<Readable>,
    /// The newest good backup in which it may still stand as it was.
    pub backup: Option<String>,
    /// Whether it was repaired.
    pub repaired: bool,
}

/// How many cases of a damaged file can be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Readable {
    /// So many.
    pub cases: u64,
    /// Of so many, as far as that is known.
    pub of: u64,
}

impl Finding {
    /// Something that was found in this file.
    pub(in crate::store) fn new(file: Option<&str>, kind: FindingKind, count: u64) -> Self {
        Self {
            file: file.map(str::to_owned),
            kind,
            count,
            cases: Vec::new(),
            why: None,
            readable: None,
            backup: None,
            repaired: false,
        }
    }
}

/// What can be wrong.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, strum::IntoStaticStr,
)]
#[serde(rename_all = "kebab-case")]
#[strum(serialize_all = "kebab-case")]
pub enum FindingKind {
    /// A file of a team is gone or empty.
    FileGone,
    /// A file of another team, another vault, another program or a newer version lies in its place.
    OtherFile,
    /// The write-ahead log beside a file is that of another copy of it.
    ForeignLog,
    /// A file cannot be read at all, because the disk or the system refuses.
    Unreadable,
    /// The pages of a file are damaged.
    Damaged,
    /// An index does not agree with its table.
    Index,
    /// The index of search does not agree with the words in it.
    SearchIndex,
    /// The state of a case cannot be read.
    CaseUnreadable,
    /// A case is otherwise than its history says.
    Case,
    /// The history of a case has a gap, or cannot be read.
    History,
    /// A step in the history belongs to no case or entry.
    RevisionWithoutCase,
    /// An entry of a timeline cannot be read.
    EntryUnreadable,
    /// An entry of a timeline is otherwise than its history says.
    Entry,
    /// An entry stands on the timeline of no case.
    EntryWithoutCase,
    /// A document belongs to no entry.
    DocumentWithoutEntry,
    /// An entry says that it holds a document, which is not there.
    DocumentGone,
    /// An entry links its case to one that does not exist.
    Link,
    /// What is counted of a case does not agree with it.
    Counted,
    /// The codes of what is counted are not in a row.
    Codes,
    /// A case is found by other words than it says.
    SearchText,
    /// A case is found at another address than it says.
    Place,
    /// The work that is to be done does not agree with the case.
    Task,
    /// Half of an action in two files waits for the other one.
    Half,
    /// A draft cannot be read.
    Draft,
    /// A case of a damaged file could not be saved.
    CaseLost,
    /// A case was put together by a repair from what can still be read of it, and may lack something.
    CaseIncomplete,
    /// The definitions have mistakes.
    Definitions,
}

impl FindingKind {
    /// Whether there may be something that a repair can do about it.
    pub(super) fn may_be_mended(self) -> bool {
        !matches!(
            self,
            Self::FileGone
                | Self::OtherFile
                | Self::Unreadable
                | Self::DocumentGone
                | Self::Link
                | Self::Definitions
                | Self::CaseLost
                | Self::CaseIncomplete
        )
    }

    /// Whether a backup may have what is missing.
    pub(super) fn may_be_in_backup(self) -> bool {
        matches!(
            self,
            Self::Damaged | Self::DocumentGone | Self::CaseLost | Self::CaseIncomplete
        )
    }

    /// The name that is the same in every language.
    pub fn name(self) -> &'static str {
        self.into()
    }
}
