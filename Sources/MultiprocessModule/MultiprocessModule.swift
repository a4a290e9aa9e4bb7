// The bindings.
