// swift-tools-version: 6.0
import PackageDescription

// Dependencies point one way: model, then files and analysis, then reports and diagrams, then the
// commands. A target exists only where it fences off a foreign dependency or keeps a direction.
let package = Package(
  name: "Remit",
  products: [
    .library(
      name: "Remit",
      targets: [
        "GovernanceModel", "GraphFiles", "GovernanceAnalysis", "Diagrams", "GraphvizEngine",
        "Reports", "Interchange", "BoundaryGeometry", "Figures",
      ]),
    .executable(name: "remit", targets: ["remit"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    // Instructions that Swift has no word for; headers, nothing to link.
    .systemLibrary(name: "CPrefetch"),
    .systemLibrary(name: "CMarks"),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
    .target(name: "GovernanceModel", dependencies: ["CPrefetch"]),
    .target(name: "GraphFiles", dependencies: ["GovernanceModel", "CMarks", "CYAML"]),
    .target(name: "Interchange", dependencies: ["GovernanceModel", "GraphFiles"]),
    .target(name: "GovernanceAnalysis", dependencies: ["GovernanceModel"]),
    .target(name: "Reports", dependencies: ["GovernanceAnalysis", "CPrefetch"]),
    .target(
      name: "Diagrams", dependencies: ["GovernanceAnalysis"],
      // In PageResources.swift, which is made from them: see decision 15.
      exclude: ["Page/page.js", "Page/page.css"]),
    // Compiled with Graphviz's headers, linked with none of its libraries: see decision 7.
    .target(name: "CGraphviz"),
    .target(name: "GraphvizEngine", dependencies: ["GovernanceModel", "Diagrams", "CGraphviz"]),
    // As CGraphviz: the libraries are loaded when the first polygon is looked at.
    .target(name: "CGEOS"),
    .target(name: "CPROJ"),
    .target(name: "BoundaryGeometry", dependencies: ["GovernanceAnalysis", "CGEOS", "CPROJ"]),
    .target(name: "Figures", dependencies: ["GovernanceAnalysis"]),
    .target(
      name: "RemitCommands",
      dependencies: [
        "GraphFiles", "GovernanceAnalysis", "Reports", "Diagrams", "GraphvizEngine", "Interchange",
        "BoundaryGeometry", "Figures",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "remit", dependencies: ["RemitCommands"]),
    // Makes Graphs/england from its published sources; no part of the library.
    .executableTarget(
      name: "england-graph", dependencies: ["GovernanceModel", "GraphFiles", "Interchange"],
      path: "Sources/EnglandGraph"),
    // Times the works of Benchmarks; no part of the library.
    .executableTarget(
      name: "remit-benchmark",
      dependencies: [
        "GovernanceModel", "GraphFiles", "GovernanceAnalysis", "Interchange", "BoundaryGeometry",
        "GraphvizEngine",
      ],
      path: "Sources/RemitBenchmark"),
    // What tables of small areas and polygons are both held against.
    .target(
      name: "OverlapConformance", dependencies: ["GovernanceAnalysis"],
      path: "Tests/OverlapConformance"),
    .testTarget(name: "GovernanceModelTests", dependencies: ["GovernanceModel"]),
    .testTarget(name: "GraphFilesTests", dependencies: ["GraphFiles"]),
    .testTarget(name: "InterchangeTests", dependencies: ["Interchange"]),
    .testTarget(
      name: "GovernanceAnalysisTests",
      dependencies: ["GovernanceAnalysis", "GraphFiles", "OverlapConformance"]),
    .testTarget(
      name: "DiagramsTests",
      dependencies: ["Diagrams", "GraphvizEngine", "GraphFiles", "GovernanceAnalysis"],
      exclude: ["Snapshots"]),
    .testTarget(name: "FiguresTests", dependencies: ["Figures"]),
    .testTarget(
      name: "BoundaryGeometryTests",
      dependencies: ["BoundaryGeometry", "OverlapConformance", "Interchange"]),
    .testTarget(
      name: "RemitCommandsTests",
      dependencies: ["RemitCommands", "GraphFiles", "GovernanceAnalysis", "Reports"]),
  ],
  swiftLanguageModes: [.v6]
)
