//! Looks for the field that a column feeds, or for the choice that a value means.

use egui::Ui;

use super::new_choice::add_choice;
use super::state::CaseImport;
use crate::desk::kit::fuzzy::matches_prefixes;
use crate::desk::kit::icons;
use crate::desk::parts::finder::{Choice, Finder, Line};
use crate::desk::state::action::ImportPick;
use crate::desk::state::model::Model;
use crate::exchange::{Meaning, Target};
use crate::language::Language;
use crate::register::{Definition, id_of};

/// The finder.
pub struct ImportPicker {
    pick: ImportPick,
    finder: Finder,
}

/// What can be picked.
#[derive(Clone, Debug)]
enum Offer {
    /// The column feeds only this.
    Feed(Target),
    /// The column feeds this as well, or no longer.
    Toggle(Target),
    /// The column is skipped.
    Skip,
    /// The value means this choice.
    Mean(Target, String),
    /// The value is left unknown.
    Unknown,
    /// What the value means is recognised again.
    Recognise,
    /// The value becomes a choice.
    Add(Target),
}

impl ImportPicker {
    /// Looks for this.
    pub fn new(pick: ImportPick) -> Self {
        Self {
            pick,
            finder: Finder::default(),
        }
    }

    /// Draws the finder. Returns whether it stays open.
    pub fn ui(&mut self, ui: &Ui, import: &mut CaseImport, model: &mut Model) -> bool {
        let language = model.language;
        let vault = model.vault.as_ref();
        let Some(definition) = vault.and_then(|vault| vault.definition(&import.register)) else {
            return false;
        };
        self.finder.search_locally();
        let offers = match &self.pick {
            ImportPick::Target(column) => self.targets(*column, import, &definition, language),
            ImportPick::Meaning(column, written) => {
                self.meanings(*column, written, import, &definition, language)
            }
        };
        let (offers, lines): (Vec<Offer>, Vec<Line>) = offers.into_iter().unzip();
        let label = self.label(import, language);
        let hint = language.text(match self.pick {
            ImportPick::Target(_) => "import-pick-field",
            ImportPick::Meaning(..) => "import-pick-choice",
        });
        match self.finder.finder_ui(ui, &label, &hint, &lines, language) {
            Choice::None => return true,
            Choice::Closed => {}
            Choice::Picked(at) => {
                if let Some(offer) = offers.into_iter().nth(at) {
                    self.take(offer, import, &definition, model);
                }
            }
        }
        import.take_keys = true;
        ui.request_repaint();
        false
    }

    fn label(&self, import: &CaseImport, language: Language) -> String {
        match &self.pick {
            ImportPick::Target(column) => {
                let look = import.look.as_ref();
                let name = look.and_then(|look| look.mapping.names().get(*column).cloned());
                let name = [("column", name.unwrap_or_default().into())];
                language.say("import-pick-field-of", &name)
            }
            ImportPick::Meaning(_, written) => {
                language.say("import-pick-choice-of", &[("value", written.into())])
            }
        }
    }

    /// The fields that fit what is typed: to feed only that one, or beside what is fed already.
    fn targets(
        &self,
        column: usize,
        import: &CaseImport,
        definition: &Definition,
        language: Language,
    ) -> Vec<(Offer, Line)> {
        let fed = import.fed_by(column);
        let mut offers: Vec<(Offer, Line)> = Vec::new();
        let only = language.text("import-pick-only");
        let also = language.text("import-pick-also");
        let all: Vec<Target> = Target::all(definition).collect();
        for target in &all {
            let icon = if fed.contains(target) {
                icons::CHOSEN
            } else {
                icons::LINK
            };
            let line = Line::new(icon, target.label(definition, language)).under(&only);
            offers.push((Offer::Feed(target.clone()), line));
        }
        let skip = Line::new(icons::CLOSE, language.text("import-skip")).under(&only);
        offers.push((Offer::Skip, skip));
        if !fed.is_empty() {
            for target in all {
                let on = fed.contains(&target);
                let icon = if on { icons::CLOSE } else { icons::ADD };
                let label = target.label(definition, language);
                let name = [("field", label.into())];
                let id = if on {
                    "import-pick-no-longer"
                } else {
                    "import-pick-too"
                };
                let line = Line::new(icon, language.say(id, &name)).under(&also);
                offers.push((Offer::Toggle(target), line));
            }
        }
        self.fitting(offers)
    }

    /// The choices that fit what is typed.
    fn meanings(
        &self,
        column: usize,
        written: &str,
        import: &CaseImport,
        definition: &Definition,
        language: Language,
    ) -> Vec<(Offer, Line)> {
        let Some(look) = &import.look else {
            return Vec::new();
        };
        let mut lines = look.mapping.values().iter();
        let line = lines.find(|line| line.column == column && line.written == written);
        let Some(line) = line else { return Vec::new() };
        let mut offers = Vec::new();
        for target in &line.targets {
            let section = target.label(definition, language);
            let choices = target.choices(definition);
            let choices = choices.iter().filter(|choice| choice.is_current());
            offers.extend(choices.map(|choice| {
                let means = line.meanings.iter().any(|(known, meaning)| {
                    known == target
                        && matches!(meaning, Meaning::Choices(ids) if ids.contains(&choice.id))
                });
                let icon = if means { icons::CHOSEN } else { "" };
                let line = Line::new(icon, choice.label.text(language)).under(&section);
                (Offer::Mean(target.clone(), choice.id.clone()), line)
            }));
        }
        let other = language.text("import-pick-other");
        let unknown = Line::new(icons::CLOSE, language.text("import-leave-unknown")).under(&other);
        offers.push((Offer::Unknown, unknown));
        if line.decided {
            let again = Line::new(icons::UNDO, language.text("import-recognise")).under(&other);
            offers.push((Offer::Recognise, again));
        }
        for target in line
            .targets
            .iter()
            .filter(|target| matches!(target, Target::Field(_)))
        {
            let field = target.label(definition, language);
            let text = language.say(
                "import-add-choice",
                &[("value", written.into()), ("field", field.into())],
            );
            offers.push((
                Offer::Add(target.clone()),
                Line::new(icons::ADD, text).under(&other),
            ));
        }
        self.fitting(offers)
    }

    fn fitting(&self, offers: Vec<(Offer, Line)>) -> Vec<(Offer, Line)> {
        let words = &self.finder.words;
        let offers = offers.into_iter();
        offers
            .filter(|(_, line)| matches_prefixes(&line.text, words))
            .collect()
    }

    fn take(
        &self,
        offer: Offer,
        import: &mut CaseImport,
        definition: &Definition,
        model: &mut Model,
    ) {
        match (offer, &self.pick) {
            (Offer::Feed(target), ImportPick::Target(column)) => {
                import.decide_column(*column, &[target], model);
            }
            (Offer::Toggle(target), ImportPick::Target(column)) => {
                let mut targets = import.fed_by(*column);
                match targets.iter().position(|known| *known == target) {
                    Some(at) => drop(targets.remove(at)),
                    None => targets.push(target),
                }
                import.decide_column(*column, &targets, model);
            }
            (Offer::Skip, ImportPick::Target(column)) => {
                import.decide_column(*column, &[], model);
            }
            (Offer::Mean(target, choice), ImportPick::Meaning(column, written)) => {
                let meaning = implied(definition, &target, choice);
                decide(*column, written, import, &meaning, model);
            }
            (Offer::Unknown, ImportPick::Meaning(column, written)) => {
                let targets = targets_of(*column, written, import).into_iter();
                let meaning: Vec<_> = targets
                    .map(|target| (target, Some(Meaning::Unknown)))
                    .collect();
                decide(*column, written, import, &meaning, model);
            }
            (Offer::Recognise, ImportPick::Meaning(column, written)) => {
                let targets = targets_of(*column, written, import).into_iter();
                let meaning: Vec<_> = targets.map(|target| (target, None)).collect();
                decide(*column, written, import, &meaning, model);
            }
            (Offer::Add(target), ImportPick::Meaning(column, written)) => {
                let Target::Field(field) = &target else {
                    return;
                };
                let choices = target.choices(definition);
                let taken = |id: &str| choices.iter().any(|choice| choice.id == id);
                let id = id_of(written, taken);
                if add_choice(definition, field, &id, written, model) {
                    let meaning = [(target.clone(), Some(Meaning::choice(id)))];
                    decide(*column, written, import, &meaning, model);
                }
            }
            _ => {}
        }
    }
}

/// A choice of a field that only means something with one of another field means that one too.
fn implied(
    definition: &Definition,
    target: &Target,
    choice: String,
) -> Vec<(Target, Option<Meaning>)> {
    let mut meanings = vec![(target.clone(), Some(Meaning::choice(choice)))];
    if let Target::Field(id) = target
        && let Some(only) = definition
            .field(id)
            .and_then(|field| field.only_with.as_ref())
        && let [choice] = &only.choices[..]
    {
        let other = Target::Field(only.field.clone());
        meanings.push((other, Some(Meaning::choice(choice))));
    }
    meanings
}

fn targets_of(column: usize, written: &str, import: &CaseImport) -> Vec<Target> {
    let lines = import.look.iter().flat_map(|look| look.mapping.values());
    let mut lines = lines.filter(|line| line.column == column && line.written == written);
    lines
        .next()
        .map(|line| line.targets.clone())
        .unwrap_or_default()
}

/// Decides what a value means for these fields.
fn decide(
    column: usize,
    written: &str,
    import: &mut CaseImport,
    meanings: &[(Target, Option<Meaning>)],
    model: &mut Model,
) {
    let targets = targets_of(column, written, import);
    let Some(chosen) = &mut import.import else {
        return;
    };
    for target in &targets {
        chosen.choices.set_meaning(&target.id(), written, None);
    }
    for (target, meaning) in meanings {
        if targets.contains(target) || meaning.is_some() {
            let id = target.id();
            chosen.choices.set_meaning(&id, written, meaning.clone());
        }
    }
    import.look_again(false, model);
}
