// The options of the command.

/// What the command line asks for.
struct Options {
  enum Source {
    case file(String)
    case standardInput
    case code(String)
    /// No script was named: the prompt on a terminal, else standard input.
    case unnamed
  }

  enum Color: String, CaseIterable {
    case auto, always, never
  }

  var source = Source.unnamed
  /// `sys.argv`.
  var arguments: [String] = [""]
  /// `-i`: the prompt after the script.
  var interactive = false
  /// `--check`: parse and resolve only.
  var checkOnly = false
  /// `-q`: no banner.
  var quiet = false
  var color = Color.auto

  enum Outcome {
    case run(Options)
    case print(String)
    case usageError(String)
  }

  static let version = "0.1.0"

  /// Reads the options up to the script; what follows belongs to the script.
  static func parse(_ words: [String]) -> Outcome {
    var options = Options()
    var rest = words.dropFirst()
    while let word = rest.first {
      if word == "-" {
        options.source = .standardInput
        options.arguments = Array(rest)
        return .run(options)
      }
      guard word.hasPrefix("-") else {
        options.source = .file(word)
        options.arguments = Array(rest)
        return .run(options)
      }
      rest = rest.dropFirst()
      switch word {
      case "-c":
        guard let code = rest.first else { return .usageError("argument expected for the -c option") }
        options.source = .code(code)
        options.arguments = ["-c"] + rest.dropFirst()
        return .run(options)
      case "-i": options.interactive = true
      case "-q": options.quiet = true
      case "--check": options.checkOnly = true
      case "-V", "--version": return .print("ppd \(version)\n")
      case "-h", "--help": return .print(help)
      case "--":
        guard let script = rest.first else { return .run(options) }
        options.source = .file(script)
        options.arguments = Array(rest)
        return .run(options)
      case "--completions":
        guard let shell = rest.first else { return .usageError("--completions needs bash, zsh or fish") }
        return completions(shell)
      case _ where word.hasPrefix("--completions="): return completions(String(word.dropFirst(14)))
      case _ where word.hasPrefix("--color="):
        guard let color = Color(rawValue: String(word.dropFirst(8))) else {
          return .usageError("--color is one of auto, always, never")
        }
        options.color = color
      default:
        return .usageError("unknown option \(word)")
      }
    }
    return .run(options)
  }

  private static func completions(_ shell: String) -> Outcome {
    guard let script = Completions.script(for: shell) else {
      return .usageError("--completions is for bash, zsh or fish, not '\(shell)'")
    }
    return .print(script)
  }

  private static let help = """
    usage: ppd [OPTION ...] [SCRIPT | - | -c CODE] [ARGUMENT ...]

    Runs a .ppd script: Python, with processes as builtins. Without a script it
    reads the script from standard input, or opens the prompt on a terminal.

      -c CODE                     run CODE
      -i                          open the prompt after the script
      --check                     parse and resolve only
      -q                          no banner at the prompt
      --color=auto|always|never   colours in errors and at the prompt
      --completions SHELL         print a completion script for bash, zsh or fish
      -V, --version               print the version
      -h, --help                  print this help

    """
}
