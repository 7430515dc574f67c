//! The breakdown of a value into its parts. Parts that do not reach the whole leave a rest, which is shown.

use super::amount_text::written_amount;
use crate::language::{Explain, Label, Language};
use crate::register::{Amount, Indicator, IndicatorPart, Unit};

/// A line of a breakdown.
#[derive(Clone, Copy, Debug)]
pub struct BreakdownLine<'a> {
    /// What it is a part of; none is the whole.
    pub of: Option<&'a IndicatorPart>,
    /// The part; none is the rest.
    pub part: Option<&'a IndicatorPart>,
    /// How deep it lies: 0 is a part of the whole, 1 a part of that.
    pub depth: usize,
    /// How much it is.
    pub amount: Amount,
}

impl BreakdownLine<'_> {
    /// Whether two lines, of two years, say the same thing.
    pub fn is_like(&self, other: &Self) -> bool {
        let id = |part: Option<&IndicatorPart>| part.map(|part| part.choice.id.clone());
        id(self.of) == id(other.of) && id(self.part) == id(other.part)
    }
}

/// The parts are more than what they are parts of.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", self.explain(Language::English))]
pub struct PartsExceed {
    /// What they are parts of.
    pub whole: Label,
    /// What they come to.
    pub parts: Amount,
    /// How much the whole is.
    pub amount: Amount,
    /// What both are measured in.
    pub unit: Unit,
}

impl Explain for PartsExceed {
    fn explain(&self, language: Language) -> String {
        let amount = |amount| written_amount(amount, self.unit, language);
        language.say(
            "indicator-parts-exceed",
            &[
                ("whole", self.whole.text(language).into()),
                ("parts", amount(self.parts).into()),
                ("amount", amount(self.amount).into()),
            ],
        )
    }
}

/// The parts of a value that are known, each followed by its own, and what they leave.
///
/// # Errors
/// The parts are more than the whole, or than the part they are parts of.
pub(super) fn breakdown(
    indicator: &Indicator,
    whole: Option<Amount>,
    amount: impl Fn(&str) -> Option<Amount>,
) -> Result<Vec<BreakdownLine<'_>>, PartsExceed> {
    let mut lines = Vec::new();
    level(indicator, None, whole, 0, &amount, &mut lines)?;
    Ok(lines)
}

fn level<'a>(
    indicator: &'a Indicator,
    of: Option<&'a IndicatorPart>,
    whole: Option<Amount>,
    depth: usize,
    amount: &impl Fn(&str) -> Option<Amount>,
    lines: &mut Vec<BreakdownLine<'a>>,
) -> Result<(), PartsExceed> {
    let id = of.map(|part| part.choice.id.as_str());
    let mut sum = Amount::default();
    let mut known = false;
    for part in indicator.parts_of(id) {
        let own = amount(&part.choice.id);
        if let Some(amount) = own {
            known = true;
            sum = sum + amount;
            lines.push(BreakdownLine {
                of,
                part: Some(part),
                depth,
                amount,
            });
        }
        level(indicator, Some(part), own, depth + 1, amount, lines)?;
    }
    let Some(whole) = whole.filter(|_| known) else {
        return Ok(());
    };
    if sum > whole {
        return Err(PartsExceed {
            whole: of
                .map_or(&indicator.label, |part| &part.choice.label)
                .clone(),
            parts: sum,
            amount: whole,
            unit: indicator.unit,
        });
    }
    if sum < whole {
        lines.push(BreakdownLine {
            of,
            part: None,
            depth,
            amount: whole - sum,
        });
    }
    Ok(())
}
