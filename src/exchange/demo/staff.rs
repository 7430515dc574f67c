//! Who works in the invented municipality.

use std::sync::OnceLock;

use serde::Deserialize;

use super::plan::OneOrMore;
use crate::clock::Clock;
use crate::language::Label;
use crate::register::{Choice, Content, Definition, ListRole, Subject, id_of};
use crate::store::{Edit, StoreError, Vault};

const STAFF: &str = include_str!("../../../assets/demo/staff.toml");

/// Who works in the invented municipality, and on what.
#[derive(Clone, Debug, Default)]
pub struct Staff {
    people: Vec<Colleague>,
}

#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Colleague {
    name: String,
    /// The registers of which this person handles the cases.
    #[serde(default)]
    registers: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct StaffFile {
    person: Vec<Colleague>,
    /// Who handles the cases of a register that nobody is named for.
    others: OneOrMore,
}

fn shipped() -> &'static StaffFile {
    static READ: OnceLock<StaffFile> = OnceLock::new();
    READ.get_or_init(|| {
        toml::from_str(STAFF).unwrap_or_else(|_| StaffFile {
            person: Vec::new(),
            others: OneOrMore::More(Vec::new()),
        })
    })
}

impl Staff {
    /// The invented staff.
    pub fn shipped() -> Self {
        Self {
            people: shipped().person.clone(),
        }
    }

    /// The same with this person in the place of the first one, unless this person works here already: so that whoever
    /// looks around has work too.
    #[must_use]
    pub fn with(mut self, me: Option<&str>) -> Self {
        let me = me.map(str::trim).filter(|me| !me.is_empty());
        if let (Some(me), false) = (me, me.is_some_and(|me| self.has(me)))
            && let Some(first) = self.people.first_mut()
        {
            me.clone_into(&mut first.name);
        }
        self
    }

    /// The names, in order.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.people.iter().map(|person| person.name.as_str())
    }

    fn has(&self, name: &str) -> bool {
        self.names().any(|known| known == name)
    }

    /// Who handles the cases of this register.
    pub(super) fn of(&self, definition: &Definition) -> Vec<String> {
        let handles = |person: &&Colleague| person.registers.contains(&definition.id);
        let named: Vec<String> = self
            .people
            .iter()
            .filter(handles)
            .map(|person| person.name.clone())
            .collect();
        match named.is_empty() {
            true => shipped().others.all().to_vec(),
            false => named,
        }
    }

    /// Puts them on the list of those who work here, as a municipality does in the program.
    pub(super) fn enter(&self, vault: &mut Vault, clock: &Clock) -> Result<(), StoreError> {
        let Some(list) = vault.registers().list_of(ListRole::People) else {
            return Ok(());
        };
        let subject = Subject::List(list.id.clone());
        let mut choices = list.choices.clone();
        for name in self.names() {
            if choices.iter().any(|known| known.label.nl == name) {
                continue;
            }
            let id = id_of(name, |id| choices.iter().any(|known| known.id == id));
            let label = Label {
                nl: name.to_owned(),
                en: None,
            };
            choices.push(Choice::new(id, label));
        }
        vault.edit(&Edit {
            version: vault.versions().get(&subject).copied().unwrap_or_default(),
            subject,
            content: Some(Content::Choices(choices)),
            actor: "demo".to_owned(),
            recorded: clock.now(),
            reason: None,
        })
    }
}
