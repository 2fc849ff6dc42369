//! Copy told from the furniture of news pages and portals: menus, buttons, notes, rankings, which claim nothing.

/// Words that menus, buttons and section names consist of.
const MENU: &[&str] = &[
    "뉴스",
    "홈",
    "메뉴",
    "정치",
    "경제",
    "사회",
    "국제",
    "세계",
    "문화",
    "연예",
    "스포츠",
    "생활",
    "산업",
    "부동산",
    "주택",
    "증권",
    "금융",
    "종합",
    "전체",
    "지역",
    "전국",
    "오피니언",
    "포토",
    "영상",
    "동영상",
    "더보기",
    "닫기",
    "열기",
    "공유",
    "공유하기",
    "인쇄",
    "인쇄하기",
    "스크랩",
    "프린트",
    "글자크기",
    "글씨크기",
    "글자",
    "글씨",
    "크기",
    "크게",
    "작게",
    "설정",
    "조절하기",
    "조정",
    "변경",
    "팝업창",
    "top버튼",
    "TOP",
    "top",
    "맨위로",
    "위로",
    "목록",
    "이전",
    "다음",
    "이전기사",
    "다음기사",
    "댓글",
    "댓글쓰기",
    "좋아요",
    "싫어요",
    "슬퍼요",
    "화나요",
    "훈훈해요",
    "추천",
    "추천해요",
    "구독",
    "구독하기",
    "로그인",
    "회원가입",
    "검색",
    "검색하기",
    "기사",
    "기사보기",
    "본문",
    "바로가기",
    "페이스북",
    "트위터",
    "카카오톡",
    "카카오스토리",
    "밴드",
    "네이버",
    "네이버블로그",
    "블로그",
    "URL복사",
    "URL",
    "링크",
    "복사",
    "복사하기",
    "이메일",
    "메일",
    "메일보내기",
    "북마크",
    "신고",
    "신고하기",
    "음성재생",
    "음성",
    "재생",
    "일시정지",
    "번역",
    "요약",
    "자동요약",
    "요약봇",
    "보기",
    "크게보기",
    "확대보기",
    "이미지",
    "사진",
    "확대",
    "가",
    "X",
    "x",
    "×",
    "광고",
    "AD",
    "AD.",
    "ADVERTISEMENT",
    "닫기X",
    "기사공유",
    "기사저장",
    "저장",
    "기사듣기",
    "듣기",
    "폰트",
    "작은글씨",
    "큰글씨",
    "보통",
    "아주",
    "많이",
    "후속기사",
    "원해요",
    "쏠쏠정보",
    "흥미진진",
    "공감백배",
    "분석탁월",
    "후속강추",
    "SNS",
    "언론사",
    "앱",
    "PC버전",
    "모바일",
    "구독중",
    "응원",
    "채널",
    "에서",
];

/// Headings under which a page lists other stories.
const OTHER_STORIES: &[&str] = &[
    "관련기사",
    "관련 기사",
    "관련뉴스",
    "관련 뉴스",
    "주요뉴스",
    "주요 뉴스",
    "랭킹뉴스",
    "랭킹 뉴스",
    "인기뉴스",
    "인기 뉴스",
    "인기기사",
    "인기 기사",
    "많이 본 뉴스",
    "많이 본 기사",
    "가장 많이 본",
    "많이본뉴스",
    "실시간 뉴스",
    "실시간 인기",
    "실시간 랭킹",
    "추천 뉴스",
    "추천뉴스",
    "추천 기사",
    "추천기사",
    "최신뉴스",
    "최신 뉴스",
    "최신기사",
    "최신 기사",
    "이 시각 뉴스",
    "이 시각 주요",
    "오늘의 뉴스",
    "오늘의 주요",
    "헤드라인 뉴스",
    "핫이슈",
    "HOT 뉴스",
    "당신이 좋아할",
    "함께 본 뉴스",
    "함께 보면 좋은",
    "이 기자의 다른",
    "다른기사 보기",
    "다른 기사 보기",
    "기자의 다른기사",
    "이슈 포토",
    "포토뉴스",
    "화제의 뉴스",
    "베스트 클릭",
    "섹션별 주요",
    "지금 뜨는",
    "관련 키워드",
    "관련태그",
    "해시태그",
    "연재 기사",
];

/// What portals and sites tell their readers, whatever the story. A line of copy does not hold these.
const NOTES: &[&str] = &[
    "본문 보기를 권장",
    "글자크기로 변경",
    "글자 크기로 변경",
    "글씨크기로 변경",
    "기사 제목과 주요 문장을 기반으로",
    "쌍방향 소통이 숨쉬는",
    "기사의 섹션 정보는",
    "개별 기사를 2개 이상 섹션",
    "섹션으로 분류했습니다",
    "기사 추천은 24시간",
    "지금 바로 구독",
    "바로 구독해보세요",
    "메인에서 바로 보는",
    "네이버에서 구독",
    "채널을 구독",
    "채널 추가하고",
    "카카오톡으로 제보",
    "제보를 기다립니다",
    "제보하기",
    "기사제보",
    "기사 제보",
    "이 기사를 추천합니다",
    "댓글을 작성",
    "로그인이 필요",
    "로그인 후 이용",
    "자바스크립트를",
    "브라우저를 업데이트",
    "앱에서 더",
    "앱을 다운로드",
    "AI 학습 및 활용",
    "AI학습 및 활용",
    "인공지능 학습",
    "청소년 보호책임자",
    "청소년보호책임자",
    "사업자등록번호",
    "등록번호 :",
    "언론중재위원회",
    "인터넷신문윤리",
    "자동 요약 기술",
    "음성으로 듣기",
    "비회원도",
    "무료로 이용하실",
    "회원 전용",
    "구독자 전용",
    "구독하시면",
    "뉴스레터를 받아",
    "클릭하시면",
];

/// Returns whether a line ends as a sentence of copy does: `…했다.`, `…했다.”`, `…이었다.)`.
///
/// Question and exclamation marks do not count, headlines end in them too.
pub fn is_prose(line: &str) -> bool {
    // The mark of a footnote: `…했다.[1]`
    let bare = line.strip_suffix(']').map_or(line, |l| l.trim_end_matches(|c: char| c.is_ascii_digit()));
    let line = bare.strip_suffix('[').unwrap_or(line);
    let end = line.trim_end_matches(|c: char| {
        c.is_whitespace()
            || matches!(c, '”' | '’' | '"' | '\'' | ')' | ']' | '」' | '』' | '》' | '〉' | '>' | '*' | '※')
    });
    let Some(sentence) = end.strip_suffix(['.', '。']) else {
        // Unfinished or oddly ended, but long: `…했다고 밝혔다`.
        return line.len() > 360 || (line.len() > 180 && end.ends_with(['다', '…', '?', '!']));
    };
    sentence
        .chars()
        .next_back()
        .is_some_and(|c| ('가'..='힣').contains(&c) || matches!(c, '”' | '"' | ')' | '.' | '’' | '\''))
}

/// Returns whether a line is nothing but menu words, buttons or single signs: `더보기`, `부동산 주택`, `글자크기 설정`.
pub fn is_menu(line: &str) -> bool {
    if line.len() > 120 {
        return false;
    }
    let mut words = 0;
    for word in
        line.split(|c: char| c.is_whitespace() || matches!(c, '|' | '>' | '·' | '/' | '<' | ',' | ':' | '+' | '-'))
    {
        let word = word.trim_matches(['[', ']', '(', ')', '▲', '▼', '◀', '▶', '›', '‹', '»', '«', '※', '☰']);
        if word.is_empty() || (word.bytes().all(|b| b.is_ascii_digit()) && words > 0) {
            continue;
        }
        if !MENU.contains(&word) {
            return false;
        }
        words += 1;
    }
    words > 0 || !line.contains(char::is_alphanumeric)
}

/// Returns whether a short line is a heading over other stories: `관련기사`, `▶ 많이 본 뉴스`, `랭킹뉴스X`.
pub fn is_other_stories(line: &str) -> bool {
    if line.len() > 90 {
        return false;
    }
    let words = line.trim_matches(|c: char| !c.is_alphanumeric());
    OTHER_STORIES.iter().any(|h| {
        words.strip_prefix(h).is_some_and(|rest| rest.chars().count() <= 6)
            || words.strip_suffix(h).is_some_and(|rest| rest.chars().count() <= 10)
    })
}

/// Returns whether a line is a note of a portal or site to its readers.
pub fn is_note(line: &str) -> bool {
    // Copy in the plain style (했다, 이다) is told from notes by its ending, which spares it the search.
    let plain = line.ends_with("다.") && !line.ends_with("니다.");
    !plain && line.len() <= 700 && (line.starts_with("(예시)") || NOTES.iter().any(|n| line.contains(n)))
}

/// Returns whether a line leads to another page: `▶ …`, `☞ …` before words that do not end a sentence, an address alone.
pub fn is_pointer(line: &str) -> bool {
    let pointed = line.starts_with(['▶', '☞', '▷', '→', '⇒', '►', '👉']);
    (pointed
        && ["바로가기", "보기", "클릭", "구독", "다운로드", "확인하기", "신청", "문의", "만나보세요"]
            .iter()
            .any(|w| line.contains(w)))
        || ((line.starts_with("http://") || line.starts_with("https://") || line.starts_with("www."))
            && !line.contains(' '))
}
