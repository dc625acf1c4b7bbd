"""Whether a model may be used by the studio that this machine belongs to."""

from engine.contracts import COUNTRIES, EU, Acceptance, EngineError, Wording, _
from engine.diffusion.registry.entry import Licence, ModelEntry


def territories(excluded: frozenset[str]) -> frozenset[str]:
    """Codes of countries, the union opened up into its members."""
    return excluded - {"EU"} | (EU if "EU" in excluded else frozenset())


def asks(licence: Licence) -> bool:
    """Whether somebody has to accept it, or has to say where and how large the studio is."""
    return bool(licence.must_accept or licence.excluded or licence.revenue_limit)


def check_licence(
    entry: ModelEntry, acceptance: Acceptance | None, text_sha256: str = ""
) -> EngineError | None:
    """Why the model may not be used here; None when it may.

    `text_sha256` names the licence text as it lies on this machine, "" where there is none. Codes:
    "licence-non-commercial", "licence-not-accepted", "licence-changed", "licence-territory",
    "licence-revenue".
    """
    licence = entry.licence
    if not licence.commercial:
        return _non_commercial(entry)
    if not asks(licence):
        return None
    if acceptance is None or acceptance.licence != licence.id:
        return EngineError(
            "licence-not-accepted",
            _(
                "Nobody has accepted the licence of {title} yet ({licence}).",
                title=entry.title,
                licence=licence.title,
            ),
            _accept(entry),
        )
    if text_sha256 and text_sha256 != acceptance.text_sha256:
        return EngineError(
            "licence-changed",
            _("The licence text of {title} has changed since it was accepted.", title=entry.title),
            _accept(entry),
        )
    return _limits(entry, acceptance)


def check_acceptable(entry: ModelEntry) -> None:
    """Raises EngineError "licence-non-commercial" or "nothing-to-accept" where nobody can accept
    the licence, or has to.
    """
    if not entry.licence.commercial:
        raise _non_commercial(entry)
    if not asks(entry.licence):
        raise EngineError(
            "nothing-to-accept",
            _(
                "{title} may be used by everybody: its licence, {licence}, asks for nothing.",
                title=entry.title,
                licence=entry.licence.title,
            ),
        )


def _non_commercial(entry: ModelEntry) -> EngineError:
    return EngineError(
        "licence-non-commercial",
        _(
            "{title} may not be used to earn money: its licence is {licence}.",
            title=entry.title,
            licence=entry.licence.title,
        ),
        _("Choose another model."),
    )


def _accept(entry: ModelEntry) -> Wording:
    return _(
        "Read and accept it on the Engine page, or with “python -m engine models accept {name}”.",
        name=entry.name,
    )


def _limits(entry: ModelEntry, acceptance: Acceptance) -> EngineError | None:
    licence = entry.licence
    if acceptance.country in territories(licence.excluded):
        return EngineError(
            "licence-territory",
            _(
                "The licence of {title} does not hold in {country}: it leaves out {excluded}.",
                title=entry.title,
                country=acceptance.country,
                excluded=tuple(sorted(licence.excluded)),
            ),
            _("Choose another model, or ask its publisher for a licence of your own."),
        )
    if licence.revenue_limit and acceptance.revenue >= licence.revenue_limit:
        return EngineError(
            "licence-revenue",
            _(
                "The licence of {title} is for studios that earn less than US${limit} a year; this "
                "one earns US${revenue}.",
                title=entry.title,
                limit=f"{licence.revenue_limit:,}",
                revenue=f"{acceptance.revenue:,}",
            ),
            _("Choose another model, or ask its publisher for a licence of your own."),
        )
    return None


def check_country(country: str) -> None:
    """Raises EngineError "bad-country" for what is no ISO 3166 code."""
    if country not in COUNTRIES:
        raise EngineError(
            "bad-country",
            _("“{country}” is no country's code.", country=country),
            _("Use the two letters of ISO 3166, such as US, CN, DE or GB."),
        )
