// Every builtin, every function of a module and every method of what students use says what it does, in both languages.
import Interpreter
import MultiprocessModule
import Testing

@testable import REPL

@Suite("Documentation")
struct DocumentationTests {
  /// Runs `body` in an interpreter of its own.
  private func withInterpreter(_ body: @escaping (Frame) -> Void) {
    let interpreter = Interpreter()
    registerMultiprocess(in: interpreter)
    interpreter.withLargeStack { body(interpreter.rootFrame) }
  }

  /// Whether the text is there in two languages.
  private func isComplete(_ text: LocalizedText?) -> Bool {
    guard let text else { return false }
    return text.isTranslated && text[.english] != "" && text[.portuguese] != ""
  }

  @Test("no builtin and no function of a module is without a text in English and in Portuguese")
  func functions() {
    var missing: [String] = []
    withInterpreter { f in
      for name in f.interpreter.builtinModuleNames + ["builtins"] where !name.hasPrefix("_") {
        do throws(Raised) {
          guard let module = try f.interpreter.builtinModule(name, f) else { continue }
          for (member, value) in module.namespace.bindings where !member.string.hasPrefix("_") {
            guard let builtin = value.builtin, builtin.name.string == member.string,
              builtin.moduleName?.hasPrefix("_multi") != true, builtin.moduleName?.hasPrefix("_fibers") != true
            else { continue }
            if !isComplete(builtin.help) { missing.append("\(name).\(member.string)") }
          }
        } catch {
          // A module that is there only to say why it is not.
          if !error.exception.type.isSubtype(of: f.types[.ImportError]) { missing.append(name) }
        }
      }
    }
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test(
    "no type here, and none of its methods and attributes, is without a text in English and in Portuguese",
    arguments: [
      "builtins", "collections", "concurrent.futures", "multiprocessing", "multiprocessing.connection",
      "multiprocessing.managers", "multiprocessing.pool", "multiprocessing.process", "multiprocessing.queues",
      "multiprocessing.shared_memory", "multiprocessing.sharedctypes", "multiprocessing.synchronize", "queue", "random",
    ])
  func types(module name: String) {
    var missing: [String] = []
    withInterpreter { f in
      do throws(Raised) {
        guard let module = try f.interpreter.builtinModule(name, f) else { return missing.append(name) }
        for (member, value) in module.namespace.bindings where !member.string.hasPrefix("_") {
          guard let type = value.type, !type.moduleName.string.hasPrefix("_") else { continue }
          if !isComplete(f.documentation(of: value)) { missing.append("\(name).\(member.string)") }
          for (key, attribute) in type.attributes.items {
            guard let attributeName = key.str?.string, !attributeName.hasPrefix("_"),
              DocumentationTests.needsText(attribute)
            else { continue }
            if !isComplete(f.documentation(of: attribute, named: attributeName, in: type)) {
              missing.append("\(name).\(member.string).\(attributeName)")
            }
          }
        }
      } catch {
        missing.append(name)
      }
    }
    #expect(missing.isEmpty, "\(missing.sorted())")
  }

  /// Functions and computed attributes; a constant explains itself.
  private static func needsText(_ attribute: Value) -> Bool {
    guard case .object(let object) = attribute else { return false }
    return switch object.kind {
    case .builtin, .function, .staticMethod, .classMethod, .property: true
    default: false
    }
  }

  @Test("help is given in the language that is asked for")
  func languages() {
    let text = Catalogue.text("print", in: "builtins")
    #expect(text?[.english].hasPrefix("Writes") == true)
    #expect(text?[.portuguese].hasPrefix("Escreve") == true)
  }

  @Test("a class of the user's own does not get the help of another one of its name")
  func namesakes() {
    #expect(Catalogue.text("Queue.get", in: "__main__") == nil)
    #expect(Catalogue.text("Queue.get", in: "multiprocessing.queues") != nil)
  }
}
