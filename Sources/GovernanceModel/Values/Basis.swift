/// On what an accountability rests: a set of statutory, contractual, managerial, financial,
/// political and voluntary.
///
/// The empty set means that the basis is not recorded. Such a relationship always counts.
public struct Basis: OptionSet, Hashable, Sendable {
  public let rawValue: UInt8
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  public static let statutory = Basis(rawValue: 1 << 0)
  public static let contractual = Basis(rawValue: 1 << 1)
  public static let managerial = Basis(rawValue: 1 << 2)
  public static let financial = Basis(rawValue: 1 << 3)
  public static let political = Basis(rawValue: 1 << 4)
  public static let voluntary = Basis(rawValue: 1 << 5)

  /// Every basis with its word, in the order in which they are written.
  public static let named: [(basis: Basis, word: String)] = [
    (.statutory, "statutory"), (.contractual, "contractual"), (.managerial, "managerial"),
    (.financial, "financial"), (.political, "political"), (.voluntary, "voluntary"),
  ]

  /// Every basis at once.
  public static let all = Basis(named.map(\.basis))

  /// The bases that a question follows unless it asks for others: those by which a superior can
  /// direct or dismiss. Contractual lines are shown apart.
  public static let followedByDefault: Basis = [.statutory, .managerial, .political]

  /// The basis of one word, or nil.
  public init?(word: some StringProtocol) {
    guard let match = Self.named.first(where: { $0.word == word }) else { return nil }
    self = match.basis
  }

  /// The words of the set, in their fixed order.
  public var words: [String] { Self.named.filter { contains($0.basis) }.map(\.word) }

  /// Whether a question that follows `wanted` follows a relationship with this basis.
  public func isFollowed(by wanted: Basis) -> Bool {
    isEmpty || !isDisjoint(with: wanted)
  }
}
