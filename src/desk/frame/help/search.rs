//! What is found in the help: sections of the manual, commands by their names and keys, and words.

use super::place::{Target, Topic};
use super::words_ui::WORDS;
use crate::desk::command::{Command, Section};
use crate::desk::kit::fuzzy::{fuzzy_match, matches_prefixes};
use crate::language::Language;
use crate::manual;
use crate::register::Registers;

/// Something that was found.
#[derive(Clone, Debug)]
pub struct Hit {
    /// Where it stands.
    pub topic: Topic,
    /// What of that it is.
    pub target: Target,
    /// What it is called.
    pub title: String,
    /// What it says, or the piece of it in which the words stand.
    pub excerpt: String,
    /// The keys of a command.
    pub keys: Option<String>,
}

/// Everything that fits the words: the manual first, then commands, then words. Without words there is nothing.
pub fn find(words: &str, registers: &Registers, language: Language) -> Vec<Hit> {
    if words.trim().is_empty() {
        return Vec::new();
    }
    let mut hits: Vec<Hit> = manual::search(language, words)
        .into_iter()
        .map(|hit| of_section(hit, language))
        .collect();
    let sections = Section::ALL.into_iter();
    let commands = sections.flat_map(|section| commands_of(section, registers));
    let commands = commands.filter(|command| fits_command(command, words, registers, language));
    hits.extend(commands.map(|command| of_command(command, registers, language)));
    let explained = WORDS.into_iter().map(|word| of_word(word, language));
    hits.extend(
        explained.filter(|hit| matches_prefixes(&format!("{} {}", hit.title, hit.excerpt), words)),
    );
    hits
}

/// The commands that stand under a heading of the keys.
pub fn commands_of(section: Section, registers: &Registers) -> impl Iterator<Item = Command> {
    let all = Command::all(registers).into_iter();
    all.filter(move |command| command.section() == section)
}

/// Whether a command fits: by name, by what it does, by its keys, or by the heading it stands under.
fn fits_command(command: &Command, words: &str, registers: &Registers, language: Language) -> bool {
    let label = command.label(registers, language);
    let keys = command.shortcut(registers).unwrap_or_default();
    let (about, heading) = (command.about(language), command.section().label(language));
    fuzzy_match(&label, words).is_some()
        || matches_prefixes(&format!("{label} {keys} {about} {heading}"), words)
}

fn of_section(hit: manual::Hit, language: Language) -> Hit {
    let (chapter, section) = (hit.chapter, hit.section);
    let mut sections = chapter.sections.iter();
    let at = sections.position(|other| std::ptr::eq(other, section));
    let at = at.unwrap_or_default();
    let title = match at {
        0 => chapter.title.clone(),
        _ => {
            let names = [
                ("chapter", chapter.title.as_str().into()),
                ("heading", section.heading.as_str().into()),
            ];
            language.say("help-section", &names)
        }
    };
    Hit {
        topic: Topic::Chapter(chapter.id.clone()),
        target: Target::Section(at),
        title,
        excerpt: hit.excerpt,
        keys: None,
    }
}

fn of_command(command: Command, registers: &Registers, language: Language) -> Hit {
    Hit {
        topic: Topic::Keys,
        title: command.label(registers, language),
        excerpt: command.about(language),
        keys: command.shortcut(registers),
        target: Target::Command(command),
    }
}

fn of_word(word: &'static str, language: Language) -> Hit {
    Hit {
        topic: Topic::Words,
        target: Target::Word(word),
        title: language.text(&format!("help-word-{word}")),
        excerpt: language.text(&format!("help-text-{word}")),
        keys: None,
    }
}
