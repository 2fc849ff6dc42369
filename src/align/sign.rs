//! Signs: what speaks for or against one question behind two figures.

/// One sign; the weights are fitted for each (`docs/weights.md`).
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Sign {
    /// Likeness of the words around them.
    Context,
    /// Copied words before them, at most 4.
    Left,
    /// Copied words behind them, at most 4.
    Right,
    /// The likeness in context of the best place of another row that states the same as the first.
    Confirmed,
    /// How many other rows state the same as the first, of all other rows.
    Holders,
    /// Whether the row of the second states the first, too: the likeness of that place to the first, plus 0.2.
    FirstThere,
    /// Whether the row of the first states the second, too: the likeness of that place to the second, plus 0.2.
    SecondHere,
    /// How many rows state the second, of all rows.
    Support,
    /// How many voices beyond one state the second.
    Majority,
    /// By how much the pair is more alike than the first is to any other figure of the second's row.
    MarginThere,
    /// By how much the pair is more alike than the second is to any other figure of the first's row.
    MarginHere,
    /// Whether a typing slip leads from one to the other.
    Slip,
    /// How far apart they are in size: log of their ratio, at most 3.
    Apart,
    /// Whether one of them is hedged.
    Hedged,
    /// Whether they are small whole numbers, which meet by chance.
    Small,
    /// Figures that stand in both sentences, at most 3.
    SharedFigures,
    /// Rare words that stand in both sentences, at most 3.
    SharedWords,
    /// Status or period words (누적, 예정, 지난해) that stand in one of the clauses only.
    Status,
    /// Whether the same noun is counted.
    SameHead,
    /// Whether both count a noun, and not the same.
    OtherHead,
    /// Whether the nearest name before both is the same.
    SameName,
    /// Whether each has a name before it that the sentence of the other lacks.
    OtherName,
    /// Whether the first stands in a headline, subhead or caption.
    ApartFromCopy,
    /// Mutual absence: no other row states the first, and its row does not state the second.
    Absent,
    /// The likeness of the words around them where absence is mutual.
    AbsentContext,
    /// How much better than any other pair of either this pair is: the smaller of the two margins.
    BestPair,
    /// Whether all other rows state the second.
    AllOthers,
    /// Copied words on both sides: the smaller number.
    Enclosed,
    /// Whether they are days, months or years.
    Dates,
    /// Whether they are clock times.
    Times,
    /// Whether they are ordinals or scores.
    Ordinals,
    /// Whether they are counts.
    Counts,
    /// Whether a typing slip leads from one to the other and they have three digits or more.
    LongSlip,
    /// Whether they have the same three or more digits in another order.
    Shuffled,
    /// Mutual absence of two that a slip leads between.
    AbsentSlip,
    /// Whether the telling words before both are the same.
    Label,
    /// Whether they are not, and neither stands in the other's sentence.
    OtherLabel,
    /// Whether the telling words behind both are the same.
    Behind,
    /// Whether the subjects are the same.
    SameSubject,
    /// Whether they are not, and neither stands in the other's sentence.
    OtherSubject,
    /// How many of the figures before and behind them are the same.
    Neighbours,
    /// How many of those are of one class and not the same.
    Clashes,
    /// Whether one is where something began and the other where it ended (5위에서 3위로).
    OtherEnd,
    /// Whether one is a time that others hold as of (오전 6시 현재).
    Frame,
    /// Whether the sentences tell of two times of day.
    OtherHour,
    /// Whether they tell of two days.
    OtherDay,
    /// Whether both are days on which something was said (13일 밝혔다).
    Reported,
    /// Whether a telling word stands right before both, and in neither row before another value of the class.
    Bound,
    /// As the last, and nobody else states the first behind that word.
    BoundAlone,
    /// Whether the word right before both is the same, the row of the first lacks the second, and the sentence of the
    /// second has the first behind another word.
    Misbound,
    /// Mutual absence: by how much the pair is closer than either is to any other figure that the other row lacks.
    FreeMargin,
    /// Mutual absence: how close the pair is where no other figure could be meant.
    FreeClose,
    /// Whether one is the other without one of its digits.
    Dropped,
    /// Whether their sentences are the same word for word but for them.
    OnlyChange,
    /// Whether the first is in the headline, a subhead or a caption, and the second in the copy of the same article.
    OwnBody,
    /// Mutual absence of two that a slip of three digits or more leads between: they hardly meet by chance.
    AbsentLong,
    /// By how much the pair is closer than the first is to any place of another row that states the same, where one does.
    Outdone,
    /// Mutual absence of two beside which neither row has a figure that the other lacks.
    OnlyFree,
    /// Whether one is by how much something moved, and the other is not: 3명 늘어, 모두 3명.
    OtherMove,
    /// Whether one holds as of a time that the sentence of the other does not tell.
    AsOf,
    /// Mutual absence of two that have the same two digits the other way round.
    Swapped,
    /// How long after the other one was published: in days, at most 1; figures of an event that goes on change.
    Later,
    /// Whether a slip of three digits or more, or of two in the other order, leads to what the row of the first has
    /// elsewhere too, and nobody has the first.
    LoneLong,
    /// Whether one is what something is compared with (지난해 9100억원보다) and the other is not.
    OtherBase,
    /// Mutual absence of two days on which the same was done.
    SameAct,
    /// Mutual absence of two days on which one body said something, as articles of one day have it, or each as far from
    /// its own day of publication as the other is not.
    SameSaying,
    /// Mutual absence of two days at most three apart, each the first that the copy of its article states, in its first
    /// sentences, where not one is of something said and the other of something done.
    LeadDay,
    /// Mutual absence of two days or months so near that one may be written for the other; where their sentences share no
    /// rare word, 0.3 of it.
    NearDay,
    /// How many of the figures of the same class before and behind them are the same, where another figure stands between.
    Peers,
    /// Whether one of the figures beside them is the same and stands nowhere else in either article.
    RareBeside,
    /// Mutual absence of two that are the only values of their class in their rows.
    Sole,
    /// Mutual absence of two of which the second is what the figures beside the first reckon to, and the first is not.
    Reckoned,
    /// Whether the first is what the figures beside it reckon to, and the second is not.
    OwnReckoned,
    /// Whether the sentence of one states the other, too: who tells both does not take one for the other.
    Told,
    /// Whether the verb behind both is the same, or says the same.
    SameDeed,
    /// Whether it is not, and neither stands in the other's sentence.
    OtherDeed,
    /// Whether one is only supposed: 수위가 5m에 못 미치면.
    Supposed,
    /// Whether other names hold for them, for one of them from a sentence before.
    OtherCast,
    /// Whether other days hold for them, in their sentences or from one before.
    OtherDate,
    /// Whether both are days, months or years and the verb behind them is the same.
    DateDeed,
    /// Whether both are days, months or years and the verb behind them is not.
    DateOtherDeed,
    /// Whether one is a day on which something was said, and the other the day of something else.
    OneReported,
    /// Mutual absence of the same number of two units of one kind, 17m and 17㎞, 달러 and 원, half of it where the number is
    /// round; and 0.8 of it for the same two digits of two scales, 83만원 and 83억원.
    OtherUnit,
    /// Mutual absence of the only two figures that tell how often something was held: 제25회 and 24회째.
    Editions,
    /// How many voices have the second behind the word of the first, and the first behind the word that the second has here:
    /// at most 2.
    Crossed,
    /// How many voices have the second behind a word of the first, where one of them has the first behind another: at most 2.
    Moved,
    /// Mutual absence of two ordinals with the same word behind them: 제12회 달빛문학상, 제21회 달빛문학상.
    Named,
    /// Mutual absence of two of which three voices and more have the second, and that are much closer than either is to any
    /// other.
    Outvoted,
}

/// How many signs there are.
const COUNT: usize = Sign::ALL.len();

impl Sign {
    /// All signs in their order.
    pub const ALL: &[Sign] = &[
        Sign::Context,
        Sign::Left,
        Sign::Right,
        Sign::Confirmed,
        Sign::Holders,
        Sign::FirstThere,
        Sign::SecondHere,
        Sign::Support,
        Sign::Majority,
        Sign::MarginThere,
        Sign::MarginHere,
        Sign::Slip,
        Sign::Apart,
        Sign::Hedged,
        Sign::Small,
        Sign::SharedFigures,
        Sign::SharedWords,
        Sign::Status,
        Sign::SameHead,
        Sign::OtherHead,
        Sign::SameName,
        Sign::OtherName,
        Sign::ApartFromCopy,
        Sign::Absent,
        Sign::AbsentContext,
        Sign::BestPair,
        Sign::AllOthers,
        Sign::Enclosed,
        Sign::Dates,
        Sign::Times,
        Sign::Ordinals,
        Sign::Counts,
        Sign::LongSlip,
        Sign::Shuffled,
        Sign::AbsentSlip,
        Sign::Label,
        Sign::OtherLabel,
        Sign::Behind,
        Sign::SameSubject,
        Sign::OtherSubject,
        Sign::Neighbours,
        Sign::Clashes,
        Sign::OtherEnd,
        Sign::Frame,
        Sign::OtherHour,
        Sign::OtherDay,
        Sign::Reported,
        Sign::Bound,
        Sign::BoundAlone,
        Sign::Misbound,
        Sign::FreeMargin,
        Sign::FreeClose,
        Sign::Dropped,
        Sign::OnlyChange,
        Sign::OwnBody,
        Sign::AbsentLong,
        Sign::Outdone,
        Sign::OnlyFree,
        Sign::OtherMove,
        Sign::AsOf,
        Sign::Swapped,
        Sign::Later,
        Sign::LoneLong,
        Sign::OtherBase,
        Sign::SameAct,
        Sign::SameSaying,
        Sign::LeadDay,
        Sign::NearDay,
        Sign::Peers,
        Sign::RareBeside,
        Sign::Sole,
        Sign::Reckoned,
        Sign::OwnReckoned,
        Sign::Told,
        Sign::SameDeed,
        Sign::OtherDeed,
        Sign::Supposed,
        Sign::OtherCast,
        Sign::OtherDate,
        Sign::DateDeed,
        Sign::DateOtherDeed,
        Sign::OneReported,
        Sign::OtherUnit,
        Sign::Editions,
        Sign::Crossed,
        Sign::Moved,
        Sign::Named,
        Sign::Outvoted,
    ];
}

/// How a pair of figures looks, sign by sign.
#[derive(Clone, Copy, PartialEq, Debug)]
pub struct Signs([f32; COUNT]);

impl Default for Signs {
    fn default() -> Signs {
        Signs([0.0; COUNT])
    }
}

impl Signs {
    /// Sets how strongly a sign is there.
    pub(super) fn set(&mut self, sign: Sign, value: f32) {
        self.0[sign as usize] = value;
    }

    /// Sets a sign that is there or not.
    pub(super) fn mark(&mut self, sign: Sign, there: bool) {
        self.set(sign, f32::from(u8::from(there)));
    }

    /// Returns how strongly a sign is there.
    pub fn get(&self, sign: Sign) -> f32 {
        self.0[sign as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_signs_are_listed_in_order() {
        assert!(Sign::ALL.iter().enumerate().all(|(i, s)| *s as usize == i));
    }
}
