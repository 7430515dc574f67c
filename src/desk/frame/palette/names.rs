//! Everything that is found by its name: drafts, views, lists, screens and actions, figures, indicators, the manual.

use std::cmp::Reverse;

use super::context::PaletteContext;
use super::lists::lists;
use super::named::{Fitting, Hit, Hits, Named};
use crate::desk::command::{Command, Section};
use crate::desk::kit::fuzzy::matches_prefixes;
use crate::desk::kit::icons;
use crate::desk::parts::finder::Line;
use crate::desk::state::vault::OpenVault;
use crate::language::Language;
use crate::manual::chapters;
use crate::store::{View, ViewKind};

/// How much lower than the best score that of a name may be.
const LESS_WELL: u32 = 450;
/// How many names lead, before the cases.
const LEADING: usize = 5;
/// How many lists are offered; a district stands in nearly every register.
const MOST_LISTS: usize = 6;

/// The names that fit what is typed.
#[derive(Default)]
pub struct Names {
    /// Those that begin with it, the best first. They are there at once and stand above the cases, which arrive later.
    pub leading: Hits,
    /// The others, by section; within each section those that fit best come first.
    pub others: Hits,
}

/// The names that fit what is typed. Those that fit much less well than the best one are left out.
pub fn names(
    vault: &OpenVault,
    context: &PaletteContext<'_>,
    words: &str,
    language: Language,
) -> Names {
    let typed = !words.trim().is_empty();
    let mut all = drafts(vault, context, language);
    all.extend(views(vault, language));
    all.extend(commands(vault, context, language));
    all.extend(saved_figures(vault, language));
    if typed {
        // There are many of them: they are only shown to who types.
        all.extend(lists(&vault.registers, context, language));
        all.extend(tables(vault, language));
        all.extend(indicators(vault, language));
        all.extend(manual(words, language));
    }
    let fitting = all.into_iter().filter_map(|named| named.fit(words));
    let mut fitting: Vec<Fitting> = fitting.collect();
    if !typed {
        return Names {
            leading: Hits::new(),
            others: by_section(fitting, |_| 0),
        };
    }
    let best = fitting.iter().map(|fit| fit.score).max().unwrap_or(0);
    fitting.retain(|fit| fit.score + LESS_WELL >= best);
    fitting.sort_by_key(|fit| (Reverse(fit.begins), rank(fit), Reverse(fit.score)));
    let mut lists = 0;
    fitting.retain(|fit| {
        lists += usize::from(matches!(fit.hit, Hit::List(..) | Hit::SameList(..)));
        lists <= MOST_LISTS || !matches!(fit.hit, Hit::List(..) | Hit::SameList(..))
    });
    let mut leading = Vec::new();
    // With a digit a number or an address is meant, and cases come first.
    if !words.chars().any(|letter| letter.is_ascii_digit()) {
        let begin = fitting.iter().take_while(|fit| fit.begins).count();
        leading.extend(fitting.drain(..begin.min(LEADING)));
    }
    Names {
        leading: by_section(leading, |_| 0),
        others: by_section(fitting, |fit| fit.score),
    }
}

/// What is meant first of what begins alike: what can be done, then where one can go, both by their names; then both by
/// another word for it, and then all the rest.
fn rank(fit: &Fitting) -> u8 {
    match &fit.hit {
        Hit::Command(Command::Resume(_) | Command::OpenView(_) | Command::OpenFigure(_)) => 3,
        Hit::Command(Command::Indicator(_)) => 3,
        Hit::Command(_) if !fit.by_name => 2,
        Hit::Command(command) if command.section() == Section::Screens => 1,
        Hit::Command(_) => 0,
        Hit::Case(..) => 3,
        Hit::List(..) | Hit::SameList(..) => 4,
        Hit::Manual(..) => 5,
    }
}

/// The lines by section, the sections in the order in which they first appear.
fn by_section(mut fitting: Vec<Fitting>, score: impl Fn(&Fitting) -> u32) -> Hits {
    let mut headings: Vec<String> = Vec::new();
    for Fitting { line, .. } in &fitting {
        if !headings.contains(&line.section) {
            headings.push(line.section.clone());
        }
    }
    let place = |line: &Line| headings.iter().position(|section| *section == line.section);
    fitting.sort_by_key(|fit| (place(&fit.line), Reverse(score(fit))));
    let hits = fitting.into_iter().map(|fit| (fit.hit, fit.line));
    hits.collect()
}

/// The commands that are available here.
fn commands(vault: &OpenVault, context: &PaletteContext<'_>, language: Language) -> Vec<Named> {
    let registers = &vault.registers;
    let commands = context.commands.iter().map(|command| {
        let section = match command.section() {
            Section::Screens => "section-screens",
            _ => "search-actions",
        };
        let label = command.label_in(context.case, registers, language);
        let line = Line::new(command.icon(registers), label)
            .detail(command.shortcut(registers).unwrap_or_default())
            .under(&language.text(section));
        Named::new(Hit::Command(command.clone()), line).others(command.other_words(language))
    });
    commands.collect()
}

/// The drafts of this user.
fn drafts(vault: &OpenVault, context: &PaletteContext<'_>, language: Language) -> Vec<Named> {
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
            let hit = Hit::Command(Command::Resume(draft.id.clone()));
            Some(Named::new(hit, line))
        })
        .collect()
}

/// The saved views of the lists of all registers.
fn views(vault: &OpenVault, language: Language) -> Vec<Named> {
    saved(vault, ViewKind::List, "views", language, |view| {
        view.name.clone()
    })
}

/// The saved figures of all registers.
fn saved_figures(vault: &OpenVault, language: Language) -> Vec<Named> {
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
) -> Vec<Named> {
    let section = language.text(section);
    let views = vault.views.iter().filter(|view| view.kind == kind);
    views
        .map(|view| {
            let place = Command::Register(view.register.clone());
            let line = Line::new(icons::VIEW, text(view))
                .detail(place.label(&vault.registers, language))
                .under(&section);
            let hit = Hit::Command(Command::OpenView(view.id.clone()));
            Named::new(hit, line).or_by_place()
        })
        .collect()
}

/// The standard tables of all registers.
fn tables(vault: &OpenVault, language: Language) -> Vec<Named> {
    let section = language.text("figures");
    let registers = vault.registers.all().iter();
    let tables = registers.flat_map(|register| {
        let place = Command::Register(register.id.clone()).label(&vault.registers, language);
        let section = &section;
        register.tables.iter().map(move |table| {
            let command = Command::OpenFigure((register.id.clone(), Some(table.id.clone())));
            let line = Line::new(icons::FIGURES, table.label.text(language));
            let line = line.detail(place.clone()).under(section);
            Named::new(Hit::Command(command), line).or_by_place()
        })
    });
    tables.collect()
}

/// The indicators, each with the goal it belongs to.
fn indicators(vault: &OpenVault, language: Language) -> Vec<Named> {
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
        Named::new(Hit::Command(command), line)
    })
    .collect()
}

/// The chapters of the manual and the sections directly below them, where every word that is typed begins a word of the
/// heading; of a chapter also where it begins the word for the manual.
fn manual(words: &str, language: Language) -> Vec<Named> {
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
            hits.push(Named::new(Hit::Manual(chapter.id.clone(), at), line));
        }
    }
    hits
}
