//! Text inside XML 1.0.

use super::visible;

/// Returns text for an attribute in double quotes or for an element: what XML cannot hold, or what would steer a
/// terminal, is shown by its code, and `]]>` is no end of anything.
pub(crate) fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in visible::line(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            '\u{fffe}' | '\u{ffff}' => out.push('\u{fffd}'),
            c => out.push(c),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::escape;

    #[test]
    fn nothing_breaks_out() {
        assert_eq!(escape("]]><b a=\"1\">&'"), "]]&gt;&lt;b a=&quot;1&quot;&gt;&amp;&#39;");
        assert_eq!(escape("a\u{0}\u{b}\u{ffff}\n"), "a\\x00\\x0b\u{fffd}\\n");
    }
}
