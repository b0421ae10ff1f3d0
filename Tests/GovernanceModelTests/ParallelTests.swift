import Testing

@testable import GovernanceModel

@Suite("Work on several threads")
struct ParallelTests {
  @Test(
    "results are taken once each, in order, whatever the number of threads",
    arguments: [1, 2, 3, 8], [0, 1, 2, 7, 1000])
  func order(workers: Int, pieces: Int) {
    var taken: [Int] = []
    Parallel.inOrder(pieces, workers: workers) { piece in
      // Uneven work, so that later pieces are often done before earlier ones.
      (0..<((piece * 7919) % 500)).reduce(piece) { sum, _ in sum }
    } consume: { piece, result in
      #expect(piece == result)
      taken.append(result)
    }
    #expect(taken == Array(0..<pieces))
  }

  @Test("every piece is done when forEach returns", arguments: [1, 2, 5])
  func forEach(workers: Int) {
    let count = 10_000
    var marks = [UInt8](repeating: 0, count: count)
    marks.withUnsafeMutableBufferPointer { buffer in
      nonisolated(unsafe) let marks = buffer
      Parallel.forEach(100, workers: workers) { piece in
        for index in piece * 100..<(piece + 1) * 100 { marks[index] += 1 }
      }
    }
    #expect(marks.allSatisfy { $0 == 1 })
  }
}
