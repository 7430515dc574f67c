//! The log of a whole process, in one of its own: the log and what becomes of a panic are everybody's.

#[cfg(test)]
mod tests {
    use std::fs;
    use std::panic::catch_unwind;
    use std::path::Path;
    use std::thread;
    use std::time::Duration;

    use peildatum::logging;

    /// Every file in a folder and the folders in it, but those of the log itself.
    fn sources(folder: &Path) -> Vec<String> {
        let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
        let inside = |path: &Path| match path.is_dir() {
            true if path.ends_with("src/logging") => Vec::new(),
            true => sources(path),
            false => vec![fs::read_to_string(path).unwrap()],
        };
        entries.flat_map(|entry| inside(&entry.path())).collect()
    }

    #[test]
    fn only_the_log_itself_writes_events_so_that_none_can_hold_content() {
        let sources = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join("src"));
        assert!(sources.len() > 200, "the source is read: {}", sources.len());
        let names = ["tracing::", "log::warn", "log::info", "log::error"];
        for source in sources {
            let used = names.iter().find(|name| source.contains(**name));
            assert_eq!(used, None, "{}", source.lines().next().unwrap());
        }
    }

    #[test]
    fn events_and_panics_are_logged_with_the_request_they_belong_to_and_without_content() {
        let place = tempfile::tempdir().unwrap();
        let folder = place.path().join("new").join("log");
        logging::start(&folder).unwrap();
        assert!(logging::start(&folder).is_err(), "a log is started once");
        logging::request("Import").done(None);
        logging::request("Record").done(Some("Conflict"));
        logging::look_around(Duration::from_millis(987));
        logging::look_around(Duration::from_millis(19));
        let typed = "Petronella Geheimenaar".to_owned();
        let thread = thread::Builder::new().name("vault".to_owned());
        let thread = thread.spawn(move || {
            let _work = logging::request("Search");
            panic!("cannot find {typed}")
        });
        assert!(thread.unwrap().join().is_err());
        assert!(catch_unwind(|| panic!("a text of the program")).is_err());
        let answer = logging::without_panic(|| panic!("a reader that gives up"));
        assert_eq!(answer, None::<()>, "that is no fault of the program");

        let lines = logging::last_lines(&folder, usize::MAX);
        let count = |parts: &[&str]| {
            let has = |line: &&String| parts.iter().all(|part| line.contains(part));
            lines.iter().filter(has).count()
        };
        let process = format!(" {} ", std::process::id());
        let place = "file=\"tests/logging.rs\" line=";
        for parts in [
            &["INFO", "request{kind=\"Import\"}", "done ms=", &process][..],
            &[
                "WARN",
                "request{kind=\"Record\"}",
                "refused why=\"Conflict\"",
            ],
            &["WARN", "look around, slow ms=987"],
            &[
                "ERROR",
                "vault",
                "request{kind=\"Search\"}",
                "panic",
                place,
                "(withheld)",
            ],
            &["ERROR", "panic", place, "a text of the program"],
        ] {
            assert_eq!(count(parts), 1, "{parts:?} {lines:#?}");
        }
        assert_eq!(lines.len(), 5, "{lines:#?}");
        assert_eq!(count(&["Petronella"]) + count(&["Geheimenaar"]), 0);
    }
}
