// The module `colorsys`.

enum ColorsysLibrary {
  static let source: StaticString = #"""
    __all__ = ['rgb_to_yiq', 'yiq_to_rgb', 'rgb_to_hls', 'hls_to_rgb', 'rgb_to_hsv', 'hsv_to_rgb']


    def rgb_to_yiq(r, g, b):
        y = 0.30 * r + 0.59 * g + 0.11 * b
        return y, 0.74 * (r - y) - 0.27 * (b - y), 0.48 * (r - y) + 0.41 * (b - y)


    def yiq_to_rgb(y, i, q):
        channels = (y + 0.9468822170900693 * i + 0.6235565819861433 * q,
                    y - 0.27478764629897834 * i - 0.6356910791873801 * q,
                    y - 1.1085450346420322 * i + 1.7090069284064666 * q)
        return tuple(min(1.0, max(0.0, channel)) for channel in channels)


    def _hue(r, g, b, top, span):
        distances = [(top - channel) / span for channel in (r, g, b)]
        if r == top:
            hue = distances[2] - distances[1]
        elif g == top:
            hue = 2.0 + distances[0] - distances[2]
        else:
            hue = 4.0 + distances[1] - distances[0]
        return hue / 6.0 % 1.0


    def rgb_to_hls(r, g, b):
        top, bottom = max(r, g, b), min(r, g, b)
        total, span = top + bottom, top - bottom
        if not span:
            return 0.0, total / 2.0, 0.0
        saturation = span / total if total / 2.0 <= 0.5 else span / (2.0 - top - bottom)
        return _hue(r, g, b, top, span), total / 2.0, saturation


    def hls_to_rgb(h, l, s):
        if s == 0.0:
            return l, l, l
        high = l * (1.0 + s) if l <= 0.5 else l + s - l * s
        low = 2.0 * l - high
        return tuple(_channel(low, high, hue) for hue in (h + 1.0 / 3.0, h, h - 1.0 / 3.0))


    def _channel(low, high, hue):
        hue %= 1.0
        if hue < 1.0 / 6.0:
            return low + (high - low) * hue * 6.0
        if hue < 0.5:
            return high
        return low + (high - low) * (2.0 / 3.0 - hue) * 6.0 if hue < 2.0 / 3.0 else low


    def rgb_to_hsv(r, g, b):
        top, span = max(r, g, b), max(r, g, b) - min(r, g, b)
        return (_hue(r, g, b, top, span), span / top, top) if span else (0.0, 0.0, top)


    def hsv_to_rgb(h, s, v):
        if s == 0.0:
            return v, v, v
        sector = int(h * 6.0)
        rest = h * 6.0 - sector
        low, falling, rising = v * (1.0 - s), v * (1.0 - s * rest), v * (1.0 - s * (1.0 - rest))
        return ((v, rising, low), (falling, v, low), (low, v, rising), (low, falling, v), (rising, low, v),
                (v, low, falling))[sector % 6]
    """#
}
