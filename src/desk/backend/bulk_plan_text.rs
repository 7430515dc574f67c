//! The preview of a bulk change in a few lines: equal changes are counted, refused cases are named with the reason.

use crate::language::Language;
use crate::register::{CaseFile, CaseKey, CaseProblem, Definition};
use crate::store::{Becomes, BulkPlan};

/// How many refused cases of one reason are named; the others are counted.
const NAMED: usize = 5;

/// A bulk change that was planned, with the lines of its preview.
pub struct BulkPlanText {
    /// What would become of each case.
    pub plan: BulkPlan,
    /// What would change, with the number of cases of which it would; the most frequent change first.
    pub changes: Vec<(String, usize)>,
    /// The refused cases, by their numbers, with the reason; not those that only lack something.
    pub refusals: Vec<(String, String)>,
    /// The cases that can be changed as soon as something is filled in.
    pub lacking: Vec<LackingCase>,
}

/// A case that can be changed as soon as something is filled in.
#[derive(Clone, Debug)]
pub struct LackingCase {
    /// The case.
    pub key: CaseKey,
    /// Its number, and what it is called.
    pub name: String,
    /// Whether it has yet to begin.
    pub waits: bool,
    /// What has to be filled in: fields, the end, the outcome.
    pub subjects: Vec<String>,
}

impl BulkPlanText {
    /// Puts the plan into words. It goes through every case, and so is for the thread of the vault service.
    pub fn new(plan: BulkPlan, definition: &Definition, language: Language) -> Self {
        let mut changes: Vec<(String, usize)> = Vec::new();
        let mut refused: Vec<(String, Vec<&str>)> = Vec::new();
        let mut lacking = Vec::new();
        for line in &plan.lines {
            match &line.becomes {
                Becomes::Changed(_) => {
                    let lines = line.changes().into_iter().map(|change| {
                        let (what, how) = definition.change_line(&change, language);
                        format!("{what}: {how}")
                    });
                    let text = lines.collect::<Vec<_>>().join("; ");
                    match changes.iter_mut().find(|(known, _)| *known == text) {
                        Some((_, count)) => *count += 1,
                        None => changes.push((text, 1)),
                    }
                }
                Becomes::Refused(problems)
                    if problems.iter().all(CaseProblem::can_be_filled_in) =>
                {
                    lacking.push(LackingCase::of(&line.case, problems, definition));
                }
                Becomes::Refused(problems) => {
                    let reasons = problems.iter();
                    let reasons = reasons.map(|problem| definition.problem_line(problem, language));
                    let reasons = reasons.collect::<Vec<_>>().join("; ");
                    let number = line.case.number.as_str();
                    match refused.iter_mut().find(|(known, _)| *known == reasons) {
                        Some((_, numbers)) => numbers.push(number),
                        None => refused.push((reasons, vec![number])),
                    }
                }
                Becomes::AlreadySo => {}
            }
        }
        changes.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
        let refusals = refused.into_iter().map(|(why, numbers)| {
            let named = numbers.iter().take(NAMED).copied().collect::<Vec<_>>();
            let named = named.join(", ");
            let rest = numbers.len().saturating_sub(NAMED);
            let numbers = match rest {
                0 => named,
                rest => {
                    let arguments = [("numbers", named.into()), ("count", (rest as i64).into())];
                    language.say("bulk-and-more", &arguments)
                }
            };
            (numbers, why)
        });
        let refusals = refusals.collect();
        Self {
            plan,
            changes,
            refusals,
            lacking,
        }
    }
}

impl LackingCase {
    fn of(case: &CaseFile, problems: &[CaseProblem], definition: &Definition) -> Self {
        let title = definition.title_of(&case.state);
        let title = title.map(|title| format!("{} · {title}", case.number));
        let subjects = problems.iter().map(|problem| problem.subject.clone());
        Self {
            key: case.key,
            name: title.unwrap_or_else(|| case.number.clone()),
            waits: case.state.is_before(),
            subjects: subjects.collect(),
        }
    }
}
