//! Findings' fixes applied to files.
