"""What makes pictures readable for an encoder, without the part that only films need."""

from typing import Any


def stills_only(name: str) -> Any:
    """That processor class of transformers, without its processor of films.

    The latter needs torchvision, whose build must fit that of torch, and no model here is given
    a film to read. Written down, it is the class that it was made of.
    """
    import transformers

    base = getattr(transformers, name)

    def parts(_cls: Any) -> list[str]:
        return [part for part in base.get_attributes() if part != "video_processor"]

    return type(
        name, (base,), {"get_attributes": classmethod(parts), "__module__": base.__module__}
    )
