//! The registers the tests count: two small ones of their own, and the one for housing nuisance as it is shipped.

use std::sync::{Arc, OnceLock};

use peildatum::register::{Definition, DefinitionFile, DefinitionFiles, Registers};

/// A register to count.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Register {
    /// Cases with everything a figure can be split by.
    Buildings,
    /// Events.
    Reports,
    /// The same cases as those of buildings, of which further reports are counted.
    Calls,
    /// The shipped register of housing nuisance.
    Nuisance,
}

impl Register {
    /// The registers whose cases have a begin and an end.
    pub const WITH_SPELLS: [Self; 3] = [Self::Buildings, Self::Calls, Self::Nuisance];
    /// Every register.
    pub const ALL: [Self; 4] = [Self::Buildings, Self::Reports, Self::Calls, Self::Nuisance];

    /// What it is.
    pub fn definition(self) -> Arc<Definition> {
        static REGISTERS: OnceLock<Registers> = OnceLock::new();
        let registers = REGISTERS.get_or_init(|| {
            let calls = calls();
            let own = [
                ("panden.toml", BUILDINGS),
                ("meldingen.toml", REPORTS),
                ("overlast.toml", &calls),
            ];
            let own = DefinitionFiles {
                registers: own
                    .map(|(name, text)| DefinitionFile {
                        name: name.to_owned(),
                        text: text.to_owned(),
                    })
                    .to_vec(),
                ..DefinitionFiles::default()
            };
            Registers::read(&DefinitionFiles::shipped(), &own).unwrap()
        });
        let id = match self {
            Self::Buildings => "panden",
            Self::Reports => "meldingen",
            Self::Calls => "overlast",
            Self::Nuisance => "woonoverlast",
        };
        Arc::clone(registers.get(id).unwrap())
    }
}

/// A register of its own, read from this text.
pub fn read(text: &str) -> Arc<Definition> {
    let file = DefinitionFile {
        name: "own.toml".to_owned(),
        text: text.to_owned(),
    };
    let own = DefinitionFiles {
        registers: vec![file],
        ..DefinitionFiles::default()
    };
    let registers = Registers::read(&DefinitionFiles::default(), &own).unwrap();
    Arc::clone(&registers.all()[0])
}

/// Cases like those about buildings, with further reports on their timelines.
pub fn calls() -> String {
    let text = BUILDINGS.replace("id = \"panden\"", "id = \"overlast\"");
    text.replace("prefix = \"PA\"", "prefix = \"OV\"") + FURTHER
}

/// The kind of entry that is one more report.
const FURTHER: &str = r#"
[[entry]]
id = "nog-een-melding"
label = { nl = "Nog een melding" }
report = true

[[entry]]
id = "bezoek"
label = { nl = "Bezoek" }
"#;

/// Cases about buildings. The orders are not those of the alphabet, and every list has a retired choice.
pub const BUILDINGS: &str = r#"
id = "panden"
team = "proef"
team_label = { nl = "Proef" }
kind = "spell"
prefix = "PA"
label = { nl = "Panden" }
purpose = { nl = "Proef." }
legal_ground = { nl = "Proef." }

[case]
one = { nl = "pand" }
many = { nl = "panden" }
new = { nl = "Nieuw pand" }

[retention]
years = 5
source = "Proef"

[begin]
label = { nl = "Begin" }

[end]
label = { nl = "Einde" }

[[status]]
id = "nieuw"
label = { nl = "Nieuw" }
open = true
[[status]]
id = "aangehouden"
label = { nl = "Aangehouden" }
retired = true
open = true
[[status]]
id = "afgerond"
label = { nl = "Afgerond" }
open = false

[[field]]
id = "wijk"
label = { nl = "Wijk" }
kind = "choice"
counted = true
sensitivity = "ordinary"
shareable = true
choices = [
    { id = "zuid", label = { nl = "Zuid", en = "South" }, aliases = ["Zuiderwijk"] },
    { id = "noord", label = { nl = "Noord", en = "North" } },
    { id = "polder", label = { nl = "Polder" }, retired = true },
    { id = "haven", label = { nl = "Haven", en = "Harbour" } },
]

[[field]]
id = "aard"
label = { nl = "Aard" }
kind = "choices"
counted = true
sensitivity = "ordinary"
shareable = true
choices = [
    { id = "hennep", label = { nl = "Hennep" } },
    { id = "bewoning", label = { nl = "Bewoning" } },
    { id = "telex", label = { nl = "Telex" }, retired = true },
    { id = "afval", label = { nl = "Afval" } },
]

[[field]]
id = "zorg"
label = { nl = "Zorg" }
kind = "yes-no"
counted = true
sensitivity = "special"
shareable = false

[[field]]
id = "toelichting"
label = { nl = "Toelichting" }
kind = "long-text"
sensitivity = "ordinary"
shareable = false

[[field]]
id = "bewoner"
label = { nl = "Bewoner" }
kind = "person"
sensitivity = "ordinary"
shareable = false

[[field]]
id = "geboren"
label = { nl = "Geboren" }
kind = "birth-date"
counted = true
sensitivity = "ordinary"
shareable = false

[[field]]
id = "kosten"
label = { nl = "Kosten" }
kind = "number"
counted = true
sensitivity = "ordinary"
shareable = false

[bands]
ages = [12, 18]
days = [31, 92, 366]

[outcome]
label = { nl = "Uitkomst" }
choices = [
    { id = "maatregel", label = { nl = "Maatregel" } },
    { id = "dwangsom", label = { nl = "Dwangsom" } },
    { id = "verjaard", label = { nl = "Verjaard" }, retired = true },
    { id = "geen", label = { nl = "Geen" } },
]

[[outcome.flag]]
id = "sluiting"
label = { nl = "Waarvan sluiting" }
of = ["maatregel"]

[[outcome.flag]]
id = "betaald"
label = { nl = "Waarvan betaald" }
of = ["dwangsom", "maatregel"]
"#;

/// Reports: they happen on one day.
pub const REPORTS: &str = r#"
id = "meldingen"
team = "proef"
team_label = { nl = "Proef" }
kind = "event"
prefix = "ME"
label = { nl = "Meldingen" }
purpose = { nl = "Proef." }
legal_ground = { nl = "Proef." }

[case]
one = { nl = "melding" }
many = { nl = "meldingen" }
new = { nl = "Nieuwe melding" }

[retention]
years = 1
source = "Proef"

[begin]
label = { nl = "Datum" }

[[field]]
id = "bron"
label = { nl = "Bron" }
kind = "choice"
counted = true
sensitivity = "ordinary"
shareable = true
choices = [
    { id = "politie", label = { nl = "Politie" } },
    { id = "bewoner", label = { nl = "Bewoner" } },
    { id = "fax", label = { nl = "Fax" }, retired = true },
]

[[field]]
id = "thema"
label = { nl = "Thema" }
kind = "choices"
counted = true
sensitivity = "ordinary"
shareable = true
choices = [
    { id = "hennep", label = { nl = "Hennep" } },
    { id = "afval", label = { nl = "Afval" } },
]

[[field]]
id = "anoniem"
label = { nl = "Anoniem" }
kind = "yes-no"
counted = true
sensitivity = "ordinary"
shareable = true

[[field]]
id = "bellers"
label = { nl = "Bellers" }
kind = "number"
counted = true
sensitivity = "ordinary"
shareable = true

[[field]]
id = "cijfer"
label = { nl = "Cijfer" }
kind = "number"
counted = true
weight = "bellers"
sensitivity = "ordinary"
shareable = true
"#;
