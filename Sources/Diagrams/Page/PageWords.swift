/// The text equivalent of a diagram as HTML: what the outline says, with an element for each body
/// that the picture leads to, and one for what is recorded of each body and line.
struct PageWords {
  let outline: DiagramOutline

  init(_ contents: DiagramContents, _ phrases: DiagramPhrases, _ details: DiagramDetails) {
    outline = DiagramOutline(contents, phrases, details)
  }

  var markup: String {
    var markup = ""
    for section in outline.sections {
      markup += "<h3>\(MarkupText.escaped(section.heading))</h3>\n"
      for paragraph in section.paragraphs { markup += "<p>\(MarkupText.escaped(paragraph))</p>\n" }
      guard !section.items.isEmpty else { continue }
      // Folded without a script, too; the browser lays it out when it is opened, or a link leads there.
      if let summary = section.summary {
        markup += "<details>\n<summary>\(MarkupText.escaped(summary))</summary>\n"
      }
      markup += "<ul>\n"
      for item in section.items {
        markup += "<li\(Self.names(item.element, item.record))>\(Self.line(item.words, item.url))"
        Self.add(item.more, to: &markup)
        if !item.parts.isEmpty {
          markup += "\n<ul>\n"
          for part in item.parts { Self.add(part, to: &markup) }
          markup += "</ul>\n"
        }
        markup += "</li>\n"
      }
      markup += section.summary == nil ? "</ul>\n" : "</ul>\n</details>\n"
    }
    return markup
  }

  private static func add(_ part: DiagramOutline.Part, to markup: inout String) {
    markup += "<li\(names(part.element, part.record))>\(line(part.words, nil))"
    add(part.more, to: &markup)
    if !part.names.isEmpty {
      markup += "\n<ul>\n"
      for name in part.names { markup += "<li>\(line(name, nil))</li>\n" }
      markup += "</ul>\n"
    }
    markup += "</li>\n"
  }

  /// Where the picture and the words before lead to.
  private static func names(_ element: String?, _ record: String?) -> String {
    (element.map { "text-\($0)" } ?? record.map { "record-\($0)" })
      .map { " id=\"\($0)\" tabindex=\"-1\"" } ?? ""
  }

  /// The way to what is recorded, for who has no panel: with the script these links are not there.
  private static func add(_ more: [DiagramOutline.More], to markup: inout String) {
    for more in more {
      markup += " <a href=\"#record-\(more.record)\">\(more.words)</a>"
    }
  }

  /// Only addresses of the web are made links; anything else stays text.
  private static func line(_ words: String, _ url: String?) -> String {
    let words = "<bdi>\(MarkupText.escaped(words))</bdi>"
    guard let url else { return words }
    let lowercased = url.lowercased()
    guard lowercased.hasPrefix("https://") || lowercased.hasPrefix("http://") else {
      return words + " " + MarkupText.escaped(url)
    }
    let address = MarkupText.escaped(url)
    return "\(words) <a href=\"\(address)\" rel=\"noreferrer\">\(address)</a>"
  }
}
