// Binary files on a file descriptor: io.BufferedReader, BufferedWriter, BufferedRandom and FileIO.
import Glibc

/// A binary file on a file descriptor, buffered or, as `FileIO`, not.
final class DescriptorFile: BinaryFile {
  /// How a file was opened.
  struct Access {
    var reads: Bool
    var writes: Bool
    var appends = false
    var creates = false
  }

  private(set) var descriptor: Int32
  private let givenName: Value
  let access: Access
  let isBuffered: Bool
  let closesDescriptor: Bool
  private let input: InputStream?
  private let output: OutputStream?
  private unowned let interpreter: Interpreter

  /// - Parameter output: an existing stream to write to, else one is made.
  init(
    _ type: TypeObject, descriptor: Int32, name: Value, access: Access, isBuffered: Bool = true,
    closesDescriptor: Bool = true, output: OutputStream? = nil, policy: OutputStream.Policy? = nil,
    interpreter: Interpreter
  ) {
    self.descriptor = descriptor
    givenName = name
    self.access = access
    self.isBuffered = isBuffered
    self.closesDescriptor = closesDescriptor
    self.interpreter = interpreter
    input = access.reads ? InputStream(descriptor: descriptor) : nil
    let policy = policy ?? (isBuffered ? .block(OutputStream.blockSize) : .immediate)
    self.output = access.writes ? output ?? OutputStream(descriptor: descriptor, policy: policy) : nil
    super.init(type)
    if access.writes { interpreter.openFiles.add(self) }
  }

  deinit {
    if access.writes { interpreter.openFiles.remove(self) }
    if isClosed { return }
    output?.flush()
    if closesDescriptor { Glibc.close(descriptor) }
  }

  override var name: Value { givenName }

  override var modeText: String? {
    if access.creates { return access.reads ? "xb+" : "xb" }
    if access.appends { return access.reads ? "ab+" : "ab" }
    if access.reads { return access.writes ? "rb+" : "rb" }
    return "wb"
  }

  override var isReadable: Bool { access.reads }
  override var isWritable: Bool { access.writes }

  override func ensureOpen(_ operation: String, _ f: Frame) throws(Raised) {
    guard isClosed else { return }
    guard isBuffered else { throw f.valueError("I/O operation on closed file") }
    switch operation {
    case "read", "readline", "readinto", "seek", "truncate", "flush": throw f.valueError("\(operation) of closed file")
    case "write": throw f.valueError("write to closed file")
    default: throw f.valueError("I/O operation on closed file")
    }
  }

  override func unsupported(_ operation: String, _ f: Frame) -> Raised {
    if isBuffered { return super.unsupported(operation, f) }
    return super.unsupported(operation == "write" || operation == "truncate" ? "File not open for writing"
      : "File not open for reading", f)
  }

  // MARK: Reading

  private func reader(_ operation: String, _ f: Frame) throws(Raised) -> InputStream {
    guard let input else { throw unsupported(operation, f) }
    try ensureOpen(operation, f)
    if let output, output.pendingCount > 0 { try output.flush(f) }
    return input
  }

  override func readBytes(_ count: Int?, _ f: Frame) throws(Raised) -> [UInt8] {
    let input = try reader("read", f)
    if !isBuffered, let count { return try readSome(count, f) }
    return try input.read(count, f)
  }

  override func readSome(_ limit: Int, _ f: Frame) throws(Raised) -> [UInt8] {
    let input = try reader(isReadable ? "read" : "read1", f)
    if input.availableCount == 0 {
      if !isBuffered { return try InputStream.read(descriptor, limit, mayBlock: true, f) }
      if try !input.fill(f) { return [] }
    }
    return input.take(min(limit, input.availableCount))
  }

  override func readLineBytes(_ limit: Int?, _ f: Frame) throws(Raised) -> [UInt8] {
    let input = try reader(isReadable ? "readline" : "read", f)
    if isBuffered { return try input.readLine(limit: limit, f) }
    // Without a buffer nothing may be read past the line's end.
    var line: [UInt8] = []
    while line.count < limit ?? .max, line.last != UInt8(ascii: "\n") {
      let byte = try readSome(1, f)
      if byte.isEmpty { break }
      line += byte
    }
    return line
  }

  override func peek(_ f: Frame) throws(Raised) -> [UInt8] {
    let input = try reader("peek", f)
    if input.availableCount == 0 { _ = try input.fill(f) }
    return Array(input.available)
  }

  // MARK: Writing

  override func write(_ data: Value, _ f: Frame) throws(Raised) -> Int {
    if output == nil && isBuffered { throw unsupported("write", f) }
    return try super.write(data, f)
  }

  override func writeBytes(_ bytes: some Sequence<UInt8>, _ f: Frame) throws(Raised) {
    try ensureOpen("write", f)
    guard let output else { throw unsupported("write", f) }
    try forgetReadAhead(f)
    try output.write(bytes, f)
  }

  /// Text as UTF-8, for text files, which need no bytes in between.
  func writeText(_ text: Str, _ f: Frame) throws(Raised) {
    guard let output else { throw unsupported("write", f) }
    try forgetReadAhead(f)
    try output.write(text, f)
  }

  /// Goes back to where the reader is, so that what is written next comes there.
  private func forgetReadAhead(_ f: Frame) throws(Raised) {
    guard let input, input.availableCount > 0 else { return }
    try f.check(lseek(descriptor, -input.availableCount, SEEK_CUR))
    input.drop()
  }

  override func flush(_ f: Frame) throws(Raised) {
    if isClosed && !isWritable { throw f.valueError("I/O operation on closed file.") }
    try ensureOpen("flush", f)
    try output?.flush(f)
  }

  /// Changes when what is written goes out (`reconfigure`).
  func setPolicy(_ policy: OutputStream.Policy) {
    output?.policy = policy
  }

  /// Writes what waits, for the end of the program.
  func flushAtEnd() {
    output?.flush()
  }

  // MARK: Position

  override func isSeekable(_ f: Frame) throws(Raised) -> Bool {
    try ensureOpen("seekable", f)
    return lseek(descriptor, 0, SEEK_CUR) >= 0
  }

  override func seek(_ offset: Int, _ whence: Int, _ f: Frame) throws(Raised) -> Int {
    try ensureOpen("seek", f)
    guard (0...2).contains(whence) else { throw f.valueError("whence value \(whence) unsupported") }
    try output?.flush(f)
    let ahead = input?.availableCount ?? 0
    let position = try f.check(lseek(descriptor, whence == 1 ? offset - ahead : offset, Int32(whence)))
    input?.drop()
    return position
  }

  override func tell(_ f: Frame) throws(Raised) -> Int {
    try ensureOpen("tell", f)
    let position = try f.check(lseek(descriptor, 0, SEEK_CUR))
    return position - (input?.availableCount ?? 0) + (output?.pendingCount ?? 0)
  }

  override func truncate(_ size: Int?, _ f: Frame) throws(Raised) -> Int {
    try ensureOpen("truncate", f)
    guard let output else { throw unsupported("truncate", f) }
    try output.flush(f)
    let size = if let size { size } else { try tell(f) }
    try f.check(ftruncate(descriptor, size))
    return size
  }

  override func fileDescriptor(_ f: Frame) throws(Raised) -> Int32 {
    try ensureOpen("fileno", f)
    return descriptor
  }

  override func isTerminal(_ f: Frame) throws(Raised) -> Bool {
    try ensureOpen("isatty", f)
    return isatty(descriptor) == 1
  }

  override func close(_ f: Frame) throws(Raised) {
    if isClosed { return }
    var failure: Raised?
    do { try output?.flush(f) } catch { failure = error }
    isClosed = true
    if closesDescriptor, Glibc.close(descriptor) < 0, failure == nil { failure = f.osError(errno) }
    if let failure { throw failure }
  }

  /// The unbuffered file below a buffered one.
  func raw(_ f: Frame) -> DescriptorFile {
    DescriptorFile(
      f.types[module: "io.FileIO"], descriptor: descriptor, name: name, access: access, isBuffered: false,
      closesDescriptor: false, interpreter: interpreter)
  }
}

/// The files that are open for writing, so that what waits in them is written when the program ends.
final class OpenFiles {
  private var files: [ObjectIdentifier: Unmanaged<DescriptorFile>] = [:]

  func add(_ file: DescriptorFile) {
    files[ObjectIdentifier(file)] = .passUnretained(file)
  }

  func remove(_ file: DescriptorFile) {
    files[ObjectIdentifier(file)] = nil
  }

  @inline(__always)
  func flush() {
    if !files.isEmpty { flushAll() }
  }

  private func flushAll() {
    for file in files.values { file._withUnsafeGuaranteedRef { $0.flushAtEnd() } }
  }
}
