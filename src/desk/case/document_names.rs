//! The names of documents, and as names of files.

use std::path::Path;

use crate::desk::state::model::Model;
use crate::file_names;
use crate::register::{ATTACHMENT, Entry, FieldRole};

/// The name of the document of an entry of this register, as it was attached; empty where it has none.
pub fn file_name(register: &str, entry: &Entry, model: &Model) -> String {
    let vault = model.vault.as_ref();
    let definition = vault.and_then(|vault| vault.definition(register));
    let name = definition.as_ref();
    let name = name.and_then(|definition| definition.text_in(&entry.state, FieldRole::FileName));
    name.unwrap_or_default().to_owned()
}

/// The name of a document without anything that would lead out of a folder. Without any other character it is the kind of its entry.
pub fn safe_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    match file_names::safe(last, None).as_str() {
        "" => ATTACHMENT.to_owned(),
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
        assert_eq!(safe_name("../con.pdf"), "_con.pdf");
        assert_eq!(
            safe_name(" brief.pdf. "),
            "brief.pdf",
            "as Windows reads it"
        );
    }
}
