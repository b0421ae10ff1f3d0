import GovernanceModel

/// How a table is read; nothing of it changes what comes out.
package struct ReadingSettings: Sendable {
  /// How many threads work at most.
  package var workers = Parallel.workers
  /// About how many bytes are decoded at a time; they stay in the cache of a core meanwhile.
  package var blockSize = 1 << 16
  /// Whether every row is read by itself, as those are that hold anything unusual.
  package var readsRowByRow = false

  package init() {}
}
