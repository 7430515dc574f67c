//! The present content of a list, of standard texts, of a definition or of the indicators.

use crate::register::{Choice, Content, Indicators, OUTCOME, Registers, Subject};

/// The present choices of a subject; none where it is no list of choices, or where the registers do not have it.
pub fn choices<'a>(registers: &'a Registers, subject: &Subject) -> Option<&'a [Choice]> {
    match subject {
        Subject::List(id) => {
            let list = registers.lists().iter().find(|list| list.id == *id)?;
            Some(&list.choices)
        }
        Subject::Choices { register, field } => {
            let definition = registers.get(register)?;
            match &definition.outcome {
                Some(outcome) if field == OUTCOME => Some(&outcome.choices),
                _ => Some(&definition.field(field)?.choices),
            }
        }
        Subject::Texts(_) | Subject::Register(_) | Subject::Indicators => None,
    }
}

/// The present content of a subject; none where the registers do not have it.
pub fn content(
    registers: &Registers,
    indicators: &Indicators,
    subject: &Subject,
) -> Option<Content> {
    match subject {
        Subject::List(_) | Subject::Choices { .. } => {
            Some(Content::Choices(choices(registers, subject)?.to_vec()))
        }
        Subject::Texts(register) => Some(Content::Texts(registers.get(register)?.texts.clone())),
        Subject::Register(register) => {
            let text = &registers.file(register)?.text;
            Some(Content::Definition(text.clone()))
        }
        Subject::Indicators => Some(Content::Indicators(indicators.sources().to_vec())),
    }
}
