//! The fields of a form in rows: as many beside each other as fit, so that a form fits on one screen.

use egui::Ui;

use crate::desk::form::fields::{FieldContext, offered};
use crate::desk::form::inputs::Inputs;
use crate::desk::kit::accessible::{self, Level};
use crate::desk::kit::choice_field::{ChoiceOption, options_width};
use crate::desk::kit::choice_menu::menu_width;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::{label_ui, low_row};
use crate::register::{Field, FieldKind, RequiredFrom};

/// Between fields beside each other, in points.
const BETWEEN: f32 = 12.0;
/// More options than this stand in a menu, where they would not fit on one line.
const MOST_OPTIONS: usize = 5;
/// How wide a menu is at most.
const WIDEST_MENU: f32 = 220.0;

/// How much room a field wants in a row, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Wish {
    /// The least; none for a field that takes a whole row.
    least: Option<f32>,
    /// The least as a menu, where it can be one.
    menu: Option<f32>,
    /// Whether it takes what is left in its row.
    grows: bool,
}

/// A field in its row.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Place {
    /// Which of the fields.
    field: usize,
    width: f32,
    /// Whether it is drawn as a menu.
    menu: bool,
}

/// Puts fields in rows of this width, in their order: each beside the one before where it fits there, as a menu where it
/// only fits so.
fn rows(wishes: &[Wish], room: f32) -> Vec<Vec<Place>> {
    let mut rows: Vec<Vec<Place>> = Vec::new();
    let mut left = 0.0;
    let mut open = false;
    for (field, wish) in wishes.iter().enumerate() {
        let Some(least) = wish.least else {
            let (width, menu) = (room, false);
            rows.push(vec![Place { field, width, menu }]);
            open = false;
            continue;
        };
        let fits = |width: f32| open && width + BETWEEN <= left;
        let beside = [(Some(least), false), (wish.menu, true)].into_iter();
        let mut beside = beside.filter_map(|(width, menu)| Some((width?, menu)));
        if let Some((width, menu)) = beside.find(|(width, _)| fits(*width))
            && let Some(row) = rows.last_mut()
        {
            row.push(Place { field, width, menu });
            left -= width + BETWEEN;
            continue;
        }
        let menu = least > room;
        let width = wish.menu.filter(|_| menu).unwrap_or(least).min(room);
        rows.push(vec![Place { field, width, menu }]);
        left = room - width;
        open = true;
    }
    for row in &mut rows {
        share(row, wishes, room);
    }
    rows
}

/// Gives the fields of a row that grow what is left of it, each alike.
fn share(row: &mut [Place], wishes: &[Wish], room: f32) {
    let taken: f32 = row.iter().map(|place| place.width).sum();
    let left = room - taken - BETWEEN * row.len().saturating_sub(1) as f32;
    let grows = |place: &Place| wishes.get(place.field).is_some_and(|wish| wish.grows);
    let growing = row.iter().filter(|place| grows(place)).count();
    if growing > 0 && left > 0.0 {
        let more = (left / growing as f32).floor();
        for place in row.iter_mut().filter(|place| grows(place)) {
            place.width += more;
        }
    }
}

impl FieldContext<'_> {
    /// The same, those of them that are always required marked so.
    pub fn required_fields_ui<'f>(
        &mut self,
        ui: &mut Ui,
        fields: impl IntoIterator<Item = &'f Field>,
    ) {
        let fields: Vec<&Field> = fields.into_iter().collect();
        let always = |field: &&&Field| field.required_from == Some(RequiredFrom::Begin);
        for field in fields.iter().filter(always) {
            self.inputs.require(field);
        }
        self.fields_ui(ui, fields);
    }

    /// These fields in their sections, as many beside each other as fit. What depends on something else is left out until
    /// it applies; what was typed in it stays in the inputs, and is back with the choice that asks for it.
    pub fn fields_ui<'f>(&mut self, ui: &mut Ui, fields: impl IntoIterator<Item = &'f Field>) {
        let fields: Vec<&Field> = fields.into_iter().collect();
        let mut waiting: Vec<&Field> = Vec::new();
        for (at, field) in fields.iter().enumerate() {
            // The title of the form stands above the first one already.
            if let Some(section) = field.section.as_ref().filter(|_| at > 0) {
                self.rows_ui(ui, &mut waiting, &fields);
                section_ui(ui, section.text(self.language));
            }
            if self.inputs.asks(field) {
                waiting.push(field);
            }
        }
        self.rows_ui(ui, &mut waiting, &fields);
    }

    /// Draws the fields that wait, in rows. `all` are those of the whole form.
    fn rows_ui(&mut self, ui: &mut Ui, waiting: &mut Vec<&Field>, all: &[&Field]) {
        let fields = std::mem::take(waiting);
        let wishes: Vec<Wish> = fields
            .iter()
            .map(|field| self.wish(ui, field, all))
            .collect();
        for row in rows(&wishes, ui.available_width().floor()) {
            if let [only] = row.as_slice()
                && wishes[only.field].least.is_none()
            {
                self.whole_row_ui(ui, fields[only.field], all);
                continue;
            }
            ui.horizontal_top(|ui| {
                ui.spacing_mut().item_spacing.x = BETWEEN;
                for place in row {
                    self.field_ui(ui, fields[place.field], place);
                }
            });
        }
    }

    fn wish(&self, ui: &Ui, field: &Field, all: &[&Field]) -> Wish {
        let fixed = |least: f32| Wish {
            least: Some(least),
            menu: None,
            grows: false,
        };
        let label = self.label_width(ui, field);
        match field.kind {
            FieldKind::LongText | FieldKind::Address | FieldKind::Choices => Wish {
                least: None,
                menu: None,
                grows: false,
            },
            FieldKind::Choice if follows_postcode(field, all) => Wish {
                least: None,
                menu: None,
                grows: false,
            },
            FieldKind::Choice => {
                let options = self.options(field);
                let menu = menu_width(ui, &options).max(label).min(WIDEST_MENU);
                let beside = options_width(ui, &options).max(label);
                let many = options.len() > MOST_OPTIONS && beside > ui.available_width() * 0.5;
                // A list that is kept apart from the form may grow; a few choices of its own always stand there.
                let listed = field.choices_from.is_some() || options.len() > MOST_OPTIONS;
                Wish {
                    least: Some(if many { menu } else { beside }),
                    menu: Some(menu).filter(|_| listed),
                    grows: false,
                }
            }
            FieldKind::YesNo => {
                let options = Inputs::yes_and_no(self.language);
                fixed(options_width(ui, &options).max(label))
            }
            FieldKind::Text => Wish {
                grows: true,
                ..fixed(label.clamp(110.0, 170.0))
            },
            FieldKind::Person => Wish {
                grows: true,
                ..fixed(label.clamp(130.0, 170.0))
            },
            FieldKind::Date | FieldKind::BirthDate => fixed(label.clamp(132.0, 190.0)),
            FieldKind::DateTime => fixed(label.clamp(190.0, 220.0)),
            FieldKind::Number => fixed(label.clamp(110.0, 190.0)),
        }
    }

    /// How wide the label of a field is, with its star.
    fn label_width(&self, ui: &Ui, field: &Field) -> f32 {
        let label = field.label.text(self.language).to_owned();
        let galley = ui
            .painter()
            .layout_no_wrap(label, theme::label(), Palette::of(ui).mute);
        (galley.size().x + 14.0).ceil()
    }

    /// The options of a field of which one is chosen; of districts only those of the municipality.
    pub(super) fn options(&self, field: &Field) -> Vec<ChoiceOption> {
        let chosen = self.inputs.chosen.get(&field.id);
        let within = self.inputs.municipality(field);
        let near = field.choices.iter().filter(|it| it.lies_in(within));
        offered(near, chosen, self.today, self.language)
    }

    /// A field that takes a whole row.
    fn whole_row_ui(&mut self, ui: &mut Ui, field: &Field, all: &[&Field]) {
        match field.kind {
            FieldKind::Address => self.address_ui(ui, field, all),
            FieldKind::LongText => self.long_text_ui(ui, field),
            FieldKind::Choice => self.district_ui(ui, field, all),
            _ => {
                let label = field.label.text(self.language);
                let options = self.options(field);
                self.chosen_ui(ui, &field.id, label, &options, true);
            }
        }
    }

    /// A field beside others.
    fn field_ui(&mut self, ui: &mut Ui, field: &Field, place: Place) {
        let (label, width) = (field.label.text(self.language), place.width);
        let hint = match field.kind {
            FieldKind::Date | FieldKind::BirthDate => self.language.text("date-hint"),
            FieldKind::DateTime => self.language.text("date-time-hint"),
            _ => String::new(),
        };
        match field.kind {
            FieldKind::Date => drop(self.day_ui(ui, &field.id, label, &hint, width)),
            FieldKind::DateTime => self.moment_ui(ui, &field.id, label, &hint, width),
            FieldKind::Choice => {
                let options = self.options(field);
                let menu = place.menu || self.is_menu(ui, field, width);
                self.one_of_ui(ui, [&field.id, label], &options, width, menu);
            }
            FieldKind::YesNo => {
                let options = Inputs::yes_and_no(self.language);
                self.one_of_ui(ui, [&field.id, label], &options, width, false);
            }
            _ => self.suggested_line_ui(ui, field, label, width, &hint),
        }
    }

    /// Whether the options of a field do not stand beside each other in the width that it was given.
    fn is_menu(&self, ui: &Ui, field: &Field, width: f32) -> bool {
        let options = self.options(field);
        options.len() > MOST_OPTIONS && options_width(ui, &options) > width
    }
}

/// Whether a postcode suggests the choice of this field: then it stands on one line below the address.
pub(super) fn follows_postcode(field: &Field, all: &[&Field]) -> bool {
    let mut choices = field.choices.iter();
    choices.any(|choice| !choice.postcodes.is_empty())
        && all.iter().any(|field| field.kind == FieldKind::Address)
}

/// The heading of a section, with a line behind it.
fn section_ui(ui: &mut Ui, section: &str) {
    let palette = Palette::of(ui);
    low_row(ui, |ui| {
        let drawn = label_ui(ui, section, theme::strong_label(), palette.ink);
        accessible::heading(&drawn, section, Level::Section);
        let line = egui::Stroke::new(1.0, palette.line);
        let right = ui.max_rect().right();
        let from = drawn.rect.right() + 10.0;
        ui.painter()
            .hline(from..=right, drawn.rect.center().y + 1.0, line);
    });
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wish(least: f32, menu: Option<f32>, grows: bool) -> Wish {
        Wish {
            least: Some(least),
            menu,
            grows,
        }
    }

    const WHOLE: Wish = Wish {
        least: None,
        menu: None,
        grows: false,
    };

    fn widths(wishes: &[Wish], room: f32) -> Vec<Vec<f32>> {
        let rows = rows(wishes, room).into_iter();
        let widths = rows.map(|row| row.iter().map(|place| place.width).collect());
        widths.collect()
    }

    #[test]
    fn fields_stand_beside_each_other_as_long_as_they_fit_and_a_text_takes_what_is_left() {
        let day = wish(132.0, None, false);
        let text = wish(118.0, None, true);
        assert_eq!(widths(&[text, day], 400.0), [[256.0, 132.0]]);
        assert_eq!(
            widths(&[day, text, day], 400.0),
            [vec![132.0, 256.0], vec![132.0]]
        );
        assert_eq!(
            widths(&[text, WHOLE, text], 400.0),
            [[400.0], [400.0], [400.0]]
        );
    }

    #[test]
    fn a_choice_becomes_a_menu_where_only_a_menu_fits() {
        let choice = wish(300.0, Some(100.0), false);
        let text = wish(118.0, None, true);
        let found = rows(&[text, choice], 300.0);
        assert!(found[0][1].menu && found[0][1].width == 100.0, "{found:?}");
        let found = rows(&[choice, choice], 300.0);
        assert!(!found[0][0].menu && !found[1][0].menu, "{found:?}");
        assert!(rows(&[choice], 200.0)[0][0].menu, "wider than the form");
    }
}
