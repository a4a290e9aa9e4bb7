// The command line: options, then a script, a command, standard input, or the prompt.
import Glibc

switch Options.parse(CommandLine.arguments) {
case .run(let options): exit(Program(options).run())
case .print(let text):
  print(text, terminator: "")
  exit(0)
case .usageError(let message):
  complain("ppd: \(message)\nTry 'ppd -h' for more information.\n")
  exit(2)
}
