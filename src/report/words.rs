//! What reports say beside the findings, in Korean and English.

use crate::finding::{Kind, Lang, Severity};

/// Returns the severity as a heading.
pub(crate) fn severity(lang: Lang, severity: Severity) -> &'static str {
    match (lang, severity) {
        (Lang::Ko, Severity::Error) => "오류",
        (Lang::Ko, Severity::Warning) => "경고",
        (Lang::Ko, Severity::Info) => "참고",
        (Lang::En, s) => s.name(),
    }
}

/// Returns what a kind is called.
pub(crate) fn kind(lang: Lang, kind: Kind) -> &'static str {
    if lang == Lang::En {
        return kind.name();
    }
    match kind {
        Kind::PersonName => "사람 이름",
        Kind::PersonTitle => "직함",
        Kind::PlaceName => "지명",
        Kind::OrgName => "기관·단체 이름",
        Kind::Date => "날짜",
        Kind::Time => "시각",
        Kind::Money => "금액",
        Kind::Count => "수량",
        Kind::Percent => "비율",
        Kind::Measure => "측정값",
        Kind::Ordinal => "순서·순위",
        Kind::Quote => "발언",
        Kind::Polarity => "반대말",
        Kind::Term => "낱말",
        Kind::Particle => "조사",
        Kind::Weekday => "요일",
        Kind::Sum => "계산",
        Kind::Gloss => "병기",
    }
}

/// Returns the summary in short lines: articles and events, findings by severity, what was compared and what was not.
pub(crate) fn summary(report: &super::Report<'_>) -> Vec<String> {
    let outcome = report.outcome;
    let (articles, events) = (report.sources.articles().len(), outcome.events.len());
    let count = |s: Severity| outcome.findings.iter().filter(|f| f.severity == s).count();
    let (errors, warnings, infos) = (count(Severity::Error), count(Severity::Warning), count(Severity::Info));
    let t = outcome.tally;
    let share = share(t.confirmed, t.compared + t.not_comparable);
    let (compared, lonely) = (grouped(t.compared as usize), grouped(t.not_comparable as usize));
    let left = report.left_out;
    let mut lines = match report.lang {
        Lang::Ko => vec![
            format!(
                "기사 {}건, 사건 {}건: 오류 {}, 경고 {}, 참고 {}",
                grouped(articles),
                grouped(events),
                grouped(errors),
                grouped(warnings),
                grouped(infos)
            ),
            format!("견준 값 {compared}개, 견줄 데 없는 값 {lonely}개; 다른 매체가 뒷받침하는 값 {share}%"),
        ],
        Lang::En => vec![
            format!(
                "{}, {}: {}, {}, {}",
                many(articles, "article"),
                many(events, "event"),
                many(errors, "error"),
                many(warnings, "warning"),
                many(infos, "info")
            ),
            format!("{compared} values compared, {lonely} not comparable; {share}% confirmed by another outlet"),
        ],
    };
    if left > 0 {
        lines.push(match report.lang {
            Lang::Ko => format!("그 밖에 {left}건은 보이지 않음 (--max-findings)"),
            Lang::En => format!("{left} more not shown (--max-findings)"),
        });
    }
    lines
}

/// Returns a number with commas between thousands: `43,952`.
pub(crate) fn grouped(n: usize) -> String {
    let digits = n.to_string();
    let comma =
        |(i, c): (usize, char)| (i > 0 && (digits.len() - i).is_multiple_of(3)).then_some(',').into_iter().chain([c]);
    digits.chars().enumerate().flat_map(comma).collect()
}

/// Returns a number with its English noun: `1 event`, `2 events`.
fn many(n: usize, noun: &str) -> String {
    format!("{} {noun}{}", grouped(n), if n == 1 { "" } else { "s" })
}

/// Returns a share in whole percent.
pub(crate) fn share(part: u32, whole: u32) -> u32 {
    if whole == 0 { 0 } else { (u64::from(part) * 100 / u64::from(whole)) as u32 }
}

#[cfg(test)]
mod tests {
    use super::grouped;

    #[test]
    fn commas_between_thousands() {
        let said: Vec<String> = [0, 999, 1000, 43952, 1234567].into_iter().map(grouped).collect();
        assert_eq!(said, ["0", "999", "1,000", "43,952", "1,234,567"]);
    }
}
