//! Words for the two ways in which a number goes.

/// Words of going up, each with that of going down.
pub(super) const WAYS: &[(&str, &str)] = &[
    ("증가", "감소"),
    ("상승", "하락"),
    ("늘었", "줄었"),
    ("늘어났", "줄어들었"),
    ("늘어난", "줄어든"),
    ("늘어나", "줄어들"),
    ("늘어", "줄어"),
    ("늘린", "줄인"),
    ("올랐", "내렸"),
    ("오른", "내린"),
    ("올라", "내려"),
    ("높아", "낮아"),
    ("급증", "급감"),
    ("뛰었", "떨어졌"),
    ("뛴", "떨어진"),
];

/// Words for more, each with that for less in the same form.
pub(super) const MORE: &[(&str, &str)] =
    &[("많은", "적은"), ("많았", "적었"), ("많다", "적다"), ("높은", "낮은"), ("높았", "낮았"), ("높다", "낮다")];
