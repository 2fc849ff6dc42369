//! What may stand behind a unit: particles, copula and the few suffixes that leave `3명` what it is; anything else makes
//! it a part of another word (`4대강`, `만원우`).

/// Suffixes of a unit: they change what is said of the value, not the value.
const SUFFIXES: &[&str] = &[
    "가까이",
    "짜리",
    "어치",
    "가량",
    "정도",
    "안팎",
    "남짓",
    "이상",
    "이하",
    "초과",
    "미만",
    "규모",
    "수준",
    "상당",
    "이내",
    "동안",
    "이후",
    "이전",
    "넘게",
    "내외",
    "내지",
    "전후",
    "연속",
    "단위",
    "가운데",
    "밖에",
    "만큼",
    "들이",
    "만에",
    "앞서",
    "앞두",
    "앞으로",
    "넘는",
    "상공",
    "깊이",
    "높이",
    "길이",
    "거리",
    "씩",
    "간",
    "째",
    "당",
    "꼴",
    "쯤",
    "여",
    "뿐",
    "중",
    "내",
    "전",
    "후",
    "뒤",
    "들",
    "분",
    "용",
    "급",
    "형",
    "대",
    "선",
    "차",
    "만",
    "밖",
    "말",
    "초",
    "치",
    "께",
    "경",
    "외",
    "앞",
    "새",
    "속",
    "행",
    "제",
    "생",
    "산",
    "권",
];

/// Particles and forms of 이다 that are complete.
const WHOLE: &[&str] = &[
    "은", "는", "이", "가", "을", "를", "과", "와", "의", "에", "로", "도", "만", "나", "랑", "라", "며", "고", "다",
    "인", "야", "요", "임", "으로", "이나", "이라", "이며", "이고", "이다", "란", "이란", "든", "이든", "서", "하고",
    "이랑", "아", "라도", "면", "이면", "여서",
];

/// Beginnings of longer particles and endings.
const BEGINS: &[&str] = &[
    "에서", "에게", "에는", "에도", "에만", "에의", "에다", "에선", "에게", "부터", "까지", "보다", "처럼", "마다",
    "만큼", "이라", "이었", "이며", "이지", "이나", "이던", "이란", "이자", "이기", "이면", "인데", "인지", "인가",
    "인만", "인 ", "입니", "였", "라고", "라는", "라며", "라도", "라면", "지만", "으로", "로는", "로도", "로부",
    "로서", "로써", "로의", "로만", "과는", "과의", "와는", "와의", "뿐", "밖에", "조차", "마저", "만을", "만이",
    "만은", "만의", "만으", "은커", "는커", "이다", "예요", "이에", "이네", "이죠", "이야", "이랍", "이겠", "이고",
    "이니", "이므", "이어", "이나", "란", "던", "의", "만에",
];

/// Returns the run of 한글 that the text begins with.
pub(super) fn run(rest: &str) -> &str {
    let end = rest.char_indices().find(|(_, c)| !('가'..='힣').contains(c)).map_or(rest.len(), |(i, _)| i);
    &rest[..end]
}

/// Returns whether the run of 한글 behind a word leaves it whole: empty, a particle, or a suffix with or without one.
pub(super) fn leaves_whole(run: &str) -> bool {
    is_particle(run)
        || SUFFIXES.iter().any(|s| {
            let rest = if begins(run, s) { &run[s.len()..] } else { return false };
            is_particle(rest) || after_one(rest)
        })
}

/// `5년여간`, `3년간씩`: a second short suffix.
fn after_one(run: &str) -> bool {
    ["간", "여", "씩", "째", "쯤", "당", "대", "만", "만에"]
        .iter()
        .any(|s| run.strip_prefix(s).is_some_and(is_particle))
}

/// Returns whether the run is empty, a particle or a form of 이다.
pub(crate) fn is_particle(run: &str) -> bool {
    run.is_empty() || WHOLE.contains(&run) || BEGINS.iter().any(|b| begins(run, b))
}

/// Returns whether the run begins with the word; the last byte of its first syllable tells most words apart.
fn begins(run: &str, word: &str) -> bool {
    run.as_bytes().get(2) == word.as_bytes().get(2) && run.starts_with(word)
}
