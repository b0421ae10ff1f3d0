/// Strings a stranger may write, chosen to break DOT, XML or Graphviz.
enum Hostile {
  static let texts = [
    "<script>alert(1)</script>", "&", "&amp;", "&lt;b&gt;", "&#0;", "&#xFFFF;", "&;", "&nbsp",
    "]]>",
    "\"", "'", "\" onload=\"x", "\\", "\\\\", "\\N", "\\G", "\\L", "\\E \\T \\H", "a\\", "a\\n",
    "\\\"", "%s%n%d%%", "->", "--><x", "-->", "graph", "node", "subgraph", "strict", "cluster_a",
    "{a|<p> b}", "a;b", "# c", "// d", "/* e */", "a:b:n", "<b>x</b>", "<", ">", "é", "naïve",
    "e\u{301}", "👩‍👩‍👧‍👦🏴󠁧󠁢󠁥󠁮󠁧󠁿", "שלום", "السلام عليكم", "\u{202E}abc", "中文", "javascript:alert(1)", "$x",
    "a\u{FFFD}", "a\u{A0}b", "𝔊", "1.5", "-3", "true",
    String(repeating: "long ", count: 4_000) + "x",
  ]
}
