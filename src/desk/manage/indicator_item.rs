//! An indicator among what is managed: how it is typed, and what the list says of it.

use chrono::NaiveDate;
use egui::Ui;

use super::body::body_ui;
use super::items::{
    ALIASES, BODY, BODY_IN_ENGLISH, DIRECTION, Item, NAME, NAME_IN_ENGLISH, UNIT, fill_label,
    no_label, read_label, typed_aliases,
};
use crate::desk::form::fields::{FieldContext, offered};
use crate::desk::form::inputs::Inputs;
use crate::desk::kit::choice_field::ChoiceOption;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::paragraph;
use crate::desk::state::model::Model;
use crate::language::{Label, Language};
use crate::register::{
    Direction, Indicator, IndicatorSource, Indicators, ListChoice, Registers, Unit,
};

/// The ids of fields that only an indicator has. The goal it belongs to.
const GOAL: &str = "goal";
/// The priority it belongs to.
const PRIORITY: &str = "priority";
/// Who measures it.
const SOURCE: &str = "source";
/// What stands between a list and a choice of it in the id of an option.
const OF_LIST: char = '/';

impl Item for IndicatorSource {
    fn id(&self) -> &str {
        &self.id
    }

    fn label(&self) -> &Label {
        &self.label
    }

    fn retired_mut(&mut self) -> &mut bool {
        &mut self.retired
    }

    fn fill(&self, inputs: &mut Inputs) {
        fill_label(inputs, &self.label, [NAME, NAME_IN_ENGLISH]);
        let description = self.description.clone().unwrap_or_else(no_label);
        fill_label(inputs, &description, [BODY, BODY_IN_ENGLISH]);
        let source = self.source.clone().unwrap_or_default();
        for (id, text) in [(ALIASES, self.aliases.join("; ")), (SOURCE, source)] {
            inputs.texts.insert(id.to_owned(), text);
        }
        inputs.choose(UNIT, &self.unit);
        inputs.choose(DIRECTION, &self.direction);
        for (id, of) in [(GOAL, &self.goal_of), (PRIORITY, &self.priority_of)] {
            if let Some(of) = of {
                inputs.choose(id, &format!("{}{OF_LIST}{}", of.list, of.choice));
            }
        }
    }

    fn read(&mut self, inputs: &mut Inputs, _today: NaiveDate, language: Language) {
        self.label = read_label(inputs, [NAME, NAME_IN_ENGLISH], language);
        let typed = |inputs: &Inputs, id: &str| {
            Some(inputs.text(id).to_owned()).filter(|text| !text.is_empty())
        };
        self.description = typed(inputs, BODY).map(|nl| Label {
            nl,
            en: typed(inputs, BODY_IN_ENGLISH),
        });
        self.aliases = typed_aliases(inputs);
        self.source = typed(inputs, SOURCE);
        for (id, name) in [(UNIT, &mut self.unit), (DIRECTION, &mut self.direction)] {
            match inputs.choice(id) {
                Some(chosen) => name.clone_from(chosen),
                None => inputs.fault(id, language.text("fault-missing")),
            }
        }
        self.goal_of = list_choice(inputs, GOAL);
        // A goal in words of its own gives way to one of the list.
        if self.goal_of.is_some() {
            self.goal = None;
        }
        self.priority_of = list_choice(inputs, PRIORITY);
    }

    fn new(id: String) -> Self {
        Self::new(id, no_label())
    }
}

/// The choice of a list that is chosen in a field.
fn list_choice(inputs: &Inputs, id: &str) -> Option<ListChoice> {
    let (list, choice) = inputs.choice(id)?.split_once(OF_LIST)?;
    Some(ListChoice {
        list: list.to_owned(),
        choice: choice.to_owned(),
    })
}

/// The form of an indicator.
pub(super) fn fields_ui(
    ui: &mut Ui,
    context: &mut FieldContext<'_>,
    registers: &Registers,
    indicators: &Indicators,
    id: Option<&str>,
) {
    let language = context.language;
    let width = ui.available_width();
    let label = |id: &str| language.text(id);
    context.line_ui(ui, NAME, &label("manage-name"), "", width);
    let english = label("manage-name-in-english");
    context.line_ui(ui, NAME_IN_ENGLISH, &english, "", width);
    let units = Unit::NAMES.map(|(id, unit)| ChoiceOption::new(id, label(unit.text_id())));
    context.chosen_ui(ui, UNIT, &label("indicators-unit"), &units, false);
    let directions =
        Direction::NAMES.map(|(id, direction)| ChoiceOption::new(id, label(direction.text_id())));
    let better = label("manage-direction");
    context.chosen_ui(ui, DIRECTION, &better, &directions, false);
    let sources = indicators.sources();
    let goals = sources.iter().find_map(|one| one.goal_of.as_ref());
    let priorities = sources.iter().find_map(|one| one.priority_of.as_ref());
    for (id, text, of) in [
        (GOAL, "manage-goal", goals),
        (PRIORITY, "manage-priority", priorities),
    ] {
        let options = options_of(registers, of, context, id);
        if !options.is_empty() {
            context.chosen_ui(ui, id, &label(text), &options, false);
        }
    }
    body_ui(ui, context, BODY, &label("manage-description"));
    context.line_ui(ui, SOURCE, &label("indicators-source"), "", width);
    let hint = label("manage-aliases-hint");
    context.line_ui(ui, ALIASES, &label("manage-aliases"), &hint, width);
    let described = label("manage-description-in-english");
    body_ui(ui, context, BODY_IN_ENGLISH, &described);
    let counts = id.and_then(|id| indicators.get(id)?.counts.as_ref());
    if let Some(definition) = counts.and_then(|counts| registers.get(&counts.register)) {
        let register = [("register", definition.label.text(language).into())];
        let text = language.say("manage-indicator-counted", &register);
        paragraph(ui, &text, theme::label(), Palette::of(ui).mute);
    }
}

/// The choices of the list from which indicators take their goal, or their priority.
fn options_of(
    registers: &Registers,
    of: Option<&ListChoice>,
    context: &FieldContext<'_>,
    id: &str,
) -> Vec<ChoiceOption> {
    let list = of.and_then(|of| registers.lists().iter().find(|it| it.id == of.list));
    let Some(list) = list else {
        return Vec::new();
    };
    let chosen = list_choice(context.inputs, id).map(|of| [of.choice].into());
    let options = offered(
        &list.choices,
        chosen.as_ref(),
        context.today,
        context.language,
    );
    let named = options.into_iter().map(|option| ChoiceOption {
        id: format!("{}{OF_LIST}{}", list.id, option.id),
        ..option
    });
    named.collect()
}

/// What stands in the row of an indicator: its name, its goal, and what it is measured in.
pub(super) fn cells(
    one: &IndicatorSource,
    known: Option<&Indicator>,
    language: Language,
) -> Vec<String> {
    let text = |label: &Label| label.text(language).to_owned();
    let goal = known.and_then(|known| known.goal.as_ref());
    let unit = known.map(|known| language.text(known.unit.text_id()));
    vec![
        text(&one.label),
        goal.map_or_else(String::new, text),
        unit.unwrap_or_default(),
    ]
}

/// Whether an indicator stands in no file and nothing is typed of it in any year.
pub(super) fn can_be_removed(all: &[IndicatorSource], id: &str, model: &Model) -> bool {
    let values = model.vault.as_ref().map(|vault| vault.indicators().1);
    let typed = values.is_some_and(|values| values.years(id).next().is_some());
    !typed && all.iter().any(|one| one.id == id && one.own)
}
