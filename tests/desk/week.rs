//! A working week: every task that is about one case, done by keyboard as its user does it, in so many keys. Free text
//! is not counted: what a caller tells is as long as it is.
//!
//! | Task | Keys | Test |
//! |---|---|---|
//! | A phone melding at a known address, attached with one key | 40 | `intake::a_report_at_a_known_address_takes_few_keys_and_is_no_second_case` |
//! | A phone melding at a new address | 40 | `intake::a_new_case_at_an_unknown_address_takes_few_keys` |
//! | A contactmoment with its next action | 6 | `entries::a_contact_with_its_next_action_takes_six_presses_beside_the_words` |
//! | One step up the ladder, its deadline filled in | 4 | `week_housing::one_step_up_the_ladder_has_its_deadline_filled_in` |
//! | A list per corporatie with only what may be shared | 20 | `week_housing::a_list_for_one_corporatie_holds_only_what_may_be_shared` |
//! | Closing with a reason, refused without; opening again | 12, 9 | `week_housing::a_case_is_closed_with_a_reason_and_opened_again_with_a_reason` |
//! | The list of a Monday: what is late, what lies still | 2 | `work::one_key_shows_what_is_late_and_what_lies_still` |
//! | A task done | 1 | `work::a_next_action_is_done_with_one_key_and_undone_with_another` |
//! | A task put off with a reason | 4 | `work::a_task_waits_until_another_day_for_a_reason_or_not_at_all` |
//! | A decision in a meeting | 12 | `meeting::a_decision_is_typed_in_the_meeting_and_stands_in_the_file` |
//! | An MMA signal | 30 | `week_signals::a_signal_of_meld_misdaad_anoniem_is_taken_down` |
//! | A weging with its decision and reason | 18 | `week_signals::a_weging_has_its_decision_and_its_reason` |
//! | A source check: hit or none | 12 | `week_signals::a_source_that_was_looked_in_is_a_hit_or_none` |
//! | Three signals in one casus, each counted once | 50 | `week_signals::three_signals_become_one_casus_and_each_is_counted_once` |
//! | A controledag with partners, objects and findings | 35 | `week_signals::a_controledag_has_its_partners_its_objects_and_its_findings` |
//! | An aanmelding | 26 | `week_youth::an_aanmelding_is_taken_down` |
//! | One screen per jongere, and on to what stands there | 12, 3 | `week_youth::one_screen_shows_a_jongere_with_pga_groep_and_gebiedsverbod` |
//! | An afspraak with its next action | 14 | `week_youth::an_afspraak_is_recorded_with_its_next_action` |
//! | A gebiedsverbod extended before its end, refused after | 32 | `week_youth::a_gebiedsverbod_is_extended_before_its_end_and_not_after` |
//! | A huisverbod by the hour; at most 28 days | 30 | `week_youth::a_huisverbod_runs_by_the_hour_and_never_beyond_28_days` |

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
