//! The names of files that the program writes, also where the name came from outside: from a mail, a case number of another
//! system, or somebody who means harm.

/// How many bytes a name may have: less than any file system allows, so that a number still fits behind it.
const LONGEST: usize = 200;
/// Of which so many are kept for the ending.
const LONGEST_ENDING: usize = 20;

/// The names that Windows keeps for devices, in capitals or not, with or without an ending.
const RESERVED: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8",
    "com9", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// The endings of files that do something when they are opened, instead of only being shown. Word, Excel and PowerPoint
/// files of before 2007 are not among them: any of them may hold macros, and Office asks before it runs those.
const RUNNING: [&str; 7] = [
    // Programs, and what installs them.
    "exe com scr pif cpl dll msi msp mst msix msixbundle appx appxbundle application gadget jar jnlp app appimage bin run deb \
     rpm pkg flatpakref snap",
    // Scripts.
    "bat cmd ps1 psm1 psd1 ps1xml vb vbs vbe js jse mjs ws wsf wsh wsc sct hta sh bash zsh csh command py pyw pyz pl rb php \
     lua applescript scpt workflow",
    // Shortcuts and links, which may point to any program or site; those of Windows itself end in `-ms`.
    "lnk url website webloc desktop scf rdp",
    // Settings of the system, and help files that run programs.
    "reg inf msc theme themepack chm hlp",
    // Disks, which are opened as if they were put in, with everything above on them.
    "iso img vhd vhdx dmg",
    // Office files that say of themselves that they hold macros, and what Office loads as a part of itself.
    "docm dotm xlsm xltm xlam xlsb xll xla pptm potm ppsm ppam sldm mdb mde accdb accde ade adp iqy slk one onepkg",
    // LibreOffice extensions and libraries of macros.
    "oxt xba xlb",
];

/// Whether this character can stand in the name of a file on every system.
pub fn can_stand(letter: char) -> bool {
    !letter.is_control() && !is_invisible(letter) && !"/\\:*?\"<>|".contains(letter)
}

/// Whether this character is not seen, or makes others be read in another order: with one of them a program can be shown as
/// `factuur.pdf`.
pub fn is_invisible(letter: char) -> bool {
    matches!(letter,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{115f}' | '\u{1160}' | '\u{17b4}' | '\u{17b5}'
        | '\u{180b}'..='\u{180f}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e007f}')
}

/// This name as that of a file: the last part of a path, without what cannot stand in a name or is not seen, and short
/// enough. Nothing where nothing is left. What cannot stand in a name becomes `instead`, where that is given.
pub fn safe(name: &str, instead: Option<char>) -> String {
    let allowed = |letter: char| match can_stand(letter) {
        true => Some(letter),
        false => instead.filter(|_| !is_invisible(letter)),
    };
    let name: String = name.chars().filter_map(allowed).collect();
    // Blanks and full stops at the ends fall off on some systems: the file would be another one than was asked for.
    let fallen_off = |letter: char| letter == '.' || letter.is_whitespace();
    let name = shortened(name.trim_matches(fallen_off));
    let name = name.trim_matches(fallen_off);
    match is_reserved(name) {
        true => format!("_{name}"),
        false => name.to_owned(),
    }
}

/// Whether Windows takes this name for that of a device, whatever ending it has.
pub fn is_reserved(name: &str) -> bool {
    let stem = name.split('.').next().unwrap_or_default();
    let stem = stem.trim_end();
    RESERVED
        .iter()
        .any(|known| stem.eq_ignore_ascii_case(known))
}

/// Whether opening a file of this name may run something.
pub fn runs(name: &str) -> bool {
    let seen: String = name.chars().filter(|it| !is_invisible(*it)).collect();
    let seen = seen.trim_end_matches(|letter: char| letter == '.' || letter.is_whitespace());
    let Some((_, ending)) = seen.rsplit_once('.') else {
        return false;
    };
    let ending = ending.to_ascii_lowercase();
    let mut running = RUNNING.iter().flat_map(|kind| kind.split_whitespace());
    ending.ends_with("-ms") || running.any(|known| ending == known)
}

/// The name cut to a length that every system allows, with the ending it has.
fn shortened(name: &str) -> String {
    if name.len() <= LONGEST {
        return name.to_owned();
    }
    let ending = name.rfind('.').map_or("", |at| &name[at..]);
    let ending = Some(ending).filter(|ending| ending.len() <= LONGEST_ENDING);
    let ending = ending.unwrap_or_default();
    let room = LONGEST - ending.len();
    let cut = (0..=room).rev().find(|at| name.is_char_boundary(*at));
    format!("{}{ending}", &name[..cut.unwrap_or_default()])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_seen_or_cannot_stand_in_a_name_falls_away() {
        for (name, safe_name) in [
            ("besluit 2024.pdf", "besluit 2024.pdf"),
            ("factuur\u{202e}fdp.exe", "factuurfdp.exe"),
            ("\u{feff}brief\u{200b}.docx", "brief.docx"),
            ("a/b\\c:d*.pdf", "abcd.pdf"),
            ("brief.pdf. ", "brief.pdf"),
            (" .. ", ""),
            ("Öçé – ĳ.pdf", "Öçé – ĳ.pdf"),
        ] {
            assert_eq!(safe(name, None), safe_name, "{name:?}");
        }
        assert_eq!(safe("2024/17\u{202e}", Some('-')), "2024-17");
    }

    #[test]
    fn a_device_of_windows_is_never_the_name_of_a_file() {
        for name in ["con", "CON.pdf", "nul.tar.gz", "Lpt1 .txt", "com9"] {
            assert_eq!(safe(name, None), format!("_{name}"));
        }
        for name in ["contact.pdf", "com10", "nulmeting.xlsx"] {
            assert_eq!(safe(name, None), name);
        }
    }

    #[test]
    fn a_name_is_cut_between_letters_and_keeps_its_ending() {
        let long = format!("{}.pdf", "é".repeat(300));
        let cut = safe(&long, None);
        assert!(cut.len() <= LONGEST && cut.ends_with("é.pdf"), "{cut}");
        let no_ending = format!("a.{}", "b".repeat(300));
        assert_eq!(safe(&no_ending, None).len(), LONGEST);
    }

    #[test]
    fn what_runs_is_known_by_its_ending_however_it_is_written() {
        for name in [
            "factuur.pdf.exe",
            "FACTUUR.LNK",
            "x.js ",
            "x.exe. .",
            "x.ex\u{200b}e",
            "x.search-ms",
            "besluit.docm",
        ] {
            assert!(runs(name), "{name:?}");
        }
        for name in [
            "besluit.pdf",
            "exe",
            "lijst.xlsx",
            "oud.doc",
            "foto.jpg",
            "",
        ] {
            assert!(!runs(name), "{name:?}");
        }
    }
}
