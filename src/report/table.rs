//! A table for a terminal, its columns padded by display cells.

use super::{Look, visible};
use std::io::{self, Write};

/// Rows of five cells; written, the widest texts are cut until the row fits the terminal.
#[derive(Debug, Default)]
pub struct Table {
    rows: Vec<[String; 5]>,
}

impl Table {
    /// Adds a row.
    pub fn row(&mut self, cells: [String; 5]) {
        self.rows.push(cells.map(|c| visible::line(&c).into_owned()));
    }

    /// Writes the rows.
    pub fn write(&self, look: Look, out: &mut dyn Write) -> io::Result<()> {
        let mut widths = [0; 5];
        for row in &self.rows {
            for (width, cell) in widths.iter_mut().zip(row) {
                *width = visible::width(cell).max(*width);
            }
        }
        // Two spaces between columns; the widest column but the first gives way first.
        while widths.iter().sum::<usize>() + 8 > look.width {
            let Some(widest) = widths[1..].iter_mut().max().filter(|w| **w > 12) else { break };
            *widest -= 1;
        }
        for row in &self.rows {
            let cells = row.iter().zip(widths).map(|(c, w)| visible::pad(&visible::cut(c, w), w));
            writeln!(out, "{}", cells.collect::<Vec<_>>().join("  ").trim_end())?;
        }
        Ok(())
    }
}
