extension Sequence {
  /// The elements that would come first if all were sorted, in order, without sorting the others.
  ///
  /// - Complexity: one comparison for most elements, and `count` more for each that comes among the
  ///   first for a while.
  func leading(_ count: Int, by areInOrder: (Element, Element) -> Bool) -> [Element] {
    var leading: [Element] = []
    for element in self {
      if leading.count == count {
        guard let last = leading.last, areInOrder(element, last) else { continue }
        leading.removeLast()
      }
      let place = leading.firstIndex { areInOrder(element, $0) } ?? leading.count
      leading.insert(element, at: place)
    }
    return leading
  }
}
