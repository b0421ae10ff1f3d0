import GovernanceModel

// Trunks that lines share, and the junctions at their ends.
extension SceneDrawing {
  /// Finds which lines share trunks, where the view wants them to and the layout has levels.
  mutating func findBundles() {
    guard let fewest = style.bundlesFrom, style.engine == .dot else { return }
    bundles = LineBundle.bundles(of: scene, atLeast: fewest, context, isUpward: isUpward) { line in
      // A trunk has one width, and lines that let through what is behind them would add up on it.
      if style.hasWidthByAmount, line.sum != nil { return nil }
      let isWeak = isMarkedWeak(line)
      return isWeak && style.gradeMark == .opacity ? nil : isWeak
    }
    used.hasJunction = !bundles.isEmpty
  }

  /// Adds the junction of a bundle and the trunk to its hub, which has what marks the ends of the
  /// lines there.
  mutating func addTrunk(_ bundle: LineBundle) {
    let color = bundle.look.color(theme)
    let words = tooltip(bundle)
    document.addNode(
      bundle.junction,
      [
        .shape(.point), .width(Self.junctionSize), .height(Self.junctionSize), .label(""),
        .color(color), .fillcolor(color), .style(.filled), .tooltip(words),
        .id(ElementID.junction(bundle, "junction", context)),
        .class(ElementID.classes(of: bundle, "junction", context)),
      ])
    let looks = bundle.look.attributes(theme).merging([
      .tooltip(words), .id(ElementID.junction(bundle, "trunk", context)),
      .class(ElementID.classes(of: bundle, "trunk", context)),
    ])
    let mark = bundle.isFromHub ? bundle.hasRing ? DotArrow.openDot : nil : bundle.look.arrow
    let hub = End(node: bundle.hub, frame: bundle.frame)
    let junction = End(node: bundle.junction)
    let isUpward = bundle.isFromHub != bundle.isBelowHub
    let marks = Self.marks(
      bundle.isFromHub ? mark : nil, bundle.isFromHub ? nil : mark, isUpward: isUpward)
    addEdge(
      from: bundle.isFromHub ? hub : junction, to: bundle.isFromHub ? junction : hub, looks, marks,
      isUpward: isUpward)
  }

  /// In inches: less than the dot at the end of a membership.
  private static let junctionSize = 0.055

  /// Whether junctions stand between a level and the one above it: next to the nearest of the other
  /// ends of their lines.
  func hasJunctions(above row: Int) -> Bool {
    bundles.contains { bundle in
      let rows = bundle.lines.map { index in
        let line = scene.lines[index]
        return self.row(of: bundle.isFromHub ? line.to : line.from)
      }
      return bundle.isBelowHub ? rows.min() == row : rows.max() == row - 1
    }
  }

  private func tooltip(_ bundle: LineBundle) -> String {
    let frame = scene.frames.first { $0.id == bundle.frame }
    return bundle.words(hub: frame?.label ?? name(of: bundle.hub), context)
  }
}
