// The options of the command.
import Interpreter

/// What the command line asks for.
struct Options {
  enum Source {
    case file(String)
    case standardInput
    case code(String)
    /// No script was named: the prompt on a terminal, else standard input.
    case unnamed
  }

  var source = Source.unnamed
  /// `sys.argv`.
  var arguments: [String] = [""]
  /// `--check`: parse and resolve only.
  var checkOnly = false
  /// `-i`: the prompt after the script.
  var isInteractive = false
  /// `-q`: the prompt without its first line.
  var isQuiet = false
  var color = Style.Choice.auto

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
      case "--check": options.checkOnly = true
      case "-i": options.isInteractive = true
      case "-q": options.isQuiet = true
      case "--color":
        guard let choice = rest.first.flatMap(Style.Choice.init) else { return .usageError(colorUsage) }
        options.color = choice
        rest = rest.dropFirst()
      case _ where word.hasPrefix("--color="):
        guard let choice = Style.Choice(rawValue: String(word.dropFirst(8))) else { return .usageError(colorUsage) }
        options.color = choice
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
      default:
        return .usageError("unknown option \(word)")
      }
    }
    return .run(options)
  }

  private static let colorUsage = "--color is auto, always or never"

  private static func completions(_ shell: String) -> Outcome {
    guard let script = Completions.script(for: shell) else {
      return .usageError("--completions is for bash, zsh or fish, not '\(shell)'")
    }
    return .print(script)
  }

  private static let help = """
    usage: ppd [OPTION ...] [SCRIPT | - | -c CODE] [ARGUMENT ...]

    Runs a .ppd script: Python, with processes as builtins. Without a script it
    opens a prompt, or reads one from standard input that is no terminal.

      -c CODE                     run CODE
      -i                          open the prompt after the script
      -q                          open the prompt without a greeting
      --check                     parse and resolve only
      --color=auto|always|never   colours in what ppd itself writes
      --completions SHELL         print a completion script for bash, zsh or fish
      -V, --version               print the version
      -h, --help                  print this help

    The environment: NO_COLOR, FORCE_COLOR and PPD_COLORS change the colours,
    PPD_LANG=pt|en the language of the prompt, PPD_STARTUP names a file that runs
    before the first prompt, PPD_HISTORY the file that keeps what was entered.

    """
}
