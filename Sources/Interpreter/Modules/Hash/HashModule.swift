// The module `_hashlib`, of which `hashlib` and `hmac` are made.
import Hashes

/// A hash object.
final class HashObject: TypedObject {
  let name: String
  var digest: any MessageDigest

  init(_ type: TypeObject, _ name: String, _ digest: any MessageDigest) {
    self.name = name
    self.digest = digest
    super.init(type)
  }
}

enum HashModule {
  static func define(_ m: ModuleBuilder) throws(Raised) {
    let type = m.type("HASH") { t in
      t.method("update", "self, obj, /", .two { (f, this, data) throws(Raised) in
        try receiver(this, "update", f).digest.update(bytes(data, f))
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
        return .object(HashObject(hash.type, hash.name, hash.digest))
      })
      t.property("name", get: { (f, this) throws(Raised) in .text(try receiver(this, "name", f).name) })
      t.property("digest_size", get: { (f, this) throws(Raised) in
        .int(try receiver(this, "digest_size", f).digest.digestSize)
      })
      t.property("block_size", get: { (f, this) throws(Raised) in
        .int(try receiver(this, "block_size", f).digest.blockSize)
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
      guard let function = NamedHash(rawValue: text.lowercased()) else {
        throw f.valueError("unsupported hash type \(text)")
      }
      let hash = HashObject(type, function.rawValue, function.begin())
      hash.digest.update(try bytes(data, f))
      return .object(hash)
    })
    m.function("blake2", "name, data, digest_size, key, /", .four { (f, name, data, size, key) throws(Raised) in
      guard let function = name.str.flatMap({ Blake2(rawValue: $0.string) }) else {
        throw f.valueError("unsupported hash type")
      }
      return .object(try blake2(type, function, bytes(data, f), f.index(size), bytes(key, f), f))
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
    guard let extendable = hash.digest as? any ExtendableDigest, extendable.digestSize == 0 else {
      if !length.isUnbound { throw f.typeError("HASH.\(name)() takes no arguments (1 given)") }
      return hash.digest.digest()
    }
    if length.isUnbound { throw f.typeError("\(name)() missing required argument 'length' (pos 1)") }
    return extendable.digest(count: try f.index(length))
  }

  private static func blake2(
    _ type: TypeObject, _ function: Blake2, _ data: [UInt8], _ size: Int, _ key: [UInt8], _ f: Frame
  ) throws(Raised) -> HashObject {
    let most = function.longestDigest
    if size < 1 || size > most {
      let title = function == .blake2b ? "Blake2b" : "Blake2s"
      throw f.valueError("digest_size for \(title) must be between 1 and \(most) bytes, here it is \(size)")
    }
    if key.count > most { throw f.valueError("maximum key length is \(most) bytes") }
    let hash = HashObject(type, function.rawValue, function.begin(digestSize: size, key: key))
    hash.digest.update(data)
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
