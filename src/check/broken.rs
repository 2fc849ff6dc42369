//! Broken grammar: words next to each other that Korean cannot have in that order, whatever they mean.
//!
//! `동일인으로 것으로`, `기록했나, …줄었다`, `10명이 사망자가 나왔다`: nothing is asked of other outlets, and nothing is reported
//! that a rarer reading of the same words allows.

use super::Scene;
use super::report::Found;
use crate::claim::Lexicon;
use crate::claim::lexicon::vocabulary::one_letter_off;
use crate::finding::{Finding, Kind};
use crate::rule::Rule;
use crate::source::{Loc, Span};
use crate::text::{BlockKind, Document, Script, Sentence, Token, hangul, josa};

/// Returns a finding for each broken word of the rule's kind.
pub(super) fn check(scene: Scene<'_>, rule: &Rule) -> Vec<Finding> {
    let own = scene.event.articles.iter().filter(|&&id| !scene.sources.article(id).peer);
    own.flat_map(|&article| {
        let words = broken(&scene.readings[article.index()].doc, &scene.rules.lexicon, rule.kind);
        words.into_iter().map(move |b| {
            let found = Found {
                at: Loc { article, span: b.at },
                expected: vec![b.right.clone()],
                confidence: SURE,
                proven: true,
                others: Vec::new(),
                reasons: vec![b.why.to_owned()],
                replacement: Some(b.right),
                safe: false,
            };
            found.finding(scene, rule)
        })
    })
    .collect()
}

/// How sure a report is.
const SURE: f32 = 0.9;

/// Words that cannot stand as they do.
struct Broken {
    /// Where.
    at: Span,
    /// What should stand there.
    right: String,
    /// Why, for people.
    why: &'static str,
}

/// Returns the broken words of a document of one kind: a particle, or a word.
fn broken(doc: &Document<'_>, lexicon: &Lexicon, kind: Kind) -> Vec<Broken> {
    let particles = kind == Kind::Particle;
    let mut out = Vec::new();
    let bytes = doc.text.as_bytes();
    for sentence in &doc.sentences {
        let tokens = doc.tokens_of(sentence);
        for i in 0..tokens.len() {
            let t = &tokens[i];
            if t.script != Script::Hangul || !may_be_broken(bytes, t, particles) {
                continue;
            }
            let word = doc.slice(t.span);
            let Some(last) = word.chars().next_back() else { continue };
            let place = Place { doc, sentence, tokens, i, word };
            // The last syllable tells most words apart without a comparison of strings.
            let found = match (particles, last) {
                (true, '이') if word.ends_with("명이") => place.two_subjects(),
                (true, '로') if word.ends_with("적으로") => place.genitive_of_a_deed(),
                (true, _) => None,
                (false, _) if word.starts_with('것') => place.thing_behind_a_particle(lexicon),
                (false, '나') => place.question_in_a_statement(),
                (false, '하') => place.deed_without_ending(lexicon),
                (false, '도') if word.ends_with("별도") => place.way_of_telling(),
                (false, '도') if word == "진도" => place.intensity(),
                (false, _) if word.len() >= 12 => place.name_of_state(lexicon),
                _ => None,
            };
            out.extend(found.filter(|b| !doc.quotations.iter().any(|q| q.inner.overlaps(b.at))));
        }
    }
    out
}

/// Returns whether a word may be broken at all, by the last byte of the syllables that broken ones end in: most are told
/// by it.
fn may_be_broken(text: &[u8], t: &Token, particles: bool) -> bool {
    let last = |at: Span| text[at.end() - 1];
    if particles {
        // 이, 로
        return matches!(last(t.span), 0xb4 | 0x9c);
    }
    // 나, 하, 도; 도, 시 and 부 of a name; 것.
    matches!(last(t.span), 0x98 | 0x84)
        || t.span.len() >= 12 && matches!(last(t.stem()), 0x84 | 0x9c | 0x80)
        || text[t.span.range()].starts_with("것".as_bytes())
}

/// A word in its sentence.
struct Place<'p, 'a> {
    doc: &'p Document<'a>,
    sentence: &'p Sentence,
    tokens: &'p [Token],
    i: usize,
    word: &'p str,
}

impl Place<'_, '_> {
    fn before(&self) -> Option<(&Token, &str)> {
        let t = self.tokens.get(self.i.checked_sub(1)?)?;
        Some((t, self.doc.slice(t.span)))
    }

    fn after(&self, n: usize) -> Option<(&Token, &str)> {
        let t = self.tokens.get(self.i + n)?;
        Some((t, self.doc.slice(t.span)))
    }

    /// `동일인으로 것으로`: what 것 is must end as an adnominal does.
    fn thing_behind_a_particle(&self, lexicon: &Lexicon) -> Option<Broken> {
        if !matches!(self.word, "것으로" | "것이다" | "것이라고" | "것이라며") || !self.tokens[self.i].spaced
        {
            return None;
        }
        let (t, _) = self.before().filter(|(t, _)| t.script == Script::Hangul && t.spaced)?;
        let stem = self.doc.slice(t.stem());
        let noun =
            stem.chars().count() >= 2 && (lexicon.vocabulary.is_noun(stem) || lexicon.vocabulary.common(stem) > 0);
        (noun && self.doc.slice(t.josa()) == "으로").then(|| Broken {
            at: t.span,
            right: format!("{stem}인"),
            why: "‘것’ 앞에는 관형형이 온다",
        })
    }

    /// `최대를 기록했나, 올해는 줄었다`: a question's ending before a comma in a sentence that asks nothing.
    fn question_in_a_statement(&self) -> Option<Broken> {
        const ASKING: &[&str] = &[
            "왜", "누가", "누구", "무엇", "뭐", "뭘", "어떻", "어떤", "어디", "언제", "얼마", "어느", "몇", "과연",
            "혹시",
        ];
        let stem = self.word.strip_suffix('나')?;
        let last = stem.chars().next_back()?;
        let past = hangul::split(last).is_some_and(|c| c.2 == 20)
            && !matches!(last, '있' | '겠' | '였')
            && !stem.ends_with("이었");
        let comma = self.after(1).is_some_and(|(t, s)| !t.spaced && s == ",");
        if !past || !comma || stem.len() < 6 || self.sentence.kind != BlockKind::Body {
            return None;
        }
        let states = self
            .tokens
            .iter()
            .rev()
            .find(|t| t.script != Script::Sign)
            .is_some_and(|t| self.doc.slice(t.span).ends_with('다'));
        let asks = self.tokens.iter().any(|t| {
            let word = self.doc.slice(t.span);
            word == "?" || ASKING.iter().any(|a| word.starts_with(a))
        });
        let again = self.tokens[self.i + 1..].iter().any(|t| {
            let word = self.doc.slice(t.span);
            word.contains('나')
                || ["는지", "인지", "은지", "을지", "할지", "될지", "일지"].iter().any(|e| word.ends_with(e))
        });
        (states && !asks && !again).then(|| Broken {
            at: self.tokens[self.i].span,
            right: format!("{stem}으나"),
            why: "묻는 말이 아니면 ‘-으나’로 잇는다",
        })
    }

    /// `상승하 하락을`: a verb without an ending. 지휘하 is 下 behind a noun.
    fn deed_without_ending(&self, lexicon: &Lexicon) -> Option<Broken> {
        const UNDER: &[&str] = &[
            "지휘", "감독", "관리", "통제", "지배", "통치", "보호", "점령", "인솔", "지도", "주관", "주도", "주최",
            "책임", "양해", "합의", "동의", "허가", "승인", "명령", "지원", "협조", "협력", "전제", "가정", "입회",
            "지시", "묵인", "방조", "후원",
        ];
        let deed = self.word.strip_suffix('하')?;
        let t = &self.tokens[self.i];
        let apart = t.spaced && self.after(1).is_some_and(|(n, _)| n.spaced && n.script == Script::Hangul);
        let bare = deed.len() >= 6
            && apart
            && self.sentence.kind == BlockKind::Body
            && lexicon.vocabulary.is_deed(deed)
            && !lexicon.vocabulary.is_noun(self.word)
            && !UNDER.iter().any(|u| deed.ends_with(u));
        // `발표하 였다`: a space too many is no matter of the word.
        let cut = self.after(1).is_some_and(|(n, _)| {
            let next = self.doc.slice(n.span);
            next.starts_with(['였', '여', '는', '고', '지', '기', '며', '면', '게', '다', '던', '도', '려', '자'])
        });
        (bare && !cut).then(|| Broken { at: t.span, right: format!("{deed}하고"), why: "동사에 어미가 없다" })
    }

    /// `품목별도 반도체가`: what is told by kinds is told 별로, unless it is like what was told before.
    fn way_of_telling(&self) -> Option<Broken> {
        const KINDS: &[&str] = &[
            "지역",
            "품목",
            "업종",
            "연령",
            "연령대",
            "성",
            "국가",
            "나라",
            "부문",
            "분야",
            "산업",
            "유형",
            "종류",
            "시간대",
            "월",
            "분기",
            "학교",
            "기관",
            "업체",
            "회사",
            "계열",
            "과목",
            "영역",
            "규모",
            "원인",
            "시도",
            "시·도",
            "권역",
            "직종",
            "직업",
            "항목",
            "용도",
            "소득",
            "대상",
            "단계",
            "사업",
            "제품",
            "정당",
            "후보",
            "세대",
        ];
        const LIKE: &[&str] = &[
            "마찬가지",
            "비슷",
            "다르",
            "다른",
            "다양",
            "같",
            "있",
            "없",
            "아니",
            "나누",
            "나눠",
            "구분",
            "따로",
            "보",
        ];
        let kind = self.word.strip_suffix("별도")?;
        let begins = self.i == 0 || self.before().is_some_and(|(_, s)| s == ",");
        let like = self.tokens[self.i + 1..].iter().any(|t| LIKE.iter().any(|w| self.doc.slice(t.span).starts_with(w)));
        (begins && KINDS.contains(&kind) && !like && self.sentence.kind == BlockKind::Body).then(|| Broken {
            at: self.tokens[self.i].span,
            right: format!("{kind}별로"),
            why: "갈래마다 말할 때는 ‘-별로’다",
        })
    }

    /// `대구광엽시`: a province, a great city or a ministry one letter off. Their names are few, and all are known.
    fn name_of_state(&self, lexicon: &Lexicon) -> Option<Broken> {
        let t = &self.tokens[self.i];
        // 도 closes a name as well as a clause.
        let province = self.word.ends_with('도') && ["북도", "남도", "자치도"].iter().any(|e| self.word.ends_with(e));
        let at = if province { t.span } else { t.stem() };
        let name = self.doc.slice(at);
        if !name.ends_with(['도', '시', '부']) {
            return None;
        }
        let ministry = name.len() >= 15 && name.ends_with('부');
        if !ministry && !["북도", "남도", "광역시", "특별시", "자치도", "자치시"].iter().any(|e| name.ends_with(e))
        {
            return None;
        }
        let names = &lexicon.names;
        let known = |name: &str| if ministry { names.is_ministry(name) } else { names.is_place(name) };
        if name.len() < 12 || !t.spaced || known(name) || lexicon.vocabulary.is_noun(name) {
            return None;
        }
        // Few words of such an ending are all but one of the names.
        if ministry && !names.is_beside_ministry(name) {
            return None;
        }
        let right = name.char_indices().find_map(|(i, c)| {
            one_letter_off(c)
                .map(|other| [&name[..i], other.encode_utf8(&mut [0; 4]), &name[i + 3..]].concat())
                .find(|right| known(right))
        })?;
        Some(Broken { at, right, why: "나라와 지방의 기관 이름은 정해져 있다" })
    }

    /// `진도 5.4의 지진`: intensities are whole numbers, magnitudes are not.
    fn intensity(&self) -> Option<Broken> {
        let (number, digits) = self.after(1).filter(|(t, _)| t.script == Script::Number)?;
        let (next, word) = self.after(2)?;
        let behind = match next.spaced {
            false => ["의", "규모", "짜리", "로", "이", "가", "을", "를", "은", "는", "에"]
                .iter()
                .any(|w| word.starts_with(w)),
            true => ["지진", "강진", "여진", "규모", "이상"].iter().any(|w| word.starts_with(w)),
        };
        if !digits.contains('.') || !behind || !self.doc.text.contains("지진") {
            return None;
        }
        let end = if word.starts_with("규모") { next.span.start() + "규모".len() } else { number.span.end() };
        Some(Broken {
            at: Span::new(self.tokens[self.i].span.start(), end),
            right: format!("규모 {digits}"),
            why: "진도는 정수로 매긴다; 소수는 규모이다",
        })
    }

    /// `10명이 사망자가 나왔다`: one verb has one subject.
    fn two_subjects(&self) -> Option<Broken> {
        const COME: &[&str] = &["나왔", "나온", "나오", "발생", "생겼", "생긴", "생기", "속출", "늘었", "늘어", "추가"];
        let (number, _) = self.before().filter(|(t, _)| t.script == Script::Number)?;
        let t = &self.tokens[self.i];
        let (_, people) = self.after(1).filter(|(n, _)| n.spaced && n.script == Script::Hangul)?;
        let (_, verb) = self.after(2)?;
        let persons =
            (people.ends_with("자가") && people.chars().count() >= 4) || matches!(people, "이재민이" | "환자가");
        let fits =
            !t.spaced && matches!(self.word, "명이" | "여명이") && persons && COME.iter().any(|c| verb.starts_with(c));
        fits.then(|| Broken {
            at: Span::new(number.span.start(), t.span.end()),
            right: format!("{}의", self.doc.slice(Span::new(number.span.start(), t.span.end() - "이".len()))),
            why: "주격 조사가 거듭된다",
        })
    }

    /// `하수의 임시적으로 수용했다`: no genitive before an adverb and the verb that ends its clause.
    fn genitive_of_a_deed(&self) -> Option<Broken> {
        let (t, _) = self.before().filter(|(t, _)| t.script == Script::Hangul && t.spaced)?;
        let (verb, text) = self.after(1).filter(|(v, _)| v.is_deed())?;
        let ends = text.ends_with('다')
            || ["했다고", "했다며", "했으며", "했고", "하고", "하며", "하기로", "됐다고", "됐으며"]
                .iter()
                .any(|e| text.ends_with(e));
        let stem = self.doc.slice(t.stem());
        let deed = self.doc.slice(Span::new(verb.root().end(), verb.span.end()));
        if !ends
            || self.doc.slice(t.josa()) != "의"
            || stem.chars().count() < 2
            || self.sentence.kind != BlockKind::Body
        {
            return None;
        }
        let particle = if deed.starts_with(['되', '됐', '된', '돼']) { "이" } else { "을" };
        let right = josa::choose(particle, hangul::final_of(stem.chars().next_back()?)?)?;
        Some(Broken { at: t.span, right: format!("{stem}{right}"), why: "뒤에 꾸밀 명사가 없다" })
    }
}
