//! Where something is, in its parts.

use serde::{Deserialize, Serialize};

/// Where something is. Every part may be missing.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Address {
    /// The street.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub street: String,
    /// The house number.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub number: String,
    /// What follows the house number: "A", "2 hoog".
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub addition: String,
    /// The postcode, written `2712 AH`.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub postcode: String,
}

/// A part of an address, as a file or a form names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AddressPart {
    /// The postcode.
    Postcode,
    /// The house number.
    Number,
    /// What follows the house number.
    Addition,
    /// The street.
    Street,
}

impl AddressPart {
    /// Every part with its id in a file (`adres.postcode`), in the order in which a caller says them.
    pub const ALL: [(&str, Self); 4] = [
        ("postcode", Self::Postcode),
        ("huisnummer", Self::Number),
        ("toevoeging", Self::Addition),
        ("straat", Self::Street),
    ];

    /// The text of this part.
    pub fn of(self, address: &Address) -> &str {
        match self {
            Self::Postcode => &address.postcode,
            Self::Number => &address.number,
            Self::Addition => &address.addition,
            Self::Street => &address.street,
        }
    }

    /// The text of this part, to change it.
    pub fn of_mut(self, address: &mut Address) -> &mut String {
        match self {
            Self::Postcode => &mut address.postcode,
            Self::Number => &mut address.number,
            Self::Addition => &mut address.addition,
            Self::Street => &mut address.street,
        }
    }
}

impl Address {
    /// Whether no part is known.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// The address on one line: `Dorpsstraat 45 A, 2712 AH`, or `2712 AH 45 A` where the street is not known.
    pub fn line(&self) -> String {
        let joined = |parts: [&str; 3]| {
            let known = parts.into_iter().filter(|part| !part.is_empty());
            known.collect::<Vec<_>>().join(" ")
        };
        match (self.street.is_empty(), self.postcode.is_empty()) {
            (true, _) => joined([&self.postcode, &self.number, &self.addition]),
            (false, true) => joined([&self.street, &self.number, &self.addition]),
            (false, false) => {
                let street = joined([&self.street, &self.number, &self.addition]);
                format!("{street}, {}", self.postcode)
            }
        }
    }

    /// This address with what was changed between two versions of another one; every part that is the same in both
    /// stays.
    #[must_use]
    pub(super) fn with_parts(mut self, before: &Self, after: &Self) -> Self {
        for (_, part) in AddressPart::ALL {
            if part.of(before) != part.of(after) {
                part.of(after).clone_into(part.of_mut(&mut self));
            }
        }
        self
    }

    /// The four digits of the postcode, which suggest a district.
    pub fn postcode_area(&self) -> Option<&str> {
        self.postcode
            .get(..4)
            .filter(|area| area.chars().all(|digit| digit.is_ascii_digit()))
    }
}
