// Unicode's normal forms. Names are compared in NFKC.

@_spi(_Unicode) import Swift

public enum NormalizationForm: String, Sendable {
  case composed = "NFC"
  case decomposed = "NFD"
  case compatibilityComposed = "NFKC"
  case compatibilityDecomposed = "NFKD"
}

extension String {
  /// This text in a normal form.
  public func normalized(_ form: NormalizationForm) -> String {
    switch form {
    case .composed: String(String.UnicodeScalarView(_nfc))
    case .decomposed: String(String.UnicodeScalarView(_nfd))
    case .compatibilityComposed: compatibilityComposed
    case .compatibilityDecomposed: compatibilityComposed.normalized(.decomposed)
    }
  }

  /// This text in NFKC.
  var compatibilityComposed: String {
    var mapped = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if let target = compatibilityTargets[scalar] {
        mapped.append(contentsOf: target)
      } else {
        mapped.append(scalar)
      }
    }
    return String(String.UnicodeScalarView(String(mapped)._nfc))
  }
}

/// All compatibility mappings, read when the first name that is not ASCII is met.
private let compatibilityTargets: [Unicode.Scalar: [Unicode.Scalar]] = {
  var targets: [Unicode.Scalar: [Unicode.Scalar]] = [:]
  func scalars(_ text: Substring, _ separator: Character) -> [Unicode.Scalar] {
    text.split(separator: separator).compactMap { UInt32($0, radix: 16).flatMap(Unicode.Scalar.init) }
  }
  for entry in (compatibilityMappings + " " + compatibilityMappingsOfSigns).split(whereSeparator: \.isWhitespace) {
    let sides = entry.split(separator: ":")
    let sources = scalars(sides[0], "-")
    let target = scalars(sides[1], "+")
    if sources.count == 1 {
      targets[sources[0]] = target
    } else {
      for offset in 0...sources[1].value - sources[0].value {
        guard let source = Unicode.Scalar(sources[0].value + offset),
          let single = Unicode.Scalar(target[0].value + offset)
        else { continue }
        targets[source] = [single]
      }
    }
  }
  return targets
}()
