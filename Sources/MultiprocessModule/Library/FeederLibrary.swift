// What gives workers their tasks, in pools and executors alike.

enum FeederLibrary {
  static let source: StaticString = #"""
    class Feeder:
        """Gives workers tasks by `_give` as long as `_can_feed` says so, and then does `_fed`."""

        _feeding = False

        def _feed(self):
            if self._feeding:
                return
            # An outcome may come at any moment, and whoever deals with it leaves the feeding to the one who is at it.
            while self._can_feed():
                self._feeding = True
                try:
                    self._give()
                finally:
                    self._feeding = False
            self._fed()

        def _fed(self):
            pass
    """#
}
