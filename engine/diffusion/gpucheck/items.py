"""What is measured, in which shape, and how many seconds it may take: 585 in all."""

from dataclasses import dataclass

from engine.diffusion.registry import Bucket


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    model: str
    bucket: Bucket
    seconds: int
    work: str  # "sample" | "decode" | "memory"
    leave_out: tuple[str, ...] = ()  # components that are not needed for it


_KLEIN = Bucket(width=768, height=1344, frames=1, fps=1)
_WAN_5B = Bucket(width=704, height=1280, frames=121, fps=24)
_WAN_5B_SHORT = Bucket(width=704, height=1280, frames=41, fps=24)
_WAN_14B = Bucket(width=480, height=832, frames=81, fps=16)
_LTX = Bucket(width=704, height=1280, frames=121, fps=24)

ITEMS = {
    "klein-4b": Item(model="flux2-klein-4b", bucket=_KLEIN, seconds=70, work="sample"),
    "wan-5b": Item(model="wan2.2-ti2v-5b", bucket=_WAN_5B, seconds=120, work="sample"),
    "wan-14b": Item(
        model="wan2.2-i2v-a14b",
        bucket=_WAN_14B,
        seconds=170,
        work="sample",
        leave_out=("transformer_2",),
    ),
    "ltx": Item(model="ltx-2.5", bucket=_LTX, seconds=90, work="sample"),
    "klein-4b-vae": Item(model="flux2-klein-4b", bucket=_KLEIN, seconds=35, work="decode"),
    "wan-5b-vae": Item(model="wan2.2-ti2v-5b", bucket=_WAN_5B_SHORT, seconds=45, work="decode"),
    "out-of-memory": Item(model="wan2.2-ti2v-5b", bucket=_WAN_5B_SHORT, seconds=55, work="memory"),
}
