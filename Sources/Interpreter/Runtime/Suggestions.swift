// "Did you mean": the nearest known name to one that was not found.

/// `. Did you mean 'name'?` for the nearest of the known names, or nothing when none is near.
func didYouMean(_ wrong: String, _ known: some Sequence<String>) -> String {
  nearest(to: wrong, among: known).map { ". Did you mean '\($0)'?" } ?? ""
}

/// The known name that takes the fewest edits, when these change at most a third of the letters.
public func nearest(to wrong: String, among known: some Sequence<String>) -> String? {
  let target = Array(wrong.unicodeScalars)
  guard target.count < 40 else { return nil }
  var best: (name: String, cost: Int)?
  for name in known where name != wrong {
    let candidate = Array(name.unicodeScalars)
    let limit = (target.count + candidate.count + 3) * EditCost.move / 6
    let cost = editDistance(target, candidate)
    if cost <= limit, cost < best?.cost ?? .max { best = (name, cost) }
  }
  return best?.name
}

private enum EditCost {
  static let move = 2
  static let caseChange = 1
}

/// Levenshtein's distance, in which a change of case alone costs half.
private func editDistance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
  var row = (0...b.count).map { $0 * EditCost.move }
  for (i, x) in a.enumerated() {
    var diagonal = row[0]
    row[0] = (i + 1) * EditCost.move
    for (j, y) in b.enumerated() {
      let substitution: Int
      if x == y {
        substitution = 0
      } else if x.properties.lowercaseMapping == y.properties.lowercaseMapping {
        substitution = EditCost.caseChange
      } else {
        substitution = EditCost.move
      }
      let best = min(diagonal + substitution, row[j] + EditCost.move, row[j + 1] + EditCost.move)
      diagonal = row[j + 1]
      row[j + 1] = best
    }
  }
  return row[b.count]
}
