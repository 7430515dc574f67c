//! Whose a file is: of which vault, and of which team.

/// Whose a file is. Every file keeps it, so that one that was put in the place of another is never taken for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FileMark {
    /// The identity of the vault, the same in all its files and in every copy of it.
    pub vault: String,
    /// The team.
    pub team: String,
}

impl FileMark {
    /// The mark of the file of this team in this vault.
    pub fn of(vault: &str, team: &str) -> Self {
        Self {
            vault: vault.to_owned(),
            team: team.to_owned(),
        }
    }
}
