// ppd and the CPythons of this machine, as server and client of each other.
import Glibc
import TestSupport
import Testing

/// The CPythons from 3.8 up that there are: those of pyenv, else the `python3` on the path.
enum CPythons {
  static let all: [String] = {
    let found = pyenvVersions + ["python3"]
    let usable = found.filter { path in
      let answer = ChildProgram("/usr/bin/env", [path, "-c", "import sys; print(sys.version_info >= (3, 8))"]).run()
      return answer.output == "True\n"
    }
    return usable.count > 1 ? usable.filter { $0 != "python3" } : usable
  }()

  static let missing: Comment = "needs a python3 of version 3.8 or later, on the path or installed by pyenv"

  private static var pyenvVersions: [String] {
    let root = ChildProgram("/usr/bin/env", ["pyenv", "root"]).run()
    let folder = root.output.split(separator: "\n").first ?? ""
    guard root.status == 0, let directory = opendir(folder + "/versions") else { return [] }
    defer { closedir(directory) }
    var versions: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name.hasPrefix("3.") { versions.append("\(folder)/versions/\(name)/bin/python3") }
    }
    return versions.sorted()
  }
}

@Suite("Managers and CPython", .enabled(if: !CPythons.all.isEmpty, CPythons.missing), .serialized)
struct InteropTests {
  private static let folder = Programs.root + "/Tests/ManagerWireTests/Scripts"

  /// What the client prints of a conversation.
  private func conversation(_ script: String, server: String, client: String) -> ProgramResult {
    ChildProgram(
      "\(Self.folder)/conversation.sh", ["\(Self.folder)/\(script)", server, client],
      environment: ["NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1"], patience: 60
    ).run()
  }

  @Test("what a killed CPython client held goes, where the system says that it is gone", arguments: CPythons.all)
  func killedClient(python: String) {
    let result = ChildProgram(
      "/bin/sh",
      [
        "-c",
        """
        folder=$(mktemp -d); "$server" killed_client.py server $folder/socket & serving=$!
        until [ -S $folder/socket ]; do sleep 0.05; done
        "$client" killed_client.py hold $folder/socket 2>/dev/null
        "$client" killed_client.py count $folder/socket
        kill $serving; wait $serving; rm -rf $folder
        """,
      ], environment: ["NO_COLOR": "1", "PYTHONDONTWRITEBYTECODE": "1", "server": Programs.ppd, "client": python],
      folder: Self.folder, patience: 60
    ).run()
    #expect(!result.hung)
    #expect(result.output == "5\n0\n", "\(result.errors)")
  }

  @Test(
    "a script says the same whoever is the server and whoever the client", arguments: CPythons.all,
    ["managers.py", "connections.py"])
  func agrees(python: String, script: String) {
    let expected = conversation(script, server: python, client: python)
    #expect(expected.status == 0 && !expected.hung, "CPython itself: \(expected.errors)")
    for (server, client) in [(Programs.ppd, python), (python, Programs.ppd), (Programs.ppd, Programs.ppd)] {
      let actual = conversation(script, server: server, client: client)
      #expect(!actual.hung, "server \(server), client \(client)")
      #expect(actual.output == expected.output, "server \(server), client \(client): \(actual.errors)")
      #expect(actual.status == 0, "server \(server), client \(client): \(actual.errors)")
    }
  }
}
