//! A table as text: columns of equal width, numbers to the right, headings in as many levels as there are fields.

/// The blanks between two columns.
const GAP: &str = "  ";

/// A table in columns.
pub(super) struct Grid {
    pub columns: Vec<Column>,
    /// How many lines at the foot are totals.
    pub totals: usize,
}

/// A column with its headings, the widest group first.
pub(super) struct Column {
    pub headings: Vec<String>,
    pub cells: Vec<String>,
    /// Whether it holds numbers.
    pub numbers: bool,
}

impl Column {
    /// A column of words.
    pub fn words(heading: String, cells: Vec<String>) -> Self {
        Self {
            headings: vec![heading],
            cells,
            numbers: false,
        }
    }

    /// A column of numbers.
    pub fn numbers(headings: Vec<String>, cells: Vec<String>) -> Self {
        Self {
            headings,
            cells,
            numbers: true,
        }
    }

    /// The heading at this level, counted from the cells up: nothing above its own.
    fn heading(&self, up: usize) -> &str {
        let levels = self.headings.len();
        match levels.checked_sub(up + 1) {
            Some(at) => &self.headings[at],
            None => "",
        }
    }

    /// All headings from the top down to this level: columns in which they are equal form a group.
    fn group(&self, up: usize) -> Option<&[String]> {
        self.headings.get(..self.headings.len().checked_sub(up)?)
    }

    fn aligned(&self, text: &str, width: usize) -> String {
        let blanks = " ".repeat(width.saturating_sub(length(text)));
        if self.numbers {
            format!("{blanks}{text}")
        } else {
            format!("{text}{blanks}")
        }
    }
}

impl Grid {
    /// The table as lines of text.
    pub fn text(&self) -> String {
        let levels = self.columns.iter().map(|column| column.headings.len());
        let levels = levels.max().unwrap_or(0);
        let widths = self.widths(levels);
        let mut lines: Vec<String> = (0..levels)
            .rev()
            .map(|up| self.heading_line(up, &widths))
            .collect();
        let rule: usize = widths.iter().sum::<usize>() + GAP.len() * widths.len().saturating_sub(1);
        lines.push("-".repeat(rule));
        let height = self.columns.first().map_or(0, |column| column.cells.len());
        for at in 0..height {
            if self.totals > 0 && at + self.totals == height {
                lines.push("-".repeat(rule));
            }
            let cells = self.columns.iter().zip(&widths).map(|(column, width)| {
                let cell = column.cells.get(at).map_or("", String::as_str);
                column.aligned(&one_line(cell), *width)
            });
            lines.push(cells.collect::<Vec<_>>().join(GAP));
        }
        let lines = lines.iter().map(|line| format!("{}\n", line.trim_end()));
        lines.collect()
    }

    fn widths(&self, levels: usize) -> Vec<usize> {
        let widest = |column: &Column| {
            let cells = column.cells.iter().map(|cell| length(&one_line(cell)));
            cells.max().unwrap_or(0).max(length(column.heading(0)))
        };
        let mut widths: Vec<usize> = self.columns.iter().map(widest).collect();
        for up in 1..levels {
            for (start, end) in self.groups(up) {
                let room = spanned(&widths[start..end]);
                let needed = length(self.columns[start].heading(up));
                widths[end - 1] += needed.saturating_sub(room);
            }
        }
        widths
    }

    fn heading_line(&self, up: usize, widths: &[usize]) -> String {
        let groups = self.groups(up).into_iter().map(|(start, end)| {
            let first = &self.columns[start];
            if up == 0 {
                return first.aligned(first.heading(0), widths[start]);
            }
            let (heading, room) = (first.heading(up), spanned(&widths[start..end]));
            format!(
                "{heading}{}",
                " ".repeat(room.saturating_sub(length(heading)))
            )
        });
        groups.collect::<Vec<_>>().join(GAP)
    }

    /// The runs of columns that share their headings down to this level.
    fn groups(&self, up: usize) -> Vec<(usize, usize)> {
        let mut groups: Vec<(usize, usize)> = Vec::new();
        for (at, column) in self.columns.iter().enumerate() {
            match groups.last_mut() {
                Some((start, end))
                    if up > 0
                        && column.group(up).is_some_and(|group| !group.is_empty())
                        && column.group(up) == self.columns[*start].group(up) =>
                {
                    *end = at + 1;
                }
                _ => groups.push((at, at + 1)),
            }
        }
        groups
    }
}

/// How wide these columns are together.
fn spanned(widths: &[usize]) -> usize {
    widths.iter().sum::<usize>() + GAP.len() * (widths.len() - 1)
}

fn length(text: &str) -> usize {
    text.chars().count()
}

/// A text that came from elsewhere, without line breaks and signs by which a terminal could be steered.
pub(super) fn one_line(text: &str) -> String {
    text.replace(char::is_control, " ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_stand_above_their_group_and_numbers_under_their_own() {
        let strings = |texts: &[&str]| {
            texts
                .iter()
                .map(|&text| text.to_owned())
                .collect::<Vec<_>>()
        };
        let number =
            |headings: &[&str], cells: &[&str]| Column::numbers(strings(headings), strings(cells));
        let grid = Grid {
            columns: vec![
                Column::words("Wijk".to_owned(), strings(&["Centrum", "Totaal"])),
                number(&["Koop", "Lopend"], &["6", "34"]),
                number(&["Koop", "Afgerond"], &["3", "24"]),
                number(&["Verhuur door particulieren", "Lopend"], &["10", "1.099"]),
                number(&["Totaal"], &["19", "1.157"]),
            ],
            totals: 1,
        };
        let expected = [
            "         Koop              Verhuur door particulieren",
            "Wijk     Lopend  Afgerond                      Lopend  Totaal",
            "-------------------------------------------------------------",
            "Centrum       6         3                          10      19",
            "-------------------------------------------------------------",
            "Totaal       34        24                       1.099   1.157",
        ];
        assert_eq!(grid.text().lines().collect::<Vec<_>>(), expected);
    }
}
