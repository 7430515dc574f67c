//! Names of documents as names of files.

use std::path::Path;

use crate::places;

/// The name of a document without anything that would lead out of a folder. Without any other character it is `bijlage`.
pub fn safe_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let allowed: String = last
        .chars()
        .filter(|letter| places::can_stand_in_a_name(*letter))
        .collect();
    // Blanks and full stops at the ends fall off on some systems: the file would be another one than was asked for.
    match allowed.trim_matches(|letter: char| letter == '.' || letter.is_whitespace()) {
        "" => "bijlage".to_owned(),
        name => name.to_owned(),
    }
}

/// Whether a file of this name is of a kind that can be imported.
pub fn is_table(name: &str) -> bool {
    let kind = Path::new(name).extension();
    kind.is_some_and(|kind| {
        let mut tables = ["csv", "xlsx", "xls", "ods"].into_iter();
        tables.any(|table| kind.eq_ignore_ascii_case(table))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_never_leads_out_of_its_folder() {
        assert_eq!(safe_name("besluit.pdf"), "besluit.pdf");
        assert_eq!(safe_name("../../etc/passwd"), "passwd");
        assert_eq!(safe_name(r"C:\geheim\brief.docx"), "brief.docx");
        assert_eq!(safe_name(".."), "bijlage");
        assert_eq!(safe_name(""), "bijlage");
        assert_eq!(safe_name(" . "), "bijlage");
        assert_eq!(
            safe_name(" brief.pdf. "),
            "brief.pdf",
            "as Windows reads it"
        );
    }
}
