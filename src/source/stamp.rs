//! Moments of publication as pages write them.

use super::Stamp;
use jiff::civil::{Date, Time};
use std::ops::Range;

/// Returns the first full date of a text, with the time of day behind it where there is one, and its place.
///
/// `2024-07-30T11:17:00+09:00` · `2024.07.30 11:15:00` · `2024. 7. 30. 오후 2:15` · `2024년 7월 30일 14시 05분` · `20240730`
/// is none. The year has four digits, 1900–2099; days that no calendar has are passed over.
pub(super) fn find(text: &str) -> Option<(Stamp, Range<usize>)> {
    let bytes = text.as_bytes();
    let mut at = 0;
    while let Some(i) = memchr::memchr2(b'1', b'2', &bytes[at..]).map(|i| at + i) {
        at = i + 1;
        if i > 0 && bytes[i - 1].is_ascii_digit() {
            continue;
        }
        let mut scan = Scan { text, at: i };
        if let Some(stamp) = scan.stamp() {
            return Some((stamp, i..scan.at));
        }
    }
    None
}

struct Scan<'a> {
    text: &'a str,
    at: usize,
}

impl Scan<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn eat(&mut self, sign: &str) -> bool {
        let found = self.rest().starts_with(sign);
        self.at += if found { sign.len() } else { 0 };
        found
    }

    fn spaces(&mut self) {
        self.at += self.rest().len() - self.rest().trim_start_matches([' ', '\u{a0}']).len();
    }

    /// Eats a number of at least `least` and at most `most` digits, not followed by a further one.
    fn number(&mut self, least: usize, most: usize) -> Option<i16> {
        let rest = self.rest();
        let len = rest.bytes().take_while(u8::is_ascii_digit).count();
        if !(least..=most).contains(&len) {
            return None;
        }
        let n = rest[..len].parse().ok();
        self.at += len;
        n
    }

    fn stamp(&mut self) -> Option<Stamp> {
        let date = self.date()?;
        let (after_date, mut time, mut offset) = (self.at, None, None);
        if let Some(t) = self.time() {
            time = Some(t);
            offset = self.offset();
        } else {
            self.at = after_date;
        }
        Some(Stamp { date, time, offset })
    }

    fn date(&mut self) -> Option<Date> {
        let year = self.number(4, 4).filter(|y| (1900..2100).contains(y))?;
        self.spaces();
        let sign = ["년", "-", ".", "/"].into_iter().find(|s| self.eat(s))?;
        self.spaces();
        let month = self.number(1, 2)?;
        self.spaces();
        if !self.eat(if sign == "년" { "월" } else { sign }) {
            return None;
        }
        self.spaces();
        let day = self.number(1, 2)?;
        let end = self.at;
        self.spaces();
        if !self.eat(if sign == "년" { "일" } else { "." }) {
            self.at = end;
            if sign == "년" {
                return None;
            }
        }
        Date::new(year, month as i8, day as i8).ok()
    }

    fn time(&mut self) -> Option<Time> {
        if !self.eat("T") {
            self.spaces();
            // `(화)`, `화요일`, a bar
            if self.eat("(") {
                let close = self.rest().find(')').filter(|&i| i <= 9)?;
                self.at += close + 1;
            }
            for sign in ["|", "·", ",", "-"] {
                self.spaces();
                self.eat(sign);
            }
            self.spaces();
        }
        let half = [("오전", 0), ("오후", 12), ("AM", 0), ("PM", 12), ("am", 0), ("pm", 12)];
        let half = half.into_iter().find(|(word, _)| self.eat(word)).map(|(_, add)| add);
        self.spaces();
        let hour = self.number(1, 2)?;
        self.spaces();
        let word = self.eat("시");
        if !word && !self.eat(":") {
            return None;
        }
        self.spaces();
        let before_minute = self.at;
        let minute = match self.number(1, 2) {
            Some(m) if !word || self.eat("분") => m,
            _ if word => {
                self.at = before_minute;
                0
            }
            _ => return None,
        };
        let end = self.at;
        let mut second = 0;
        if !word && self.eat(":") {
            second = self.number(2, 2).unwrap_or_default();
            if self.eat(".") {
                self.number(1, 9);
            }
        } else {
            self.at = end;
        }
        let hour = match half {
            Some(0) if hour == 12 => 0,
            Some(add) if hour < 12 => hour + add,
            _ => hour,
        };
        Time::new(hour as i8, minute as i8, second as i8, 0).ok()
    }

    /// Eats `Z`, `+09:00`, `+0900`, `KST`.
    fn offset(&mut self) -> Option<i16> {
        let before = self.at;
        if self.eat("Z") {
            return Some(0);
        }
        self.spaces();
        if self.eat("KST") {
            return Some(9 * 60);
        }
        let sign = if self.eat("+") {
            1
        } else if self.eat("-") {
            -1
        } else {
            self.at = before;
            return None;
        };
        let hours = self.number(2, 4);
        let minutes = if self.eat(":") { self.number(2, 2) } else { Some(0) };
        match (hours, minutes) {
            (Some(h), Some(0)) if h > 99 => Some(sign * (h / 100 * 60 + h % 100)),
            (Some(h), Some(m)) if h < 24 && m < 60 => Some(sign * (h * 60 + m)),
            _ => {
                self.at = before;
                None
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::{date, time};

    #[test]
    fn forms() {
        let day = date(2024, 7, 30);
        for (text, t, offset) in [
            ("2024-07-30T11:17:00+09:00", Some(time(11, 17, 0, 0)), Some(540)),
            ("2024-07-30T02:17:00Z", Some(time(2, 17, 0, 0)), Some(0)),
            ("2024-07-30 11:17", Some(time(11, 17, 0, 0)), None),
            ("김한결 기자I 2024.07.30 11:15:09", Some(time(11, 15, 9, 0)), None),
            ("입력 2024. 7. 30. 오후 2:15", Some(time(14, 15, 0, 0)), None),
            ("기사입력 2024년 7월 30일 (화) 14시 05분", Some(time(14, 5, 0, 0)), None),
            ("2024/07/30 오전 12:05 KST", Some(time(0, 5, 0, 0)), Some(540)),
            ("등록 2024.07.30 (화)", None, None),
            ("1899-01-01, 2024-07-30", None, None),
            ("2024-07-30", None, None),
        ] {
            let (stamp, place) = find(text).unwrap_or_else(|| panic!("{text}"));
            assert_eq!(stamp, Stamp { date: day, time: t, offset }, "{text}");
            assert!(text[place].starts_with("2024"), "{text}");
        }
        for text in ["", "2024년 7월", "2024-13-01", "2023-02-29", "12024-07-30", "2024.7", "20240730"] {
            assert_eq!(find(text), None, "{text}");
        }
    }
}
