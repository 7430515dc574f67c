//! A working week: every task that is about one case, done by keyboard as its user does it, in so many keys. Free text
//! is not counted: what a caller tells is as long as it is.
//!
//! | Task | Test |
//! |---|---|
//! | A phone melding at a known address, attached with one key | `intake::a_report_at_a_known_address_takes_few_keys_and_is_no_second_case` |
//! | A phone melding at a new address | `intake::a_new_case_at_an_unknown_address_takes_few_keys` |
//! | A contactmoment with its next action | `entries::a_contact_with_its_next_action_takes_six_presses_beside_the_words` |
//! | One step up the ladder, its deadline filled in | `week_housing` |
//! | A list per corporatie with only what may be shared | `week_housing` |
//! | Closing with a reason, refused without; opening again with a reason | `week_housing` |
//! | The list of a Monday: what is late, what lies still | `work::one_key_shows_what_is_late_and_what_lies_still` |
//! | Done with one key, put off with a reason | `work::a_next_action_is_done_with_one_key_and_undone_with_another`, `work::a_task_waits_until_another_day_for_a_reason_or_not_at_all` |
//! | An MMA signal, its weging, a source check | `week_signals` |
//! | Three signals in one casus, each counted once | `week_signals` |
//! | A controledag with partners, objects and findings | `week_signals` |
//! | An aanmelding, an afspraak, one screen per jongere | `week_youth` |
//! | A gebiedsverbod extended in time, a huisverbod by the hour | `week_youth` |

use egui::Key;
use peildatum::register::{CaseFile, Entry};
use peildatum::store::Vault;

use super::support::{CTRL, Screen};

/// Does what has this name, found by a few letters of it.
pub fn do_by_name(screen: &mut Screen, letters: &str) {
    screen.search(letters);
    screen.press(Key::Enter);
}

/// Stores what is typed.
pub fn store(screen: &mut Screen) {
    screen.press_with(CTRL, Key::Enter);
}

/// Stops the test where the task took more keys than this.
#[track_caller]
pub fn within(screen: &Screen, most: usize) {
    let keys = screen.keys_pressed();
    assert!(keys <= most, "it took {keys} keys");
}

/// The only case of a register.
#[track_caller]
pub fn only(screen: &Screen, register: &str) -> CaseFile {
    let mut cases = screen.stored(register);
    assert_eq!(cases.len(), 1, "{:#?}", screen.says());
    cases.remove(0)
}

/// What stands on the timeline of a case, the newest first.
pub fn timeline(vault: &Vault, case: &CaseFile) -> Vec<Entry> {
    let store = vault.store(&case.register).unwrap();
    store.entries(case.key).unwrap()
}
