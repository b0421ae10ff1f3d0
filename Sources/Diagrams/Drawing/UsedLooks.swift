import GovernanceModel

/// What a picture made use of, and so what its legend explains: no more and no less.
struct UsedLooks {
  var families: Set<KindIndex> = []
  var hasOtherKind = false
  var nodeChanges: Set<Change> = []
  var hasShared = false
  var hasOverlap = false
  var hasFinding = false
  var hasUnmeasuredWidth = false
  /// The widest line's amount, in words, where widths stand for amounts.
  var widest: String?
  /// Each once.
  var lines: [LineLook] = []
  var hasStack = false
  var hasList = false
  var hasHighlight = false
  var hasFrame = false
  var hasJunction = false
  /// Whether the layout chose where bodies stand, by their lines alone.
  var hasFreePlaces = false
  var hasWeakNode = false
  var hasWeakLine = false
  var hasSeveralGrounds = false
  var hasShare = false
  var hasSum = false
  var hasAbsentLine = false
  var hasIncentive = false
}
