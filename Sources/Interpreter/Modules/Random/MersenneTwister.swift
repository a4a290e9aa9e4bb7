// The generator MT19937 of Matsumoto and Nishimura, seeded and read as CPython does.

/// 624 words of state, of which each draw tempers one; a new generation of words is made when all have been drawn.
struct MersenneTwister {
  static let size = 624
  private static let offset = 397

  /// The words, and then how many of them have been drawn.
  private(set) var state: ContiguousArray<UInt32>
  private(set) var index: Int

  init(state: ContiguousArray<UInt32>, index: Int) {
    self.state = state
    self.index = index
  }

  /// A generator seeded by any number of words.
  init(seed: [UInt32]) {
    let key = seed.isEmpty ? [0] : seed
    state = MersenneTwister.words(seed: 19_650_218)
    index = MersenneTwister.size
    var position = 1
    func mixed(_ position: Int, _ factor: UInt32) -> UInt32 {
      let previous = state[position - 1]
      return state[position] ^ ((previous ^ (previous >> 30)) &* factor)
    }
    func advance() {
      position += 1
      if position >= MersenneTwister.size {
        state[0] = state[MersenneTwister.size - 1]
        position = 1
      }
    }
    var keyIndex = 0
    for _ in 0..<max(MersenneTwister.size, key.count) {
      state[position] = mixed(position, 1_664_525) &+ key[keyIndex] &+ UInt32(truncatingIfNeeded: keyIndex)
      advance()
      keyIndex = keyIndex + 1 == key.count ? 0 : keyIndex + 1
    }
    for _ in 1..<MersenneTwister.size {
      state[position] = mixed(position, 1_566_083_941) &- UInt32(truncatingIfNeeded: position)
      advance()
    }
    state[0] = 0x8000_0000
  }

  private static func words(seed: UInt32) -> ContiguousArray<UInt32> {
    var words: ContiguousArray<UInt32> = [seed]
    words.reserveCapacity(size)
    for index in 1..<size {
      let previous = words[index - 1]
      words.append(1_812_433_253 &* (previous ^ (previous >> 30)) &+ UInt32(index))
    }
    return words
  }

  /// The next 32 bits.
  mutating func next() -> UInt32 {
    if index >= MersenneTwister.size { twist() }
    var word = state[index]
    index += 1
    word ^= word >> 11
    word ^= (word << 7) & 0x9d2c_5680
    word ^= (word << 15) & 0xefc6_0000
    return word ^ (word >> 18)
  }

  private mutating func twist() {
    let size = MersenneTwister.size
    state.withUnsafeMutableBufferPointer { state in
      for position in 0..<size {
        let next = position + 1 == size ? 0 : position + 1
        let far = position + MersenneTwister.offset
        let joined = (state[position] & 0x8000_0000) | (state[next] & 0x7fff_ffff)
        state[position] =
          state[far >= size ? far - size : far] ^ (joined >> 1) ^ (joined & 1 == 0 ? 0 : 0x9908_b0df)
      }
    }
    index = 0
  }
}
