//! The `factdiff` command.

fn main() {}
