"""Strip-woven cloths: narrow bands sewn edge to edge."""

import numpy as np
from PIL import Image

from commerce.catalogue.pictures.fabrics.texture import Field
from commerce.catalogue.pictures.palettes import Colour, Palette, blend, pick

_STRIP = 56.0


def _bar(row: Field, start: float, stop: float, tone: Colour) -> None:
    count = len(row)
    row[round(start * count) : max(round(start * count) + 1, round(stop * count))] = tone


def _warp(palette: Palette, rng: np.random.Generator, pixels: int) -> Field:
    row = np.empty((pixels, 3), np.float32)
    row[:] = palette.ground
    tones = (palette.first, palette.second, palette.light, palette.dark)
    at = 0.06
    while at < 0.46:
        width = float(rng.choice((0.018, 0.03, 0.055, 0.1)))
        tone = pick(tones, rng)
        _bar(row, at, at + width, tone)
        _bar(row, 1 - at - width, 1 - at, tone)
        at += width + float(rng.choice((0.02, 0.04, 0.09)))
    _bar(row, 0.47, 0.53, palette.light if rng.random() < 0.5 else palette.first)
    return row


def _selvedge(cloth: Field, strip: int, scale: float) -> None:
    width = max(1, round(1.1 * scale))
    for start in range(0, cloth.shape[1], strip):
        cloth[:, start : start + width] *= 0.62
        cloth[:, start + width : start + 2 * width] *= 1.06


def _ribs(cloth: Field, rng: np.random.Generator, scale: float, depth: float) -> None:
    period = max(3.0, 3.2 * scale)
    y = np.arange(cloth.shape[0], dtype=np.float32)[:, None]
    x = np.arange(cloth.shape[1], dtype=np.float32)[None]
    beat = np.sin(y * 2 * np.pi / period + 0.5 * np.sin(x / (2.5 * scale)))
    noise = rng.standard_normal(cloth.shape[:2], dtype=np.float32)
    cloth *= (1 - depth + depth * 0.75 * beat + 0.03 * noise)[..., None]


def weave_aso_oke(palette: Palette, rng: np.random.Generator, scale: float) -> Image.Image:
    """Return one repeat of striped aso-oke with eyelets and lustrous thread."""
    strip = max(8, round(_STRIP * scale))
    rows = [_warp(palette, rng, strip) for _ in range(2)]
    band = np.concatenate([rows[0], rows[1], rows[0], rows[0]])
    cloth = np.repeat(band[None], strip * 4, axis=0)
    _inlay(cloth, palette, strip, strip)
    _ribs(cloth, rng, scale, 0.08)
    _selvedge(cloth, strip, scale)
    return Image.fromarray(np.clip(cloth, 0, 255).astype(np.uint8))


def _inlay(cloth: Field, palette: Palette, strip: int, start: int) -> None:
    y, x = np.mgrid[0 : strip * 4, 0:strip].astype(np.float32) / strip
    beat = np.abs((y * 2 % 1) - 0.5) * 2
    diamond = beat * 0.42 + np.abs(x - 0.5)
    block = cloth[:, start : start + strip]
    block[diamond < 0.36] = palette.first
    block[diamond < 0.27] = blend(palette.ground, palette.dark, 0.4)
    block[diamond < 0.16] = palette.light


def _block(palette: Palette, rng: np.random.Generator, pixels: int) -> Field:
    y, x = np.mgrid[0:pixels, 0:pixels].astype(np.float32) / pixels
    centre = np.abs(x - 0.5)
    kinds = (
        (y * 8).astype(int) % 2 == 0,
        (np.abs(centre * 2 - (y * 3 % 1)) < 0.24),
        ((x * 6).astype(int) + (y * 8).astype(int)) % 2 == 0,
        (centre + np.abs(y - 0.5)) % 0.24 < 0.12,
    )
    order = rng.permutation(5)
    tones = np.array(
        (palette.ground, palette.first, palette.second, palette.light, palette.dark), np.float32
    )
    shown: Field = np.where(
        kinds[int(rng.integers(4))][..., None], tones[order[0]], tones[order[1]]
    )
    shown[(y < 0.07) | (y > 0.93)] = tones[order[2]]
    shown[(np.abs(y - 0.1) < 0.018) | (np.abs(y - 0.9) < 0.018)] = tones[order[3]]
    return shown


def _plain_block(palette: Palette, pixels: int) -> Field:
    row = np.empty((pixels, 3), np.float32)
    row[:] = palette.ground
    for start, width, tone in (
        (0.08, 0.05, palette.second),
        (0.2, 0.09, palette.first),
        (0.36, 0.04, palette.dark),
    ):
        _bar(row, start, start + width, tone)
        _bar(row, 1 - start - width, 1 - start, tone)
    _bar(row, 0.46, 0.54, palette.second)
    return np.repeat(row[None], pixels, axis=0)


def weave_kente(palette: Palette, rng: np.random.Generator, scale: float) -> Image.Image:
    """Return one repeat of blocked strips whose weft figures alternate."""
    side = max(10, round(_STRIP * 1.05 * scale))
    plain = _plain_block(palette, side)
    figures = [_block(palette, rng, side) for _ in range(3)]
    one = np.concatenate((figures[0], plain, figures[1], plain))
    two = np.concatenate((plain, figures[2], plain, figures[0]))
    cloth = np.concatenate((one, two, one, two), axis=1).copy()
    _ribs(cloth, rng, scale, 0.07)
    _selvedge(cloth, side, scale)
    return Image.fromarray(np.clip(cloth, 0, 255).astype(np.uint8))
