// The codec.
