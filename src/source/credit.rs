//! Who wrote it and whose it is: datelines, reporter lines, copyright lines, picture credits.

/// The head of a paragraph that names place, outlet and reporter: `(대전=가람통신) 차한결 기자 = …`.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub struct Dateline<'a> {
    /// Bytes up to the copy.
    pub len: usize,
    /// Where it was written.
    pub place: Option<&'a str>,
    /// For whom.
    pub outlet: Option<&'a str>,
    /// By whom, with the role.
    pub reporter: Option<&'a str>,
}

/// Returns the dateline a paragraph begins with, if it does.
///
/// `[한빛일보=차한결 기자]` · `[대전=한빛일보 차한결 기자]` · `(대전=가람통신) 차한결 기자 =` · `【서울=가람】차한결 기자 =` ·
/// `차한결 기자 =`
pub fn dateline(line: &str) -> Option<Dateline<'_>> {
    let mut found = Dateline::default();
    let mut at = 0;
    if let Some((inner, len)) = bracketed(line).filter(|(inner, _)| inner.len() <= 120) {
        inside(inner, true, &mut found)?;
        at = len;
    }
    // Reporters behind the bracket, up to the sign of equality.
    let rest = &line[at..];
    let lead = rest.len() - rest.trim_start().len();
    if let Some(eq) = memchr::memchr(b'=', rest.as_bytes().get(..120.min(rest.len()))?) {
        let names = rest[lead..eq.max(lead)].trim_end();
        if is_reporters(names) {
            found.reporter = Some(names);
            at += eq + 1;
        } else if names.is_empty() && at > 0 {
            at += eq + 1;
        }
    }
    if at == 0 {
        return None;
    }
    found.len = at + (line[at..].len() - line[at..].trim_start().len());
    Some(found)
}

/// Returns what stands in the bracket that a line begins with, and the bytes up to its end.
fn bracketed(line: &str) -> Option<(&str, usize)> {
    let open = line.chars().next()?;
    let close = match open {
        '[' => ']',
        '(' => ')',
        '【' => '】',
        '<' => '>',
        '〔' => '〕',
        _ => return None,
    };
    let from = open.len_utf8();
    let to = line[from..].char_indices().take(60).find(|&(_, c)| c == close)?.0 + from;
    Some((line[from..to].trim(), to + close.len_utf8()))
}

/// Reads `place=outlet reporter`, `outlet=reporter`, `place=outlet`, `outlet reporter`; none where it is none of these.
fn inside<'a>(inner: &'a str, brackets: bool, found: &mut Dateline<'a>) -> Option<()> {
    let (left, right) = match inner.split_once(['=', '|', 'ㅣ']) {
        Some((l, r)) => (Some(l.trim()).filter(|l| !l.is_empty()), r.trim()),
        None => (None, inner),
    };
    let (before, reporter) = split_reporter(right);
    match (left, before, reporter) {
        // `사진=…`, `자료=…`, `글=…` credit something, they date nothing.
        (Some(l), ..) if is_credit_word(l) => return None,
        (Some(l), Some(outlet), _) if is_short(outlet) => {
            found.place = Some(l);
            found.outlet = Some(outlet);
        }
        (Some(l), None, Some(_)) => {
            if brackets && !is_place(l) {
                found.outlet = Some(l);
            } else {
                found.place = Some(l);
            }
        }
        (None, outlet, Some(_)) => found.outlet = outlet.filter(|o| is_short(o)),
        _ => return None,
    }
    found.reporter = reporter;
    Some(())
}

fn is_short(words: &str) -> bool {
    !words.starts_with(|c: char| c.is_ascii_digit())
        && words.split_whitespace().count() <= 4
        && !words.ends_with('.')
        && !words.contains(',')
}

fn is_credit_word(word: &str) -> bool {
    ["사진", "그래픽", "자료", "글", "출처", "정리", "편집", "제공", "영상", "이미지", "일러스트"]
        .iter()
        .any(|c| word.ends_with(c))
}

/// Returns the words before the reporters at the end, and the reporters: `한빛일보 차한결 기자` → (한빛일보, 차한결 기자).
fn split_reporter(words: &str) -> (Option<&str>, Option<&str>) {
    let mut from = words.len();
    loop {
        let head = words[..from].trim_end_matches([' ', ',', '·', '/']);
        let Some(len) = reporter_at_end(head) else { break };
        from = head.len() - len;
    }
    let before = Some(words[..from].trim_end_matches([' ', ',', '·', '/', '|'])).filter(|w| !w.is_empty());
    (before, Some(&words[from..]).filter(|r| !r.is_empty()))
}

/// Returns the bytes of `차한결 기자` at the end of a text, if it ends so; several names may share the word.
fn reporter_at_end(text: &str) -> Option<usize> {
    let (head, role) = text.rsplit_once(' ').unwrap_or(("", text));
    if role == "기자" || role == "기자단" || is_role(role) {
        // `선임 기자`, `인턴 기자`, `베이징 특파원` take a word more.
        let head = head.trim_end();
        let (front, name) = head.rsplit_once([' ', '·', '=', '/', ',']).unwrap_or(("", head));
        if is_name(name) {
            let start = head.len() - name.len();
            return Some(text.len() - start);
        }
        let (_, second) = front.rsplit_once([' ', '·', '=', '/', ',']).unwrap_or(("", front));
        if matches!(name, "선임" | "인턴" | "수습" | "전문" | "객원" | "시민" | "명예" | "의학" | "대학생")
            && is_name(second)
        {
            return Some(text.len() - (front.len() - second.len()));
        }
        return None;
    }
    // 차한결기자
    let name = role.strip_suffix("기자")?;
    is_name(name).then_some(role.len())
}

fn is_role(word: &str) -> bool {
    matches!(word, "특파원" | "통신원" | "리포터" | "논설위원" | "편집위원" | "에디터" | "앵커" | "PD" | "주재기자")
        || word.strip_suffix("기자").is_some_and(|kind| {
            matches!(
                kind,
                "선임" | "인턴" | "수습" | "전문" | "객원" | "시민" | "대" | "명예" | "사진" | "영상" | "의학전문"
            )
        })
}

/// Returns whether a text is one reporter or several, and nothing else.
fn is_reporters(text: &str) -> bool {
    !text.is_empty() && matches!(split_reporter(text), (None, Some(_)))
}

/// The syllables that Korean surnames are written with, the frequent ones (Statistics Korea, 2015 census).
const SURNAMES: &str = "김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구나라민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용예경봉사부가복태목형계피두감음빈동온호범좌팽승간상시갈단견당";

/// Returns whether a word can be a Korean name: a surname and one to three syllables.
pub fn is_name(word: &str) -> bool {
    let mut chars = word.chars();
    let first = chars.next();
    (6..=12).contains(&word.len())
        && first.is_some_and(|c| SURNAMES.contains(c))
        && chars.all(|c| ('가'..='힣').contains(&c))
}

/// Returns whether a word before `=` names where a text was written, not the outlet: `서울`, `베이징·서울`, `강물시`.
fn is_place(word: &str) -> bool {
    const PLACES: &[&str] = &[
        "서울",
        "부산",
        "대구",
        "인천",
        "광주",
        "대전",
        "울산",
        "세종",
        "수원",
        "경기",
        "강원",
        "충북",
        "충남",
        "전북",
        "전남",
        "경북",
        "경남",
        "제주",
        "춘천",
        "청주",
        "홍성",
        "안동",
        "창원",
        "전주",
        "무안",
        "목포",
        "포항",
        "원주",
        "강릉",
        "천안",
        "성남",
        "고양",
        "용인",
        "의정부",
        "여수",
        "순천",
        "군산",
        "구미",
        "진주",
        "김해",
        "거제",
        "속초",
        "과천",
        "국회",
        "베이징",
        "상하이",
        "홍콩",
        "도쿄",
        "오사카",
        "워싱턴",
        "뉴욕",
        "런던",
        "파리",
        "베를린",
        "모스크바",
        "하노이",
        "방콕",
        "자카르타",
        "뉴델리",
        "카이로",
        "예루살렘",
        "브뤼셀",
        "제네바",
        "로스앤젤레스",
        "샌프란시스코",
        "시드니",
        "싱가포르",
        "마닐라",
        "타이베이",
        "선양",
        "이스탄불",
        "두바이",
        "로마",
        "빈",
        "상파울루",
        "멕시코시티",
    ];
    word.contains(['·', '/', '‧']) || PLACES.contains(&word) || (word.len() >= 9 && word.ends_with(['시', '군', '구']))
}

/// Returns the reporter and outlet of a line that says nothing else: `차한결 기자 (hangyeol@…)`, `대전=차한결 기자`,
/// `한빛일보 차한결 기자`, `hangyeol@…`; none for other lines.
pub fn reporter_line(line: &str) -> Option<Dateline<'_>> {
    if line.len() > 200 || line.ends_with("다.") {
        return None;
    }
    let mut found = Dateline { len: line.len(), ..Dateline::default() };
    let mail = mail(line);
    // `정리=`, `글·사진=`, `/`, `▶` before the names.
    let words = match mail {
        Some((from, to)) if line[to..].chars().filter(|c| c.is_alphanumeric()).count() <= 12 => &line[..from],
        Some(_) => return None,
        None => line,
    };
    let edges = |c: char| {
        c.is_whitespace() || matches!(c, '(' | ')' | '[' | ']' | '<' | '>' | '/' | '|' | '▶' | '·' | '=' | '【' | '】')
    };
    let words = words.trim_matches(edges);
    if words.is_empty() {
        return mail.map(|_| found);
    }
    if words.split_whitespace().count() > 8 || words.contains(['“', '"', '…', '?', '!']) {
        return None;
    }
    if inside(words, false, &mut found).is_some() && found.reporter.is_some() {
        return Some(found);
    }
    let (left, right) = words.split_once('=').unwrap_or(("", words));
    if (left.is_empty() || is_credit_word(left.trim())) && is_reporters(right.trim()) {
        return Some(Dateline { len: line.len(), reporter: Some(right.trim()), ..Dateline::default() });
    }
    // `차한결 (hangyeol@…)`, `온라인뉴스팀`
    if mail.is_some() && words.split_whitespace().count() <= 4 {
        found.reporter = Some(words).filter(|w| is_name(w));
        return Some(Dateline { place: None, outlet: None, ..found });
    }
    let desk = words.split_whitespace().count() <= 2
        && ["뉴스팀", "편집국", "편집부", "취재팀", "속보팀", "보도국"].iter().any(|d| words.ends_with(d));
    desk.then_some(Dateline { len: line.len(), ..Dateline::default() })
}

/// Returns the place of a mail address.
fn mail(line: &str) -> Option<(usize, usize)> {
    let bytes = line.as_bytes();
    let at = memchr::memchr(b'@', bytes)?;
    let part = |b: &u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'-' | b'_' | b'+');
    let from = at - bytes[..at].iter().rev().take_while(|b| part(b)).count();
    let to = at + 1 + bytes[at + 1..].iter().take_while(|b| part(b)).count();
    (from < at && line[at + 1..to].contains('.')).then_some((from, to))
}

/// Returns the owner named by a copyright line (empty where it names none); none for other lines.
///
/// `<저작권자 ⓒ 한빛일보, 무단 전재 및 재배포 금지>` · `Copyright © 한빛일보. All rights reserved.` · `무단전재 및 재배포 금지`
pub fn copyright(line: &str) -> Option<&str> {
    if line.len() > 400 {
        return None;
    }
    // `한빛일보의 저작권자 …라고 밝혔다.` is copy; a short line without a sign is no claim to rights.
    let sentence = line.ends_with("다.");
    // ⓒ begins with byte E2, © with C2; no other character of Korean copy but marks begins so.
    let signed = || memchr::memchr3(b'(', 0xc2, 0xe2, line.as_bytes()).is_some() && line.contains(['ⓒ', '©', '(']);
    if sentence && !signed() {
        return None;
    }
    let signs = ["ⓒ", "©", "(c)", "(C)"];
    let sign = signs.iter().find_map(|s| line.find(s).map(|i| (i, i + s.len())));
    let word = ["저작권자", "Copyright", "copyright", "COPYRIGHT"].iter().any(|w| line.contains(w));
    let ban = [
        "무단전재",
        "무단 전재",
        "재배포",
        "무단복제",
        "무단 복제",
        "ll rights reserved",
        "ll Rights Reserved",
        "LL RIGHTS RESERVED",
    ]
    .iter()
    .any(|w| line.contains(w));
    let short_before = sign.is_some_and(|(i, _)| line[..i].chars().filter(|c| c.is_alphanumeric()).count() <= 10);
    if sentence && !(ban && sign.is_some()) {
        return None;
    }
    if !((sign.is_some() && (ban || word))
        || (ban && line.chars().count() <= 80)
        || (short_before && line.chars().count() <= 40))
    {
        return None;
    }
    let Some((_, after)) = sign else { return Some("") };
    let rest = line[after..]
        .trim_start_matches(|c: char| c.is_whitespace() || c.is_ascii_digit() || matches!(c, '-' | '~' | '.' | ','));
    let rest = rest.strip_prefix("㈜").or_else(|| rest.strip_prefix("(주)")).unwrap_or(rest);
    let to = ["무단", "All", "ALL", "all ", " - ", "상업적", "저작권", "Corp"]
        .iter()
        .filter_map(|w| rest.find(w))
        .chain(rest.find(['.', ',', '>', ']', '(', '&', '/', '|', '\n']))
        .min()
        .unwrap_or(rest.len());
    let owner = rest[..to].trim();
    // `종합 경제 매체 한빛일보`: the name stands last.
    let name = if owner.split_whitespace().count() > 3 { owner.rsplit(' ').next().unwrap_or(owner) } else { owner };
    Some(if name.chars().count() <= 20 { name } else { "" })
}

/// Returns where the picture credit at the end of a text begins, if it ends in one.
///
/// `[한빛시 제공]` · `(사진=한빛시)` · `사진 제공=한빛시` · `/사진=한빛일보` · `…모습. 한빛일보 자료사진` · `ⓒ 한빛일보`
pub fn picture_credit(text: &str) -> Option<usize> {
    let text = text.trim_end();
    // Most paragraphs end as sentences do.
    if text.ends_with("다.") {
        return None;
    }
    let tail_from = text.char_indices().rev().take(40).last().map_or(0, |(i, _)| i);
    let tail = &text[tail_from..];
    for open in ['[', '(', '/', '<', '【'] {
        if let Some(i) = tail.rfind(open) {
            let inner = tail[i + open.len_utf8()..].trim_end_matches([']', ')', '>', '】', '.', ' ']);
            let closed = open == '/' || tail.ends_with([']', ')', '>', '】']);
            let names_picture = is_picture(inner) || inner.ends_with("제공") || is_agency(inner);
            if closed && names_picture && !inner.ends_with("다") {
                return Some(tail_from + i);
            }
        }
    }
    let mark = [
        "사진 제공=",
        "사진제공=",
        "사진=",
        "사진제공 ",
        "사진 제공 ",
        "사진 제공:",
        "사진:",
        "사진｜",
        "사진|",
        "사진/",
    ]
    .iter()
    .filter_map(|m| tail.rfind(m))
    .min();
    if let Some(i) = mark.filter(|&i| tail[i..].split_whitespace().count() <= 4) {
        return Some(tail_from + i);
    }
    if let Some(i) = tail.rfind(['ⓒ', '©']).filter(|&i| tail[i..].split_whitespace().count() <= 4) {
        return Some(tail_from + i);
    }
    // `…하고 있다. 한빛시 제공`, `…하고 있다. 가람통신 자료사진`
    let last = tail.rfind(". ").map(|i| i + 2)?;
    let rest = tail[last..].trim();
    let credit = ["제공", "자료사진", "자료 사진", "캡처", "캡쳐"].iter().any(|w| rest.ends_with(w)) || is_agency(rest);
    (credit && rest.split_whitespace().count() <= 4).then_some(tail_from + last)
}

fn is_picture(inner: &str) -> bool {
    let inner = inner.trim();
    (inner.starts_with("사진") && (inner.contains(['=', '/', ':', '|']) || inner == "사진"))
        || ["자료사진", "자료 사진", "캡처", "캡쳐", "갈무리"].iter().any(|w| inner.ends_with(w))
}

/// Returns whether a word is a news agency that sells pictures.
fn is_agency(word: &str) -> bool {
    let last = word.rsplit(['=', '·', '/']).next().unwrap_or(word).trim();
    matches!(
        last,
        "연합뉴스" | "뉴시스" | "뉴스1" | "AP" | "AFP" | "EPA" | "로이터" | "게티이미지" | "게티이미지뱅크" | "신화"
    )
}
