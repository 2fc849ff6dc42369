//! Korean words that end in a particle of the wrong form, told from words and endings that merely look so.

use crate::claim::lexicon::Vocabulary;
use crate::text::hangul::{Final, final_of};

/// What must be known of the stem before a mismatch is an error.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) enum Need {
    /// Nothing: no word and no ending of Korean looks so.
    Nothing,
    /// It stands once elsewhere as a noun.
    Noun,
    /// It stands twice elsewhere as a noun.
    NounTwice,
    /// It stands twice elsewhere as a noun, once of them with the particle that fits, and nowhere with more behind the
    /// one that does not: 증권가에서 is no slip.
    Subject,
}

/// A mismatch of stem and particle.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Mismatch {
    /// Bytes of the stem.
    pub(super) stem: usize,
    /// What should follow it.
    pub(super) right: &'static str,
    /// What must be known first.
    pub(super) need: Need,
}

/// Particles with two forms: after 받침, after a vowel, and the other parts that may follow either form.
///
/// `라고` and its kin are looked for behind signs only: behind a word they may be endings (`하라고`).
pub(super) const FORMS: &[(&str, &str, &[&str])] = &[
    ("은", "는", &[""]),
    ("을", "를", &[""]),
    ("과", "와", &["", "의", "는", "도"]),
    ("이", "가", &[""]),
    ("으로", "로", &["", "는", "도", "의", "서", "써", "서의", "서는", "부터", "부터는", "부터의", "까지"]),
];

/// Returns the forms of the particle that is all of `run`, with what follows them; none for other text.
pub(super) fn forms(run: &str) -> Option<(&'static str, &'static str, &'static str)> {
    // Most words begin as no form does.
    if !matches!(run.chars().next()?, '은' | '는' | '을' | '를' | '과' | '와' | '이' | '가' | '으' | '로') {
        return None;
    }
    FORMS.iter().find_map(|&(closed, open, tails)| {
        // 으로 before 로 and the closed form before the open one, both as a whole run.
        [closed, open].into_iter().find_map(|form| {
            let tail = run.strip_prefix(form)?;
            tails.iter().find(|t| **t == tail).map(|t| (closed, open, *t))
        })
    })
}

/// Returns the mismatch of a Korean word with its own particle, if it has one.
///
/// `counted` says that digits stand right before the word, so that its stem is a counter (`3명를`).
pub(super) fn mismatch(word: &str, counted: bool) -> Option<Mismatch> {
    if !counted && word.len() < 9 {
        return None;
    }
    // Most words end as no form does.
    let end = word.chars().next_back()?;
    #[rustfmt::skip]
    let may_be = matches!(
        end,
        '은' | '는' | '을' | '를' | '과' | '와' | '의' | '도' | '이' | '가' | '로' | '서' | '써' | '터' | '지'
    );
    if !may_be {
        return None;
    }
    if let Some(found) = doubled(word) {
        return Some(found);
    }
    // Forms of one syllable mostly fit.
    let sound = word[..word.len() - end.len_utf8()].chars().next_back().and_then(final_of);
    match end {
        '은' | '을' | '과' | '이' if sound != Some(Final::Open) => return None,
        '는' | '를' | '와' | '가' if matches!(sound, None | Some(Final::Open)) => return None,
        _ => {}
    }
    let rows = match end {
        '은' | '는' => &FORMS[..1],
        '을' | '를' => &FORMS[1..2],
        '과' | '와' => &FORMS[2..3],
        '이' | '가' => &FORMS[3..4],
        '의' | '도' => &FORMS[2..],
        _ => &FORMS[4..],
    };
    let (stem, closed, open, form) = rows.iter().find_map(|&(closed, open, tails)| {
        [closed, open].into_iter().find_map(|form| {
            tails.iter().find_map(|tail| {
                // One byte tells most of them apart without a comparison of strings.
                if (if tail.is_empty() { form } else { tail }).as_bytes().last() != word.as_bytes().last() {
                    return None;
                }
                let stem = word.strip_suffix(tail)?.strip_suffix(form)?;
                // 에서의, 과의: the long forms only where they are the whole particle.
                (!stem.is_empty()).then_some((stem, closed, open, (form, *tail)))
            })
        })
    })?;
    let (form, tail) = form;
    let last = stem.chars().next_back()?;
    let sound = final_of(last)?;
    let fits = match form {
        "으로" => sound == Final::Closed,
        "로" => sound != Final::Closed,
        f if f == closed => sound != Final::Open,
        _ => sound == Final::Open,
    };
    if fits || (stem.len() < 6 && !counted) {
        return None;
    }
    let right = right_form(closed, open, tail, sound)?;
    let need =
        if counted && stem.len() == 3 { counter_need(stem, form) } else { need_of(stem, form, tail, last, sound) }?;
    Some(Mismatch { stem: stem.len(), right, need })
}

/// Returns the form that fits, as one word with what follows.
pub(super) fn right_form(closed: &str, open: &str, tail: &str, sound: Final) -> Option<&'static str> {
    let form = match sound {
        Final::Closed => closed,
        Final::Rieul if closed != "으로" => closed,
        _ => open,
    };
    WHOLE.iter().copied().find(|w| w.strip_prefix(form) == Some(tail))
}

/// Every form with every tail.
const WHOLE: &[&str] = &[
    "은",
    "는",
    "을",
    "를",
    "이",
    "가",
    "과",
    "와",
    "과의",
    "와의",
    "과는",
    "와는",
    "과도",
    "와도",
    "으로",
    "로",
    "으로는",
    "로는",
    "으로도",
    "로도",
    "으로의",
    "로의",
    "으로서",
    "로서",
    "으로써",
    "로써",
    "으로서의",
    "로서의",
    "으로서는",
    "로서는",
    "으로부터",
    "로부터",
    "으로부터는",
    "로부터는",
    "으로부터의",
    "로부터의",
    "으로까지",
    "로까지",
];

/// A counter of one syllable takes 은/을/과 or 는/를/와 without doubt; 이 and 가 may be part of another word, but not
/// behind counters that no such word begins with (`540동가`).
fn counter_need(counter: &str, form: &str) -> Option<Need> {
    const PLAIN: &str = "명건곳동척원권점톤병장쌍종팀편";
    let sure = match form {
        "은" | "는" | "을" | "를" | "와" | "으로" => true,
        "가" => PLAIN.contains(counter),
        // Streets have numbers, too: 세종3동로.
        "로" => "명건원권점톤쌍편".contains(counter),
        _ => false,
    };
    sure.then_some(Need::Nothing)
}

/// Returns the mismatch of a common noun whose last syllable and particle look like a word of their own: 애국가을 and
/// 평가을 are no sort of 가을 as 늦가을 is.
pub(super) fn known(word: &str, vocabulary: &Vocabulary) -> Option<Mismatch> {
    let stem = word.strip_suffix('을')?;
    let (at, last) = stem.char_indices().next_back()?;
    let season = matches!(&stem[..at], "늦" | "초" | "올" | "한" | "첫" | "갈");
    let common = || vocabulary.common(stem);
    let need = match last {
        '가' if stem.len() == 6 && !season && common() >= 3 => Need::Nothing,
        '가' if stem.len() > 6 && common() > 0 => Need::Nothing,
        // 상고을 and 신고을 are no sort of 고을.
        '고' if stem.len() == 6 && (common() >= 3 || vocabulary.is_met(stem)) => Need::Nothing,
        // 마을, 노을 and 고을 are put behind more words.
        '가' | '마' | '노' | '고' if stem.len() > 6 => Need::Noun,
        _ => return None,
    };
    let noun = vocabulary.is_noun(stem) && !vocabulary.is_noun(word);
    noun.then_some(Mismatch { stem: stem.len(), right: "를", need })
}

/// Returns whether a noun of three syllables and more is one that readers know, its end among them, so that no verb is in it:
/// 순이익 and 대책본부, but not 가로막 and 매듭지.
pub(super) fn is_plain(stem: &str, vocabulary: &Vocabulary) -> bool {
    // 확정지을 is of 확정 짓다.
    let done = stem.strip_suffix('지').is_some_and(|noun| vocabulary.is_deed(noun));
    stem.len() >= 9
        && !done
        && vocabulary.is_familiar(stem)
        && (vocabulary.is_met(stem) || vocabulary.is_met(&stem[stem.len() - 6..]))
}

fn need_of(stem: &str, form: &str, tail: &str, last: char, sound: Final) -> Option<Need> {
    let syllables = stem.len() / 3;
    match form {
        // 들를 예정
        "를" => Some(Need::Nothing),
        "와" => Some(Need::Nothing),
        "으로" => Some(Need::Nothing),
        // 로 closes many nouns (선로, 산책로, 강남로).
        "로" => None,
        "는" => {
            let verb = match sound {
                Final::Rieul => ["만들", "흔들", "거들", "힘들", "어들"].iter().any(|v| stem.ends_with(v)),
                // 부른는 is a slip of another sort: 부르는.
                _ if "른린킨낀뀐".contains(last) => return None,
                _ => VERB_SYLLABLES.contains(last) || has_cluster(last),
            };
            Some(if verb { Need::Noun } else { Need::Nothing })
        }
        "은" | "을" => {
            let word = &stem[stem.len() - 3..];
            // ㅅ-irregular and ㅡ verbs: 지은, 이을, 나은, 부은, 그은, 저은, 모은.
            if "지이나부그저모".contains(word) {
                return Some(Need::Noun);
            }
            let noun_end = match form {
                "은" => "보",
                _ => "가마노고",
            };
            if noun_end.contains(word) {
                return if form == "은" { Some(Need::Noun) } else { None };
            }
            // 김지은, 박하은: a name of three syllables.
            let name = form == "은" && syllables == 2 && stem.chars().next().is_some_and(|c| SURNAMES.contains(c));
            Some(if name { Need::NounTwice } else { Need::Nothing })
        }
        "과" => {
            let word = &stem[stem.len() - 3..];
            // 결과, 효과, 사과, 초과, 부과, 여과, 교과, 치과, 내과, 외과, 전과 …
            let noun = "결효사성학통경초부투여교치내외전일안이문공제다유모무소수조".contains(word);
            if tail.is_empty() || tail == "는" || tail == "도" || tail == "의" {
                if noun { Some(Need::NounTwice) } else { Some(Need::Noun) }
            } else {
                None
            }
        }
        "이" => Some(Need::NounTwice),
        "가" if ["들", "것", "님", "측"].iter().any(|s| stem.ends_with(s)) => Some(Need::NounTwice),
        // No street and no price is called after them.
        "가" if syllables >= 4 && BODIES.iter().any(|b| stem.ends_with(b)) => Some(Need::Nothing),
        // 家, 街 and 價 stand behind words of two syllables as a rule.
        "가" => (syllables >= 3).then_some(Need::Subject),
        _ => None,
    }
}

/// Returns the mismatch of two particles of which one is too many: `밝혔음을을`, `시장과은`, `등을를`.
fn doubled(word: &str) -> Option<Mismatch> {
    let mut chars = word.char_indices().rev();
    let (_, second) = chars.next()?;
    let (first_at, first) = chars.next()?;
    let (_, before) = chars.next()?;
    let stem = &word[..first_at];
    let sound = final_of(before)?;
    let keep = match (first, second, sound == Final::Open) {
        ('을', '를', false) => "을",
        ('을', '을', false) if stem.len() > 3 || "등것점".contains(stem) => "을",
        ('를', '를' | '을', true) => "를",
        // 김정은은 is a name of three syllables, 한은은 a bank.
        ('은', '은', false)
            if stem.len() >= 6 && (stem.len() != 6 || !stem.chars().next().is_some_and(|c| SURNAMES.contains(c))) =>
        {
            "은"
        }
        ('는', '는', true) => "는",
        // 성과은 is 성과는, 시장과은 is 시장은.
        ('과', '은', false) if !"성통경학문안전공일약한각국".contains(before) => "은",
        _ => return None,
    };
    (!stem.is_empty()).then_some(Mismatch { stem: first_at, right: keep, need: Need::Nothing })
}

/// 받침 of two different letters and ㄲ, ㅆ: nearly all are verbs (`않는`, `읽는`, `있는`, `겪는`).
fn has_cluster(c: char) -> bool {
    crate::text::hangul::split(c).is_some_and(|(_, _, jong)| matches!(jong, 2 | 3 | 5 | 6 | 9..=15 | 18 | 20))
}

/// Last syllables of verb stems with one letter as 받침, ㄹ aside (it falls before 는) and ㅇ aside (no verb has it).
const VERB_SYLLABLES: &str = "막먹죽찍적녹썩박속묵식익집삭\
신안받듣묻걷얻믿닫뜯쏟싣돋뻗굳컫곧\
남넘감담삼참숨심품뿜금듬슴옴\
잡뽑접집꼽업입씹돕눕줍굽뵙겁\
짓웃씻벗빗솟잇낫뺏앗붓긋젓\
찾맞잊맺늦꽂갖짖찢빚젖\
쫓좇맡뱉붙갚덮엎짚높깊싶\
놓넣쌓낳닿찧땋좋";

/// What public bodies end in behind which 가 is always the particle.
const BODIES: &[&str] =
    &["세관", "공단", "재단", "연맹", "경찰청", "교육청", "소방청", "지법", "지검", "고법", "고검", "대법원"];

/// Surnames of one syllable.
const SURNAMES: &str = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진나지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용";

#[cfg(test)]
mod tests {
    use super::*;

    fn check(word: &str, want: Option<(&str, Need)>) {
        let got = mismatch(word, false).map(|m| (format!("{}{}", &word[..m.stem], m.right), m.need));
        assert_eq!(got, want.map(|(w, n)| (w.to_owned(), n)), "{word}");
    }

    #[test]
    fn nouns_with_the_wrong_form() {
        check("서울는", Some(("서울은", Need::Nothing)));
        check("협약를", Some(("협약을", Need::Nothing)));
        check("축제을", Some(("축제를", Need::Nothing)));
        check("대학와", Some(("대학과", Need::Nothing)));
        check("대학와의", Some(("대학과의", Need::Nothing)));
        check("회사으로", Some(("회사로", Need::Nothing)));
        check("서울으로부터", Some(("서울로부터", Need::Nothing)));
        check("단지을", Some(("단지를", Need::Noun)));
        check("기업는", Some(("기업은", Need::Noun)));
        check("정부은", Some(("정부는", Need::Noun)));
        check("문제은", Some(("문제는", Need::NounTwice)));
        check("사람들가", Some(("사람들이", Need::NounTwice)));
        check("받았음을을", Some(("받았음을", Need::Nothing)));
        check("시장과은", Some(("시장은", Need::Nothing)));
        check("한은은", None);
        check("여수세관가", Some(("여수세관이", Need::Nothing)));
        check("서울대학가", Some(("서울대학이", Need::Subject)));
        check("정부안은은", Some(("정부안은", Need::Nothing)));
    }

    #[test]
    fn common_nouns_in_which_a_season_or_a_village_seems_to_be() {
        let vocabulary = Vocabulary::default();
        for (word, want) in [
            ("음악가을", Some("음악가를")),
            ("신고을", Some("신고를")),
            ("빛고을", None),
            ("물가을", Some("물가를")),
            ("늦가을", None),
            ("올가을", None),
            ("문화마을", None),
            ("저녁노을", None),
        ] {
            let got = known(word, &vocabulary).map(|m| format!("{}{}", &word[..m.stem], m.right));
            assert_eq!(got.as_deref(), want, "{word}");
        }
    }

    #[test]
    fn long_nouns_that_no_verb_is_in() {
        let vocabulary = Vocabulary::default();
        for (stem, plain) in
            [("순이익", true), ("대책본부", true), ("가로막", false), ("결정짓", false), ("확정지", false)]
        {
            assert_eq!(is_plain(stem, &vocabulary), plain, "{stem}");
        }
    }

    #[test]
    fn words_and_endings_that_look_like_it() {
        for word in [
            "가을",
            "마을",
            "벽화마을",
            "국가",
            "작가",
            "사업가",
            "산책로",
            "나이",
            "하는가",
            "서울은",
            "마을을",
            "시와는",
        ] {
            check(word, None);
        }
        // Endings of verbs are told by evidence that they never have.
        for word in ["가로막는", "끌어안는", "밝혔는", "연이은", "매듭지을"] {
            assert_eq!(mismatch(word, false).map(|m| m.need), Some(Need::Noun), "{word}");
        }
    }
}
