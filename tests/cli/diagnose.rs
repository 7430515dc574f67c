//! The log and the diagnosis for a helpdesk: they say what the program did, and nothing that stands in a case.

use std::fs;
use std::path::{Path, PathBuf};

use assert_cmd::Command;
use peildatum::store::newest_version;

use crate::support::{HOUSING, Place, Said, program, said};

/// What stands in the vault, in names of files and folders, or was typed. None of it may leave.
const SECRETS: [&str; 14] = [
    "Kwetsbaar",
    "Geheimenaar",
    "Petronella",
    "Stiekemestraat",
    "2712 AH",
    "2712AH",
    "ZZ7741",
    "ZZ9999",
    "verborgen trompet",
    "trompet",
    "omdat zij belde",
    "j.jansen",
    "geen-veld",
    "geen-register",
];

/// A home with secrets in the name of everything, whose program logs as much as it can.
struct Home {
    place: Place,
}

impl Home {
    fn new() -> Self {
        let home = Self {
            place: Place::empty(),
        };
        home.write("Lijst Geheimenaar.csv", "A;B\n1;2\n");
        home
    }

    fn path(&self, name: &str) -> PathBuf {
        self.place.folder.path().join("Kwetsbaar").join(name)
    }

    fn write(&self, name: &str, text: &str) -> String {
        let path = self.path(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, text).unwrap();
        path.to_str().unwrap().to_owned()
    }

    fn command(&self) -> Command {
        let mut command = program(&self.path("home"));
        command.arg("--vault").arg(self.path("kluis Geheimenaar"));
        command.env("PEILDATUM_LOG", "trace");
        command
    }

    fn run(&self, arguments: &[&str]) -> Said {
        said(self.command().args(arguments))
    }

    fn done(&self, arguments: &[&str]) -> String {
        let Said { code, out, err } = self.run(arguments);
        assert_eq!((code, err.as_str()), (0, ""), "{arguments:?}\n{out}");
        out
    }

    /// All that was logged.
    fn log(&self) -> String {
        let folder = self.path("home/config/peildatum/log");
        let files = fs::read_dir(folder).unwrap();
        let texts = files.map(|file| fs::read_to_string(file.unwrap().path()).unwrap());
        texts.collect()
    }

    /// Works with secrets in every way that a command can.
    fn work_with_secrets(&self) {
        self.done(&["init"]);
        let rows = "Zaaknummer;Datum melding;Wijk;Postcode;Huisnummer;Straat;Naam melder;Omschrijving\n\
            ZZ7741;01-02-2024;Centrum;2712 AH;45;Stiekemestraat;Petronella Geheimenaar;verborgen trompet\n\
            ZZ7742;31-02-2024;Nergens;2712 AH;45;Stiekemestraat;Petronella Geheimenaar;verborgen trompet\n";
        let file = self.write("Geheimenaar.csv", rows);
        assert_eq!(self.run(&["import", HOUSING, &file]).code, 1);
        let why = ["--reason", "omdat zij belde"];
        let set = ["--set", "omschrijving=verborgen trompet van Petronella"];
        let change = ["change", HOUSING, "--cases", "ZZ7741"];
        self.done(&[&change[..], &set, &why].concat());
        let list = self.path("Geheimenaar.xlsx");
        let which = ["--where", "wijk=Centrum", "--period", "2024", "--out"];
        let cases = [&["cases", HOUSING], &which[..], &[list.to_str().unwrap()]].concat();
        self.done(&cases);
        let paper = self.path("Geheimenaar.docx");
        self.done(&["paper", HOUSING, "ZZ7741", "--out", paper.to_str().unwrap()]);
        for refused in [
            &cases[..],
            &["paper", HOUSING, "ZZ9999", "--out", "Geheimenaar.html"],
            &["paper", HOUSING, "ZZ7741", "--out", "weg/Geheimenaar.html"],
            &["import", HOUSING, "Geheimenaar.geheim"],
            &[
                "import",
                HOUSING,
                list.to_str().unwrap(),
                "--map",
                "geen-veld=x",
            ],
            &["table", HOUSING, "--rows", "geen-veld"],
            &["table", HOUSING, "--where", "wijk=Geheimenaar"],
            &["table", "geen-register"],
            &["undo", "Geheimenaar"],
            &[
                "change",
                HOUSING,
                "--cases",
                "ZZ7741",
                "--set",
                "wijk=Geheimenaar",
            ],
            &["indicators", "set", "Geheimenaar", "2024", "--actual", "7"],
            &["finances", "check", "Geheimenaar.csv"],
        ] {
            let said = self.run(refused);
            assert_eq!(said.code, 2, "{refused:?} {}", said.out);
        }
    }

    /// The diagnosis in a language.
    fn diagnosis(&self, language: &str, name: &str) -> String {
        let file = self.path(name);
        let arguments = [
            "diagnose",
            "--lang",
            language,
            "--out",
            file.to_str().unwrap(),
        ];
        let said = self.run(&arguments);
        assert_eq!(said.code, 0, "{}", said.err);
        assert!(said.out.contains(file.to_str().unwrap()), "{}", said.out);
        fs::read_to_string(file).unwrap()
    }

    #[track_caller]
    fn assert_no_secret(&self, text: &str) {
        let text = text.to_lowercase();
        let home = self.place.folder.path().to_str().unwrap();
        for secret in SECRETS.iter().chain([&home]) {
            assert!(!text.contains(&secret.to_lowercase()), "{secret}\n{text}");
        }
    }
}

fn has_line(text: &str, parts: &[&str]) -> bool {
    let mut lines = text.lines();
    lines.any(|line| parts.iter().all(|part| line.contains(part)))
}

#[test]
fn the_log_says_what_was_done_and_nothing_of_what_stands_in_cases() {
    let home = Home::new();
    home.work_with_secrets();
    let log = home.log();
    home.assert_no_secret(&log);
    for parts in [
        &[
            "INFO",
            "start",
            env!("CARGO_PKG_VERSION"),
            "command=\"Init\"",
            "language=\"nl\"",
        ][..],
        &[
            "command{kind=\"Import\"}",
            "import kind=\"csv\" read=2 added=1",
            "refused=1",
        ],
        &[
            "command{kind=\"Import\"}",
            "vault opened",
            "registers=18 cases=1 closed=0",
        ],
        &[
            "command{kind=\"Import\"}",
            "WARN",
            "the disk refused kind=NotFound",
        ],
        &["command{kind=\"Cases\"}", "export kind=\"xlsx\"", "rows=1"],
        &["command{kind=\"Paper\"}", "export kind=\"docx\""],
        &["command{kind=\"Cases\"}", "refused why=\"Exists\""],
        &["command{kind=\"Paper\"}", "refused why=\"NoSuchCase\""],
        &["command{kind=\"Table\"}", "refused why=\"UnknownRegister\""],
        &["command{kind=\"Table\"}", "refused why=\"UnknownField\""],
        &["command{kind=\"Undo\"}", "refused why=\"NothingToUndo\""],
        &["command{kind=\"Change\"}", "done ms="],
        &["DEBUG", "command{kind=\"Change\"}", "begin"],
    ] {
        assert!(has_line(&log, parts), "{parts:?}\n{log}");
    }
}

#[test]
fn a_diagnosis_tells_of_the_machine_the_vault_and_the_log_and_nothing_of_cases() {
    let home = Home::new();
    home.work_with_secrets();
    home.write("kluis Geheimenaar/kopie van Geheimenaar.db", "x");
    let dutch = home.diagnosis("nl", "Geheimenaar.txt");
    home.assert_no_secret(&dutch);
    for section in [
        "Programma",
        "Systeem",
        "Beeld",
        "Instellingen",
        "Kluis",
        "Laatste regels van het logboek",
    ] {
        assert!(dutch.contains(&format!("\n# {section}\n")), "{dutch}");
    }
    let version = format!("Versie: {}", env!("CARGO_PKG_VERSION"));
    let tables = format!("Bestandsversie: {}", newest_version());
    for line in [
        version.as_str(),
        "Tekenen met: onbekend: er is geen venster open",
        "Bestand: <vault>/gedeeld.db",
        "Bestand: <vault>/woonoverlast.db",
        tables.as_str(),
        "Fouten bij de controle: geen",
        "Register woonoverlast: zaken 1, op de tijdlijn 0",
        "Andere .db-bestanden: 1",
    ] {
        assert!(dutch.lines().any(|known| known == line), "{line}\n{dutch}");
    }
    for label in [
        "Gebouwd voor: ",
        "Gebouwd met: rustc ",
        "SQLite: 3.",
        "Grafische kaart: ",
    ] {
        assert!(has_line(&dutch, &[label]), "{label}\n{dutch}");
    }
    assert!(has_line(&dutch, &["command{kind=\"Undo\"}", "refused"]));
    // The label of the vault is that of the log.
    let label = dutch.split("vault=\"").nth(1).unwrap();
    let label = &label[..4];
    assert!(has_line(&home.log(), &["vault opened", label]), "{label}");
    let english = home.diagnosis("en", "english.txt");
    home.assert_no_secret(&english);
    assert!(english.contains("\n# Last lines of the log\n"), "{english}");
    assert!(has_line(&english, &["Register woonoverlast: cases 1"]));
}

#[test]
fn a_diagnosis_has_no_more_than_the_last_lines_of_the_log() {
    let home = Home::new();
    home.done(&["init"]);
    let folder = home.path("home/config/peildatum/log");
    let lines: String = (0..500).map(|line| format!("line {line}\n")).collect();
    fs::write(folder.join("peildatum.2020-01-01.log"), lines).unwrap();
    let text = home.diagnosis("nl", "d.txt");
    let (_, log) = text.split_once("logboek\n").unwrap();
    assert_eq!(log.lines().count(), 200);
    assert!(log.contains("line 499\n") && !log.contains("line 250\n"));
}

#[test]
fn a_diagnosis_is_made_where_there_is_no_vault_a_damaged_one_or_no_log() {
    let home = Home::new();
    let none = home.diagnosis("nl", "none.txt");
    assert!(none.contains("Niet te lezen: FileGone"), "{none}");
    home.done(&["init"]);
    let file = home.path("kluis Geheimenaar/woonoverlast.db");
    fs::write(&file, "Petronella ".repeat(1000)).unwrap();
    let damaged = home.diagnosis("nl", "damaged.txt");
    assert!(damaged.contains("Niet te lezen: Damaged"), "{damaged}");
    assert!(damaged.contains("Bestand: <vault>/jeugd.db"), "{damaged}");
    home.assert_no_secret(&damaged);
    // Where the folder of the log should be stands a file: the program does without.
    let without = Home::new();
    without.write("home/config/peildatum/log", "x");
    without.done(&["init"]);
    let text = without.diagnosis("nl", "d.txt");
    assert!(text.ends_with("Er is geen logboek.\n"), "{text}");
}

#[test]
fn a_diagnosis_without_a_name_lies_in_this_folder_and_takes_no_other_file_away() {
    let home = Home::new();
    let here = home.path("hier");
    fs::create_dir_all(&here).unwrap();
    let said = said(home.command().current_dir(&here).arg("diagnose"));
    assert_eq!(said.code, 0, "{}", said.err);
    let made: Vec<_> = fs::read_dir(&here).unwrap().map(Result::unwrap).collect();
    assert_eq!(made.len(), 1);
    let name = made[0].file_name().into_string().unwrap();
    assert!(name.starts_with("peildatum-diagnose-20"), "{name}");
    assert!(said.out.contains(&name), "{}", said.out);
    let kept = home.write("brief.txt", "Beste");
    let refused = home.run(&["diagnose", "--out", &kept]);
    assert_eq!(refused.code, 2, "{}", refused.out);
    assert!(refused.err.contains("--overwrite"), "{}", refused.err);
    assert_eq!(fs::read_to_string(&kept).unwrap(), "Beste");
    home.run(&["diagnose", "--overwrite", "--out", &kept]);
    assert!(
        fs::read_to_string(Path::new(&kept))
            .unwrap()
            .contains("# Kluis")
    );
}
