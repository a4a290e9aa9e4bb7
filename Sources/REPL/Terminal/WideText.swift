// Text as libedit has it: arrays of wide characters.
import CLibedit

extension String {
  /// The scalars as C's wide characters, with the zero at the end.
  var wide: [wchar_t] { unicodeScalars.map { wchar_t(bitPattern: $0.value) } + [0] }

  /// The text of wide characters; what is no scalar becomes U+FFFD.
  init(wide characters: some Sequence<wchar_t>) {
    var scalars = String.UnicodeScalarView()
    for character in characters { scalars.append(Unicode.Scalar(UInt32(bitPattern: character)) ?? "\u{FFFD}") }
    self.init(scalars)
  }

  /// What C's wide characters up to their zero say.
  init(wideCString pointer: UnsafePointer<wchar_t>) {
    self.init(wide: UnsafeBufferPointer(start: pointer, count: wcslen(pointer)))
  }
}
