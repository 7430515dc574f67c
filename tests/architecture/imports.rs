//! The files of a source tree with what each of them imports.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The files of a source tree, by their path below it.
pub struct Source {
    /// What stands in each file.
    pub files: BTreeMap<String, String>,
    /// Which files each file imports from, and by which path.
    pub imports: BTreeMap<String, BTreeMap<String, String>>,
}

impl Source {
    /// Reads the Rust files below this folder, but for those that hold only tests.
    pub fn read(folder: &Path) -> Self {
        let mut files = BTreeMap::new();
        gather(folder, "", &mut files);
        Self::of(files)
    }

    /// Of these files, by their path: `desk/kit/theme.rs`.
    pub fn of(files: BTreeMap<String, String>) -> Self {
        let modules: BTreeMap<Vec<String>, String> = files
            .keys()
            .map(|path| (module_of(path), path.clone()))
            .collect();
        let mut imports = BTreeMap::new();
        for (path, text) in &files {
            let mut targets = BTreeMap::new();
            for import in imported(&module_of(path), text) {
                let target = (1..=import.len())
                    .rev()
                    .find_map(|length| modules.get(&import[..length]));
                if let Some(target) = target.filter(|target| *target != path) {
                    targets.insert(target.clone(), import.join("::"));
                }
            }
            imports.insert(path.clone(), targets);
        }
        Self { files, imports }
    }
}

fn gather(folder: &Path, below: &str, files: &mut BTreeMap<String, String>) {
    for entry in fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().unwrap();
        let path = format!("{below}{name}");
        if entry.file_type().unwrap().is_dir() {
            gather(&entry.path(), &format!("{path}/"), files);
        } else if name.ends_with(".rs") && name != "tests.rs" {
            files.insert(path, fs::read_to_string(entry.path()).unwrap());
        }
    }
}

/// The module that a file holds: `desk/kit/theme.rs` is `desk::kit::theme`, `desk/kit/mod.rs` is `desk::kit`.
fn module_of(path: &str) -> Vec<String> {
    let path = path.trim_end_matches(".rs");
    let path = path.strip_suffix("/mod").unwrap_or(path);
    let names = path
        .split('/')
        .filter(|name| !["lib", "main"].contains(name));
    names.map(str::to_owned).collect()
}

/// The text of a file without the items that are compiled for tests alone: declarations up to their `;`, and what has a body up
/// to the brace at the beginning of a line, where the formatter puts the last one.
fn without_tests(text: &str) -> String {
    let mut pieces = text.split("#[cfg(test)]");
    let mut code = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let end = match piece.find([';', '{']) {
            Some(at) if piece[at..].starts_with('{') => piece.find("\n}").map(|at| at + 2),
            at => at.map(|at| at + 1),
        };
        code.push_str(end.map_or("", |end| &piece[end..]));
    }
    code
}

/// The paths within the crate that a file names, outside its tests and comments.
fn imported(module: &[String], text: &str) -> BTreeSet<Vec<String>> {
    let code = without_tests(text);
    let lines = code
        .lines()
        .map(|line| line.split("//").next().unwrap_or_default());
    let code = lines.collect::<Vec<_>>().join("\n");
    let mut paths = BTreeSet::new();
    for (at, _) in code.match_indices("::") {
        let begin = code[..at].rfind(|letter: char| !is_of_name(letter));
        let begin = begin.map_or(0, |before| before + 1);
        let first = &code[begin..at];
        let preceded = code[..begin].ends_with("::");
        if preceded || !["crate", "super", "self"].contains(&first) {
            continue;
        }
        for path in branches(&code[begin..]) {
            paths.insert(resolved(module, &path));
        }
    }
    paths
}

fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// The paths that a tree of imports stands for: `a::{b, c::d}` is `a::b` and `a::c::d`.
fn branches(text: &str) -> Vec<Vec<String>> {
    let mut paths = Vec::new();
    branch(text, &mut Vec::new(), &mut paths);
    paths
}

/// Reads one branch; returns how much of the text it took.
fn branch(text: &str, before: &mut Vec<String>, paths: &mut Vec<Vec<String>>) -> usize {
    let depth = before.len();
    let mut at = 0;
    loop {
        at += text[at..].len() - text[at..].trim_start().len();
        let name: String = text[at..]
            .chars()
            .take_while(|letter| is_of_name(*letter))
            .collect();
        at += name.len();
        let is_folder_itself = name == "self" && depth > 0;
        if !name.is_empty() && !is_folder_itself {
            before.push(name);
        }
        if !text[at..].starts_with("::") {
            break;
        }
        at += 2;
        let rest = text[at..].trim_start();
        if rest.starts_with('{') {
            at += text[at..].len() - rest.len() + 1;
            loop {
                at += branch(&text[at..], before, paths);
                let rest = text[at..].trim_start();
                at += text[at..].len() - rest.len();
                match rest.chars().next() {
                    Some(',') => at += 1,
                    Some('}') => {
                        at += 1;
                        break;
                    }
                    _ => break,
                }
                if text[at..].trim_start().starts_with('}') {
                    continue;
                }
            }
            before.truncate(depth);
            return at;
        }
    }
    if before.len() > depth || depth > 0 {
        paths.push(before.clone());
    }
    before.truncate(depth);
    // `a as b` names a.
    let rest = text[at..].trim_start();
    if let Some(named) = rest.strip_prefix("as ") {
        let name: usize = named
            .chars()
            .take_while(|letter| is_of_name(*letter))
            .map(char::len_utf8)
            .sum();
        at += text[at..].len() - rest.len() + 3 + name;
    }
    at
}

/// A path as it begins at the root of the crate.
fn resolved(module: &[String], path: &[String]) -> Vec<String> {
    let mut whole: Vec<String> = module.to_vec();
    for (at, name) in path.iter().enumerate() {
        match name.as_str() {
            "crate" if at == 0 => whole.clear(),
            "self" if at == 0 => {}
            "super" => drop(whole.pop()),
            _ => whole.push(name.clone()),
        }
    }
    whole
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paths(module: &str, text: &str) -> Vec<String> {
        let module: Vec<String> = module.split("::").map(str::to_owned).collect();
        let paths = imported(&module, text).into_iter();
        paths.map(|path| path.join("::")).collect()
    }

    #[test]
    fn every_branch_of_an_import_is_read() {
        let text = "use crate::a::{b, c::{self, d}, e as f};\nuse super::g;\nuse self::h::i;";
        let read = paths("x::y", text);
        assert_eq!(
            read,
            ["a::b", "a::c", "a::c::d", "a::e", "x::g", "x::y::h::i"]
        );
    }

    #[test]
    fn paths_in_the_code_are_read_and_those_in_comments_and_tests_are_not() {
        let text =
            "// crate::no\nfn f() -> crate::a::B { super::c::d() }\n#[cfg(test)]\nuse crate::e;";
        assert_eq!(paths("x::y", text), ["a::B", "x::c::d"]);
        let text = "#[cfg(test)]\nmod tests;\nuse crate::a::b;\n#[cfg(test)]\nmod more {\n    use crate::c;\n}\n\nuse crate::d::e;";
        assert_eq!(paths("x::y", text), ["a::b", "d::e"]);
    }
}
