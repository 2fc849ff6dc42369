//! The rule files that are part of the program; `tests/rules.rs` compares the list with the folder.

/// Path and text of each file.
pub(super) const FILES: &[(&str, &str)] = &[
    ("rules/count-mismatch.toml", include_str!("../../rules/count-mismatch.toml")),
    ("rules/date-conflict.toml", include_str!("../../rules/date-conflict.toml")),
    ("rules/direction-usage.toml", include_str!("../../rules/direction-usage.toml")),
    ("rules/gloss-of-name.toml", include_str!("../../rules/gloss-of-name.toml")),
    ("rules/measure-mismatch.toml", include_str!("../../rules/measure-mismatch.toml")),
    ("rules/money-mismatch.toml", include_str!("../../rules/money-mismatch.toml")),
    ("rules/ordinal-mismatch.toml", include_str!("../../rules/ordinal-mismatch.toml")),
    ("rules/org-name-variant.toml", include_str!("../../rules/org-name-variant.toml")),
    ("rules/particle-allomorph.toml", include_str!("../../rules/particle-allomorph.toml")),
    ("rules/percent-mismatch.toml", include_str!("../../rules/percent-mismatch.toml")),
    ("rules/person-name-variant.toml", include_str!("../../rules/person-name-variant.toml")),
    ("rules/person-title-conflict.toml", include_str!("../../rules/person-title-conflict.toml")),
    ("rules/place-name-variant.toml", include_str!("../../rules/place-name-variant.toml")),
    ("rules/polarity-flip.toml", include_str!("../../rules/polarity-flip.toml")),
    ("rules/quote-altered.toml", include_str!("../../rules/quote-altered.toml")),
    ("rules/sum-of-parts.toml", include_str!("../../rules/sum-of-parts.toml")),
    ("rules/term-misspelt.toml", include_str!("../../rules/term-misspelt.toml")),
    ("rules/term-unknown.toml", include_str!("../../rules/term-unknown.toml")),
    ("rules/time-conflict.toml", include_str!("../../rules/time-conflict.toml")),
    ("rules/weekday-of-date.toml", include_str!("../../rules/weekday-of-date.toml")),
];
