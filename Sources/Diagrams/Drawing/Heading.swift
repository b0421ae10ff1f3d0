/// What stands above a picture: what it is of, and when.
struct Heading {
  /// A name, or the lines of a sentence.
  let title: [String]
  let asOf: String
  /// How many times larger than on a small picture, so that it is found on a sheet that holds much.
  let scale: Double

  init(title: [String], asOf: String, of scene: Scene) {
    self.title = title
    self.asOf = asOf
    let hasTables = scene.nodes.contains { !$0.sections.isEmpty }
    let across =
      hasTables
      ? Double(scene.nodes.count).squareRoot() * 2
      : scene.hasFreeRows ? 7 : Double(min(max(scene.widestRow, scene.nodes.count / 4), 14))
    // Boxes are about as wide as eight letters of the usual size; a longer title would widen all.
    let most = max(1, across * 8 / Double(max(title.map(\.count).max() ?? 1, 1)))
    scale = min(max((across / 7 * 4).rounded() / 4, 1), most, 2)
  }

  var label: HTMLLabel {
    // A sentence of several lines is set smaller than a name.
    let size = title.count > 1 ? 17.0 : 26
    var text: [HTMLText] = []
    for line in title {
      text += [.font(HTMLFont(size: size * scale), [.bold([.text(line)])]), .lineBreak(.left)]
    }
    // A line without words keeps what hangs below the title's letters off the date.
    text += [
      .font(HTMLFont(size: (size * scale / 6).rounded()), [.text("\u{A0}")]), .lineBreak(.left),
    ]
    return HTMLLabel(text + [.font(HTMLFont(size: 14 * scale), [.text(asOf)]), .lineBreak(.left)])
  }
}
