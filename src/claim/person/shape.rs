//! Which words can be names, and which can stand between a name and its role.

use crate::claim::lexicon::Level;
use crate::claim::{Lexicon, tail};
use crate::text::{Document, Script, Token};

/// The tokens of a sentence with what is needed to judge them.
#[derive(Clone, Copy)]
pub(super) struct Words<'a> {
    pub(super) doc: &'a Document<'a>,
    pub(super) tokens: &'a [Token],
    pub(super) lexicon: &'a Lexicon,
}

/// How a word can be a name.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Shape {
    /// Surname and one or two syllables, all of them of names: 김민준.
    Korean,
    /// A Korean shape that is also a word, or with syllables that names seldom have: 정보원, 고은별.
    Doubtful,
    /// Syllables of a name that is not Korean: 할보르센, 후헝화.
    Foreign,
}

/// Up to how common a noun may be for a name that begins with it to be likelier than the noun with `-인` behind it.
const RARE: u8 = 2;

impl<'a> Words<'a> {
    /// Returns the whole text of a token.
    pub(super) fn text(&self, i: usize) -> &'a str {
        self.doc.slice(self.tokens[i].span)
    }

    /// Returns the text of a token without 조사.
    pub(super) fn stem(&self, i: usize) -> &'a str {
        self.doc.slice(self.tokens[i].stem())
    }

    /// Returns whether a token is this sign.
    pub(super) fn is_sign(&self, i: usize, sign: &str) -> bool {
        self.tokens.get(i).is_some_and(|t| t.script == Script::Sign) && self.text(i) == sign
    }

    /// Returns whether a token is a word of Hangul with white space (or the start) before it.
    pub(super) fn is_word(&self, i: usize) -> bool {
        self.tokens.get(i).is_some_and(|t| t.script == Script::Hangul)
    }

    /// Returns whether the next token stands behind white space.
    pub(super) fn spaced(&self, i: usize) -> bool {
        self.tokens.get(i).is_none_or(|t| t.spaced)
    }

    /// Returns how the word can be a name; none if it is a role, a place, a modifier or another plain word.
    pub(super) fn shape(&self, word: &str) -> Option<Shape> {
        let names = &self.lexicon.names;
        let n = word.len() / 3;
        if !(2..=8).contains(&n)
            || word.ends_with('씨')
            || is_address(word)
            || names.is_modifier(word)
            || names.is_place(word)
            || names.is_institution(word)
            || (n > 2 && names.is_ministry(word))
        {
            return None;
        }
        // 경남도, of which 도 is no particle.
        if self.is_province(word) {
            return None;
        }
        // `정확한 경위`, `제외한 시장`, `정치적 책임`: a noun made an adjective.
        let made = ["한", "할", "된", "될", "적", "시", "급"].iter().find_map(|e| word.strip_suffix(e));
        let likely = names.korean(word).is_some_and(|k| k >= 15);
        if !likely && made.is_some_and(|noun| noun.len() >= 6 && (names.is_noun(noun) || names.is_institution(noun))) {
            return None;
        }
        let noun = names.is_noun(word);
        if let Some(k) = names.korean(word) {
            let given = if n == 2 { 5 } else { -18 };
            // `구나르` begins with a surname by chance.
            let abroad = k < 0 && n > 2 && names.foreign(word) > k + 25;
            if !noun && k >= given && !self.is_role_word(word) {
                return Some(if abroad { Shape::Foreign } else { Shape::Korean });
            }
            if noun && k >= 25 && n > 2 && !self.is_role_word(word) {
                return Some(Shape::Doubtful);
            }
        }
        if noun || self.is_role_word(word) {
            return None;
        }
        let f = names.foreign(word);
        let least = match n {
            2 => -26,
            3 => -20,
            _ => 8,
        };
        if f >= least {
            return Some(Shape::Foreign);
        }
        names.korean(word).filter(|&k| n > 2 && k >= -32).map(|_| Shape::Doubtful)
    }

    /// Returns whether a word in the very place of a name can be one though its syllables do not say so: before the
    /// office of a city (`후헝화 충칭시장`) or before hanja of its length (`후헝화(胡衡华)`).
    pub(super) fn may_be_name(&self, word: &str) -> bool {
        let names = &self.lexicon.names;
        (6..=12).contains(&word.len())
            && !names.is_noun(word)
            && !names.is_modifier(word)
            && !names.is_place(word)
            && !names.is_institution(word)
            && !self.is_role_word(word)
            && names.foreign(word) >= -50
    }

    /// Returns whether the word is a province with its suffix, which reads as a particle: 경남도.
    fn is_province(&self, word: &str) -> bool {
        word.len() == 9 && word.strip_suffix('도').is_some_and(|p| self.lexicon.names.level(p) == Some(Level::Province))
    }

    /// Returns whether a word that has the address or the age of a person behind it is a Korean name, though its syllables are
    /// rare in names: 묵기담, 탁누리.
    pub(super) fn is_rare_name(&self, word: &str) -> bool {
        let names = &self.lexicon.names;
        word.len() == 9
            && names.has_surname(word)
            && !word.ends_with('모')
            && !names.is_noun(word)
            && !names.is_modifier(word)
            && !self.is_role_word(word)
            && self.lexicon.vocabulary.common(word) == 0
    }

    /// Returns whether the word is a department of a school or hospital.
    pub(super) fn is_department(&self, word: &str) -> bool {
        is_department(word, self.lexicon.names.is_noun(word))
    }

    /// Returns whether the word ends with a role.
    pub(super) fn is_role_word(&self, word: &str) -> bool {
        self.lexicon.names.role_at_end(word).is_some()
    }

    /// Returns the name that a token gives, without 조사, and how it is one; where both readings are names, the word
    /// without 조사 (`김민준은`), but `정다은` and `김가은` whole.
    pub(super) fn name_of(&self, i: usize) -> Option<(&'a str, Shape)> {
        let (whole, stem) = (self.text(i), self.stem(i));
        if whole.len() == stem.len() {
            return self.shape(whole).map(|s| (whole, s));
        }
        let (a, b) = (self.shape(whole), self.shape(stem));
        match (a, b) {
            (Some(Shape::Korean), Some(Shape::Korean)) if stem.len() == 6 => Some((whole, Shape::Korean)),
            (_, Some(s)) => Some((stem, s)),
            (Some(s), None) if whole.len() == 9 && (!self.lexicon.names.is_noun(stem) || self.ends_in_in(i)) => {
                Some((whole, s))
            }
            _ => None,
        }
    }

    /// Returns whether the last syllable of a token is 인 of a name and not `-인` behind a noun: `문재인 대통령` is nobody who
    /// is a 문재, `정치인 대표` and `교사인 대표` are no names.
    fn ends_in_in(&self, i: usize) -> bool {
        let (whole, stem) = (self.text(i), self.stem(i));
        let names = &self.lexicon.names;
        whole.len() == 9
            && whole.strip_suffix('인') == Some(stem)
            && !names.is_noun(whole)
            && names.korean(whole).is_some_and(|k| k >= 10)
            && self.lexicon.vocabulary.common(stem) <= RARE
    }

    /// Returns whether a token of three syllables ends in 들 of a name, behind a body and before its role.
    fn is_plural_name(&self, i: usize) -> bool {
        let whole = self.text(i);
        whole.len() == 9
            && whole.ends_with('들')
            && self.lexicon.names.has_surname(whole)
            && !self.lexicon.names.is_noun(self.stem(i))
            && self.lexicon.vocabulary.common(self.stem(i)) <= RARE
            && i > 0
            && self.lexicon.names.is_institution(self.text(i - 1))
    }

    /// Returns whether a token can stand inside a name with its role: no 조사, no ending.
    pub(super) fn is_bare(&self, i: usize) -> bool {
        let t = &self.tokens[i];
        match t.script {
            // `김민준 씨가 가수 윤도진 씨를`: an address ends a name.
            Script::Hangul if is_address(self.text(i)) => false,
            Script::Hangul => {
                let whole = self.text(i);
                let names = &self.lexicon.names;
                if t.stem as usize == whole.len() {
                    // 시의회 is no noun with a verb's ending.
                    return t.root == t.stem
                        || self.shape(whole) == Some(Shape::Korean)
                        || names.is_institution(whole)
                        || names.is_place(whole);
                }
                names.is_place(whole)
                    || names.is_institution(whole)
                    || is_council(whole)
                    || self.is_province(whole)
                    || is_department(whole, names.is_noun(whole))
                    // `한빛소방서 고은들 팀장`: 들 is of the name.
                    || self.is_plural_name(i)
                    // 남궁현도
                    || (whole.len() == 12 && self.shape(whole) == Some(Shape::Korean))
                    || (whole.len() == 9
                        && matches!(self.shape(whole), Some(Shape::Korean))
                        && (!names.is_noun(self.stem(i))
                            || self.ends_in_in(i)
                            || names.korean(whole).is_some_and(|k| k >= 30))
                        && !self.is_role_word(self.stem(i)))
            }
            Script::Latin | Script::Number => true,
            Script::Hanja | Script::Sign => false,
        }
    }
}

/// Returns whether a word is 씨 with its 조사, which is too short to be cut off.
pub(super) fn is_address(word: &str) -> bool {
    word.strip_prefix('씨').is_some_and(tail::is_particle)
}

/// Returns whether a word is a body that is called a council: 갯벌시민회의, of which 의 is no particle.
fn is_council(word: &str) -> bool {
    word.len() >= 15 && word.ends_with("회의")
}

/// Returns whether a word is a department of a school or hospital, of which 과 is no particle: 교육학과, 신경과.
fn is_department(word: &str, noun: bool) -> bool {
    word.len() >= 9 && (word.ends_with("학과") || (noun && word.ends_with('과')))
}
