// Every builtin and every function of a module says what it does, in both languages.
import Interpreter
import MultiprocessModule
import Testing

@testable import REPL

@Suite("Documentation")
struct DocumentationTests {
  @Test("no builtin and no function of a module is without a text in English and in Portuguese")
  func completeness() {
    let interpreter = Interpreter()
    registerMultiprocess(in: interpreter)
    var missing: [String] = []
    interpreter.withLargeStack {
      let f = interpreter.rootFrame
      for name in interpreter.builtinModuleNames + ["builtins"] where !name.hasPrefix("_") {
        do throws(Raised) {
          guard let module = try interpreter.builtinModule(name, f) else { continue }
          for (member, value) in module.namespace.bindings where !member.string.hasPrefix("_") {
            guard let builtin = value.builtin, builtin.name.string == member.string else { continue }
            guard let text = builtin.help, text[.english] != "", text[.portuguese] != "" else {
              missing.append("\(name).\(member.string)")
              continue
            }
          }
        } catch {
          // A module that is there only to say why it is not.
          if !error.exception.type.isSubtype(of: f.types[.ImportError]) { missing.append(name) }
        }
      }
    }
    #expect(missing.isEmpty, "\(missing)")
  }

  @Test("help is given in the language that is asked for")
  func languages() {
    let text = Catalogue.text("print", in: "builtins")
    #expect(text?[.english].hasPrefix("Writes") == true)
    #expect(text?[.portuguese].hasPrefix("Escreve") == true)
  }
}
