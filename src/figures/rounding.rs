//! Controlled rounding: every cell of a table to a whole number, such that rows and columns still are sums of their cells.

/// Rounds every cell up or down to a whole, such that every row, every column and the table are rounded up or down as well
/// and still are the sums of their cells. That this can always be done, and how, is Cox, "A constructive procedure for
/// unbiased controlled rounding" (1987): along a cycle of cells that are not whole yet, one is given what its neighbour is
/// taken, until one of them is whole.
pub(super) fn rounded_with_totals(exact: &[Vec<i128>], whole: i128) -> Vec<Vec<i128>> {
    let mut table = Remainders::of(exact, whole);
    let mut first = 0;
    while let Some(cycle) = table.cycle(&mut first) {
        table.shift(&cycle);
    }
    let rounded = exact.iter().zip(&table.cells).map(|(exact, remainders)| {
        let cells = exact.iter().zip(remainders);
        let cells = cells.map(|(exact, rest)| exact.div_euclid(whole) + rest / whole);
        cells.collect()
    });
    rounded.collect()
}

/// What cells have above a whole number. Behind every row and below every column stands what its total lacks, so that all
/// add up to whole numbers.
struct Remainders {
    cells: Vec<Vec<i128>>,
    whole: i128,
}

impl Remainders {
    fn of(exact: &[Vec<i128>], whole: i128) -> Self {
        let width = exact.first().map_or(0, Vec::len);
        let lacking = |sum: i128| (-sum).rem_euclid(whole);
        let rows = exact.iter().map(|row| {
            let rests = row.iter().map(|cell| cell.rem_euclid(whole));
            rests.chain([lacking(row.iter().sum())]).collect()
        });
        let mut cells: Vec<Vec<i128>> = rows.collect();
        let below = (0..width).map(|at| lacking(exact.iter().map(|row| row[at]).sum()));
        // The whole table comes to a hundred wholes.
        cells.push(below.chain([0]).collect());
        Self { cells, whole }
    }

    fn is_open(&self, row: usize, column: usize) -> bool {
        (1..self.whole).contains(&self.cells[row][column])
    }

    /// Cells that are not whole, each sharing a row with the one before it and a column with the one after it, or the other
    /// way around. Every row and column with one such cell has another, since its sum is whole.
    fn cycle(&self, first: &mut usize) -> Option<Vec<(usize, usize)>> {
        let (height, width) = (self.cells.len(), self.cells[0].len());
        while *first < height * width && !self.is_open(*first / width, *first % width) {
            *first += 1;
        }
        let mut lines = vec![Line::Row(*first / width)];
        let mut path: Vec<(usize, usize)> = Vec::new();
        loop {
            let last = path.last().copied();
            let is_next = |row: usize, column: usize| {
                Some((row, column)) != last && self.is_open(row, column)
            };
            let (row, column, line) = match *lines.last()? {
                Line::Row(row) if row < height => {
                    let next = (0..width).find(|column| is_next(row, *column))?;
                    (row, next, Line::Column(next))
                }
                Line::Row(_) => return None,
                Line::Column(column) => {
                    let next = (0..height).find(|row| is_next(*row, column))?;
                    (next, column, Line::Row(next))
                }
            };
            path.push((row, column));
            if let Some(begin) = lines.iter().position(|known| *known == line) {
                return Some(path.split_off(begin));
            }
            lines.push(line);
        }
    }

    /// Gives to every other cell of a cycle what the ones between them are taken, the least by which one becomes whole.
    fn shift(&mut self, cycle: &[(usize, usize)]) {
        let least = |odd: usize| {
            let room = cycle.iter().enumerate().map(|(at, (row, column))| {
                let rest = self.cells[*row][*column];
                if at % 2 == odd {
                    self.whole - rest
                } else {
                    rest
                }
            });
            room.min().unwrap_or(0)
        };
        let (up, down) = (least(0), least(1));
        let step = if up <= down { up } else { -down };
        for (at, (row, column)) in cycle.iter().enumerate() {
            self.cells[*row][*column] += if at % 2 == 0 { step } else { -step };
        }
    }
}

/// A row or a column of a table.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Line {
    Row(usize),
    Column(usize),
}
