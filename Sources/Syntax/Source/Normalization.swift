// Names are compared in Unicode's form NFKC.

@_spi(_Unicode) import Swift

extension String {
  /// This text in NFC. The standard library has no table of compatibility mappings.
  var compatibilityComposed: String {
    String(String.UnicodeScalarView(_nfc))
  }
}
