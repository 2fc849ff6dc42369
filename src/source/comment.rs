//! HTML comments: no reader sees them, so they say nothing.

/// Returns the pieces of a text between its comments, in order; a comment that does not end is no comment.
pub(crate) fn outside(text: &str) -> Vec<&str> {
    let bytes = text.as_bytes();
    let (mut out, mut at, mut from) = (Vec::new(), 0, 0);
    while let Some(start) = memchr::memmem::find(&bytes[from..], b"<!--").map(|i| from + i) {
        let Some(end) = memchr::memmem::find(&bytes[start + 4..], b"-->").map(|i| start + 4 + i + 3) else { break };
        out.push(&text[at..start]);
        (at, from) = (end, end);
    }
    out.push(&text[at..]);
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pieces() {
        for (text, want) in [
            ("가나다", vec!["가나다"]),
            ("가 <!-- 나 --> 다", vec!["가 ", " 다"]),
            ("<!-- 가\n나 -->\n다", vec!["", "\n다"]),
            ("<!-- 가 --><!-- 나 -->", vec!["", "", ""]),
            ("가 <!-- 나", vec!["가 <!-- 나"]),
            ("가 <!--> 나 --> 다", vec!["가 ", " 다"]),
        ] {
            assert_eq!(outside(text), want, "{text}");
        }
    }
}
