// Modules written in Swift: a row a function, made at the first import.
import Syntax

/// Fills a module. Raises what the import is to raise.
public typealias ModuleFactory = (ModuleBuilder) throws(Raised) -> Void

/// Fills one module: a row a function, a constant or a type.
///
/// ```swift
/// enum ClockModule {
///   static func define(_ m: ModuleBuilder) throws(Raised) {
///     m.function("sleep", "seconds, /", .one(sleep))
///     m.constant("resolution", .float(1e-9))
///   }
/// }
/// interpreter.registerModule("clock", ClockModule.define)
/// ```
public struct ModuleBuilder {
  public let module: ModuleObject
  /// The frame that imports the module.
  public let frame: Frame
  /// The module that functions say they are from, where it is another.
  private var functionModule: String?

  public init(module: ModuleObject, frame: Frame) {
    self.module = module
    self.frame = frame
  }

  /// The same builder for functions that CPython has in another module.
  func implemented(as name: String) -> ModuleBuilder {
    var builder = self
    builder.functionModule = name
    return builder
  }

  public var interpreter: Interpreter { frame.interpreter }
  public var types: Types { frame.types }

  /// A function. The body gets `unbound` for each optional parameter that the call does not give.
  public func function(
    _ name: String, _ signature: String, _ body: Builtin.Body, direct: Builtin.DirectBody? = nil
  ) {
    let builtin = Builtin(name, signature, body, direct: direct)
    builtin.moduleName = functionModule ?? module.name.string
    constant(name, .object(builtin))
  }

  /// A name with a value.
  public func constant(_ name: String, _ value: Value) {
    module.namespace[interpreter.intern(name)] = value
  }

  /// The names that `from module import *` takes.
  public func exports(_ names: String...) {
    constant("__all__", .list(ContiguousArray(names.map { .text($0) })))
  }

  /// Names of ints, as the C headers give them.
  public func constants(_ values: KeyValuePairs<String, Int32>) {
    for (name, value) in values { constant(name, .int(Int(value))) }
  }

  /// A new type of the module, which ``Types/subscript(module:)`` finds from now on as `module.name`.
  ///
  /// - Parameter home: the module that the type says it is from, where it is another.
  @discardableResult
  public func type(
    _ name: String, base: TypeObject? = nil, from home: String? = nil,
    _ define: (TypeBuilder) -> Void = { _ in }
  ) -> TypeObject {
    let type = types.make(name, module: home ?? module.name.string, base: base, define)
    types.register(type, as: "\(module.name.string).\(name)")
    constant(name, .object(type))
    return type
  }

  /// A new exception type of the module, likewise.
  @discardableResult
  public func exception(_ name: String, base: BuiltinException = .Exception) -> TypeObject {
    type(name, base: types[base])
  }

  /// Runs Python source in the module's namespace: for parts of a library whose speed does not matter.
  public func source(_ text: StaticString) throws(Raised) {
    let bytes = Array(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
    let file = SourceFile(name: "<\(module.name.string)>", bytes: bytes)
    try interpreter.execute(file, in: module.namespace, frame)
  }

  /// Another module, imported now where it has not been.
  public func requires(_ name: String) throws(Raised) -> ModuleObject {
    guard let module = try interpreter.builtinModule(name, frame) else {
      throw frame.error(.ModuleNotFoundError, "No module named '\(name)'")
    }
    return module
  }

  /// Takes over a name from another module.
  public func reexport(_ names: String..., from other: ModuleObject) {
    for name in names {
      if let value = other.namespace[interpreter.intern(name)] { constant(name, value) }
    }
  }
}

/// The base of the objects of modules' types: each knows its type. (An instance of a script's subclass is an
/// ``Instance`` whose payload is such an object.)
open class TypedObject: NativeObject {
  public final let type: TypeObject

  public init(_ type: TypeObject) {
    self.type = type
    super.init()
  }

  public final override func nativeType(_ types: Types) -> TypeObject { type }
}

extension TypedObject {
  /// The object in a method's `self`. Raises CPython's TypeError where a call through the type gave another.
  @inline(__always)
  public static func receiver(_ this: Value, _ method: String, of type: String, _ f: Frame) throws(Raised) -> Self {
    if case .object(let object) = this, Swift.type(of: object) == Self.self {
      return unsafeDowncast(object, to: Self.self)
    }
    guard let object = this.native(Self.self) else {
      throw f.typeError(
        "descriptor '\(method)' for '\(type)' objects doesn't apply to a '\(f.typeName(this))' object")
    }
    return object
  }
}

extension Interpreter {
  /// Makes a module importable. It is filled at its first import.
  public func registerModule(_ name: String, _ factory: @escaping ModuleFactory) {
    moduleFactories.insert(factory, for: name)
  }

  /// The names of all modules that the program brings along, sorted.
  public var builtinModuleNames: [String] { moduleFactories.keys.sorted() }

  /// A module written in Swift, made at the first call; nil where there is none of this name.
  public func builtinModule(_ name: String, _ f: Frame) throws(Raised) -> ModuleObject? {
    let key = intern(name)
    if let known = modules[key] { return known.module }
    guard let factory = moduleFactories[name] else { return nil }
    let module = ModuleObject(name: key, namespace: Namespace(name: key), isBuiltin: true)
    let builder = ModuleBuilder(module: module, frame: f)
    builder.describe()
    modules[key] = .object(module)
    do {
      try factory(builder)
    } catch {
      modules[key] = nil
      throw error
    }
    return module
  }
}

extension ModuleBuilder {
  /// Sets what every module has.
  func describe() {
    constant("__name__", .object(module.name))
    constant("__doc__", .none)
    let name = module.name.string
    let parent = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[..<$0] } ?? ""
    constant("__package__", .text(String(parent)))
    constant("__loader__", .none)
    constant("__spec__", .none)
  }
}
