// What `help(x)` and the prompt's `:help` say of a value: how it is called and what its documentation says.
import Syntax

extension Frame {
  /// Help on a value, in the language of this run; ends with a line end.
  ///
  /// - Parameter name: what the user called it; its own name by default.
  public func helpText(on value: Value, name: String? = nil) -> String {
    HelpText(f: self).text(on: value, name: name)
  }

  /// What the catalogue has on a value, or what its own `__doc__` says; nil where there is neither.
  public func documentation(of value: Value) -> LocalizedText? {
    if let text = cataloguedText(on: value) { return text }
    guard let text = try? optionalAttribute(of: value, interpreter.names[.__doc__])?.str?.string, !text.isEmpty else {
      return nil
    }
    return LocalizedText(stringLiteral: text)
  }

  /// The same for what is found in a type under a name: where it says nothing of itself, what the catalogue has on the
  /// name in the type or its bases.
  public func documentation(of value: Value, named name: String, in type: TypeObject) -> LocalizedText? {
    documentation(of: value)
      ?? type.mro.lazy.compactMap { Catalogue.text("\($0.name.string).\(name)", in: $0.moduleName.string) }.first
  }

  /// The parts of the library that are written in Python have their rows, too.
  private func cataloguedText(on value: Value) -> LocalizedText? {
    if let builtin = value.builtin { return builtin.help }
    if let function = value.function {
      return Catalogue.text(function.qualifiedName.string, in: function.namespace.name.string)
    }
    if let method = value.boundMethod { return cataloguedText(on: method.function) }
    if let wrapped = value.cast(.staticMethod, WrappedMethod.self) ?? value.cast(.classMethod, WrappedMethod.self) {
      return cataloguedText(on: wrapped.function)
    }
    if let property = value.cast(.property, Property.self) { return cataloguedText(on: property.getter) }
    if let type = value.type { return Catalogue.text(type.name.string, in: type.moduleName.string) }
    return value.module.flatMap { Catalogue.text("", in: $0.name.string) }
  }
}

private struct HelpText {
  let f: Frame

  private static let noDocumentation = LocalizedText("No documentation.", pt: "Sem documentação.")
  private static let functions = LocalizedText("Functions:", pt: "Funções:")
  private static let types = LocalizedText("Types:", pt: "Tipos:")
  private static let methods = LocalizedText("Methods:", pt: "Métodos:")
  private static let values = LocalizedText("Values:", pt: "Valores:")

  func text(on value: Value, name: String?) -> String {
    guard case .object(let object) = value else { return instance(value, name) }
    switch object.kind {
    case .builtin, .function, .boundMethod, .staticMethod, .classMethod:
      return callable(value, name)
    case .type: return type(unsafeDowncast(object, to: TypeObject.self), name)
    case .module: return module(unsafeDowncast(object, to: ModuleObject.self))
    default: return instance(value, name)
    }
  }

  // MARK: Callables

  private func callable(_ value: Value, _ name: String?) -> String {
    let heading = signature(of: value, name: name) ?? name ?? ownName(of: value)
    return "\(heading)\n\(indented(documentation(ofCallable: value, name) ?? HelpText.noDocumentation.description))"
  }

  /// `name(parameters)`; nil for what is not known to have parameters.
  private func signature(of value: Value, name: String?) -> String? {
    if let builtin = value.builtin {
      return "\(name ?? ownName(of: value))(\(parameters(builtin.signatureText, isMethod: builtin.isMethod)))"
    }
    if let method = value.boundMethod {
      return signature(of: method.function, name: name ?? ownName(of: value))
    }
    if let function = value.function {
      let code = function.code
      let names = code.slotNames.prefix(code.positionalCount).map(\.string).joined(separator: ", ")
      return "\(name ?? function.name.string)(\(parameterText(of: code) ?? names))"
    }
    if let wrapped = value.cast(.staticMethod, WrappedMethod.self) ?? value.cast(.classMethod, WrappedMethod.self) {
      return signature(of: wrapped.function, name: name)
    }
    return nil
  }

  /// The parameters as the script wrote them, behind the function's name.
  private func parameterText(of code: FunctionCode) -> String? {
    let text = code.file.text(in: SourceRange(Int(code.range.end), code.file.bytes.count))
    guard code.file.text(in: code.range) == code.name.string, text.first == "(" else { return nil }
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "(", "[", "{": depth += 1
      case ")", "]", "}": depth -= 1
      default: break
      }
      if depth == 0 { return text[..<index].dropFirst().split(whereSeparator: \.isWhitespace).joined(separator: " ") }
    }
    return nil
  }

  /// A builtin's parameters without the receiver and the mark of positional ones, which say nothing to beginners.
  private func parameters(_ text: String, isMethod: Bool) -> String {
    var parts = text.split(separator: ",").map { String($0.drop { $0 == " " }) }
    if isMethod, !parts.isEmpty { parts.removeFirst() }
    parts.removeAll { $0 == "/" }
    // What is optional without a value that says so.
    return parts.map { $0.hasSuffix("=") ? "[\($0.dropLast())]" : $0 }.joined(separator: ", ")
  }

  private func ownName(of value: Value) -> String {
    if let name = try? f.optionalAttribute(of: value, f.interpreter.names[.__name__])?.str { return name.string }
    return f.typeName(value)
  }

  private func documentation(of value: Value) -> String? { f.documentation(of: value)?.description }

  /// Of a method, also what its type is known for.
  private func documentation(ofCallable value: Value, _ name: String?) -> String? {
    guard let method = value.boundMethod else { return documentation(of: value) }
    let type = f.types.type(of: method.receiver)
    let ownName = name?.split(separator: ".").last.map(String.init) ?? ownName(of: value)
    return f.documentation(of: value, named: ownName, in: type)?.description
  }

  private func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false)
      .map { line in
        let line = line.drop { $0 == " " }
        return line.isEmpty ? "\n" : "    \(line)\n"
      }
      .joined()
  }

  // MARK: Types and instances

  private func type(_ type: TypeObject, _ name: String?) -> String {
    let bases = type.bases.map(\.name.string).filter { $0 != "object" }
    let heading = "class \(name ?? type.name.string)" + (bases.isEmpty ? "" : "(\(bases.joined(separator: ", ")))")
    var text = "\(heading)\n\(indented(documentation(of: .object(type)) ?? HelpText.noDocumentation.description))"
    if let construction = construction(of: type) { text += "\n    \(name ?? type.name.string)(\(construction))\n" }
    let rows = publicAttributes(of: type)
    if !rows.isEmpty { text += "\n\(HelpText.methods)\n\(summary(rows, in: type))" }
    return text
  }

  /// The parameters of the constructor.
  private func construction(of type: TypeObject) -> String? {
    guard let initializer = type.lookup(f.interpreter.intern("__init__")), initializer.function != nil || initializer.builtin != nil,
      let text = signature(of: initializer, name: "")
    else { return nil }
    let parts = text.dropFirst().dropLast().split(separator: ",").map { String($0.drop { $0 == " " }) }
    let isScripts = initializer.function != nil
    return (isScripts ? Array(parts.dropFirst()) : parts).joined(separator: ", ")
  }

  private func publicAttributes(of type: TypeObject) -> [(name: String, value: Value)] {
    var rows: [String: Value] = [:]
    for base in type.mro.reversed() where base.mro.count > 1 {
      for item in base.attributes.items {
        if let name = item.key.str?.string, !name.hasPrefix("_") { rows[name] = item.value }
      }
    }
    return rows.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  private func instance(_ value: Value, _ name: String?) -> String {
    let type = f.types.type(of: value)
    var shown = (try? f.repr(value).string) ?? "<\(type.name.string)>"
    if shown.count > 60 { shown = shown.prefix(59) + "…" }
    let heading = name.map { "\($0) = \(shown)" } ?? shown
    return "\(heading)\n\n" + self.type(type, nil)
  }

  // MARK: Modules

  private func module(_ module: ModuleObject) -> String {
    var text = "module \(module.name.string)\n" + (documentation(of: .object(module)).map(indented) ?? "")
    let members = module.namespace.bindings.map { (name: $0.name.string, value: $0.value) }
      .filter { !$0.name.hasPrefix("_") }.sorted { $0.name < $1.name }
    for (title, rows) in [
      (HelpText.functions, members.filter { $0.value.builtin != nil || $0.value.function != nil }),
      (HelpText.types, members.filter { $0.value.type != nil }),
    ] where !rows.isEmpty {
      text += "\n\(title)\n\(summary(rows))"
    }
    let rest = members.filter {
      $0.value.builtin == nil && $0.value.function == nil && $0.value.type == nil && $0.value.module == nil
    }
    if !rest.isEmpty { text += "\n\(HelpText.values)\n\(wrapped(rest.map(\.name)))" }
    return text
  }

  /// Names in lines of at most 76 columns.
  private func wrapped(_ names: [String]) -> String {
    var text = ""
    var line = "   "
    for (index, name) in names.enumerated() {
      let word = name + (index < names.count - 1 ? "," : "")
      if displayWidth(line) + displayWidth(word) >= 76 {
        text += line + "\n"
        line = "   "
      }
      line += " " + word
    }
    return text + line + "\n"
  }

  /// A line for each: the name, how it is called, and the first line of its documentation.
  private func summary(_ rows: [(name: String, value: Value)], in type: TypeObject? = nil) -> String {
    let lines = rows.map { row in
      let call = row.value.type == nil ? signature(of: row.value, name: row.name) ?? row.name : row.name
      let text = type.map { f.documentation(of: row.value, named: row.name, in: $0)?.description } ?? documentation(of: row.value)
      return (call: call, doc: text?.split(separator: "\n").first.map(String.init) ?? "")
    }
    let width = min(36, lines.map { displayWidth($0.call) }.max() ?? 0)
    return lines.map { line in
      if line.doc.isEmpty { return "    \(line.call)\n" }
      let gap = width - displayWidth(line.call)
      if gap < 0 { return "    \(line.call)\n    \(String(repeating: " ", count: width + 2))\(line.doc)\n" }
      return "    \(line.call)\(String(repeating: " ", count: gap + 2))\(line.doc)\n"
    }.joined()
  }
}
