// Import statements.
import Syntax

/// `import a.b.c as alias`.
final class ImportNode: StatementNode {
  private let name: String
  private let target: TargetNode
  /// Whether the target gets the module itself (`as`) and not the first package of the path.
  private let bindsLeaf: Bool
  private let location: Location

  init(_ name: String, _ target: TargetNode, bindsLeaf: Bool, _ location: Location) {
    self.name = name
    self.target = target
    self.bindsLeaf = bindsLeaf
    self.location = location
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    do {
      let leaf = try f.importModule(name)
      let first = name.split(separator: ".").first.map(String.init) ?? name
      try target.assign(bindsLeaf ? leaf : f.importModule(first), f)
    } catch {
      throw error.at(location, f)
    }
    return .next
  }
}

/// `from module import name as alias, …` or `*`.
final class ImportFromNode: StatementNode {
  private let module: String
  private let level: Int
  private let names: [(name: Str, target: TargetNode, location: Location)]
  /// The namespace that `*` fills; nil without a star.
  private let starNamespace: Namespace?
  private let location: Location

  init(
    _ module: String, level: Int, names: [(name: Str, target: TargetNode, location: Location)],
    starNamespace: Namespace?, _ location: Location
  ) {
    self.module = module
    self.level = level
    self.names = names
    self.starNamespace = starNamespace
    self.location = location
  }

  override func execute(_ f: Frame) throws(Raised) -> Flow {
    let source: Value
    do {
      source = try f.importModule(f.absoluteName(module, level: level))
      if let starNamespace { try f.importEverything(from: source, into: starNamespace) }
    } catch {
      throw error.at(location, f)
    }
    for item in names {
      do {
        try item.target.assign(f.importName(item.name, from: source), f)
      } catch {
        throw error.at(location, f)
      }
    }
    return .next
  }
}
