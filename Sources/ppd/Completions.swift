// Completion scripts for shells, made from one list of options.

enum Completions {
  private static let options = [
    (name: "-c", help: "run CODE"), (name: "--check", help: "parse and resolve only"),
    (name: "--completions", help: "print a completion script"), (name: "--version", help: "print the version"),
    (name: "--help", help: "print the help"),
  ]

  /// The completion script for a shell, nil for one that is not known.
  static func script(for shell: String) -> String? {
    switch shell {
    case "bash":
      let words = options.map(\.name).joined(separator: " ")
      return """
        _ppd() {
          local word=${COMP_WORDS[COMP_CWORD]}
          if [[ $word == -* ]]; then
            COMPREPLY=($(compgen -W '\(words)' -- "$word"))
          else
            COMPREPLY=($(compgen -f -X '!*.@(ppd|py)' -- "$word") $(compgen -d -- "$word"))
          fi
        }
        complete -o filenames -F _ppd ppd

        """
    case "zsh":
      let words = options.map { "'\($0.name)[\($0.help)]'" }.joined(separator: " ")
      return "#compdef ppd\n_arguments \(words) '*:script:_files -g \"*.(ppd|py)\"'\n"
    case "fish":
      let rows = options.map { option in
        let name = option.name
        let flag = name.hasPrefix("--") ? "-l \(name.dropFirst(2))" : "-s \(name.dropFirst(1))"
        return "complete -c ppd \(flag) -d '\(option.help)'"
      }
      return rows.joined(separator: "\n") + "\ncomplete -c ppd -k -a '(__fish_complete_suffix .ppd)'\n"
    default:
      return nil
    }
  }
}
