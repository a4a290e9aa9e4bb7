// The names that the interpreter itself looks up.

/// A name with a meaning to the interpreter. The case is spelled as the name is.
public enum SpecialName: String, CaseIterable {
  case __new__, __init__, __del__, __repr__, __str__, __bytes__, __format__, __hash__, __bool__, __len__
  case __length_hint__, __call__, __iter__, __next__, __contains__, __reversed__
  case __getitem__, __setitem__, __delitem__, __missing__, __index__, __int__, __float__, __complex__
  case __round__, __trunc__, __floor__, __ceil__, __neg__, __pos__, __abs__, __invert__
  case __eq__, __ne__, __lt__, __le__, __gt__, __ge__
  case __add__, __sub__, __mul__, __truediv__, __floordiv__, __mod__, __pow__, __matmul__
  case __lshift__, __rshift__, __and__, __or__, __xor__, __divmod__
  case __radd__, __rsub__, __rmul__, __rtruediv__, __rfloordiv__, __rmod__, __rpow__, __rmatmul__
  case __rlshift__, __rrshift__, __rand__, __ror__, __rxor__, __rdivmod__
  case __iadd__, __isub__, __imul__, __itruediv__, __ifloordiv__, __imod__, __ipow__, __imatmul__
  case __ilshift__, __irshift__, __iand__, __ior__, __ixor__
  case __enter__, __exit__, __get__, __set__, __delete__, __set_name__
  case __getattr__, __getattribute__, __setattr__, __delattr__, __dir__
  case __init_subclass__, __class_getitem__, __instancecheck__, __subclasscheck__, __mro_entries__
  case __dict__, __class__, __name__, __qualname__, __module__, __doc__, __slots__, __file__, __package__, __path__
  case __all__, __annotations__, __match_args__, __wrapped__, __notes__, __main__, __builtins__, __spec__, __loader__
  case __getstate__, __setstate__, __reduce__, __reduce_ex__, __getnewargs__, __copy__, __deepcopy__
  case __defaults__, __kwdefaults__, __code__, __globals__, __closure__, __func__, __self__
  case __cause__, __context__, __suppress_context__, __traceback__, __mro__, __bases__, __base__, __subclasses__
  case __cached__, __type_params__, __orig_bases__, __classcell__, __prepare__, __weakref__, __abstractmethods__, __isabstractmethod__
  case args, keys, close, send, `throw`, value, name, path, obj, write, flush, read, readline
}

extension SpecialName {
  /// The name's place among all: a case without payload is its number.
  @inline(__always)
  var number: Int { Int(unsafeBitCast(self, to: UInt8.self)) }

  static let count = allCases.count
}

/// The interned strings of the special names.
public struct SpecialNames {
  private let strings: [Str]

  init(intern: (String) -> Str) {
    strings = SpecialName.allCases.map { intern($0.rawValue) }
  }

  @inline(__always)
  public subscript(name: SpecialName) -> Str { strings[name.number] }
}
