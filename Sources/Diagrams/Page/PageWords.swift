/// The text equivalent of a diagram as HTML: what the outline says, with an element for each body
/// that the picture and the panel lead to.
struct PageWords {
  let outline: DiagramOutline

  init(_ contents: DiagramContents, _ phrases: DiagramPhrases) {
    outline = DiagramOutline(contents, phrases)
  }

  var markup: String {
    var markup = ""
    for section in outline.sections {
      markup += "<h3>\(MarkupText.escaped(section.heading))</h3>\n"
      for paragraph in section.paragraphs { markup += "<p>\(MarkupText.escaped(paragraph))</p>\n" }
      guard !section.items.isEmpty else { continue }
      markup += "<ul>\n"
      for item in section.items {
        let id = item.element.map { " id=\"text-\($0)\" tabindex=\"-1\"" } ?? ""
        markup += "<li\(id)>\(Self.line(item.words, item.url))"
        if !item.parts.isEmpty {
          markup += "\n<ul>\n"
          for part in item.parts {
            let id = part.element.map { " id=\"text-\($0)\" tabindex=\"-1\"" } ?? ""
            markup += "<li\(id)>\(Self.line(part.words, nil))</li>\n"
          }
          markup += "</ul>\n"
        }
        markup += "</li>\n"
      }
      markup += "</ul>\n"
    }
    return markup
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
