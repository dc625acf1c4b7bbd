"""What the breakdown of an episode takes from its file, named by content: the verb "read"."""

from typing import Any

import msgspec

from engine.contracts import (
    Context,
    EpisodeScript,
    ReadRequest,
    Screenplay,
    content_hash,
)
from engine.script.people.casting import cast_screenplay
from engine.script.people.evidence import evidence, gather
from engine.script.people.naming import names_in
from engine.script.reading.read import read


def read_with_inputs(request: ReadRequest, context: Context) -> Screenplay:
    """What `read` reads, with the `inputs` of each episode. Raises EngineError as `read` does."""
    screenplay = read(request, context)
    is_serial = len(screenplay.episodes) > 1
    shared = (screenplay.title, screenplay.language, is_serial, _company(screenplay))
    named = tuple(
        msgspec.structs.replace(one, inputs=content_hash((shared, _from_its_top(one))))
        for one in screenplay.episodes
    )
    return msgspec.structs.replace(screenplay, episodes=named)


def _company(screenplay: Screenplay) -> Any:
    """What the whole file says of everybody: a bible casts by it, too, whatever it describes."""
    script = evidence(screenplay)
    told = {name: gather(name, script) for name in dict.fromkeys(names_in(screenplay))}
    return cast_screenplay(screenplay), told


def _from_its_top(episode: EpisodeScript) -> Any:
    """The episode with its lines counted from its first scene: where it stands does not matter."""
    plain = msgspec.to_builtins(episode)
    for scene in plain["scenes"]:
        scene["line"] -= episode.line
        for element in scene["elements"]:
            element["line"] -= episode.line
    return plain
