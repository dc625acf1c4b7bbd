"""Which models Alice may use depends on where she is, what she earns and what she agreed to."""

import hashlib
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from engine.contracts import AcceptRequest, EngineError, ModelRequest, ModelsRequest
from engine.diffusion.disk import permit, permitted
from engine.diffusion.disk.acceptances import accept, acceptance_of, licence
from engine.diffusion.disk.listing import models
from engine.diffusion.registry import Licence, ModelEntry
from engine.diffusion.registry.licences import territories
from tests.engine.diffusion.disk.conftest import NAME, Steps, pulled
from tests.engine.diffusion.disk.local_hub import Hub


def accepted(country: str = "CN", revenue: int = 0, text: str = "") -> None:
    request = AcceptRequest(
        name=NAME, country=country, revenue=revenue, by="Alice", text_sha256=text
    )
    accept(request, Steps())


def code(one: ModelEntry) -> str:
    with pytest.raises(EngineError) as caught:
        permit(one)
    assert one.title in caught.value.message
    return caught.value.code


def test_a_free_licence_asks_nobody_for_anything(
    disk: Path, entered: Callable[..., ModelEntry]
) -> None:
    permit(entered())
    with pytest.raises(EngineError, match="asks for nothing"):
        accepted()


def test_what_nobody_accepted_is_not_used_nor_pulled(
    hub: Hub, gated_by_licence: ModelEntry
) -> None:
    assert code(gated_by_licence) == "licence-not-accepted"
    with pytest.raises(EngineError, match="Nobody has accepted") as caught:
        pulled(gated_by_licence)
    assert f"models accept {NAME}" in caught.value.advice
    assert hub.asked == []
    assert NAME not in permitted()
    accepted()
    permit(gated_by_licence)
    assert NAME in permitted()


@pytest.mark.parametrize("country", ["DE", "FR", "MT", "GB"])
def test_a_territory_that_is_left_out_is_refused_in_every_member_state(
    disk: Path, gated_by_licence: ModelEntry, country: str
) -> None:
    accepted(country)
    assert code(gated_by_licence) == "licence-territory"


def test_the_union_has_27_members_and_norway_is_none_of_them() -> None:
    assert len(territories(frozenset({"EU"}))) == 27
    assert "NO" not in territories(frozenset({"EU", "GB"}))


@pytest.mark.parametrize(("revenue", "allowed"), [(19_999_999, True), (20_000_000, False)])
def test_a_studio_that_earns_too_much_needs_another_licence(
    disk: Path, gated_by_licence: ModelEntry, revenue: int, allowed: bool
) -> None:
    accepted(revenue=revenue)
    if allowed:
        permit(gated_by_licence)
    else:
        assert code(gated_by_licence) == "licence-revenue"


def test_what_may_not_earn_money_is_refused_whoever_accepts_it(
    disk: Path, entered: Callable[..., ModelEntry]
) -> None:
    terms = Licence(id="NC-1", title="Research Licence", commercial=False, must_accept=True)
    one = entered(licence=terms)
    with pytest.raises(EngineError, match="may not be used to earn money"):
        accepted()
    assert code(one) == "licence-non-commercial"


@pytest.mark.parametrize("country", ["EU", "UK", "de", "", "XX"])
def test_a_country_is_named_by_its_code(
    disk: Path, gated_by_licence: ModelEntry, country: str
) -> None:
    with pytest.raises(EngineError, match="is no country's code"):
        accepted(country)
    assert acceptance_of(NAME) is None


def test_it_is_kept_who_accepted_which_text_and_nothing_is_forgotten(
    disk: Path, gated_by_licence: ModelEntry
) -> None:
    shown = licence(ModelRequest(name=NAME), Steps())
    assert "20,000,000" in shown.text
    accepted(revenue=5, text=shown.sha256)
    accepted("JP", revenue=7)
    kept = json.loads((disk / "acceptances.json").read_bytes())["acceptances"]
    assert [(one["by"], one["country"], one["revenue"]) for one in kept] == [
        ("Alice", "CN", 5),
        ("Alice", "JP", 7),
    ]
    assert kept[0]["text_sha256"] == hashlib.sha256(shown.text.encode()).hexdigest()
    assert kept[0]["at"].endswith("+00:00")


def test_the_text_that_is_accepted_is_the_publishers(
    wan: ModelEntry, hub: Hub, disk: Path, entered: Callable[..., ModelEntry]
) -> None:
    files = hub.repositories[wan.repository].files
    files["LICENSE.txt"] = "Do no harm. 不作恶。".encode()
    terms = Licence(id="C-1", title="Community", link="LICENSE.txt", must_accept=True)
    one = entered(licence=terms)
    shown = licence(ModelRequest(name=NAME), Steps())
    assert shown.text == "Do no harm. 不作恶。"
    accepted(text=shown.sha256)
    pulled(one)
    permit(one)
    assert (disk / NAME / "LICENSE.txt").is_file()
    (disk / NAME / "LICENSE.txt").write_text("Do no harm, and pay.", encoding="utf-8")
    assert code(one) == "licence-changed"
    with pytest.raises(EngineError, match="has changed meanwhile"):
        accepted(text=shown.sha256)


def test_without_its_text_a_licence_cannot_be_accepted(
    wan: ModelEntry, hub: Hub, entered: Callable[..., ModelEntry]
) -> None:
    entered(licence=Licence(id="C-1", title="Community", link="GONE.md", must_accept=True))
    with pytest.raises(EngineError, match=r"no “GONE\.md” to be accepted"):
        accepted()


DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "cut off": lambda kept: kept[: kept.rindex(b'"JP"')],
    "another type": lambda kept: kept.replace(b'"revenue": 7', b'"revenue": "much"'),
    "no letters": lambda kept: kept.replace(b'"JP"', b'"\xff\xfe"'),
}


@pytest.mark.parametrize("damage", DAMAGES)
def test_of_a_damaged_record_what_can_be_read_holds_and_nothing_is_lost(
    disk: Path, gated_by_licence: ModelEntry, damage: str
) -> None:
    accepted("CN", revenue=5)
    accepted("JP", revenue=7)
    file = disk / "acceptances.json"
    left = DAMAGES[damage](file.read_bytes())
    file.write_bytes(left)
    kept = acceptance_of(NAME)
    assert kept is not None
    assert (kept.country, kept.revenue) == ("CN", 5)
    permit(gated_by_licence)
    (told,) = models(ModelsRequest(), Steps()).problems
    assert told.code == "bad-acceptances"
    assert str(file) in told.message
    assert "accepted again" in told.advice
    accepted("KR", revenue=9)
    found = json.loads(file.read_bytes())["acceptances"]
    assert [one["country"] for one in found] == ["CN", "KR"]
    (aside,) = disk.glob("acceptances-damaged-*.json")
    assert aside.read_bytes() == left
    assert models(ModelsRequest(), Steps()).problems == ()


@pytest.mark.parametrize("left", [b"[", b"", b"\x00\xff" * 50, b"[" * 100_000])
def test_of_a_record_that_is_gone_nobody_is_taken_at_a_word_that_cannot_be_read(
    disk: Path, gated_by_licence: ModelEntry, left: bytes
) -> None:
    accepted()
    (disk / "acceptances.json").write_bytes(left)
    with pytest.raises(EngineError, match=r"acceptances\.json” cannot be read"):
        permit(gated_by_licence)
    states = {one.name: one.refused for one in models(ModelsRequest(), Steps()).models}
    assert (states[NAME], states["sdxl"]) == ("licence-not-accepted", "")
    assert "sdxl" in permitted()
    accepted()
    permit(gated_by_licence)
    (aside,) = disk.glob("acceptances-damaged-*.json")
    assert aside.read_bytes() == left


def test_a_record_that_cannot_be_copied_is_not_written_over(
    disk: Path, gated_by_licence: ModelEntry
) -> None:
    (disk / "acceptances.json").mkdir(parents=True)
    with pytest.raises(EngineError, match="cannot be read"):
        accepted()
    assert (disk / "acceptances.json").is_dir()
