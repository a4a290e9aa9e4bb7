// What `dict.keys()`, `dict.values()` and `dict.items()` return: live views on the dict.

/// Which part of a dict's items a view or an iterator shows.
enum DictPart: String {
  case keys
  case values
  case items
}

/// A `dict_keys`, `dict_values` or `dict_items`.
final class DictView: Object {
  let dict: Dict
  let part: DictPart
  /// Whether the dict is an `OrderedDict`, whose views have names of their own.
  let isOrdered: Bool

  init(_ dict: Dict, _ part: DictPart, isOrdered: Bool = false) {
    self.dict = dict
    self.part = part
    self.isOrdered = isOrdered
    super.init(kind: .dictView)
  }

  var count: Int { dict.count }

  func makeIterator() -> Iterator { DictIterator(dict, part) }

  override func nativeType(_ types: Types) -> TypeObject {
    types.view(of: part, isOrdered: isOrdered)
  }
}
