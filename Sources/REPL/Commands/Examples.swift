// The examples that come with the program.
import Glibc
import Interpreter

/// An example: a script that `:load` knows by its name.
struct Example {
  let name: String
  let path: String
  /// The first sentence of the script's first line.
  let summary: String

  /// Every example, by name.
  static func all() -> [Example] {
    var examples: [String: Example] = [:]
    for folder in folders {
      for file in files(in: folder) where examples[file.dropLast(4).description] == nil {
        let name = String(file.dropLast(4))
        examples[name] = Example(name: name, path: "\(folder)/\(file)", summary: summary(of: "\(folder)/\(file)"))
      }
    }
    return examples.values.sorted { $0.name < $1.name }
  }

  /// Where they are: where `PPD_EXAMPLES` says, where they were installed, or beside the sources that the program was
  /// built from.
  private static var folders: [String] {
    var folders: [String] = []
    if let given = getenv("PPD_EXAMPLES"), given.pointee != 0 { folders.append(String(cString: given)) }
    guard
      var place = realpath("/proc/self/exe", nil).map({ pointer in
        defer { free(pointer) }
        return String(cString: pointer)
      })
    else { return folders }
    while let slash = place.lastIndex(of: "/"), slash > place.startIndex {
      place = String(place[..<slash])
      for parent in ["\(place)/share/ppd", "\(place)/scripts"] {
        folders += ["\(parent)/lecture", "\(parent)/examples"]
      }
    }
    return folders
  }

  private static func files(in folder: String) -> [String] {
    DirectoryListing.names(in: folder).filter { $0.hasSuffix(".ppd") && !$0.hasPrefix(".") }
  }

  private static func summary(of path: String) -> String {
    guard case .success(let bytes) = FileBytes.read(path) else { return "" }
    let line = String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    guard line.hasPrefix("#") else { return "" }
    let words = line.split(separator: " ").map(String.init).drop { $0.allSatisfy { $0 == "#" || $0 == "!" } }
    let end = words.firstIndex { $0.last == "." } ?? words.endIndex - 1
    return words.prefix(through: max(words.startIndex, end)).joined(separator: " ")
  }
}

/// The names in a folder.
enum DirectoryListing {
  /// In the order of the file system, without `.` and `..`; none where the folder cannot be read.
  static func names(in folder: String) -> [String] {
    guard let directory = opendir(folder) else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names
  }

  static func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }
}
