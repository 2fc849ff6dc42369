//! How the hanja of Japanese and Chinese surnames are read there.

/// Hanja of Japanese surnames, as they are in Korea and in Japan, with what Hangul writes for them.
const JAPANESE: &[(&str, &[&str])] = &[
    ("山", &["야마"]),
    ("川", &["카와", "가와"]),
    ("河", &["카와", "가와"]),
    ("田", &["타", "다"]),
    ("中", &["나카"]),
    ("村", &["무라"]),
    ("本", &["모토"]),
    ("木", &["키", "기"]),
    ("林", &["하야시", "바야시"]),
    ("森", &["모리"]),
    ("石", &["이시"]),
    ("井", &["이"]),
    ("上", &["우에", "카미", "가미"]),
    ("下", &["시타"]),
    ("野", &["노"]),
    ("原", &["하라", "와라", "바라"]),
    ("藤", &["후지", "토", "도"]),
    ("佐", &["사"]),
    ("高", &["다카", "타카"]),
    ("橋", &["하시", "바시"]),
    ("小", &["고", "오", "코"]),
    ("大", &["오"]),
    ("松", &["마쓰", "마츠"]),
    ("竹", &["다케", "타케"]),
    ("岡", &["오카"]),
    ("島", &["시마", "지마"]),
    ("嶋", &["시마", "지마"]),
    ("谷", &["타니", "다니", "야"]),
    ("口", &["구치", "쿠치"]),
    ("池", &["이케"]),
    ("清", &["시미", "기요"]),
    ("水", &["미즈", "미"]),
    ("前", &["마에"]),
    ("西", &["니시"]),
    ("北", &["기타", "키타"]),
    ("南", &["미나미"]),
    ("東", &["아즈마", "히가시", "도"]),
    ("長", &["나가"]),
    ("永", &["나가"]),
    ("吉", &["요시"]),
    ("古", &["후루"]),
    ("金", &["가네", "카네", "긴"]),
    ("青", &["아오"]),
    ("黒", &["구로", "쿠로"]),
    ("白", &["시라"]),
    ("宮", &["미야"]),
    ("渡", &["와타"]),
    ("阪", &["사카", "자카"]),
    ("坂", &["사카", "자카"]),
    ("沢", &["사와", "자와"]),
    ("澤", &["사와", "자와"]),
    ("内", &["우치"]),
    ("崎", &["사키", "자키"]),
    ("塚", &["쓰카", "즈카"]),
    ("尾", &["오"]),
    ("平", &["히라"]),
    // What given names of Japan end in or begin with.
    ("子", &["코", "고"]),
    ("美", &["미"]),
    ("恵", &["에", "메구"]),
    ("惠", &["에", "메구"]),
    ("郎", &["로"]),
    ("夫", &["오"]),
    ("雄", &["오", "유"]),
    ("介", &["스케"]),
    ("也", &["야"]),
    ("太", &["타", "다"]),
    ("香", &["카", "가"]),
    ("奈", &["나"]),
    ("里", &["리", "사토"]),
    ("彦", &["히코"]),
    ("樹", &["키", "기", "주"]),
    ("助", &["스케"]),
];

/// Hanja of Chinese surnames, in long and short forms, with how pinyin and other ways of romanising write them.
const CHINESE: &[(&str, &[&str])] = &[
    ("張张", &["Zhang", "Chang"]),
    ("王", &["Wang"]),
    ("李", &["Li", "Lee"]),
    ("劉刘", &["Liu"]),
    ("陳陈", &["Chen", "Tan"]),
    ("楊杨", &["Yang"]),
    ("趙赵", &["Zhao", "Chao"]),
    ("黃黄", &["Huang", "Wang"]),
    ("周", &["Zhou", "Chou"]),
    ("吳吴", &["Wu"]),
    ("徐", &["Xu", "Hsu"]),
    ("孫孙", &["Sun"]),
    ("胡", &["Hu"]),
    ("朱", &["Zhu", "Chu"]),
    ("高", &["Gao", "Kao"]),
    ("林", &["Lin", "Lam"]),
    ("何", &["He", "Ho"]),
    ("郭", &["Guo", "Kuo"]),
    ("馬马", &["Ma"]),
    ("羅罗", &["Luo", "Lo"]),
    ("梁", &["Liang"]),
    ("宋", &["Song", "Sung"]),
    ("鄭郑", &["Zheng", "Cheng"]),
    ("謝谢", &["Xie"]),
    ("韓韩", &["Han"]),
    ("唐", &["Tang"]),
    ("馮冯", &["Feng", "Fung"]),
    ("董", &["Dong", "Tung"]),
    ("蕭萧肖", &["Xiao", "Hsiao"]),
    ("程", &["Cheng"]),
    ("曹", &["Cao", "Tsao"]),
    ("袁", &["Yuan"]),
    ("鄧邓", &["Deng", "Tang"]),
    ("許许", &["Xu", "Hsu"]),
    ("沈", &["Shen"]),
    ("彭", &["Peng"]),
    ("蔣蒋", &["Jiang"]),
    ("江", &["Jiang", "Chiang"]),
    ("姜", &["Jiang"]),
    ("蔡", &["Cai", "Tsai"]),
    ("魏", &["Wei"]),
    ("葉叶", &["Ye", "Yeh"]),
    ("杜", &["Du", "Tu"]),
    ("丁", &["Ding", "Ting"]),
    ("任", &["Ren", "Jen"]),
    ("范", &["Fan"]),
    ("方", &["Fang"]),
    ("石", &["Shi", "Shih"]),
    ("陸陆", &["Lu"]),
    ("賈贾", &["Jia", "Chia"]),
];

/// Returns whether the only hanja in which `wrong` differs from `right` is one of Japan that the name has no syllables of, and
/// the name has those of the other: 나카가와 is 中川 and not 中山.
pub(super) fn is_misread(name: &str, wrong: &str, right: &str) -> bool {
    let mut differ = wrong.chars().zip(right.chars()).filter(|(a, b)| a != b);
    let (Some((a, b)), None) = (differ.next(), differ.next()) else { return false };
    let reads = |c: char| {
        let row = JAPANESE.iter().find(|(hanja, _)| hanja.starts_with(c))?;
        Some(row.1.iter().any(|r| name.contains(r)))
    };
    wrong.chars().count() == right.chars().count() && reads(a) == Some(false) && reads(b) == Some(true)
}

/// Returns how pinyin writes a Chinese surname where it is written as another is.
pub(super) fn surname(hanja: char, roman: &str) -> Option<&'static str> {
    let (_, own) = CHINESE.iter().find(|(forms, _)| forms.contains(hanja))?;
    let of_another = CHINESE.iter().any(|(_, ways)| ways[0] == roman);
    (!own.contains(&roman) && of_another).then_some(own[0])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn surnames_of_japan_and_china() {
        assert!(is_misread("나카야마", "中川", "中山") && !is_misread("나카야마", "中山", "中川"));
        assert!(!is_misread("나카야마", "仲山", "中山"));
        assert_eq!((surname('王', "Huang"), surname('黃', "Wang")), (Some("Wang"), None));
        assert_eq!((surname('陳', "Chan"), surname('陳', "Chen")), (None, None));
    }
}
