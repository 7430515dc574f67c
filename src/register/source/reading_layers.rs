//! From all layers of definitions to the registers and indicators of a vault.

use std::collections::BTreeMap;

use super::edition::{Editions, Subject};
use super::indicators::Indicators;
use super::layers::Layers;
use super::mistake::DefinitionError;
use super::registers::Registers;

/// Editions that do not fit any more, with their mistakes.
pub type Misfits = BTreeMap<Subject, Vec<DefinitionError>>;

impl Layers {
    /// The registers that follow. What indicators count of them is checked as well.
    ///
    /// # Errors
    /// Every mistake in every file and edition, all at once.
    pub fn read(&self) -> Result<Registers, Vec<DefinitionError>> {
        Ok(self.read_all()?.0)
    }

    /// The registers that follow, with the indicators.
    ///
    /// # Errors
    /// Every mistake in every file and edition, all at once.
    pub fn read_all(&self) -> Result<(Registers, Indicators), Vec<DefinitionError>> {
        let registers = Registers::of(self)?;
        let indicators = self.indicators(&registers)?;
        Ok((registers, indicators))
    }

    /// The indicators that follow, of these registers.
    ///
    /// # Errors
    /// Every mistake in every file, all at once.
    pub fn indicators(&self, registers: &Registers) -> Result<Indicators, Vec<DefinitionError>> {
        let files = [&self.shipped.indicators[..], &self.own.indicators];
        Indicators::read(files, &self.editions, registers)
    }

    /// The registers that follow, without the editions that do not fit any more: a newer version of the program, or a
    /// file that somebody changed, must not lock a municipality out of its own vault. Those are returned apart.
    ///
    /// # Errors
    /// Every mistake in every file.
    pub fn read_what_fits(self) -> Result<(Self, Registers, Misfits), Vec<DefinitionError>> {
        if let Ok(registers) = self.read() {
            return Ok((self, registers, Misfits::new()));
        }
        let mut fitting = Self {
            editions: Editions::new(),
            ..self
        };
        let mut registers = fitting.read()?;
        let mut misfits = Misfits::new();
        for (subject, content) in self.editions {
            let with = fitting.with(&subject, Some(&content));
            match with.read() {
                Ok(read) => (fitting, registers) = (with, read),
                Err(mistakes) => drop(misfits.insert(subject, mistakes)),
            }
        }
        Ok((fitting, registers, misfits))
    }
}
