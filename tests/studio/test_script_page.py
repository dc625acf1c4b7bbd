"""The script page: whatever is pasted or uploaded is read, or refused in plain words."""

import codecs
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from apps.catalog.models import Series
from apps.studio import services
from apps.studio.forms import MAX_SCRIPT_BYTES
from apps.studio.models import Screenplay
from tests.people import People

ENGLISH = "INT. HALL - DAY\n\nMIA\nNot mine.\n"
CHINESE = "第1集\n\n1-1 医院走廊 夜 内\n\n林晚：这不是我的钥匙。\n"
FDX = """<?xml version="1.0" encoding="UTF-8"?>
<FinalDraft DocumentType="Script" Version="1"><Content>
<Paragraph Type="Scene Heading"><Text>INT. HALL - DAY</Text></Paragraph>
<Paragraph Type="Character"><Text>MIA</Text></Paragraph>
<Paragraph Type="Dialogue"><Text>Not mine.</Text></Paragraph>
</Content></FinalDraft>"""
BOMB = '<?xml version="1.0"?>\n<!DOCTYPE FinalDraft [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {name} "{f"&{of};" * 10}">' for of, name in zip("abcdefgh", "bcdefghi", strict=True)
)
BOMB += "]>\n<FinalDraft><Content><Paragraph><Text>&i;</Text></Paragraph></Content></FinalDraft>"
TYPED = "INT. ATTIC - NIGHT\n\nMIA\nTyped, not saved.\n"


class Page:
    def __init__(self, client: Client, series: Series) -> None:
        self.client, self.series = client, series
        self.url = f"/studio/{series.slug}/script"

    def upload(self, name: str, content: bytes, text: str = "", episode: str = "") -> Any:
        file = SimpleUploadedFile(name, content)
        return self.client.post(self.url, {"text": text, "file": file, "episode": episode})

    def paste(self, text: str, **fields: str) -> Any:
        return self.client.post(self.url, {"text": text, **fields})

    def shown(self) -> str:
        return self.client.get(self.url).content.decode()


@pytest.fixture
def page(people: People, client: Client) -> Page:
    client.force_login(people.bob)
    series = services.create_series(studio=people.studio, title="The Key", language="en")
    return Page(client, series)


def refused(page: Page, answer: Any) -> str:
    """What the page says; nothing may have been kept."""
    assert answer.status_code == 400
    assert Screenplay.objects.count() == 0
    assert page.series.episodes.count() == 0
    text = str(answer.content.decode())
    assert 'role="alert"' in text
    assert "Nothing was saved" in text
    assert "Traceback" not in text
    return text


def test_a_pasted_text_is_kept_and_read(page: Page) -> None:
    answer = page.paste(ENGLISH.replace("\n", "\r\n"))
    assert (answer.status_code, answer["Location"]) == (302, page.url)
    kept = Screenplay.objects.get()
    assert kept.text == ENGLISH, "line ends as writers mean them"
    assert kept.created_by is not None
    assert "INT. HALL - DAY" in page.shown()
    assert page.series.episodes.get().number == 1


@pytest.mark.parametrize(
    ("name", "content", "holds"),
    [
        ("key.fountain", ENGLISH.encode(), "Not mine."),
        ("key.txt", codecs.BOM_UTF16_LE + ENGLISH.encode("utf-16-le"), "Not mine."),
        ("key.txt", CHINESE.encode("gb18030"), "这不是我的钥匙"),
        ("key.fdx", FDX.encode(), "Not mine."),
    ],
    ids=["utf-8", "utf-16", "gb18030", "fdx"],
)
def test_an_upload_is_read_in_whatever_way_it_is_written(
    page: Page, name: str, content: bytes, holds: str
) -> None:
    assert page.upload(name, content).status_code == 302
    kept = Screenplay.objects.get()
    assert holds in kept.text
    assert kept.name == name
    assert kept.numbers == [1]


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("empty.fountain", b"", "empty"),
        ("photo.fountain", bytes(range(256)) * 64, "This is not text"),
        (
            "web.fdx",
            b"<?xml version='1.0'?><html><p>Hello</p></html>",
            "not a Final Draft document",
        ),
        ("bomb.fdx", BOMB.encode(), "defines entities"),
        ("long.fountain", b"x" * (MAX_SCRIPT_BYTES + 1), "larger than 8 MB"),
    ],
    ids=["empty", "binary", "other xml", "entity bomb", "too large"],
)
def test_a_file_that_is_no_screenplay_is_refused_and_what_was_typed_stays(
    page: Page, name: str, content: bytes, says: str
) -> None:
    text = refused(page, page.upload(name, content, text=TYPED))
    assert says in text
    assert "Typed, not saved." in text


def test_an_fdx_that_breaks_off_is_read_up_to_there_and_says_where(page: Page) -> None:
    assert page.upload("broken.fdx", FDX.encode()[:-40]).status_code == 302
    problems = Screenplay.objects.get().problems
    assert [(item["line"], item["severity"]) for item in problems if item["line"]] == [(5, "error")]
    assert 'data-line="5"' in page.shown()


def test_nothing_pasted_is_refused(page: Page) -> None:
    assert "empty" in refused(page, page.paste("")).lower()


def test_an_episode_number_out_of_range_is_refused_beside_its_name(page: Page) -> None:
    text = refused(page, page.paste(TYPED, episode="0"))
    assert "Episode:" in text
    assert "Typed, not saved." in text


def test_a_file_with_two_episodes_cannot_be_given_one_number(page: Page) -> None:
    two = f"# Episode 1\n\n{ENGLISH}\n# Episode 2\n\n{ENGLISH}"
    text = refused(page, page.paste(two, episode="3"))
    assert "holds 2 episodes" in text
    assert "# Episode 2" in text


def test_the_name_of_an_upload_leads_nowhere(page: Page, media: Path) -> None:
    answer = page.upload("../../../outside.fountain", ENGLISH.encode())
    assert answer.status_code == 302
    assert Screenplay.objects.get().name == "outside.fountain"
    assert not list(media.parent.rglob("outside.fountain"))


def test_what_could_not_be_understood_is_told_by_line(page: Page) -> None:
    page.paste("INT. HALL - DAY\n\nMIA\nNot mine.\n\n/* a note that never ends\n\nTOM\nWell.\n")
    problems = Screenplay.objects.get().problems
    assert problems
    text = page.shown()
    for problem in problems:
        assert not problem["line"] or f'data-line="{problem["line"]}"' in text
    assert any(problem["line"] for problem in problems)


def test_an_older_revision_can_be_looked_at_again(page: Page) -> None:
    page.paste(ENGLISH)
    page.paste(ENGLISH.replace("Not mine.", "Mine after all."), instead_of="1")
    assert "Mine after all." in page.shown()
    older = page.client.get(f"{page.url}?revision=1").content.decode()
    assert "Not mine." in older
    assert "Mine after all." not in older
    assert "Mine after all." in page.client.get(f"{page.url}?revision=x").content.decode()
