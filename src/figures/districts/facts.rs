//! What is known of districts in a year: how many dwellings, of which tenure, how many inhabitants and businesses. What can
//! be known is a list of the municipality; each of its values is kept as one of a year, with its source and its history.

use crate::figures::indicators::{YearKey, YearValue, YearValues};
use crate::language::Language;
use crate::register::{Amount, ListRole, Registers, SharedList, find};

/// What stands before the names of these values among all values of a year. No indicator has a `/` in its id.
const KIND: &str = "district";

/// What is known of the districts of a municipality.
#[derive(Clone, Copy, Debug)]
pub struct DistrictFacts<'a> {
    /// The districts.
    pub districts: &'a SharedList,
    /// What can be known of them.
    pub kinds: &'a SharedList,
    /// The values.
    pub values: &'a YearValues,
}

/// One thing that is known, of one or more districts together.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct DistrictFact {
    /// How much it is.
    pub amount: Amount,
    /// Whether it was derived from a percentage, and so is not exact.
    pub circa: bool,
}

impl DistrictFact {
    /// What a value says that is kept of a year.
    pub fn of(value: &YearValue) -> Option<Self> {
        let (amount, circa) = (value.actual?, value.circa);
        Some(Self { amount, circa })
    }
}

impl<'a> DistrictFacts<'a> {
    /// Those of a municipality with these lists; none where it has no list of districts, or none of what is known of them.
    pub fn of(registers: &'a Registers, values: &'a YearValues) -> Option<Self> {
        Some(Self {
            districts: registers.list_of(ListRole::Districts)?,
            kinds: registers.list_of(ListRole::Characteristics)?,
            values,
        })
    }

    /// The key under which a value is kept.
    pub fn key(district: &str, kind: &str, year: i32) -> YearKey {
        YearKey::of(&format!("{KIND}/{district}/{kind}"), year)
    }

    /// Of which district and of what a value is: "Meerzicht, woningen". None where it is of something else.
    pub fn label(&self, key: &YearKey, language: Language) -> Option<String> {
        let mut parts = key.indicator.split('/');
        let (kind, district, what) = (parts.next()?, parts.next()?, parts.next()?);
        let district = find(&self.districts.choices, district).filter(|_| kind == KIND)?;
        let what = find(&self.kinds.choices, what)?.label.text(language);
        let district = district.label.text(language);
        Some(format!("{district}, {}", what.to_lowercase()))
    }

    /// What is known of a district in a year.
    pub fn get(&self, district: &str, kind: &str, year: i32) -> Option<DistrictFact> {
        DistrictFact::of(self.values.get(&Self::key(district, kind, year))?)
    }

    /// Whether a district of businesses has none of this, as long as nobody says otherwise: no dwellings, no inhabitants.
    fn has_none(&self, district: &str, kind: &str) -> bool {
        let of_businesses =
            |list: &SharedList, id| find(&list.choices, id).is_some_and(|it| it.businesses);
        of_businesses(self.districts, district) && !of_businesses(self.kinds, kind)
    }

    /// What is known of these districts together; none where one of them is not known.
    pub fn together<'b>(
        &self,
        districts: impl IntoIterator<Item = &'b str>,
        kind: &str,
        year: i32,
    ) -> Option<DistrictFact> {
        let mut whole = None;
        for district in districts {
            let one = match self.get(district, kind, year) {
                None if self.has_none(district, kind) => DistrictFact::default(),
                known => known?,
            };
            let sum: DistrictFact = whole.unwrap_or_default();
            whole = Some(DistrictFact {
                amount: sum.amount + one.amount,
                circa: sum.circa || one.circa,
            });
        }
        whole
    }

    /// The years of which this is known of some district, in order.
    pub fn years(&self, kind: &str) -> Vec<i32> {
        let districts = self.districts.choices.iter();
        let mut years: Vec<i32> = districts
            .flat_map(|district| {
                let name = Self::key(&district.id, kind, 0).indicator;
                self.values.years(&name).collect::<Vec<_>>()
            })
            .collect();
        years.sort_unstable();
        years.dedup();
        years
    }

    /// The year nearest to this one of which it is known; of two that are as near the earlier one.
    pub fn nearest(&self, kind: &str, year: i32) -> Option<i32> {
        let years = self.years(kind).into_iter();
        years.min_by_key(|known| (i64::from(known - year).abs(), *known))
    }

    /// The part of what is known that goes with this choice of a field: of dwellings, those of a tenure. Its id is that of
    /// the whole, with that of the choice behind it.
    pub fn part(&self, kind: &str, choice: &str) -> Option<&'a str> {
        let id = format!("{kind}-{choice}");
        let mut kinds = self.kinds.choices.iter();
        let part = kinds.find(|known| known.id == id)?;
        Some(&part.id)
    }

    /// The whole of which this is a part.
    pub fn whole(&self, part: &str) -> Option<&'a str> {
        let kinds = self.kinds.choices.iter();
        let mut wholes = kinds.filter(|whole| {
            let rest = part.strip_prefix(whole.id.as_str());
            rest.is_some_and(|rest| rest.starts_with('-'))
        });
        Some(&wholes.next()?.id)
    }
}
