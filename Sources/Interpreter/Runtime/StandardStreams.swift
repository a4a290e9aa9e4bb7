// Where `print` and `input` find the streams that a script may replace.

/// The cells in which `sys` keeps its streams, and the files that it first put there. Nil as long as `sys` has not
/// been imported: the streams are then the process' own.
final class StandardStreams {
  var input: Cell?
  var output: Cell?
  var error: Cell?
  var ownOutput: TextFile?
  var ownError: TextFile?
}
