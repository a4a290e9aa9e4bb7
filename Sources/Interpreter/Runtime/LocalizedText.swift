// What ppd says to people in the language that they read: documentation, and the prompt's own messages.
import Glibc

/// The languages that ppd speaks.
public enum Language: Sendable {
  case english, portuguese

  /// What `PPD_LANG` asks for, else the locale's language, else English.
  public static let current: Language = {
    for name in ["PPD_LANG", "LC_ALL", "LC_MESSAGES", "LANG"] {
      guard let value = getenv(name), value.pointee != 0 else { continue }
      return String(cString: value).lowercased().hasPrefix("pt") ? .portuguese : .english
    }
    return .english
  }()
}

/// A text in each language. A plain literal is the same in all of them.
public struct LocalizedText: ExpressibleByStringInterpolation, CustomStringConvertible, Sendable {
  private let english: String
  private let portuguese: String?

  public init(_ english: String, pt portuguese: String) {
    self.english = english
    self.portuguese = portuguese
  }

  public init(stringLiteral text: String) {
    english = text
    portuguese = nil
  }

  /// Whether it has a text in each language.
  public var isTranslated: Bool { portuguese != nil }

  public subscript(language: Language) -> String {
    language == .portuguese ? portuguese ?? english : english
  }

  /// The text in the language of this run.
  public var description: String { self[.current] }
}
