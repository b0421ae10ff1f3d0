import Testing

@testable import GovernanceModel

/// The closed vocabularies: bases and grades.
struct VocabularyTests {
  @Test(arguments: Basis.named.map(\.word))
  func readsEachBasisByItsWord(word: String) throws {
    let basis = try #require(Basis(word: word))
    #expect(basis.words == [word])
  }

  @Test(arguments: ["", "Statutory", "statutory ", "legal", "statutory managerial"])
  func refusesOtherWordsForABasis(word: String) {
    #expect(Basis(word: word) == nil)
  }

  @Test func writesBasesInTheirFixedOrder() {
    let basis: Basis = [.voluntary, .political, .statutory]
    #expect(basis.words == ["statutory", "political", "voluntary"])
    #expect(Basis.all.words == Basis.named.map(\.word))
    #expect(Basis().words == [])
  }

  @Test func followsABasisThatIsNotRecorded() {
    for wanted in Basis.named.map(\.basis) + [Basis(), .all, .followedByDefault] {
      #expect(Basis().isFollowed(by: wanted))
    }
  }

  @Test func followsABasisThatSharesAWord() {
    #expect(Basis([.contractual, .statutory]).isFollowed(by: .followedByDefault))
    #expect(!Basis([.contractual, .financial, .voluntary]).isFollowed(by: .followedByDefault))
    #expect(!Basis.statutory.isFollowed(by: []))
  }

  @Test(arguments: EvidenceGrade.allCases)
  func readsEachGradeByItsWord(grade: EvidenceGrade) {
    #expect(EvidenceGrade(word: grade.word) == grade)
    #expect(EvidenceGrade(word: grade.word.uppercased()) == nil)
  }

  @Test(arguments: [
    ("organisation", "organistion"), ("ccg", "cgc"), ("nhs-england", "nhs_england"),
    ("Board", "board"),
  ])
  func suggestsANearWord(candidate: String, word: String) {
    #expect(Suggestion.nearest(to: word, in: ["parliament", candidate, "treasury"]) == candidate)
  }

  @Test(arguments: ["", "kingdom", "parl", "nhs"])
  func suggestsNothingThatIsFar(word: String) {
    #expect(Suggestion.nearest(to: word, in: ["parliament", "treasury", "organisation"]) == nil)
  }

  @Test func suggestsTheNearestAndThenTheFirstInOrder() {
    #expect(Suggestion.nearest(to: "trust-a", in: ["trust-bb", "trust-c", "trust-b"]) == "trust-b")
  }
}
