from dataclasses import dataclass

import numpy as np

type Colour = tuple[int, int, int]


def colour(code: str) -> Colour:
    """Return the red, green and blue (0-255) of a six-digit hexadecimal code."""
    return int(code[0:2], 16), int(code[2:4], 16), int(code[4:6], 16)


def blend(a: Colour, b: Colour, share: float) -> Colour:
    """Return the colour ``share`` (0-1) of the way from ``a`` to ``b``."""
    mixed = [round(x + (y - x) * share) for x, y in zip(a, b, strict=True)]
    return mixed[0], mixed[1], mixed[2]


@dataclass(frozen=True, slots=True)
class Palette:
    """A colourway: the ground, two figures, a highlight and the darkest line."""

    ground: Colour
    first: Colour
    second: Colour
    light: Colour
    dark: Colour


def _palettes(table: str) -> tuple[Palette, ...]:
    rows = (line.split() for line in table.strip().splitlines())
    return tuple(Palette(*(colour(code) for code in row)) for row in rows)


WAX = _palettes("""
    173a6b f0a52a c8402c fbf0d8 0c1c3a
    a8321f f2b134 1f3a68 fdf0d5 2a0f14
    0f5c5c f2a33a d9512c fbefd6 08292e
    e8a420 8f2318 1d3557 fff3d6 33140f
    6d1f45 f0a63c e0603f fdeedd 290a1e
    1e5a3a f3c13a d9482b fdf4d8 0a2617
    f3e4c4 b5402a 1f4570 fffaf0 22120f
    c9572c f7d9a0 23466e fff4e2 34140c
    243b53 e8825a f2c14e fcefe0 101c2b
    2b6f8a f5c445 e4572e fdf3de 0d2a38
    4a2a5e f2b33d d84f6a fbeee2 1d0f2b
    d8573f fbd7a2 7a1f3d fff2e0 36101a
    f1dcc0 2d6a6a d67a35 fffaf0 16302f
    7a3b1d f0b24c e7e0c0 fff5df 2b130a
""")

ADIRE = _palettes("""
    16264f 27427c 4a6fa8 e9eef2 0b1430
    1b3566 32579a 6f95c4 f3f1e8 0d1b38
    182a58 2c4c8c 557fb8 f2f0e4 0c1632
    101f45 1f3a70 4a70a8 e4ecf2 081026
    12303f 235468 5f95a3 e6efec 091c26
    2a2458 463f86 8581bb eeebf4 15113a
    4a2a1c 73472e b58a63 f5e9d6 26130b
    1f3d33 386354 7fa893 eef1e3 0f221b
    4b1f3b 74395c b57f9d f6e8ec 280e1f
""")

STRIPED = _palettes("""
    7b1e3a d9a441 2a2f5b f6e7cf 2c0b16
    1f3a5f c8a24a 8c2f39 f1e6d2 0c1a2c
    2f5d50 d7b25a 8a3b2a f4ecd8 11251f
    5a2a5c d3a94e c96f8a f4e6ee 220f24
    a34a28 e9c46a 264653 fbeed9 3b170b
    c9b083 7b4b2a 2e3f4f fbf4e4 3a2a1a
    26325c b8bfd0 c79a3e f2f1ec 10162e
    8c2f39 e0a58a f1d6b8 fff1e2 3a0f16
    3f4a2c d0b052 9a5a2c f2ecd4 1b2112
""")

KENTE = _palettes("""
    d99a1c 1c6b3c a3271f f9e7b4 1a1511
    1f3f8f e2a822 b8301f f6e9c4 101426
    12603f e6b32a 1b1b1b f8ecc4 0c1d14
    8f1f2c e6ae2d 1d3f6e f7e8c8 22090d
    e07a1f 1d3f6e f3d27a fff0cf 24140c
    3a2a6b e2a93b c23b4a f3e6d4 150f2c
""")

LACE = _palettes("""
    c9a58c f7efe4 e9d8c4 ffffff 6b4a3a
    7a1f33 c94f63 a8354b f7d9d9 3a0b16
    1f3d5c 7fa6c9 5b86ad e9f1f7 0c1d2f
    1d4d43 7fb8a2 579680 e6f2ea 0c2620
    4a2a57 b48cc4 936aa6 f1e6f5 220f2c
    b98a3a f1d48a e2bd66 fff6da 543a12
    d98a7a fbd8cc f2bcae fff1ea 6e3329
    2a2a2e 8a8a92 6a6a72 e6e6ea 111114
    a9c0c9 f2f7f8 dbe8ec ffffff 44606b
""")

PLAIN = _palettes("""
    e6dcc8 cdbfa4 8a6f4f fffaf0 4b3c2b
    b8613c d98a63 f0d9b8 fff0dc 4a2012
    5d6b4a 8b9a72 e0d8b4 f4f1de 262d1c
    8fa9b8 b9cdd6 f1ece0 ffffff 34454f
    2c3e57 54698a d9a441 eef0f2 131c2a
    d9a441 edc77c 7a3b1d fff5dc 5a3d0f
    c98b86 e4b8b2 7d3f44 fff1ee 56292c
    f1ece2 d8d0c2 9a8468 ffffff 5b5347
    6e2f3e 9b5a66 e2b7a0 f8e8e4 2e1018
    3c3a3a 6a6765 c9b083 eeeae2 161515
    2f6060 5f9090 ecd9b0 eaf3f0 123030
""")

DENIM = _palettes("""
    2f4a73 5f7ea8 c98a3c d9e2ec 16243a
    1d2c47 42597d c98a3c c7d1de 0d1524
    6487ad 93b0cc d39a50 edf3f8 2b4059
    3a3d44 6c7078 b9bcc2 e2e4e8 191b1f
""")

LEATHERS = tuple(colour(c) for c in ("6b3f24", "8a5a34", "3a241a", "a06a3c", "2a2220", "7a2f26"))
BACKDROPS = tuple(
    colour(c) for c in ("ece6dd", "e9e2d8", "e6e4de", "ebe1da", "e3e5e0", "e8e0d2", "e5e3e3")
)


def pick[T](options: tuple[T, ...], rng: np.random.Generator) -> T:
    """Return one of the options, drawn from the random source."""
    return options[int(rng.integers(len(options)))]
