import Testing

@testable import GovernanceModel

/// The block of texts, the interner and the table of identifiers.
struct TextStorageTests {
  private struct Store {
    var pool = TextPool()
    var table = IdentifierTable()
    var texts: [TextIndex] = []

    func find(_ id: String) -> UInt32? {
      id.withBytes { table.find($0, in: pool, texts: texts) }
    }

    mutating func insert(_ id: String) {
      id.withBytes { bytes in
        table.insert(bytes, as: UInt32(texts.count))
        texts.append(pool.append(bytes))
      }
    }
  }

  @Test(arguments: [
    ["a", "b", "ab", "ba", "aa"],
    ["1234567", "12345678", "123456", "1234567 "],
    // The same first seven, eight and sixteen bytes.
    ["abcdefg", "abcdefgh", "abcdefgi", "abcdefghijklmnop", "abcdefghijklmnoq", "abcdefghijklmno"],
    // Zero bytes are no end, and a short id is not its own padding.
    ["a", "a\0", "a\0\0", "\0a", "\0"],
    ["é", "e\u{301}", "🏥", "🏥🏥", "éèêë"],
  ])
  func tellsIdentifiersApart(ids: [String]) {
    var store = Store()
    for (position, id) in ids.enumerated() {
      #expect(store.find(id) == nil)
      store.insert(id)
      for (earlier, other) in ids.prefix(position + 1).enumerated() {
        #expect(store.find(other) == UInt32(earlier))
      }
    }
    #expect(store.find("") == nil)
  }

  @Test func findsEachOfAHundredThousandIdentifiers() {
    var store = Store()
    // Short ones, and long ones that share a long prefix.
    let ids = (0..<50_000).flatMap { ["R\($0)", "organisation-with-a-long-prefix-\($0)"] }
    for id in ids { store.insert(id) }
    var wrong = 0
    for (position, id) in ids.enumerated() where store.find(id) != UInt32(position) { wrong += 1 }
    #expect(wrong == 0)
    #expect(store.find("R50000") == nil)
    #expect(store.find("organisation-with-a-long-prefix-50000") == nil)
    #expect(store.find("organisation-with-a-long-prefix-") == nil)
  }

  @Test func givesEqualTextsOneNumber() {
    var pool = TextPool()
    var interner = TextInterner()
    func intern(_ text: String) -> TextIndex { text.withBytes { interner.intern($0, in: &pool) } }
    let texts = (0..<5_000).map { "2016/\($0 % 1_000)" + String(repeating: "x", count: $0 % 40) }
    let numbers = texts.map(intern)
    #expect(texts.map(intern) == numbers)
    #expect(zip(texts, numbers).allSatisfy { pool[$1] == $0 })
    #expect(Set(numbers).count == Set(texts).count)
  }

  @Test func keepsNoNumberForTheEmptyText() {
    var pool = TextPool()
    var interner = TextInterner()
    #expect("".withBytes { interner.intern($0, in: &pool) }.isNone)
    #expect("".withBytes { pool.append($0) }.isNone)
    #expect(pool[.none] == "")
    #expect("".withBytes { pool.text(.none, equals: $0) })
    #expect(!"a".withBytes { pool.text(.none, equals: $0) })
  }

  @Test func keepsACopyPerAppendedText() {
    var pool = TextPool()
    let first = "same".withBytes { pool.append($0) }
    let second = "same".withBytes { pool.append($0) }
    #expect(first != second)
    #expect(pool[first] == "same" && pool[second] == "same")
  }

  @Test func remembersValuesSetOutOfOrder() {
    var column = OptionalColumn<Int32>(absent: 0)
    column.set(0, at: 3)
    #expect(column.isAllAbsent)
    column.set(7, at: 5)
    column.set(9, at: 2)
    column.set(0, at: 5)
    #expect((0..<8).map { column[$0] } == [0, 0, 9, 0, 0, 0, 0, 0])
  }
}
