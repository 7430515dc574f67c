//! The state of the help: what is open, what is looked for, and what was open before.

use std::convert::Infallible;
use std::sync::Arc;

use super::place::{Subject, Target, Topic};
use super::search::{Hit, find};
use crate::desk::frame::markdown::document::Document;
use crate::desk::kit::memo::Memo;
use crate::desk::state::model::Model;
use crate::language::Language;
use crate::manual::Chapter;

/// The help.
pub struct Help {
    /// What is looked for; while there is something, what was found stands in the place of the topic.
    pub(super) words: String,
    /// The place of the selected hit.
    pub(super) selected: usize,
    pub(super) topic: Topic,
    /// What of the topic comes into view in the next frame.
    pub(super) target: Option<Target>,
    /// How far the topic is scrolled.
    pub(super) offset: f32,
    /// What was open before, the last one last.
    back: Vec<Visited>,
    hits: Memo<(String, Language), Vec<Hit>>,
    document: Memo<(String, Language), Document>,
}

/// What was open before.
struct Visited {
    words: String,
    topic: Topic,
    offset: f32,
}

impl Help {
    /// The help about what is on the screen.
    pub fn about(subject: Subject) -> Self {
        let (chapter, section) = subject.section();
        Self::at_section(chapter, section)
    }

    /// The help with a section of a chapter of the manual open.
    pub fn at_section(chapter: &str, section: usize) -> Self {
        Self {
            words: String::new(),
            selected: 0,
            topic: Topic::Chapter(chapter.to_owned()),
            target: Some(Target::Section(section)),
            offset: 0.0,
            back: Vec::new(),
            hits: Memo::default(),
            document: Memo::default(),
        }
    }

    /// What fits the words, looked for once for each change of them.
    pub(super) fn hits(&mut self, model: &Model) -> Option<Arc<Vec<Hit>>> {
        let registers = &model.vault.as_ref()?.registers;
        let key = (self.words.clone(), model.language);
        let found: Result<_, Infallible> = self.hits.get(key, |(words, language)| {
            Ok(find(words, registers, *language))
        });
        found.ok()
    }

    /// A chapter, read once for each change of it.
    pub(super) fn document(
        &mut self,
        chapter: &Chapter,
        language: Language,
    ) -> Option<Arc<Document>> {
        let key = (chapter.id.clone(), language);
        let document: Result<_, Infallible> = self
            .document
            .get(key, |_| Ok(Document::read(&chapter.text)));
        document.ok()
    }

    /// Opens something else; from there the user can go back.
    pub(super) fn go_to(&mut self, topic: Topic, target: Target) {
        self.back.push(Visited {
            words: std::mem::take(&mut self.words),
            topic: std::mem::replace(&mut self.topic, topic),
            offset: self.offset,
        });
        self.selected = 0;
        self.target = Some(target);
    }

    /// Opens what was open before, as it was.
    pub(super) fn go_back(&mut self) {
        if let Some(Visited {
            words,
            topic,
            offset,
        }) = self.back.pop()
        {
            self.words = words;
            self.topic = topic;
            self.selected = 0;
            self.target = Some(Target::Offset(offset));
        }
    }

    /// Whether something was open before.
    pub(super) fn can_go_back(&self) -> bool {
        !self.back.is_empty()
    }
}
