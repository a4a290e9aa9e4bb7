// Completion scripts for shells, made from one list of options.

enum Completions {
  /// An option and, where it takes one of a few words, these.
  private struct Option {
    let name: String
    var values: [String] = []
    let help: String
  }

  private static let options = [
    Option(name: "-c", help: "run CODE"), Option(name: "-i", help: "open the prompt after the script"),
    Option(name: "-q", help: "open the prompt without a greeting"),
    Option(name: "--check", help: "parse and resolve only"),
    Option(name: "--color", values: ["auto", "always", "never"], help: "colours in what ppd itself writes"),
    Option(name: "--completions", values: ["bash", "zsh", "fish"], help: "print a completion script"),
    Option(name: "--version", help: "print the version"), Option(name: "--help", help: "print the help"),
  ]

  /// The completion script for a shell, nil for one that is not known.
  static func script(for shell: String) -> String? {
    switch shell {
    case "bash":
      let words = options.flatMap { option in
        option.values.isEmpty ? [option.name] : option.values.map { "\(option.name)=\($0)" }
      }
      return """
        _ppd() {
          local line=${COMP_LINE:0:COMP_POINT}
          local word=${line##*[[:space:]]}
          if [[ $word == -*=* ]]; then
            COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- "$word"))
            COMPREPLY=("${COMPREPLY[@]#*=}")
          elif [[ $word == -* ]]; then
            COMPREPLY=($(compgen -W '\(words.joined(separator: " "))' -- "$word"))
          else
            COMPREPLY=($(compgen -f -X '!*.@(ppd|py)' -- "$word") $(compgen -d -- "$word"))
          fi
        }
        complete -o filenames -F _ppd ppd

        """
    case "zsh":
      let words = options.map { option in
        let values = option.values.joined(separator: " ")
        return option.values.isEmpty
          ? "'\(option.name)[\(option.help)]'" : "'\(option.name)=[\(option.help)]:word:(\(values))'"
      }
      return "#compdef ppd\n_arguments \(words.joined(separator: " ")) '*:script:_files -g \"*.(ppd|py)\"'\n"
    case "fish":
      let rows = options.map { option in
        let flag = option.name.hasPrefix("--") ? "-l \(option.name.dropFirst(2))" : "-s \(option.name.dropFirst(1))"
        let values = option.values.isEmpty ? "" : " -x -a '\(option.values.joined(separator: " "))'"
        return "complete -c ppd \(flag)\(values) -d '\(option.help)'"
      }
      return rows.joined(separator: "\n") + "\ncomplete -c ppd -k -a '(__fish_complete_suffix .ppd)'\n"
    default:
      return nil
    }
  }
}
