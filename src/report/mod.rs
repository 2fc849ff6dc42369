//! Findings as text for people and machines; knows nothing of Korean or of rules.
