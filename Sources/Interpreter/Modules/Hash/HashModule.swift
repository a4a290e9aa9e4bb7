// The module `_hashlib`, of which `hashlib` and `hmac` are made.
import Hashes

/// A hash object.
final class HashObject: TypedObject {
  let name: String
  var state: HashState
  /// A sponge has no digest of its own size where the caller says how long it is to be.
  let shape: HashCatalog.Shape

  init(_ type: TypeObject, _ name: String, _ state: HashState, _ shape: HashCatalog.Shape) {
    self.name = name
    self.state = state
    self.shape = shape
    super.init(type)
  }
}

/// The hash functions by name.
enum HashCatalog {
  struct Shape {
    let blockSize: Int
    let make: (Int) -> HashState
    /// Bytes; 0 where the caller says how many.
    let digestSize: Int
  }

  static func shape(_ name: String) -> Shape? {
    func fixed<Function: HashFunction>(_ function: Function) -> Shape {
      Shape(blockSize: Function.blockSize, make: { _ in HashState(function) }, digestSize: function.digestSize)
    }
    func sponge(_ capacity: Int, _ digestSize: Int) -> Shape {
      let ending: UInt8 = digestSize == 0 ? 0x1f : 6
      return Shape(
        blockSize: 200 - capacity,
        make: { count in
          HashState(SHA3(digestSize: digestSize == 0 ? count : digestSize, capacity: capacity, ending: ending))
        }, digestSize: digestSize)
    }
    switch name {
    case "md5": return fixed(MD5())
    case "sha1": return fixed(SHA1())
    case "sha224": return fixed(SHA256(digestSize: 28))
    case "sha256": return fixed(SHA256(digestSize: 32))
    case "sha384": return fixed(SHA512(digestSize: 48))
    case "sha512": return fixed(SHA512(digestSize: 64))
    case "sha3_224": return sponge(56, 28)
    case "sha3_256": return sponge(64, 32)
    case "sha3_384": return sponge(96, 48)
    case "sha3_512": return sponge(128, 64)
    case "shake_128": return sponge(32, 0)
    case "shake_256": return sponge(64, 0)
    default: return nil
    }
  }
}

enum HashModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    let type = m.type("HASH") { t in
      t.method("update", "self, obj, /", .two { (f, this, data) throws(Raised) in
        try receiver(this, "update", f).state.update(bytes(data, f))
        return .none
      })
      t.method("digest", "self, length=, /", .two { (f, this, length) throws(Raised) in
        .bytes(try digest(receiver(this, "digest", f), length, "digest", f))
      })
      t.method("hexdigest", "self, length=, /", .two { (f, this, length) throws(Raised) in
        .text(hexadecimal(try digest(receiver(this, "hexdigest", f), length, "hexdigest", f)))
      })
      t.method("copy", "self, /", .one { (f, this) throws(Raised) in
        let hash = try receiver(this, "copy", f)
        return .object(HashObject(hash.type, hash.name, hash.state, hash.shape))
      })
      t.property("name", get: { (f, this) throws(Raised) in .text(try receiver(this, "name", f).name) })
      t.property("digest_size", get: { (f, this) throws(Raised) in
        .int(try receiver(this, "digest_size", f).state.digestSize)
      })
      t.property("block_size", get: { (f, this) throws(Raised) in
        .int(try receiver(this, "block_size", f).shape.blockSize)
      })
      t.method("__repr__", "self, /", .one { (f, this) throws(Raised) in
        .text("<\(try receiver(this, "__repr__", f).name) _hashlib.HASH object @ \(f.address(this))>")
      })
      t.final()
    }
    m.function("new", "name, data, /", .two { (f, name, data) throws(Raised) in
      guard let text = name.payload.str?.string else {
        throw f.typeError("new() argument 'name' must be str, not \(f.typeName(name))")
      }
      guard let shape = HashCatalog.shape(text.lowercased()) else {
        throw f.valueError("unsupported hash type \(text)")
      }
      let hash = HashObject(type, text.lowercased(), shape.make(0), shape)
      hash.state.update(try bytes(data, f))
      return .object(hash)
    })
    m.function("blake2", "name, data, digest_size, key, /", .four { (f, name, data, size, key) throws(Raised) in
      .object(try blake2(type, name.str?.string ?? "", bytes(data, f), f.index(size), bytes(key, f), f))
    })
  }

  private static func receiver(_ this: Value, _ method: String, _ f: Frame) throws(Raised) -> HashObject {
    try HashObject.receiver(this, method, of: "_hashlib.HASH", f)
  }

  private static func bytes(_ data: Value, _ f: Frame) throws(Raised) -> [UInt8] {
    if data.payload.str != nil { throw f.typeError("Strings must be encoded before hashing") }
    guard let bytes = BytesType.contents(data) else { throw f.typeError("object supporting the buffer API required") }
    return bytes
  }

  private static func digest(
    _ hash: HashObject, _ length: Value, _ name: String, _ f: Frame
  ) throws(Raised) -> [UInt8] {
    if hash.shape.digestSize != 0 {
      if !length.isUnbound { throw f.typeError("HASH.\(name)() takes no arguments (1 given)") }
      return hash.state.digest()
    }
    if length.isUnbound { throw f.typeError("\(name)() missing required argument 'length' (pos 1)") }
    return hash.state.digest(count: try f.index(length))
  }

  private static func blake2(
    _ type: TypeObject, _ name: String, _ data: [UInt8], _ size: Int, _ key: [UInt8], _ f: Frame
  ) throws(Raised) -> HashObject {
    let isLarge = name == "blake2b"
    let most = isLarge ? 64 : 32
    if size < 1 || size > most {
      let title = isLarge ? "Blake2b" : "Blake2s"
      throw f.valueError("digest_size for \(title) must be between 1 and \(most) bytes, here it is \(size)")
    }
    if key.count > most { throw f.valueError("maximum key length is \(most) bytes") }
    let block = isLarge ? Blake2<UInt64>.blockSize : Blake2<UInt32>.blockSize
    let state =
      isLarge
      ? HashState(Blake2<UInt64>(digestSize: size, keySize: key.count))
      : HashState(Blake2<UInt32>(digestSize: size, keySize: key.count))
    let shape = HashCatalog.Shape(blockSize: block, make: { _ in state }, digestSize: size)
    let hash = HashObject(type, name, state, shape)
    if !key.isEmpty { hash.state.update(key + [UInt8](repeating: 0, count: block - key.count)) }
    hash.state.update(data)
    return hash
  }

  static func hexadecimal(_ bytes: [UInt8]) -> String {
    var text = ""
    for byte in bytes {
      text.unicodeScalars.append(Unicode.Scalar(StrType.hexDigit(byte >> 4)))
      text.unicodeScalars.append(Unicode.Scalar(StrType.hexDigit(byte & 15)))
    }
    return text
  }
}
