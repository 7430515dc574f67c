//! A panic in the log: where it was, and not what it says, which may hold what somebody typed.

use std::any::Any;
use std::backtrace::Backtrace;
use std::cell::Cell;
use std::panic::{self, AssertUnwindSafe};

use tracing::{debug, enabled, error};

use super::event::TARGET;

thread_local! {
    /// Whether a panic on this thread is an answer that is waited for.
    static EXPECTED: Cell<bool> = const { Cell::new(false) };
}

/// What the work gives; none where it panics, which is logged as no fault of the program. For readers of other projects,
/// which panic on some damaged files.
pub fn without_panic<T>(work: impl FnOnce() -> T) -> Option<T> {
    let before = EXPECTED.replace(true);
    // What a reader leaves half done is dropped with it.
    let result = panic::catch_unwind(AssertUnwindSafe(work));
    EXPECTED.set(before);
    result.ok()
}

/// What the work gives; none where it panics, which is logged as a fault of the program. What the work was changing is half
/// done then, and is to be made anew.
pub fn survive<T>(work: impl FnOnce() -> T) -> Option<T> {
    panic::catch_unwind(AssertUnwindSafe(work)).ok()
}

/// Logs every panic from now on. What is said on the standard error stays as it is.
pub(super) fn log_panics() {
    let others = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        if EXPECTED.get() {
            debug!(target: TARGET, "a reader gave up");
            return;
        }
        let place = panic.location();
        let file = place.map_or("", |place| without_machine(place.file()));
        let line = place.map_or(0, panic::Location::line);
        let message = literal(panic.payload());
        error!(target: TARGET, file, line, message, "panic");
        if enabled!(target: TARGET, tracing::Level::DEBUG) {
            let trace = Backtrace::force_capture().to_string();
            for function in own_functions(&trace) {
                debug!(target: TARGET, function, "panic");
            }
        }
        others(panic);
    }));
}

/// The message of a panic where it is a text of the program itself. Any other may hold content.
fn literal(payload: &(dyn Any + Send)) -> &'static str {
    payload
        .downcast_ref::<&'static str>()
        .copied()
        .unwrap_or("(withheld)")
}

/// A source file without the folders of the machine on which it was compiled: `egui-0.37.0/src/context.rs`.
fn without_machine(file: &str) -> &str {
    let Some((before, _)) = file.rsplit_once("/src/").or(file.rsplit_once("\\src\\")) else {
        return file;
    };
    let begin = before.rfind(['/', '\\']).map_or(0, |at| at + 1);
    &file[begin..]
}

/// The functions of this program in a backtrace, the innermost first.
fn own_functions(trace: &str) -> impl Iterator<Item = &str> {
    // A line of a function is its number and its name; below it stands the file.
    let names = trace.lines().filter_map(|line| {
        let (number, name) = line.trim_start().split_once(": ")?;
        number.parse::<usize>().ok().map(|_| name)
    });
    names.filter(|name| name.contains("peildatum::"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn of_a_source_file_the_folders_of_the_machine_are_left_out() {
        let dependency = "/home/anna/.cargo/registry/src/index-1f/egui-0.37.0/src/context.rs";
        assert_eq!(without_machine(dependency), "egui-0.37.0/src/context.rs");
        let windows = r"C:\Users\anna\.cargo\registry\src\index-1f\egui-0.37.0\src\context.rs";
        assert_eq!(without_machine(windows), r"egui-0.37.0\src\context.rs");
        assert_eq!(without_machine("src/desk/app.rs"), "src/desk/app.rs");
        let library = "/rustc/1234/library/core/src/option.rs";
        assert_eq!(without_machine(library), "core/src/option.rs");
    }

    #[test]
    fn a_panic_that_is_waited_for_is_an_answer() {
        assert_eq!(without_panic(|| 7), Some(7));
        let one = [1].as_slice();
        assert_eq!(without_panic(|| one[std::hint::black_box(3)]), None);
        assert!(!EXPECTED.get(), "the next one is a fault again");
    }

    #[test]
    fn a_panic_that_is_survived_stays_a_fault() {
        assert_eq!(survive(|| 7), Some(7));
        let expected = survive(|| {
            assert!(!EXPECTED.get());
            let one = [1].as_slice();
            one[std::hint::black_box(3)]
        });
        assert_eq!(expected, None);
    }

    #[test]
    fn only_a_message_of_the_program_itself_is_told() {
        assert_eq!(literal(&"a text of the program"), "a text of the program");
        assert_eq!(literal(&"J. Jansen".to_owned()), "(withheld)");
        assert_eq!(literal(&7), "(withheld)");
    }

    #[test]
    fn of_a_backtrace_only_functions_of_this_program_are_told() {
        let trace = "   0: std::backtrace::capture\n             at /rustc/1/x.rs:1\n   \
                     1: peildatum::store::vault::open\n             at ./src/store/vault.rs:2\n   \
                     2: <peildatum::desk::app::Desk as eframe::App>::update\n";
        let functions: Vec<&str> = own_functions(trace).collect();
        assert_eq!(
            functions,
            [
                "peildatum::store::vault::open",
                "<peildatum::desk::app::Desk as eframe::App>::update"
            ]
        );
    }
}
