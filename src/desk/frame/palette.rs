//! The palette (Ctrl+K): one field that finds a case by number, address, name or word, and a view, screen or action by its
//! name. Cases are found by the beginnings of their words, names by fuzzy matching.

use std::collections::VecDeque;

use egui::Ui;

use crate::desk::backend::protocol::RequestId;
use crate::desk::command::{Command, Section};
use crate::desk::kit::fuzzy::{FuzzyMatch, fuzzy_match, matches_prefixes};
use crate::desk::kit::icons;
use crate::desk::parts::finder::{Choice, Finder, Line};
use crate::desk::state::action::Action;
use crate::desk::state::model::Model;
use crate::desk::state::vault::OpenVault;
use crate::language::Language;
use crate::manual::chapters;
use crate::register::{CaseFile, CaseKey, Definition};
use crate::store::{Draft, SearchResults, View, ViewKind};

/// How many cases stand above the names that were found; the others stand below them.
const FIRST_CASES: usize = 6;
/// How much lower than the best score that of a name may be.
const LESS_WELL: u32 = 450;
/// How many of the cases that were opened last are remembered.
const RECENT: usize = 6;

/// The palette.
#[derive(Default)]
pub struct CommandPalette(Finder);

/// The cases that were opened last in this window, the last one first.
#[derive(Default)]
pub struct Recent(VecDeque<(String, CaseKey)>);

/// What can be found beside cases, and what the palette cannot know itself.
pub struct PaletteContext<'a> {
    /// The commands that are available here.
    pub commands: Vec<Command>,
    /// The register of the case that is on the screen.
    pub case: Option<&'a Definition>,
    /// The cases that were opened last.
    pub recent: &'a Recent,
    /// The title of a draft, which the forms know.
    pub draft_title: fn(&Draft, &Definition, Language) -> String,
}

/// Something that was found.
enum Hit {
    Case(String, CaseKey),
    Command(Command),
    /// The section of the chapter with this id.
    Manual(String, usize),
}

type Hits = Vec<(Hit, Line)>;

impl CommandPalette {
    /// Takes the cases that were found; an answer to an older request is dropped.
    pub fn on_found(&mut self, found: SearchResults, request: RequestId) {
        self.0.on_found(found, request);
    }
}

impl Recent {
    /// Remembers that a case was opened.
    pub fn opened(&mut self, register: &str, key: CaseKey) {
        let case = (register.to_owned(), key);
        self.0.retain(|other| *other != case);
        self.0.push_front(case);
        self.0.truncate(RECENT);
    }
}

/// Draws the palette. Returns whether it stays open.
pub fn search_ui(
    ui: &Ui,
    search: &mut CommandPalette,
    model: &mut Model,
    context: &PaletteContext<'_>,
) -> bool {
    let finder = &mut search.0;
    finder.ask(model);
    let language = model.language;
    let mut hits = match finder.words.trim().is_empty() {
        true => recent(model, context.recent),
        false => cases(model, finder),
    };
    let later = hits.split_off(hits.len().min(FIRST_CASES.max(finder.found.numbered.len())));
    if let Some(vault) = &model.vault {
        hits.extend(named(vault, context, &finder.words, language));
    }
    let more = language.text("search-other-cases");
    hits.extend(
        later
            .into_iter()
            .map(|(hit, line)| (hit, line.under(&more))),
    );
    let (hits, lines): (Vec<Hit>, Vec<Line>) = hits.into_iter().unzip();
    let label = language.text("command-search");
    let hint = language.text("search-hint");
    match search.0.finder_ui(ui, &label, &hint, &lines, language) {
        Choice::None => return true,
        Choice::Closed => {}
        Choice::Picked(at) => match hits.into_iter().nth(at) {
            Some(Hit::Case(register, key)) => model.actions.push(Action::OpenCase(register, key)),
            Some(Hit::Command(command)) => model.actions.push(command),
            Some(Hit::Manual(chapter, section)) => {
                model.actions.push(Action::OpenManual { chapter, section });
            }
            None => {}
        },
    }
    false
}

/// The cases that were opened last, as far as they are in the cache.
fn recent(model: &mut Model, recent: &Recent) -> Hits {
    let Some(vault) = &mut model.vault else {
        return Vec::new();
    };
    let known = recent.0.iter();
    let known: Vec<_> = known
        .filter_map(|(register, key)| vault.case(register, *key))
        .collect();
    let section = model.language.text("search-recent");
    let cases = known.iter();
    cases
        .filter_map(|case| hit(model, case, "", &section))
        .collect()
}

/// The cases that the vault service found.
fn cases(model: &Model, finder: &Finder) -> Hits {
    let section = model.language.text("search-cases");
    let cases = finder.cases();
    cases
        .filter_map(|case| hit(model, case, &finder.words, &section))
        .collect()
}

fn hit(model: &Model, case: &CaseFile, words: &str, section: &str) -> Option<(Hit, Line)> {
    let registers = &model.vault.as_ref()?.registers;
    let today = model.clock.today();
    let line = Line::of_case(case, words, today, registers, model.language)?;
    let hit = Hit::Case(case.register.clone(), case.key);
    Some((hit, line.under(section)))
}

/// Drafts, screens and actions by their names; within each section those that fit best come first. Names that fit much less
/// well than the best one are left out.
fn named(vault: &OpenVault, context: &PaletteContext<'_>, words: &str, language: Language) -> Hits {
    let drafts = drafts(vault, context, language).into_iter();
    let views = views(vault, language).into_iter();
    let mut figures = saved_figures(vault, language);
    let mut sections = Vec::new();
    if !words.trim().is_empty() {
        // There are many of them: they are only shown to who types.
        figures.extend(tables(vault, language));
        figures.extend(indicators(vault, language));
        sections = manual(words, language);
    }
    let commands = context.commands.iter().map(|command| {
        let registers = &vault.registers;
        let section = match command.section() {
            Section::Screens => "section-screens",
            _ => "search-actions",
        };
        let label = command.label_in(context.case, registers, language);
        let line = Line::new(command.icon(registers), label)
            .detail(command.shortcut(registers).unwrap_or_default())
            .under(&language.text(section));
        (Hit::Command(command.clone()), line)
    });
    let mut hits: Vec<(u32, Hit, Line)> = drafts
        .chain(views)
        .chain(commands)
        .chain(figures)
        .chain(sections)
        .filter_map(|(hit, line)| {
            let found = found(&hit, &line, words)?;
            Some((found.score, hit, line.marked(found.marks)))
        })
        .collect();
    let best = hits.iter().map(|(score, ..)| *score).max().unwrap_or(0);
    let typed = !words.trim().is_empty();
    hits.retain(|(score, ..)| !typed || score + LESS_WELL >= best);
    let mut headings: Vec<String> = Vec::new();
    for (_, _, line) in &hits {
        if !headings.contains(&line.section) {
            headings.push(line.section.clone());
        }
    }
    let place = |line: &Line| headings.iter().position(|section| *section == line.section);
    hits.sort_by_key(|(score, _, line)| {
        let score = if typed { *score } else { 0 };
        (place(line), std::cmp::Reverse(score))
    });
    hits.into_iter().map(|(_, hit, line)| (hit, line)).collect()
}

/// How well a line fits what is typed; a view or a figure is also found by the name of its register.
fn found(hit: &Hit, line: &Line, words: &str) -> Option<FuzzyMatch> {
    let of_register = matches!(
        hit,
        Hit::Command(Command::OpenView(_) | Command::OpenFigure(_))
    );
    fuzzy_match(&line.text, words).or_else(|| {
        let whole = format!("{} {}", line.text, line.detail);
        let mut whole = fuzzy_match(&whole, words).filter(|_| of_register)?;
        whole.marks.retain(|mark| mark.end <= line.text.len());
        Some(whole)
    })
}

/// The drafts of this user.
fn drafts(vault: &OpenVault, context: &PaletteContext<'_>, language: Language) -> Hits {
    let section = language.text("search-drafts");
    let drafts = vault.drafts.iter();
    drafts
        .filter_map(|draft| {
            let definition = vault.registers.get(&draft.register)?;
            let title = (context.draft_title)(draft, definition, language);
            let text = language.say("draft-named", &[("draft", title.as_str().into())]);
            let place = Command::Register(draft.register.clone());
            let line = Line::new(icons::DRAFT, text)
                .detail(place.label(&vault.registers, language))
                .under(&section);
            Some((Hit::Command(Command::Resume(draft.id.clone())), line))
        })
        .collect()
}

/// The saved views of the lists of all registers.
fn views(vault: &OpenVault, language: Language) -> Hits {
    saved(vault, ViewKind::List, "views", language, |view| {
        view.name.clone()
    })
}

/// The saved figures of all registers.
fn saved_figures(vault: &OpenVault, language: Language) -> Hits {
    saved(vault, ViewKind::Figure, "figures", language, |view| {
        let named = [("figure", view.name.as_str().into())];
        language.say("figures-named", &named)
    })
}

fn saved(
    vault: &OpenVault,
    kind: ViewKind,
    section: &str,
    language: Language,
    text: impl Fn(&View) -> String,
) -> Hits {
    let section = language.text(section);
    let views = vault.views.iter().filter(|view| view.kind == kind);
    views
        .map(|view| {
            let place = Command::Register(view.register.clone());
            let line = Line::new(icons::VIEW, text(view))
                .detail(place.label(&vault.registers, language))
                .under(&section);
            (Hit::Command(Command::OpenView(view.id.clone())), line)
        })
        .collect()
}

/// The standard tables of all registers.
fn tables(vault: &OpenVault, language: Language) -> Hits {
    let section = language.text("figures");
    let registers = vault.registers.all().iter();
    let tables = registers.flat_map(|register| {
        let place = Command::Register(register.id.clone()).label(&vault.registers, language);
        let section = &section;
        register.tables.iter().map(move |table| {
            let command = Command::OpenFigure((register.id.clone(), Some(table.id.clone())));
            let line = Line::new(icons::FIGURES, table.label.text(language));
            let line = line.detail(place.clone()).under(section);
            (Hit::Command(command), line)
        })
    });
    tables.collect()
}

/// The indicators, each with the goal it belongs to.
fn indicators(vault: &OpenVault, language: Language) -> Hits {
    let section = language.text("indicators");
    let (indicators, ..) = vault.indicators();
    let all = indicators.all().iter();
    all.map(|indicator| {
        let goal = indicator.goal.as_ref();
        let goal = goal.map_or("", |goal| goal.text(language));
        let line = Line::new(icons::INDICATORS, indicator.label.text(language))
            .detail(goal)
            .under(&section);
        let command = Command::Indicator(indicator.id.clone());
        (Hit::Command(command), line)
    })
    .collect()
}

/// The chapters of the manual and the sections directly below them, where every word that is typed begins a word of the
/// heading; of a chapter also where it begins the word for the manual.
fn manual(words: &str, language: Language) -> Hits {
    let group = language.text("help-manual");
    let mut hits = Vec::new();
    for chapter in chapters(language) {
        let sections = chapter.sections.iter().enumerate();
        for (at, section) in sections.filter(|(_, section)| section.level <= 2) {
            let what = [("what", section.heading.as_str().into())];
            let text = language.say("help-manual-named", &what);
            let of_manual = at == 0 && matches_prefixes(&text, words);
            if !of_manual && !matches_prefixes(&section.heading, words) {
                continue;
            }
            let mut line = Line::new(icons::HELP, text).under(&group);
            if at > 0 {
                line = line.detail(&chapter.title);
            }
            hits.push((Hit::Manual(chapter.id.clone(), at), line));
        }
    }
    hits
}
