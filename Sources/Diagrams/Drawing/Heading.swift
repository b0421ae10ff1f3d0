/// What stands above a picture: what it is of, and when.
struct Heading {
  /// A name, or the lines of a sentence.
  let title: [String]
  let asOf: String

  var label: HTMLLabel {
    // A sentence of several lines is set smaller than a name.
    let size = title.count > 1 ? 17.0 : 26
    var text: [HTMLText] = []
    for line in title {
      text += [.font(HTMLFont(size: size), [.bold([.text(line)])]), .lineBreak(.left)]
    }
    return HTMLLabel(text + [.font(HTMLFont(size: 14), [.text(asOf)]), .lineBreak(.left)])
  }
}
