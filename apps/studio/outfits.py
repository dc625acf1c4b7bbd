"""Clothes and views in the words of a page."""

from collections.abc import Iterable

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from apps.core.wording import listed

CLOTHES = {
    "shirt": _("shirt"),
    "tshirt": _("T-shirt"),
    "blouse": _("blouse"),
    "suit": _("suit"),
    "dress": _("dress"),
    "gown": _("evening gown"),
    "coat": _("coat"),
    "hoodie": _("hoodie"),
    "sweater": _("sweater"),
    "scrubs": _("scrubs"),
    "doctor_coat": _("doctor's coat"),
    "uniform": _("uniform"),
    "hanfu": _("hanfu"),
    "robe": _("robe"),
    "apron": _("apron"),
    "jacket": _("jacket"),
    "school_uniform": _("school uniform"),
    "rags": _("rags"),
    "police": _("police uniform"),
    "security": _("guard's uniform"),
    "soldier": _("soldier's uniform"),
    "nurse": _("nurse's uniform"),
    "chef": _("chef's jacket"),
    "waiter": _("waiter's vest"),
    "maid": _("maid's dress"),
    "judge": _("judge's robe"),
    "priest": _("cassock"),
    "business": _("business suit"),
    "tuxedo": _("tuxedo"),
    "overalls": _("overalls"),
    "tracksuit": _("tracksuit"),
    "patient": _("hospital gown"),
    "leather": _("leather jacket"),
    "cardigan": _("cardigan"),
    "vest": _("waistcoat"),
    "gothic": _("gothic dress"),
    "wedding": _("wedding dress"),
    "qipao": _("qipao"),
    "sari": _("sari"),
    "kurta": _("kurta"),
    "kimono": _("kimono"),
    "tank": _("tank top"),
    "imperial": _("imperial robe"),
    "court_gown": _("court gown"),
    "eunuch": _("eunuch's robe"),
    "armour": _("armour"),
    "knight": _("plate armour"),
    "victorian": _("Victorian dress"),
    "frock_coat": _("frock coat"),
    "royal": _("royal mantle"),
}
VIEWS = {
    "front": _("Front"),
    "three_quarter": _("Three-quarter"),
    "side": _("Side"),
    "back": _("Back"),
    "calm": _("Neutral"),
    "joy": _("Happy"),
    "sad": _("Sad"),
    "anger": _("Angry"),
    "fear": _("Afraid"),
    "day": _("By day"),
    "night": _("By night"),
}


def clothes(kind: str) -> str:
    """What no dictionary knows is drawn as a shirt."""
    return str(CLOTHES.get(kind, CLOTHES["shirt"]))


def scenes(found: Iterable[tuple[int, str]]) -> str:
    """ "Episode 1, scenes 2, 4 · Episode 3, scene 1"."""
    episodes: dict[int, list[str]] = {}
    for episode, scene in found:
        episodes.setdefault(episode, []).append(scene)
    return " · ".join(
        ngettext(
            "Episode %(episode)s, scene %(scenes)s",
            "Episode %(episode)s, scenes %(scenes)s",
            len(names),
        )
        % {"episode": number, "scenes": listed(names)}
        for number, names in episodes.items()
    )
