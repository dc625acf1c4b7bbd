"""A password cannot be found by trying, and nobody's mailbox be flooded."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from pytest_django.fixtures import Settings
from rest_framework.authtoken.models import Token

from apps.accounts.models import User

FORGOTTEN = "/accounts/password/forgotten/"
TOKEN = "/api/v1/token/"
RIGHT = "an old password"


@pytest.fixture(autouse=True)
def mara(db: None) -> Iterator[User]:
    cache.clear()
    yield User.objects.create_user("mara", "mara@example.org", RIGHT, is_staff=True)
    cache.clear()  # somebody of another test may have the number that was guessed at


class Stranger:
    """Somebody at an address of the network."""

    def __init__(self, peer: str = "203.0.113.9", **headers: str) -> None:
        self.client = Client(REMOTE_ADDR=peer)
        self.headers = headers

    def asks_for_a_token(self, name: str = "mara", tried: str = "wrong") -> Any:
        given = {"username": name, "password": tried}
        return self.client.post(TOKEN, given, headers=self.headers)

    def signs_in(self, name: str = "mara", tried: str = "wrong") -> bool:
        given = {"login": name, "password": tried}
        self.client.post("/accounts/login/", given, headers=self.headers)
        return "_auth_user_id" in self.client.session


def test_guesses_from_many_places_at_one_account_end() -> None:
    answers = [Stranger(f"203.0.113.{n}").asks_for_a_token().status_code for n in range(7)]
    assert answers == [400] * 5 + [429] * 2
    late = Stranger("203.0.113.99")
    refused = late.asks_for_a_token(tried=RIGHT)
    assert (refused.status_code, refused.json()["code"]) == (429, "throttled")
    assert int(refused["Retry-After"]) > 0


def test_guesses_from_one_place_at_many_accounts_end() -> None:
    stranger = Stranger()
    answers = [stranger.asks_for_a_token(f"person{n}").status_code for n in range(12)]
    assert answers == [400] * 10 + [429] * 2


def test_a_header_makes_nobody_somebody_else() -> None:
    answers = [
        Stranger(x_forwarded_for=f"198.51.100.{n}", x_real_ip=f"198.51.100.{n}")
        .asks_for_a_token(f"person{n}")
        .status_code
        for n in range(12)
    ]
    assert answers[-2:] == [429, 429]


def test_behind_a_proxy_of_ours_people_are_told_apart(settings: Settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    for n in range(12):
        stranger = Stranger("127.0.0.1", x_forwarded_for=f"invented, 198.51.100.{n}")
        assert stranger.asks_for_a_token(f"person{n}").status_code == 400
    same = Stranger("127.0.0.1", x_forwarded_for="invented too, 198.51.100.5")
    answers = [same.asks_for_a_token(f"other{n}").status_code for n in range(10)]
    assert answers[-1] == 429, "what the caller wrote before our proxy counts for nothing"


def test_a_token_of_ones_own_gives_no_free_guesses(mara: User) -> None:
    own = Token.objects.create(user=User.objects.create_user("eve"))
    eve = Stranger(authorization=f"Token {own.key}")
    assert [eve.asks_for_a_token().status_code for _ in range(6)][-1] == 429


def test_name_mail_and_host_are_ways_to_one_account(settings: Settings) -> None:
    settings.ALLOWED_HOSTS = ["*"]
    ways = ["mara", "MARA", "mara@example.org", "Mara@Example.org", " mara "]
    for n, name in enumerate(ways):
        Stranger(f"203.0.113.{n}", host=f"localhost:{n + 1}").signs_in(name)
    assert Stranger("203.0.113.77").asks_for_a_token(tried=RIGHT).status_code == 429
    assert not Stranger("203.0.113.78").signs_in(tried=RIGHT)


def test_who_signs_in_often_is_not_taken_for_a_guesser() -> None:
    assert all(Stranger().asks_for_a_token(tried=RIGHT).status_code == 200 for _ in range(25))


def test_the_administration_has_no_door_of_its_own(client: Client) -> None:
    for ask in (client.get, client.post):
        answer = ask("/admin/login/", {"username": "mara", "password": RIGHT, "next": "/admin/"})
        assert answer.status_code == 302
        assert answer["Location"].startswith("/accounts/login/?next=")
    assert "_auth_user_id" not in client.session
    given = {"login": "mara", "password": RIGHT}
    assert client.post(answer["Location"], given)["Location"] == "/admin/"


@pytest.mark.parametrize(("language", "says"), [("en", "Too many"), ("zh-hans", "尝试次数过多")])
def test_too_many_tries_are_told_on_a_page_of_ours(
    client: Client, settings: Settings, language: str, says: str
) -> None:
    settings.EMAIL_HOST = "mail.example.org"
    headers = {"accept-language": language}
    answers = [client.post(FORGOTTEN, {"email": "m@x.org"}, headers=headers) for _ in range(4)]
    assert [answer.status_code for answer in answers] == [302] * 3 + [429]
    assert says in answers[-1].content.decode()


def test_nobody_can_flood_a_mailbox(settings: Settings) -> None:
    settings.EMAIL_HOST = "mail.example.org"
    for n in range(25):
        stranger = Stranger(f"203.0.113.{n}")
        stranger.client.post(FORGOTTEN, {"email": ["mara@example.org", "MARA@example.org"][n % 2]})
    assert len(mail.outbox) == 3


def test_one_place_cannot_write_to_everybody(settings: Settings) -> None:
    settings.EMAIL_HOST = "mail.example.org"
    for n in range(25):
        User.objects.create_user(f"person{n}", f"person{n}@example.org", "a password")
        Stranger().client.post(FORGOTTEN, {"email": f"person{n}@example.org"})
    assert len(mail.outbox) == 20


def by_the_person(mara: User, client: Client) -> None:
    client.force_login(mara)
    new = {"oldpassword": RIGHT, "password1": "lantern street 9", "password2": "lantern street 9"}
    assert client.post("/accounts/password/", new).status_code == 302


def by_the_administration(mara: User, client: Client) -> None:
    client.force_login(User.objects.create_superuser("root"))
    new = {"password1": "lantern street 9", "password2": "lantern street 9"}
    url = f"/admin/accounts/user/{mara.pk}/password/"
    assert client.post(url, new | {"usable_password": "true"}).status_code == 302


def by_taking_it_away(mara: User, client: Client) -> None:
    mara.set_unusable_password()
    mara.save()


@pytest.mark.parametrize("change", [by_the_person, by_the_administration, by_taking_it_away])
def test_with_another_password_old_tokens_end(
    mara: User, client: Client, change: Callable[[User, Client], None]
) -> None:
    key = Stranger().asks_for_a_token(tried=RIGHT).json()["token"]
    used = {"authorization": f"Token {key}"}
    assert Client().get("/api/v1/series/", headers=used).status_code == 200
    change(mara, client)
    assert Client().get("/api/v1/series/", headers=used).status_code == 401


def test_signing_in_and_another_name_leave_a_token_as_it_is(mara: User) -> None:
    Token.objects.create(user=mara)
    assert Stranger().signs_in(tried=RIGHT)
    mara.refresh_from_db()
    mara.first_name = "Mara"
    mara.save()
    assert Token.objects.filter(user=mara).exists()
