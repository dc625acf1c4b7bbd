"""LTX-2: both its streams look at words under a mask."""

from engine.diffusion.runtimes.graphs.plain import DECOMPOSED, Plain


class Ltx2Graph(Plain):
    opset = DECOMPOSED
