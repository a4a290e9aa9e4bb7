// The tree that a pattern of the module `re` is parsed into.

/// Which characters a letter of the pattern stands for besides itself.
enum CaseMode {
  case exact
  /// Letters of ASCII match in either case.
  case ascii
  /// Letters of any script match in either case.
  case unicode

  /// The one character that stands for all that match in this mode.
  func folded(_ scalar: UInt32) -> UInt32 {
    switch self {
    case .exact: scalar
    case .ascii: scalar &- 0x41 < 26 ? scalar | 0x20 : scalar
    case .unicode: UnicodeFolding.folded(scalar)
    }
  }

  /// Whether other characters than `scalar` match it.
  func hasVariants(_ scalar: UInt32) -> Bool {
    switch self {
    case .exact: false
    case .ascii: (scalar | 0x20) &- 0x61 < 26
    case .unicode: scalar >= 0x80 || (scalar | 0x20) &- 0x61 < 26
    }
  }
}

/// Letters without their case, one scalar for one scalar.
enum UnicodeFolding {
  static func folded(_ scalar: UInt32) -> UInt32 {
    let lower = lower(scalar)
    return representatives[lower] ?? lower
  }

  static func lower(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar &- 0x41 < 26 ? scalar | 0x20 : scalar }
    guard let mapped = Unicode.Scalar(scalar)?.properties.lowercaseMapping.unicodeScalars.first else { return scalar }
    return mapped.value
  }

  /// The upper-case scalar, where there is just one.
  static func upper(_ scalar: UInt32) -> UInt32 {
    if scalar < 0x80 { return scalar &- 0x61 < 26 ? scalar & 0xdf : scalar }
    guard let mapped = Unicode.Scalar(scalar)?.properties.uppercaseMapping.unicodeScalars, mapped.count == 1 else {
      return scalar
    }
    return mapped.first?.value ?? scalar
  }

  /// Small letters that share their capital with another one.
  private static let representatives: [UInt32: UInt32] = [
    0x131: 0x69, 0x17f: 0x73, 0xb5: 0x3bc, 0x345: 0x3b9, 0x1fbe: 0x3b9, 0x390: 0x1fd3, 0x3b0: 0x1fe3, 0x3d0: 0x3b2,
    0x3f5: 0x3b5, 0x3d1: 0x3b8, 0x3f0: 0x3ba, 0x3d6: 0x3c0, 0x3f1: 0x3c1, 0x3c2: 0x3c3, 0x3d5: 0x3c6, 0x1e9b: 0x1e61,
    0xfb05: 0xfb06, 0x1c80: 0x432, 0x1c81: 0x434, 0x1c82: 0x43e, 0x1c83: 0x441, 0x1c84: 0x442, 0x1c85: 0x442,
    0x1c86: 0x44a, 0x1c87: 0x463, 0x1c88: 0xa64b,
  ]
}

/// A place between characters that a pattern may ask for.
enum Boundary {
  case textStart, textEnd
  /// Also after and before each line feed.
  case lineStart, lineEnd
  /// At the end, or before a line feed at the end.
  case lastLineEnd
  case wordEdge(CharacterKinds)
  case noWordEdge(CharacterKinds)
}

indirect enum RegexNode {
  enum Greed {
    case greedy, lazy, possessive
  }

  case empty
  /// Matches nothing.
  case failure
  case character(UInt32, CaseMode)
  case any(includesLineFeed: Bool)
  case set(CharacterSet)
  case boundary(Boundary)
  case sequence([RegexNode])
  case alternatives([RegexNode])
  case group(Int, RegexNode)
  case repetition(RegexNode, least: Int, most: Int, Greed)
  case atomic(RegexNode)
  /// What stands before or after, without consuming it. `behind` is the number of characters to go back.
  case look(RegexNode, behind: Int?, isNegated: Bool)
  case reference(Int, CaseMode)
  case conditional(Int, RegexNode, RegexNode)

  /// More than any text has characters.
  static let unlimited = Int.max >> 2

  /// The least and the most characters that a match takes; `groups` holds those of the groups that are closed.
  func width(_ groups: [ClosedRange<Int>?]) -> ClosedRange<Int> {
    switch self {
    case .empty, .failure, .boundary, .look: 0...0
    case .character, .any, .set: 1...1
    case .sequence(let nodes): nodes.reduce(0...0) { RegexNode.sum($0, $1.width(groups)) }
    case .alternatives(let nodes): RegexNode.union(nodes.map { $0.width(groups) })
    case .group(_, let node), .atomic(let node): node.width(groups)
    case .repetition(let node, let least, let most, _):
      RegexNode.product(node.width(groups), least, most)
    case .reference(let group, _): groups[group] ?? 0...RegexNode.unlimited
    case .conditional(_, let yes, let no): RegexNode.union([yes.width(groups), no.width(groups)])
    }
  }

  private static func sum(_ a: ClosedRange<Int>, _ b: ClosedRange<Int>) -> ClosedRange<Int> {
    min(a.lowerBound + b.lowerBound, unlimited)...min(a.upperBound + b.upperBound, unlimited)
  }

  private static func union(_ widths: [ClosedRange<Int>]) -> ClosedRange<Int> {
    (widths.map(\.lowerBound).min() ?? 0)...(widths.map(\.upperBound).max() ?? 0)
  }

  private static func product(_ width: ClosedRange<Int>, _ least: Int, _ most: Int) -> ClosedRange<Int> {
    func times(_ a: Int, _ b: Int) -> Int {
      let (product, overflow) = a.multipliedReportingOverflow(by: b)
      return overflow ? unlimited : min(product, unlimited)
    }
    let lower = times(width.lowerBound, least)
    return lower...max(lower, times(width.upperBound, most))
  }
}
