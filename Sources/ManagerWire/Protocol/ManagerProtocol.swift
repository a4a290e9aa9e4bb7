// The words of `multiprocessing.managers`.

/// What a client may ask of the server itself. The request is a pickled tuple (None, name, arguments, keywords) on a
/// connection of its own, which ends with the reply; after `acceptConnection` it stays, for requests to objects:
/// (object, method, arguments, keywords).
public enum ControlRequest: String, CaseIterable, Sendable {
  /// Makes an object of a registered type: its id and the names of its methods.
  case create
  /// Counts one more, or one fewer, holder of an object.
  case incref, decref
  /// The names of the methods of a token's object.
  case getMethods = "get_methods"
  /// Serves requests to objects from now on.
  case acceptConnection = "accept_connection"
  case numberOfObjects = "number_of_objects"
  case debugInfo = "debug_info"
  case dummy
  /// Ends the server.
  case shutdown
}

/// How a reply, a pickled pair (kind, result), begins.
public enum ReplyKind: String, CaseIterable, Sendable {
  case returned = "#RETURN"
  /// The result is an exception that the method raised.
  case error = "#ERROR"
  /// The result is the text of a traceback: the server could not do what it was asked.
  case traceback = "#TRACEBACK"
  /// The result stays in the server: the names of its methods and its token.
  case proxy = "#PROXY"
  /// The result cannot be sent; here is its text.
  case unserializable = "#UNSERIALIZABLE"
}

/// What a server answers for any object, exposed or not.
public enum FallbackMethod: String, CaseIterable, Sendable {
  case text = "__str__"
  case representation = "__repr__"
  /// The object itself, as a copy.
  case value = "#GETVALUE"
}
