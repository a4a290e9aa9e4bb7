// The lecture's examples of several programs that talk to each other: a queue's server and its clients, the chat.
import TestSupport
import Testing

@Suite("The lecture's conversations", .serialized)
struct ConversationTests {
  /// The forms of an example: in ppd's builtins, and as the lecture has it.
  static let forms = ["", "_modulo"]

  /// Runs a shell script with the programs in $server and $client, the examples' folder as its own, and a free port
  /// in $port.
  private func run(_ text: String, server: String, client: String) -> ProgramResult {
    let start = "port=$((20000 + $$ % 20000)); folder=$(mktemp -d); trap 'rm -rf $folder' EXIT\n"
    return ChildProgram(
      "/bin/sh", ["-c", start + text], environment: ["NO_COLOR": "1", "server": server, "client": client],
      folder: Programs.root + "/scripts/lecture"
    ).run()
  }

  private var programs: [(server: String, client: String)] {
    let own = [(server: Programs.ppd, client: Programs.ppd)]
    guard let python = Programs.python else { return own }
    return own + [(Programs.ppd, python), (python, Programs.ppd)]
  }

  private func exchangeWord(_ form: String, _ server: String, _ client: String) -> ProgramResult {
    run(
      """
      $server basemanager_server\(form).ppd $port 2>$folder/warning & serving=$!
      until $client basemanager_client\(form).ppd 1 $port 2>/dev/null; do sleep 0.1; done
      $client basemanager_client\(form).ppd 2 $port
      kill $serving
      """, server: server, client: client)
  }

  @Test("what one client puts into the server's queue another gets", arguments: forms)
  func queueServer(form: String) {
    for (server, client) in form == "" ? [(Programs.ppd, Programs.ppd)] : programs {
      let result = exchangeWord(form, server, client)
      #expect(!result.hung)
      #expect(result.output == "Fim...\nhello\nFim...\n", "\(server) and \(client): \(result.errors)")
    }
  }

  @Test("a server with a short key that other machines can reach is warned about, with the script's line")
  func shortKey() {
    let result = run(
      "$server basemanager_server.ppd $port & sleep 1; kill $!", server: Programs.ppd, client: Programs.ppd)
    #expect(result.errors.hasPrefix("basemanager_server.ppd:9: RuntimeWarning: a server on port "))
  }

  @Test("a server on a port that is taken says so")
  func takenPort() {
    let result = run(
      """
      $server basemanager_server.ppd $port 2>/dev/null & serving=$!
      until $client basemanager_client.ppd 1 $port >/dev/null; do sleep 0.1; done
      $server basemanager_server.ppd $port
      kill $serving
      """, server: Programs.ppd, client: Programs.ppd)
    #expect(result.lastErrorLine.hasPrefix("OSError: [Errno 98] Address already in use: '*:"))
  }

  @Test("a client that starts first waits for the server")
  func clientFirst() {
    let result = run(
      """
      $client basemanager_client.ppd 1 $port & waiting=$!
      sleep 1
      $server basemanager_server.ppd $port 2>/dev/null & serving=$!
      wait $waiting
      kill $serving
      """, server: Programs.ppd, client: Programs.ppd)
    #expect(result.output == "Fim...\n", "\(result.errors)")
  }

  @Test("two people chat in turn until one leaves", arguments: forms)
  func chat(form: String) {
    for (server, client) in form == "" ? [(Programs.ppd, Programs.ppd)] : programs {
      for goodbye in ["sair\\n", ""] {
        let result = run(
          """
          printf 'olá\\n\(goodbye)' | $server chat\(form).ppd anfitriao Ana $port >$folder/ana & hosting=$!
          until printf 'oi\\n' | $client chat\(form).ppd convidado Rui $port >$folder/rui 2>/dev/null; do sleep 0.1; done
          wait $hosting
          cat $folder/ana; echo; cat $folder/rui
          """, server: server, client: client)
        #expect(!result.hung)
        let end = goodbye.isEmpty ? "\n" : ""
        #expect(
          result.output == "Ana> Rui: oi\nAna> \(end)\nAna: olá\nRui> Ana saiu.\n", "\(server) and \(client): \(result.errors)")
      }
    }
  }
}
