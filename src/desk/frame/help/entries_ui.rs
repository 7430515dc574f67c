//! The list at the left of the help: the chapters of the manual with the sections of the one that is open, the keys and the
//! words.

use egui::style::ScrollAnimation;
use egui::{ScrollArea, Ui};

use super::place::{Target, Topic};
use crate::desk::kit::button::Button;
use crate::desk::kit::theme::{self, Palette};
use crate::desk::kit::widgets::label_ui;
use crate::language::Language;
use crate::manual::{Chapter, chapters};

/// How high an entry is.
const ENTRY: f32 = 32.0;
/// How high a section is below its chapter.
const SECTION: f32 = 24.0;
/// How much room there is between the chapters and the keys.
const GAP: f32 = 10.0;

/// Draws the list, as high as this, with the open topic marked; that comes into view where it was opened just now. Returns
/// what was chosen in the list.
pub fn entries_ui(
    ui: &mut Ui,
    open: Option<&Topic>,
    opened_now: bool,
    height: f32,
    language: Language,
) -> Option<(Topic, Target)> {
    ui.spacing_mut().item_spacing.y = 0.0;
    ui.spacing_mut().interact_size.y = SECTION;
    let width = ui.available_width() - 4.0;
    ui.set_max_width(width);
    ui.horizontal(|ui| {
        ui.add_space(12.0);
        let text = language.text("help-manual");
        label_ui(ui, text, theme::label(), Palette::of(ui).mute);
    });
    let mut chosen = None;
    // The keys and the words stay in sight below the chapters.
    let height = height - SECTION - 2.0 * ENTRY - GAP;
    ScrollArea::vertical()
        .id_salt("help entries")
        .max_height(height)
        .min_scrolled_height(height)
        .auto_shrink(false)
        .show(ui, |ui| {
            for chapter in chapters(language) {
                let topic = Topic::Chapter(chapter.id.clone());
                let is_open = open == Some(&topic);
                if entry_ui(ui, &chapter.title, is_open, opened_now) {
                    chosen = Some((topic.clone(), Target::TOP));
                }
                if is_open && let Some(section) = sections_ui(ui, chapter, language) {
                    chosen = Some((topic, Target::Section(section)));
                }
            }
        });
    ui.add_space(GAP);
    for (topic, text) in [(Topic::Keys, "help-keys"), (Topic::Words, "help-words")] {
        if entry_ui(ui, &language.text(text), open == Some(&topic), false) {
            chosen = Some((topic, Target::TOP));
        }
    }
    chosen
}

fn entry_ui(ui: &mut Ui, text: &str, is_open: bool, opened_now: bool) -> bool {
    let response = Button::new(text).entry(ui, is_open, None);
    if response.gained_focus() || (is_open && opened_now) {
        ui.scroll_to_rect_animation(response.rect, None, ScrollAnimation::none());
    }
    response.clicked()
}

/// The sections of the open chapter. Returns the place of the one that was chosen.
fn sections_ui(ui: &mut Ui, chapter: &Chapter, language: Language) -> Option<usize> {
    let mut chosen = None;
    let sections = chapter.sections.iter().enumerate();
    for (at, section) in sections.filter(|(_, section)| section.level == 2) {
        ui.horizontal(|ui| {
            ui.add_space(GAP);
            let name = [("heading", section.heading.as_str().into())];
            let name = language.say("help-to-section", &name);
            let button = Button::new(&section.heading).name(name);
            let response = button.width(ui.available_width()).small(ui);
            if response.gained_focus() {
                response.scroll_to_me(None);
            }
            if response.clicked() {
                chosen = Some(at);
            }
        });
    }
    if chapter.sections.len() > 1 {
        ui.add_space(6.0);
    }
    chosen
}
