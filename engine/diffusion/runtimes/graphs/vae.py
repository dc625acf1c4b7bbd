"""Both ways through a VAE."""

from engine.diffusion.runtimes.graphs.plain import Plain


class Decode(Plain):
    method = "decode"


class Encode(Plain):
    """Gives back mean and deviation beside each other; the pipeline draws or takes the mean."""

    method = "encode"
