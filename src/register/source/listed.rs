//! An edition of a list over what the file lists.

use crate::register::definition::choice::Choice;
use crate::register::definition::standard_text::StandardText;

/// Something an edition lists.
pub(super) trait Listed: Clone {
    fn id(&self) -> &str;
    fn mark_own(&mut self);
    /// Takes over what cannot be changed in the program from what the file says of the same.
    fn keep(&mut self, _file: &Self) {}
}

impl Listed for Choice {
    fn id(&self) -> &str {
        &self.id
    }

    fn mark_own(&mut self) {
        self.own = true;
    }

    // An edition from before a file said so would share what the file withholds.
    fn keep(&mut self, file: &Self) {
        if self.shared_as.is_none() {
            self.shared_as.clone_from(&file.shared_as);
        }
    }
}

impl Listed for StandardText {
    fn id(&self) -> &str {
        &self.id
    }

    fn mark_own(&mut self) {
        self.own = true;
    }
}

/// What an edition lists, in its order, and behind that what stands in the file and not in the edition: it came with a
/// newer version of the program. So nothing that stands in a file can be lost, only retired.
pub(super) fn over<T: Listed>(file: Vec<T>, edition: &[T]) -> Vec<T> {
    let stands = |in_list: &[T], id: &str| in_list.iter().any(|one| one.id() == id);
    let mut whole: Vec<T> = edition.to_vec();
    for one in &mut whole {
        match file.iter().find(|other| other.id() == one.id()) {
            Some(in_file) => one.keep(in_file),
            None => one.mark_own(),
        }
    }
    whole.extend(file.into_iter().filter(|one| !stands(edition, one.id())));
    whole
}
