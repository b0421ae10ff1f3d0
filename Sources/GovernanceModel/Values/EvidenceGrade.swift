/// How well a statement is supported. A grade is not a source: even a recalled statement names the
/// document that would confirm it.
public enum EvidenceGrade: UInt8, CaseIterable, Hashable, Sendable {
  /// Read in the source.
  case verified = 1
  /// Calculated from data by a stated method.
  case computed
  /// Reasoned from the source, which does not say it outright.
  case inferred
  /// A figure modelled or approximate.
  case estimated
  /// Known, not read; the source would confirm it.
  case recalled

  /// The word that files and answers use.
  public var word: String {
    switch self {
    case .verified: "verified"
    case .computed: "computed"
    case .inferred: "inferred"
    case .estimated: "estimated"
    case .recalled: "recalled"
    }
  }

  /// The grade of a word, or nil.
  public init?(word: some StringProtocol) {
    guard let match = Self.allCases.first(where: { $0.word == word }) else { return nil }
    self = match
  }
}
