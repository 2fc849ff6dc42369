//! Alignment: which sentences and claims of several outlets speak of the same fact.
