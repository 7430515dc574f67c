//! What the doctor found, in words.

use super::finding::{Checkup, Finding, FindingKind};
use crate::language::{Explain, Language};
use crate::store::backup::text::named;

impl Checkup {
    /// A sentence on each thing that is wrong; one that nothing is where that is so.
    pub fn lines(&self, language: Language) -> Vec<String> {
        if self.findings.is_empty() {
            return vec![language.text("doctor-clean")];
        }
        let findings = self.findings.iter();
        findings.map(|finding| finding.line(language)).collect()
    }
}

impl Finding {
    /// What is wrong, where, how often, in which cases, and what there is to do.
    pub fn line(&self, language: Language) -> String {
        let file = self.file.as_deref().unwrap_or_default();
        let about = [
            ("file", file.into()),
            (
                "count",
                i64::try_from(self.count).unwrap_or(i64::MAX).into(),
            ),
        ];
        let what = match &self.why {
            Some(why) => why.explain(language),
            None => language.say(self.kind.text_id(), &about),
        };
        let readable = self.readable.map(|readable| {
            let number = |count| i64::try_from(count).unwrap_or(i64::MAX).into();
            let of = [
                ("cases", number(readable.cases)),
                ("of", number(readable.of)),
            ];
            language.say("doctor-readable", &of)
        });
        let cases = (!self.cases.is_empty()).then(|| {
            let numbers = named(&self.cases, language);
            language.say("doctor-cases", &[("numbers", numbers.into())])
        });
        let backup = self
            .backup
            .as_ref()
            .map(|backup| language.say("store-last-backup", &[("backup", backup.into())]));
        let repaired = self.repaired.then(|| language.text("doctor-repaired"));
        let parts = [Some(what), readable, cases, backup, repaired]
            .into_iter()
            .flatten();
        parts.collect::<Vec<_>>().join(" ")
    }
}

impl FindingKind {
    /// The sentence about it.
    fn text_id(self) -> &'static str {
        match self {
            Self::FileGone => "doctor-file-gone",
            Self::OtherFile => "doctor-other-file",
            Self::ForeignLog => "doctor-foreign-log",
            Self::Unreadable => "doctor-unreadable",
            Self::Damaged => "doctor-damaged",
            Self::Index => "doctor-index",
            Self::SearchIndex => "doctor-search-index",
            Self::CaseUnreadable => "doctor-case-unreadable",
            Self::Case => "doctor-case",
            Self::History => "doctor-history",
            Self::RevisionWithoutCase => "doctor-revision-without-case",
            Self::EntryUnreadable => "doctor-entry-unreadable",
            Self::Entry => "doctor-entry",
            Self::EntryWithoutCase => "doctor-entry-without-case",
            Self::DocumentWithoutEntry => "doctor-document-without-entry",
            Self::DocumentGone => "doctor-document-gone",
            Self::Link => "doctor-link",
            Self::Counted => "doctor-counted",
            Self::Codes => "doctor-codes",
            Self::SearchText => "doctor-search-text",
            Self::Place => "doctor-place",
            Self::Task => "doctor-task",
            Self::Half => "doctor-half",
            Self::Draft => "doctor-draft",
            Self::CaseLost => "doctor-case-lost",
            Self::CaseIncomplete => "doctor-case-incomplete",
            Self::Definitions => "doctor-definitions",
        }
    }
}
