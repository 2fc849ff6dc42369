//! Bytes of a file into text, and the way back: encoding, composing (NFC), folding of full-width signs.

use super::Original;
use encoding_rs::{EUC_KR, Encoding, UTF_8, UTF_16BE, UTF_16LE};
use std::borrow::Cow;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::canonical_combining_class;

/// The text of a file.
#[derive(Clone, Debug, Default)]
pub(super) struct Decoded {
    /// Composed and folded; a byte order mark of UTF-8 is kept, so that bytes are those of the file.
    pub(super) text: String,
    /// The way back, where text and file are not the same bytes.
    pub(super) original: Option<Original>,
    /// The first place where bytes could not be read.
    pub(super) lost: Option<usize>,
}

/// Returns the text of a file in UTF-8, UTF-16 with a byte order mark, or CP949; else what is wrong with it.
pub(super) fn decode(bytes: Vec<u8>) -> Result<Decoded, &'static str> {
    let (decoded, encoding, to_file) = match bytes.get(..2) {
        Some([0xff, 0xfe]) => utf16(&bytes, UTF_16LE, u16::from_le_bytes),
        Some([0xfe, 0xff]) => utf16(&bytes, UTF_16BE, u16::from_be_bytes),
        _ if memchr::memchr(0, &bytes).is_some() => return Err("글이 아닌 파일입니다(0바이트가 들어 있습니다)"),
        _ => match simdutf8::basic::from_utf8(&bytes) {
            // A copy costs less than to have the bytes looked through again.
            Ok(text) => (text.to_owned(), UTF_8, Vec::new()),
            Err(_) => legacy(&bytes)?,
        },
    };
    let lost = if encoding == UTF_8 && to_file.is_empty() { None } else { decoded.find('\u{fffd}') };
    Ok(match fold(&decoded) {
        Some((text, steps)) => {
            let lost = lost.and_then(|_| text.find('\u{fffd}'));
            let original = Original { encoding, decoded: Some(decoded), to_decoded: steps, to_file };
            Decoded { text, original: Some(original), lost }
        }
        None if to_file.is_empty() => Decoded { text: decoded, original: None, lost },
        None => {
            let original = Original { encoding, decoded: None, to_decoded: Vec::new(), to_file };
            Decoded { text: decoded, original: Some(original), lost }
        }
    })
}

type Bytes = (String, &'static Encoding, Vec<(u32, u32)>);

/// Decodes UTF-16 after its byte order mark; half a surrogate pair or an odd last byte becomes U+FFFD.
fn utf16(bytes: &[u8], encoding: &'static Encoding, unit: fn([u8; 2]) -> u16) -> Bytes {
    let (pairs, rest) = bytes[2..].as_chunks::<2>();
    let mut text = String::with_capacity(bytes.len());
    let mut steps = Steps::at(0, 2);
    let mut file = 2;
    for c in char::decode_utf16(pairs.iter().map(|&p| unit(p))) {
        let c = c.unwrap_or(char::REPLACEMENT_CHARACTER);
        text.push(c);
        file += c.len_utf16() * 2;
        steps.to(text.len(), file);
    }
    if !rest.is_empty() {
        text.push(char::REPLACEMENT_CHARACTER);
        steps.to(text.len(), file + 1);
    }
    (text, encoding, steps.0)
}

/// Decodes what is not clean UTF-8: CP949 (of which EUC-KR is a part), or UTF-8 with broken places.
///
/// Korean in CP949 is hardly ever valid UTF-8 for more than a syllable, and a UTF-8 file that was cut or patched is
/// valid nearly throughout, so the two are told apart by how much of the bytes beyond ASCII is valid UTF-8.
fn legacy(bytes: &[u8]) -> Result<Bytes, &'static str> {
    let (mut valid, mut broken) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        valid += chunk.valid().bytes().filter(|b| !b.is_ascii()).count();
        broken += chunk.invalid().len();
    }
    if valid > 4 * broken {
        let mut text = String::with_capacity(bytes.len());
        let (mut steps, mut file) = (Steps::at(0, 0), 0);
        for chunk in bytes.utf8_chunks() {
            text.push_str(chunk.valid());
            file += chunk.valid().len();
            if !chunk.invalid().is_empty() {
                steps.to(text.len(), file);
                text.push(char::REPLACEMENT_CHARACTER);
                file += chunk.invalid().len();
                steps.to(text.len(), file);
            }
        }
        return Ok((text, UTF_8, steps.0));
    }
    let mut text = String::with_capacity(bytes.len() * 3 / 2);
    let (mut steps, mut at, mut lost, mut double) = (Steps::at(0, 0), 0, 0, 0);
    while let Some(&b) = bytes.get(at) {
        let len = if b.is_ascii() { 1 } else { 2.min(bytes.len() - at) };
        match EUC_KR.decode_without_bom_handling_and_without_replacement(&bytes[at..at + len]) {
            Some(c) => {
                text.push_str(&c);
                at += len;
                double += usize::from(len == 2);
            }
            None => {
                text.push(char::REPLACEMENT_CHARACTER);
                lost += 1;
                at += 1;
            }
        }
        steps.to(text.len(), at);
    }
    if lost * 20 > double {
        Err("글자 인코딩을 알 수 없습니다(UTF-8, CP949, UTF-16만 읽습니다)")
    } else {
        Ok((text, EUC_KR, steps.0))
    }
}

/// Pairs of offsets (here, there) where the distance between the two changes.
#[derive(Default)]
struct Steps(Vec<(u32, u32)>);

impl Steps {
    fn at(here: usize, there: usize) -> Steps {
        Steps(vec![(here as u32, there as u32)])
    }

    /// Notes that `here` is `there`, unless the last pair already says so.
    fn to(&mut self, here: usize, there: usize) {
        let pair = (here as u32, there as u32);
        if self.0.last().is_none_or(|last| pair.0 - last.0 != pair.1 - last.1) {
            self.0.push(pair);
        }
    }

    /// Notes that `here` is `there` even where that follows from the last pair.
    fn force(&mut self, here: usize, there: usize) {
        let pair = (here as u32, there as u32);
        if self.0.last() != Some(&pair) {
            self.0.push(pair);
        }
    }
}

/// Returns the text as the text of an article is: composed and folded.
pub fn as_read(text: &str) -> Cow<'_, str> {
    fold(text).map_or(Cow::Borrowed(text), |(folded, _)| Cow::Owned(folded))
}

/// Returns the text composed and folded, with pairs (byte of it, byte of `text`); none where nothing changes.
///
/// Folded are full-width forms (`３％` → `3%`, `（` → `(`), compatibility hanja (as NFC has it) and full-width currency
/// signs; zero-width spaces are dropped.
fn fold(text: &str) -> Option<(String, Vec<(u32, u32)>)> {
    let bytes = text.as_bytes();
    // The lead bytes of U+0300–036F, U+1000–1FFF (자모) and U+F000–FFFF, and the zero-width space; none is frequent.
    let from = [
        memchr::memchr2(0xcc, 0xcd, bytes),
        memchr::memchr2_iter(0xe1, 0xef, bytes).find(|&i| !bytes[i..].starts_with("\u{feff}".as_bytes()) || i > 0),
        memchr::memmem::find(bytes, "\u{200b}".as_bytes()),
    ]
    .into_iter()
    .flatten()
    .min()?;
    // A mark composes with the letter before it.
    let from = text[..from].char_indices().next_back().map_or(from, |(i, _)| i);
    let mut out = String::with_capacity(text.len());
    out.push_str(&text[..from]);
    let mut steps = Steps::at(0, 0);
    let mut chars = text[from..].char_indices().map(|(i, c)| (from + i, c)).peekable();
    let mut changed = false;
    while let Some((start, c)) = chars.next() {
        let mut end = start + c.len_utf8();
        let mut single = true;
        while let Some(&(i, next)) = chars.peek() {
            if !continues(next) {
                break;
            }
            single = false;
            end = i + next.len_utf8();
            chars.next();
        }
        let before = out.len();
        match folded(c) {
            Folded::Same if single => out.push(c),
            Folded::Char(f) if single => out.push(f),
            Folded::Drop if single => {}
            _ => out.extend(text[start..end].nfc()),
        }
        if out[before..] != text[start..end] {
            changed = true;
            steps.to(before, start);
            // A dropped character leaves two pairs at one byte: where the text before it ends, and where that after begins.
            if out.len() == before {
                steps.force(before, start);
                steps.0.push((before as u32, end as u32));
            } else {
                steps.to(out.len(), end);
            }
        }
    }
    changed.then_some((out, steps.0))
}

/// Returns whether a character joins the one before it into one composed unit.
fn continues(c: char) -> bool {
    // Hangul syllables, signs and Latin letters are quickly known not to.
    (c > '\u{2ff}' && c < '\u{370}')
        || matches!(c, '\u{1160}'..='\u{11ff}')
        || (c > '\u{370}' && !('\u{2000}'..'\u{302a}').contains(&c) && c < '가' && canonical_combining_class(c) != 0)
}

enum Folded {
    Same,
    Char(char),
    Drop,
    Compose,
}

fn folded(c: char) -> Folded {
    match c {
        '\u{200b}' => Folded::Drop,
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(c as u32 - 0xfee0).map_or(Folded::Same, Folded::Char),
        '\u{ffe0}' => Folded::Char('¢'),
        '\u{ffe1}' => Folded::Char('£'),
        '\u{ffe5}' => Folded::Char('¥'),
        '\u{ffe6}' => Folded::Char('₩'),
        '\u{f900}'..='\u{faff}' | '\u{1100}'..='\u{11ff}' | '\u{1e00}'..='\u{1fff}' => Folded::Compose,
        _ => Folded::Same,
    }
}
