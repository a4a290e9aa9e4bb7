// What two ppds say to each other beyond the protocol of CPython, which ignores the name in which they begin.

/// The name that a ppd gives when its connection is to stay: who it is.
struct LinkGreeting {
  /// With what the name begins, and by what a ppd server answers.
  static let word = "ppd-link"
  let tree: String
  let client: String
  let processName: String

  init(tree: String, client: String, processName: String) {
    self.tree = tree
    self.client = client
    self.processName = processName
  }

  /// Nil for the name of any other client.
  init?(_ name: String) {
    let parts = name.split(separator: " ", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 4, parts[0] == LinkGreeting.word else { return nil }
    self.init(tree: parts[1], client: parts[2], processName: parts[3])
  }

  var text: String { "\(LinkGreeting.word) \(tree) \(client) \(processName)" }
}

/// Requests to the server itself, on a connection that stays.
enum LinkRequest: String {
  /// Counts the client as a holder of the objects.
  case hold = "hold_objects"
  /// The reverse. There is no reply.
  case release = "release_objects"
  /// Requests may lie in this memory of the tree, too.
  case shareMailbox = "share_mailbox"
}
