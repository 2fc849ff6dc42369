//! What is wrong with a file, and why something is a finding, said in the language of the run: checks give their reasons in
//! Korean, and libraries speak English.

use crate::finding::Lang;
use crate::source::Problem;

/// English and Korean; `{}` stands for what differs, and comes in the same order in both.
const SAID: &[(&str, &str)] = &[
    ("unknown field `{}`, expected one of {}", "모르는 키 `{}`입니다. 쓸 수 있는 키: {}"),
    ("unknown field `{}`, expected {}", "모르는 키 `{}`입니다. 쓸 수 있는 키: {}"),
    ("unknown variant `{}`, expected one of {}", "모르는 값 `{}`입니다. 쓸 수 있는 값: {}"),
    ("unknown value `{}`, expected one of {}", "모르는 값 `{}`입니다. 쓸 수 있는 값: {}"),
    ("unknown format `{}`, expected one of {}", "모르는 형식 `{}`입니다. 쓸 수 있는 형식: {}"),
    ("missing field `{}`", "`{}` 키가 없습니다"),
    ("invalid type: {}, expected {}", "값의 종류가 다릅니다: {} 대신 {}"),
    ("expected one of {}", "쓸 수 있는 값: {}"),
    ("expected `true` or `false`", "`true`나 `false`를 씁니다"),
    ("a number from 0 to 1 is wanted", "0에서 1 사이의 수를 씁니다"),
    ("a number of columns from 40 is wanted", "40 이상의 칸 수를 씁니다"),
    ("a file is wanted after `=`", "`=` 뒤에 파일을 적어야 합니다"),
    ("a day such as 2026-12-31 is wanted", "2026-12-31 같은 날짜를 씁니다"),
    (
        "say what to ignore: `rule`, `text`, `path` or `outlet`",
        "무엇을 무시할지 적으세요: `rule`, `text`, `path`, `outlet`",
    ),
    ("two or more names of one thing are wanted", "한 가지를 부르는 이름을 둘 이상 적어야 합니다"),
    ("not a glob: {}", "파일 이름 꼴(glob)이 아닙니다: {}"),
    ("there is no rule `{}`", "그런 규칙이 없습니다: `{}`"),
    ("rule `{}` has no parameter `{}`, expected one of {}", "규칙 `{}`에 없는 매개변수입니다: `{}`. 쓸 수 있는 것: {}"),
    ("`{}` is a whole number", "`{}`의 값은 정수입니다"),
    ("`{}` is a number from 0 to 1", "`{}`의 값은 0에서 1 사이의 수입니다"),
    ("cannot be read: {}", "읽을 수 없습니다: {}"),
    ("there is no article `{}` beside this file", "이 파일 옆에 없는 기사입니다: `{}`"),
    ("`{}` does not occur in the body of {}", "`{}` — {} 본문에 없습니다"),
    ("`{}` occurs once, not {} times, in the body of {}", "`{}` — 한 번 나오는데 {}번째를 가리킵니다: {}"),
    ("`{}` occurs {} times, not {}, in the body of {}", "`{}` — {}번 나오는데 {}번째를 가리킵니다: {}"),
    (
        "`clean` says that no finding is right, but {} are labelled",
        "`clean`은 옳은 지적이 없다는 뜻인데 {}건이 표시되어 있습니다",
    ),
    ("not a baseline: {}", "기준선 파일이 아닙니다: {}"),
    ("`factdiff baseline write` makes it", "`factdiff baseline write`로 만듭니다"),
    ("did you mean `{}`?", "혹시 `{}`?"),
    ("the folder cannot be read: {}", "폴더를 읽을 수 없습니다: {}"),
    ("the file cannot be read: {}", "파일을 읽을 수 없습니다: {}"),
    ("no text: there is a byte 0 in it", "글이 아닌 파일입니다(0바이트가 들어 있습니다)"),
    (
        "its encoding is unknown (UTF-8, CP949 and UTF-16 are read)",
        "글자 인코딩을 알 수 없습니다(UTF-8, CP949, UTF-16만 읽습니다)",
    ),
    ("it is too large (16 MB are read)", "파일이 너무 큽니다(16MB까지 읽습니다)"),
    ("it is empty", "빈 파일입니다"),
    ("bytes that cannot be read are left out", "읽을 수 없는 바이트가 있어 그 자리를 빼고 읽습니다"),
    ("there is no line ‘{}’ that ends the front matter", "머리말을 닫는 ‘{}’ 줄이 없습니다"),
    ("the time of publication ‘{}’ cannot be read (as in {})", "발행 시각 ‘{}’을 읽을 수 없습니다(예: {})"),
    ("the TOML of the front matter cannot be read: {}", "머리말의 TOML을 읽을 수 없습니다: {}"),
    ("the YAML of the front matter cannot be read: {}", "머리말의 YAML을 읽을 수 없습니다: {}"),
    ("the value of ‘{}’ is text in quotation marks", "‘{}’의 값은 따옴표로 묶은 글이어야 합니다"),
    ("the value of ‘{}’ is text of one line", "‘{}’의 값은 한 줄의 글이어야 합니다"),
];

/// The reasons of the checks, in parts that a comma joins.
const REASONS: &[(&str, &str)] = &[
    ("initial {}/none", "첫소리 {}/없음"),
    ("initial {}/{}", "첫소리 {}/{}"),
    ("vowel {}/{}", "가운뎃소리 {}/{}"),
    ("final none/{}", "받침 없음/{}"),
    ("final {}/none", "받침 {}/없음"),
    ("final {}/{}", "받침 {}/{}"),
    ("keys that touch", "두벌식 옆 글쇠"),
    ("a digit or the number of digits differs", "숫자 한 자리나 자릿수가 다르거나"),
    ("or two digits are swapped", "두 자리가 뒤바뀌었다"),
    ("opposite directions of one thing", "같은 것을 두고 방향만 다르다"),
    ("a relative form stands before 것", "‘것’ 앞에는 관형형이 온다"),
    ("what asks nothing goes on with -으나", "묻는 말이 아니면 ‘-으나’로 잇는다"),
    ("another word stands beside the same figures", "같은 수치 곁에 다른 말이 적혀 있다"),
    ("what is told by kinds takes -별로", "갈래마다 말할 때는 ‘-별로’다"),
    ("the verb has no ending", "동사에 어미가 없다"),
    ("the names of public bodies are fixed", "나라와 지방의 기관 이름은 정해져 있다"),
    ("an intensity is a whole number; a magnitude has decimals", "진도는 정수로 매긴다; 소수는 규모이다"),
    ("two subject particles", "주격 조사가 거듭된다"),
    ("no noun follows that it could belong to", "뒤에 꾸밀 명사가 없다"),
    ("another employer of the same person", "한 사람의 소속이 다르다"),
    ("these are the letters of another body", "다른 기관의 약칭이다"),
    ("two letters of the abbreviation are swapped", "약칭의 두 글자가 뒤바뀌었다"),
    ("another committee of the same member", "한 의원의 상임위원회가 다르다"),
    ("the figures of two persons are exchanged", "두 사람의 수치가 서로 바뀌었다"),
    ("the figures of two sides are exchanged", "두 쪽의 수가 서로 바뀌었다"),
    ("the same words of one person are told as the contrary", "한 사람의 같은 말을 반대로 옮겼다"),
    ("one word of a title or long name differs", "제목이나 긴 이름에서 한 낱말만 다르다"),
    ("another place that the same person is from", "한 사람의 출신지가 다르다"),
    ("another post that the same person has had", "한 사람이 지낸 직함이 다르다"),
    ("other outlets call the head of {} otherwise", "다른 매체는 {} 대표자의 직함을 달리 적었다"),
    ("the headline differs from the copy", "제목이 본문과 다르다"),
    ("만 is lost between 억 and 천", "억과 천 사이에 만이 빠졌다"),
    ("the same words given to another speaker", "같은 말을 다른 이가 한 것으로 적었다"),
    ("{}: not the difference", "{}: 차이가 맞지 않는다"),
    ("not the rate from {} by {}", "{}에서 {}만큼 바뀐 비율이 아니다"),
    ("{} ≠ the scores in the brackets", "{} ≠ 괄호 안의 점수"),
    ("{} are {} games", "{}는 {}경기이다"),
    ("of {} it is not {}", "{}의 {}가 아니다"),
    ("since {} it is {}", "{}부터는 {}이다"),
    ("not the sum of the {} rows", "{}줄을 더한 수와 다르다"),
    ("does not add up as the other rows of the table do", "같은 표의 다른 줄처럼 더하면 맞지 않는다"),
    ("is not what changed, as in the other rows of the table", "같은 표의 다른 줄처럼 빼면 맞지 않는다"),
    ("is not the sum of the cells above", "같은 표의 위 칸을 더하면 맞지 않는다"),
    ("does not add up as the other columns of the table do", "같은 표의 다른 칸처럼 빼거나 더하면 맞지 않는다"),
    ("no number is written so", "수를 적는 꼴이 아니다"),
    ("only this one differs of names listed in the same order", "같은 차례로 늘어놓은 이름 가운데 이것만 다르다"),
    ("only this name differs between the same words", "앞뒤 낱말이 같은 자리에서 이 이름만 다르다"),
    ("only two letters of a long name differ", "긴 이름에서 두 글자만 다르다"),
    ("no body of the place that the caption names", "사진 설명에 적은 곳의 기관이 아니다"),
    (
        "only here this city, in place of the one that all others name",
        "다른 매체가 모두 말하는 도시 대신 이 도시만 적었다",
    ),
    ("after {}-{}, the day of publication", "기사가 나온 {}월 {}일보다 뒤이다"),
    ("not used with the words beside it", "곁의 말과 함께 쓰지 않는다"),
    (
        "who leads turns nothing over and who trails is not overtaken",
        "앞서던 쪽이 뒤집지 않고 뒤지던 쪽이 뒤집히지 않는다",
    ),
    ("“{}” comes more often than “{}”", "‘{}’보다 ‘{}’ 쪽이 더 드물다"),
    ("“{}” comes less often than “{}”", "‘{}’보다 ‘{}’ 쪽이 더 잦다"),
    ("nothing falls by more than 100%", "100%보다 많이 줄 수는 없다"),
    ("other articles have a smaller number", "다른 기사의 수는 더 적다"),
    ("there is no such time", "없는 시각이다"),
    ("before it began", "시작한 때보다 앞선다"),
    ("one article says both", "한 기사 안에서도 다르다"),
    ("one number with two units", "수는 같고 단위가 다르다"),
    ("other outlets have {}", "다른 매체에 적힌 점수: {}"),
    ("other outlets have {} for and {} against", "다른 매체에 적힌 표: 찬성 {}, 반대 {}"),
    ("other outlets have wins and losses the other way round", "다른 매체는 승과 패를 거꾸로 적었다"),
    ("the stretch that goes with the same sentence of one person", "한 사람이 받은 같은 형에 붙은 기간이다"),
    ("one figure, opposite directions", "같은 수에 방향만 다르다"),
    ("opposite directions at one minute", "같은 시각에 방향만 다르다"),
    ("{}: the difference is {}", "{}: 차이가 {}이다"),
    ("for {}, against {}", "찬성 {}, 반대 {}"),
    ("exports {}, imports {}", "수출 {}, 수입 {}"),
    ("where a dollar costs more won, the won is worth less", "환율이 오르면 원화 가치는 내린다"),
    ("where a dollar costs fewer won, the won is worth more", "환율이 내리면 원화 가치는 오른다"),
    ("the two sides compared with the same words have changed places", "같은 낱말로 견준 두 쪽이 뒤바뀌었다"),
    ("what is denied has changed places with what is said instead", "아니라고 한 것이 뒤바뀌었다"),
    ("the same words come to another meaning at their end", "같은 말이 끝에서 다른 뜻이 되었다"),
    ("who won and who lost have changed places", "이긴 쪽과 진 쪽이 뒤바뀌었다"),
    ("the two figures compared are the other way round", "견준 두 수와 맞지 않는다"),
    ("not what {} comes to", "{}에 맞지 않는다"),
    ("{} are named before it", "앞에 적은 것이 {}가지다"),
    ("said in the same place, only the name differs", "같은 것을 말하는 자리에서 이름만 다르다"),
    ("the same place is put into another county or country", "같은 곳을 다른 고을이나 나라에 넣었다"),
    ("one name, two numbers", "이름은 같고 번호만 다르다"),
    ("one person of one age, two surnames", "나이와 하는 일이 같은 사람의 성이 다르다"),
    ("one place, two floors or sides of it", "같은 곳의 층이나 방위가 다르다"),
    ("one surname and role, two first names", "성과 직함은 같고 이름만 다르다"),
    ("one post, two names of who holds it", "같은 자리에 있는 사람의 이름이 다르다"),
    (
        "one letter from a word of this event, and in no dictionary",
        "이 사건에 나오는 말과 글자 하나만 다르고, 사전에 없는 말이다",
    ),
    ("all other outlets have another code", "다른 매체는 모두 다른 기호를 쓴다"),
    ("the hanja are not read so in Chinese", "한자의 중국어 발음과 로마자가 다르다"),
    ("one letter from a name of this event", "이 사건에 나오는 이름과 글자 하나만 다르다"),
    (
        "one letter from the name of who holds the same post of the same body",
        "같은 기관의 같은 직함인데 이름의 글자 하나만 다르다",
    ),
    ("one letter from what this event counts by", "이 사건에서 수 뒤에 쓰는 말과 글자 하나만 다르다"),
    ("the posts right behind one name differ", "같은 이름 바로 뒤의 직함이 다르다"),
    ("in the same sentence only this name differs", "같은 문장에서 이 이름만 다르다"),
    ("{} ranks above {}", "{}가 {}보다 높은 순위이다"),
    ("the figure of a later article that has grown", "나중에 나온 기사에서 늘어난 수이다"),
    ("of {} equal words of the utterance only this one differs", "같은 말 {}낱말 가운데 이 낱말만 다르다"),
    ("behind brackets the word before them counts", "괄호는 건너뛰고 앞말의 소리를 따른다"),
    ("behind quotation marks the word before them counts", "따옴표는 건너뛰고 앞말의 소리를 따른다"),
    ("as the number is read aloud", "숫자를 읽는 소리를 따른다"),
    ("as the letters are read aloud", "로마자를 읽는 소리를 따른다"),
    ("as the unit is read aloud", "단위를 읽는 소리를 따른다"),
    ("a margin of error is in percentage points", "표본오차의 단위는 %포인트이다"),
    ("the difference of {} and {} is in percentage points", "{}와 {}의 차이는 %가 아니라 %포인트로 적는다"),
    ("from {} to {} it is {}", "{}에서 {}까지는 {}이다"),
    ("{} and {} later it is {}", "{}에서 {} 뒤는 {}이다"),
    ("number {} in the order listed", "늘어놓은 차례로는 {}번째다"),
    ("not the sum of the {} rows of the table", "표의 {}줄을 더한 수와 다르다"),
    // 으로 first: it ends in 로.
    ("from {} to {} makes {}", "{}에서 {}으로 바뀌면 {}이다"),
    ("from {} to {} makes {}", "{}에서 {}로 바뀌면 {}이다"),
    ("from {} to {} is a rise", "{}에서 {}으로 바뀐 것은 늘어난 것이다"),
    ("from {} to {} is a rise", "{}에서 {}로 바뀐 것은 늘어난 것이다"),
    ("from {} to {} is a fall", "{}에서 {}으로 바뀐 것은 줄어든 것이다"),
    ("from {} to {} is a fall", "{}에서 {}로 바뀐 것은 줄어든 것이다"),
    ("it went from {} to {}", "{}에서 {}으로 바뀌었다"),
    ("it went from {} to {}", "{}에서 {}로 바뀌었다"),
    ("{} won × 3 + {} drawn = {}", "{}승 × 3 + {}무 = {}"),
];

/// The days of the week, of `2024년 7월 30일은 화요일이다`.
const DAYS: [(&str, &str); 7] = [
    ("월", "Monday"),
    ("화", "Tuesday"),
    ("수", "Wednesday"),
    ("목", "Thursday"),
    ("금", "Friday"),
    ("토", "Saturday"),
    ("일", "Sunday"),
];

/// Returns a reason of a check in English, as far as its words are known.
pub(super) fn reason(text: &str) -> String {
    if let Some([year, month, day, name]) = parts("{}년 {}월 {}일은 {}요일이다", text).as_deref()
        && let Some((_, weekday)) = DAYS.iter().find(|(ko, _)| ko == name)
    {
        return format!("{year}-{month:0>2}-{day:0>2} is a {weekday}");
    }
    let part = |part| put_by(REASONS, part, Lang::En);
    text.split(", ").map(part).collect::<Vec<_>>().join(", ")
}

/// Returns the problem in a language, as far as its words are known.
pub(super) fn said(problem: &Problem, lang: Lang) -> Problem {
    let help = problem.help.as_deref().map(|help| put(help, lang));
    Problem { message: put(&problem.message, lang), help, ..problem.clone() }
}

fn put(text: &str, lang: Lang) -> String {
    put_by(SAID, text, lang)
}

fn put_by(table: &[(&str, &str)], text: &str, lang: Lang) -> String {
    let put_with = |&(en, ko): &(&str, &str)| {
        let (from, to) = if lang == Lang::Ko { (en, ko) } else { (ko, en) };
        Some(filled(to, &parts(from, text)?))
    };
    table.iter().find_map(put_with).unwrap_or_else(|| text.to_owned())
}

/// Returns what stands in a text where the template has `{}`; none if the text is not of the template.
fn parts<'t>(template: &str, text: &'t str) -> Option<Vec<&'t str>> {
    let mut fixed = template.split("{}");
    let mut rest = text.strip_prefix(fixed.next()?)?;
    let mut parts = Vec::new();
    for words in fixed {
        // What stands last goes on to the end.
        let end = if words.is_empty() { rest.len() } else { rest.find(words)? };
        parts.push(&rest[..end]);
        rest = &rest[end + words.len()..];
    }
    rest.is_empty().then_some(parts)
}

fn filled(template: &str, parts: &[&str]) -> String {
    let mut parts = parts.iter();
    template.split("{}").enumerate().fold(String::new(), |text, (n, words)| {
        let part = if n == 0 { "" } else { parts.next().copied().unwrap_or_default() };
        text + part + words
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_ways_and_unknown_words_stay() {
        for (en, ko) in [
            ("unknown field `a`, expected one of `b`, `c`", "모르는 키 `a`입니다. 쓸 수 있는 키: `b`, `c`"),
            ("`same-share` is a number from 0 to 1", "`same-share`의 값은 0에서 1 사이의 수입니다"),
            ("did you mean `fail-on`?", "혹시 `fail-on`?"),
            ("the value of ‘title’ is text of one line", "‘title’의 값은 한 줄의 글이어야 합니다"),
            ("something else", "something else"),
        ] {
            assert_eq!((put(en, Lang::Ko), put(ko, Lang::En)), (ko.to_owned(), en.to_owned()));
            assert_eq!((put(en, Lang::En), put(ko, Lang::Ko)), (en.to_owned(), ko.to_owned()));
        }
    }

    #[test]
    fn reasons_in_english() {
        for (ko, en) in [
            ("첫소리 ㅎ/ㅇ", "initial ㅎ/ㅇ"),
            ("가운뎃소리 ㅣ/ㅓ, 두벌식 옆 글쇠, 받침 ㄴ/없음", "vowel ㅣ/ㅓ, keys that touch, final ㄴ/none"),
            ("2024년 7월 30일은 화요일이다", "2024-07-30 is a Tuesday"),
            ("3 + 4 = 7", "3 + 4 = 7"),
            ("210억원에서 120억원으로 바뀐 것은 줄어든 것이다", "from 210억원 to 120억원 is a fall"),
            ("3.1%에서 4.2%로 바뀌었다", "it went from 3.1% to 4.2%"),
        ] {
            assert_eq!(reason(ko), en);
        }
    }

    #[test]
    fn the_places_are_as_many_on_either_side() {
        for (en, ko) in SAID.iter().chain(REASONS) {
            assert_eq!(en.matches("{}").count(), ko.matches("{}").count(), "{en}");
        }
    }
}
