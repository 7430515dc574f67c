//! What the help is about when it is asked for: what is on the screen.

use super::screens::Session;
use crate::desk::frame::help::place::Subject;
use crate::desk::state::model::Model;
use crate::desk::state::route::Route;

impl Session {
    /// What is on the screen, as the manual has it.
    pub fn help_subject(&self) -> Subject {
        if self.grid().is_some() {
            return Subject::Grid;
        }
        if self.import.is_some() {
            return Subject::Import;
        }
        match &self.route {
            Route::Register(_) if self.forms.case.is_some() => Subject::Form,
            Route::Register(_) if self.selected().is_some() => Subject::Case,
            Route::Register(_) => Subject::List,
            Route::Overview => Subject::Overview,
            Route::Figures => Subject::Figures,
            Route::Work => Subject::Work,
            Route::Meeting => Subject::Meeting,
            Route::Indicators => Subject::Indicators,
            Route::Finances => Subject::Finances,
            Route::Manage if self.manage.shows_definition() => Subject::Definition,
            Route::Manage => Subject::Manage,
        }
    }

    /// Whether a file can be imported on this screen.
    pub fn can_import(&self, model: &Model) -> bool {
        self.register(model).is_some() || self.shows_indicators()
    }
}
