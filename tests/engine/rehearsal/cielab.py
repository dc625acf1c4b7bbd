"""Colours as CIE 1976 measures them, for what tests say of pixels."""

from typing import Any

import numpy as np
from numpy.typing import ArrayLike, NDArray

TO_XYZ = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]])
WHITE = np.array([0.9505, 1.0, 1.089])  # of daylight


def linear(rgb: ArrayLike) -> NDArray[np.float64]:
    """Light of sRGB bytes, 0 … 1."""
    c: NDArray[Any] = np.asarray(rgb) / 255.0
    return np.where(c <= 0.04045, c / 12.92, ((c + 0.055) / 1.055) ** 2.4)


def cielab(rgb: ArrayLike) -> NDArray[np.float64]:
    """L*, a*, b* of sRGB bytes; both of shape (…, 3)."""
    xyz = linear(rgb) @ TO_XYZ.T / WHITE
    f = np.where(xyz > 0.008856, np.cbrt(xyz), 7.787 * xyz + 16 / 116)
    x, y, z = f[..., 0], f[..., 1], f[..., 2]
    return np.stack([116 * y - 16, 500 * (x - y), 200 * (y - z)], axis=-1)
