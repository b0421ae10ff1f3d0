/// What a diagram does not show, by reason, in the order in which the reasons are stated.
public struct LeftOut: Sendable, Equatable {
  /// One reason and how many things it concerns.
  public struct Reason: Sendable, Equatable {
    public let count: Int
    /// What they are and why they are not drawn.
    public let words: String
  }

  /// The reasons that concern anything.
  public private(set) var reasons: [Reason] = []

  init() {}

  /// Adds to a reason; nothing for none.
  mutating func add(_ count: Int, _ words: String) {
    guard count > 0 else { return }
    if let index = reasons.firstIndex(where: { $0.words == words }) {
      reasons[index] = Reason(count: reasons[index].count + count, words: words)
    } else {
      reasons.append(Reason(count: count, words: words))
    }
  }
}
