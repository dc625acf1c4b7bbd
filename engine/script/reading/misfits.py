"""What is wrong with a value of a TOML file, in words for whoever wrote it."""

import re

from engine.contracts import Wording, _

_KINDS = {
    "str": _("text in quotes"),
    "int": _("a whole number"),
    "float": _("a number"),
    "bool": _("true or false"),
    "array": _("a list"),
    "object": _("a table"),
}
_GOT = re.compile(r"Expected `(\w+)(?: \| null)?`, got `(\w+)`")
_LONG = re.compile(r"Expected `\w+` of length (>=|<=)? ?(\d+)")
_BOUND = re.compile(r"Expected `(\w+)` (>=|<=|>) (\S+)")
_ENUM = re.compile(r"Invalid enum value '(.*)'")
_LACK = re.compile(r"missing required field `(\w+)`")
_REGEX = re.compile(r"Expected `str` matching regex")


def misfit(error: str) -> Wording | str:
    """The words of msgspec's validation as ours; what is not known stays as it came."""
    if got := _GOT.search(error):
        return _("it should be {wanted}, and is {given}", wanted=_kind(got[1]), given=_kind(got[2]))
    if length := _LONG.search(error):
        return _of_length(length[1], length[2])
    if bound := _BOUND.search(error):
        kind, sign, limit = _kind(bound[1]), bound[2], bound[3]
        if sign == "<=":
            return _("it should be {kind}, {limit} at most", kind=kind, limit=limit)
        if sign == ">":
            return _("it should be {kind} above {limit}", kind=kind, limit=limit)
        return _("it should be {kind}, {limit} at least", kind=kind, limit=limit)
    if lack := _LACK.search(error):
        return _("it has no “{field}”", field=lack[1])
    if enum := _ENUM.search(error):
        return _("“{value}” is none of the words it may be", value=enum[1])
    return _("it is not written as it should be") if _REGEX.search(error) else error


def _of_length(sign: str | None, limit: str) -> Wording:
    if sign == ">=":
        return _("it is too short: {limit} at least", limit=limit)
    if sign == "<=":
        return _("it is too long: {limit} at most", limit=limit)
    return _("it should have {limit} values", limit=limit)


def _kind(name: str) -> Wording | str:
    return _KINDS.get(name, name)
