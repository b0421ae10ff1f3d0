/// A name reduced to what sources agree on: letters and digits, without a leading "The".
enum ComparableName {
  static func key(_ name: String) -> String {
    let plain = name.lowercased().replacing("&", with: " and ")
      .replacing("national health service trust", with: "nhs trust")
    var words = plain.split { !$0.isLetter && !$0.isNumber && $0 != "'" }
      .map { $0.filter { $0.isLetter || $0.isNumber } }
    if words.first == "the" { words.removeFirst() }
    return words.joined(separator: " ")
  }
}
