// The interpreter.
