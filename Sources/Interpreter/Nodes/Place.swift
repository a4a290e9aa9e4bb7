// Operands that are looked at where they stand, without a copy.
import CPosixShim

/// Where a value stands that needs no evaluation: a local's slot, a constant, or the cell of a global.
///
/// A number is read there without touching a reference count. What stands there may be unbound: whoever finds nothing
/// of use evaluates the operand's node, which raises what is to be raised.
///
/// ```
///   address = (slots & mask) + offset      a local:            mask is all ones, offset from the slots
///                                          constant, global:   mask is 0, offset the address itself
/// ```
struct Place {
  private let mask: UInt
  private let offset: UInt

  init(slot: Int) {
    mask = .max
    offset = UInt(slot * MemoryLayout<Value>.stride)
  }

  init(_ pointer: UnsafeMutablePointer<Value>) {
    mask = 0
    offset = UInt(bitPattern: pointer)
  }

  /// Whether it is a slot of the frame, which nothing but the frame's own code assigns.
  var isLocal: Bool { mask != 0 }

  @inline(__always)
  func pointer(_ f: Frame) -> UnsafeMutablePointer<Value> {
    UnsafeMutablePointer(bitPattern: (UInt(bitPattern: f.slots) & mask) &+ offset).unsafelyUnwrapped
  }
}

extension UnsafePointer<Value> {
  /// A copy of the value, without a call.
  @inline(__always)
  func load() -> Value {
    if let address = pointee.address { ppd_retain(address) }
    // The bits with the reference that was just counted, if any.
    return UnsafeMutablePointer(mutating: self).move()
  }
}

extension UnsafeMutablePointer<Value> {
  /// A copy of the value, without a call.
  @inline(__always)
  func load() -> Value { UnsafePointer(self).load() }

  /// The object that stands here, not counted: whoever asks knows that it stays for as long as it is looked at.
  @inline(__always)
  var object: Unmanaged<Object>? {
    if case .object(let object) = pointee { return .passUnretained(object) }
    return nil
  }

  /// Assigns. What stood there is let go only where that is a reference.
  @inline(__always)
  func store(_ value: consuming Value) {
    let old = pointee.address
    initialize(to: value)
    if let old { ppd_release(old) }
  }

  /// Lets go of the value, if it is a reference. Nothing stands here any more.
  @inline(__always)
  func drop() {
    if let address = pointee.address { ppd_release(address) }
  }
}

extension Unmanaged {
  /// Works with the object without counting a reference: whoever asks knows that it stays meanwhile.
  @inline(__always)
  func borrow<Answer>(_ body: (Instance) throws(Raised) -> Answer) throws(Raised) -> Answer {
    try _withUnsafeGuaranteedRef { object -> Result<Answer, Raised> in
      do throws(Raised) { return .success(try body(object)) } catch { return .failure(error) }
    }.get()
  }
}

/// Nodes that are evaluated in turn without counting references to them: the array keeps them.
struct NodeList<Node: AnyObject> {
  let nodes: ContiguousArray<Node>
  /// The array's own members: it never changes, so they stay where they are.
  private let walk: UnsafePointer<Unmanaged<Node>>
  let count: Int

  init(_ nodes: [Node]) {
    self.nodes = ContiguousArray(nodes)
    count = nodes.count
    walk = self.nodes.withUnsafeBufferPointer {
      UnsafeRawPointer($0.baseAddress.unsafelyUnwrapped).assumingMemoryBound(to: Unmanaged<Node>.self)
    }
  }

  @inline(__always)
  fileprivate subscript(index: Int) -> Unmanaged<Node> { walk[index] }
}

extension NodeList<ExpressionNode> {
  @inline(__always)
  func evaluate(_ index: Int, _ f: Frame) throws(Raised) -> Value {
    try self[index].borrow { node throws(Raised) in try node.evaluate(f) }
  }
}

extension NodeList<StatementNode> {
  @inline(__always)
  func execute(_ index: Int, _ f: Frame) throws(Raised) -> Flow {
    try self[index].borrow { node throws(Raised) in try node.execute(f) }
  }
}

extension NodeList<TargetNode> {
  @inline(__always)
  func assign(_ index: Int, _ value: Value, _ f: Frame) throws(Raised) {
    try self[index].borrow { node throws(Raised) in try node.assign(value, f) }
  }
}
