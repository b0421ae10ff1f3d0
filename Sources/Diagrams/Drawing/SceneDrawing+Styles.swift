import GovernanceModel

// What bodies and lines have in common with those that look like them.
extension SceneDrawing {
  /// What the attributes of a body or a group follow from that others have too.
  struct NodeStyle: Equatable {
    let isStack: Bool
    let isWhole: Bool
    let isHighlighted: Bool
  }

  mutating func style(of node: SceneNode) -> DotAttributes {
    let kind = node.entries[0].kind
    let key = NodeStyle(
      isStack: node.stackCount != nil, isWhole: node.isWhole, isHighlighted: node.isHighlighted)
    if let known = nodeStyles[kind, key] { return known }
    use(kind)
    var attributes = families.attributes(of: kind, theme)
    attributes.set(.class(ElementID.classes(of: node, context)))
    if key.isStack {
      used.hasStack = true
      attributes.set(.peripheries(2))
    }
    if key.isHighlighted {
      used.hasHighlight = true
      attributes.set(.penwidth(PictureStyle.highlightWidth + theme.extraWidth))
    }
    nodeStyles[kind, key] = attributes
    return attributes
  }

  mutating func use(_ kind: KindIndex) {
    if let family = families.family(of: kind) {
      used.families.insert(family)
    } else {
      used.hasOtherKind = true
    }
  }

  /// What the attributes of a line follow from that others have too.
  struct LineStyle: Equatable {
    let alsoKinds: [KindIndex]
    let basis: Basis
    let isUnstated: Bool
    let isAbsent: Bool
    let isWeak: Bool
    let change: Change?
    let isUpward: Bool
    /// Whether the trunk that it shares is where it starts; nil where it shares none.
    let sharesStart: Bool?

    init(_ line: SceneLine, isUpward: Bool, sharing bundle: LineBundle?) {
      alsoKinds = line.alsoKinds
      basis = line.tally.basis
      isUnstated = line.isUnstated
      isAbsent = line.isAbsent
      isWeak = line.tally.isWeak
      change = line.change
      self.isUpward = isUpward
      sharesStart = bundle?.isFromHub
    }
  }

  /// The attributes that a line has in common with those that look like it.
  mutating func style(
    of line: SceneLine, isUpward: Bool, sharing bundle: LineBundle?
  ) -> DotAttributes {
    let key = LineStyle(line, isUpward: isUpward, sharing: bundle)
    if let known = lineStyles[line.kind, key] { return known }
    let look = LineLook(line, context)
    let isWeak = isMarkedWeak(line)
    if line.isAbsent { used.hasAbsentLine = true }
    if isWeak { used.hasWeakLine = true }
    if line.tally.basis.words.count > 1, look.ground != nil { used.hasSeveralGrounds = true }
    if !used.lines.contains(look) { used.lines.append(look) }
    var attributes = look.attributes(theme)
    if isWeak, style.gradeMark == .opacity { attributes.set(.color(look.color(theme).faded)) }
    attributes.set(.class(ElementID.classes(of: line, context)))
    var start = isWeak && style.gradeMark == .ring ? DotArrow.openDot : nil
    var end: DotArrow? = look.arrow
    if let bundle {
      if bundle.isFromHub { start = nil } else { end = nil }
      // Room to part in: else the outermost would run along the boxes.
      attributes.set(.minlen(2))
    }
    attributes = attributes.merging(Self.marks(start, end, isUpward: isUpward))
    lineStyles[line.kind, key] = attributes
    return attributes
  }

  /// Whether a line shows that its evidence is weak.
  func isMarkedWeak(_ line: SceneLine) -> Bool {
    line.tally.isWeak && line.change == nil && style.gradeMark != .none
  }

  /// What is drawn at the ends of an edge whose line starts and ends so.
  static func marks(_ start: DotArrow?, _ end: DotArrow?, isUpward: Bool) -> DotAttributes {
    let (tail, head) = isUpward ? (end, start) : (start, end)
    switch (tail, head) {
    case (nil, nil): return [.dir(.none)]
    case (nil, let head?): return [.dir(.forward), .arrowhead(head)]
    case (let tail?, nil): return [.dir(.back), .arrowtail(tail)]
    case (let tail?, let head?): return [.dir(.both), .arrowtail(tail), .arrowhead(head)]
    }
  }
}
