//! What giving many cases the same thing would come to, in a few lines: alike changes are counted, what is refused is
//! named with its reason.

use crate::language::Language;
use crate::register::Definition;
use crate::store::{Becomes, BulkPlan};

/// How many case numbers are named before the rest is counted.
const NAMED: usize = 5;

/// What would become of many cases, and how that is told.
pub struct BulkPlanText {
    /// What would become of each.
    pub plan: BulkPlan,
    /// What would change, and of how many cases; what most share comes first.
    pub changes: Vec<(String, usize)>,
    /// What is refused: the cases, and why.
    pub refusals: Vec<(String, String)>,
}

impl BulkPlanText {
    /// Puts the plan in words. For whoever has the time: it looks at every case.
    pub fn new(plan: BulkPlan, definition: &Definition, language: Language) -> Self {
        let mut changes: Vec<(String, usize)> = Vec::new();
        let mut refused: Vec<(String, Vec<&str>)> = Vec::new();
        for line in &plan.lines {
            match &line.becomes {
                Becomes::Changed(_) => {
                    let told = line.changes().into_iter().map(|change| {
                        let (what, how) = definition.change_line(&change, language);
                        format!("{what}: {how}")
                    });
                    let told = told.collect::<Vec<_>>().join("; ");
                    match changes.iter_mut().find(|(known, _)| *known == told) {
                        Some((_, count)) => *count += 1,
                        None => changes.push((told, 1)),
                    }
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
        }
    }
}
