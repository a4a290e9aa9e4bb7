// Where the programs are that tests run: those built beside the tests, and the CPython to compare with.
import Glibc

public enum Programs {
  /// The folder into which the tests and the program were built.
  public static let buildFolder: String = {
    var buffer = [CChar](repeating: 0, count: 4096)
    let count = readlink("/proc/self/exe", &buffer, buffer.count - 1)
    precondition(count > 0, "no /proc/self/exe")
    var path = String(decoding: buffer[..<count].map(UInt8.init(bitPattern:)), as: UTF8.self)
    // Depending on the way tests are started, the running program is the test bundle or a helper of the toolchain.
    if let bundle = CommandLine.arguments.first(where: { $0.contains(".xctest") }) { path = bundle }
    while !path.isEmpty {
      path = String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)])
      if access(path + "/ppd", X_OK) == 0 { return path }
    }
    preconditionFailure("no ppd beside the tests")
  }()

  /// The `ppd` under test.
  public static var ppd: String { buildFolder + "/ppd" }

  /// CPython 3.13, nil where the environment names none in `PPD_PYTHON`.
  public static let python: String? = {
    guard let path = getenv("PPD_PYTHON").map({ String(cString: $0) }) else { return nil }
    let version = ChildProgram(path, ["-c", "import sys; print(sys.version_info[:2] == (3, 13))"]).run()
    return version.output == "True\n" ? path : nil
  }()

  /// Why comparisons are skipped.
  public static let pythonMissing: String = "needs CPython 3.13 in PPD_PYTHON to compare with (scripts/test finds it)"

  /// The root of the project.
  public static let root: String = {
    var parts = #filePath.split(separator: "/").dropLast(3)
    return "/" + parts.joined(separator: "/")
  }()

  /// The files below a folder of the project whose names end so, sorted, as paths relative to that folder.
  public static func files(in folder: String, endings: [String]) -> [String] {
    var found: [String] = []
    func walk(_ prefix: String) {
      guard let directory = opendir("\(root)/\(folder)/\(prefix)") else { return }
      defer { closedir(directory) }
      while let entry = readdir(directory) {
        let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
          pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
        }
        if name.hasPrefix(".") { continue }
        if entry.pointee.d_type == DT_DIR {
          walk(prefix + name + "/")
        } else if endings.contains(where: { name.hasSuffix($0) }) {
          found.append(prefix + name)
        }
      }
    }
    walk("")
    return found.sorted()
  }
}
