"""One of the characters of a series bible: the keys it gives, laid over what the rules say."""

from collections.abc import Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Any, NamedTuple

import msgspec

from engine.contracts import Character
from engine.script.people.cues import Cues
from engine.script.people.looks import look_by_rule, told
from engine.script.people.settle import Choice
from engine.script.people.voices import voice_by_rule


class Entry(NamedTuple):
    """Somebody as the bible describes them: only what stands there."""

    person: Character  # its look and voice are not to be read
    look: Mapping[str, Any] = MappingProxyType({})
    voice: Mapping[str, Any] = MappingProxyType({})
    language: str = ""  # of the bible, "" where it says none


def completed(entry: Entry, key: str, cues: Cues, choice: Choice, language: str) -> Character:
    """The character of an entry: every key that it leaves out is as it would be without it."""
    kept = choice.kept
    rule_look = (
        told(kept.look, cues) if kept else look_by_rule(key, _known(cues, entry.look), choice.look)
    )
    look = _overlaid(rule_look, entry.look)
    if kept and look.presentation == kept.look.presentation:
        rule_voice = kept.voice
    else:
        rule_voice = voice_by_rule(key, look, entry.language or language, choice.voice)
    voice = _overlaid(rule_voice, entry.voice)
    return msgspec.structs.replace(entry.person, look=look, voice=voice)


def _known(cues: Cues, given: Mapping[str, Any]) -> Cues:
    """What other keys follow from: of a given age follows grey hair."""
    return replace(
        cues,
        presentation=given.get("presentation") or cues.presentation,
        age=given.get("age") or cues.age,
        build=given.get("build") or cues.build,
        skin=given.get("skin") or cues.skin,
        heritage="" if given.get("skin") else cues.heritage,
        wardrobe=given.get("wardrobe", {}).get("kind") or cues.wardrobe,
    )


def _overlaid(rule: Any, given: Mapping[str, Any]) -> Any:
    """The value made by rule, with the keys that were given laid over it."""
    return msgspec.convert(_merged(msgspec.to_builtins(rule), given), type(rule))


def _merged(under: dict[str, Any], over: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: _merged(value, over[key])
        if isinstance(value, dict) and key in over
        else over.get(key, value)
        for key, value in under.items()
    }
