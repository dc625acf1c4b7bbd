"""A forgotten password: by mail where mail is set up, else by whoever runs the box."""

import re

import pytest
from django.core import mail
from django.test import Client
from pytest_django.fixtures import Settings

from apps.accounts.models import User

FORGOTTEN = "/accounts/password/forgotten/"


@pytest.fixture
def mara(db: None) -> User:
    return User.objects.create_user("mara", "mara@example.org", "an old password")


def test_the_sign_in_page_leads_there(client: Client, db: None) -> None:
    assert FORGOTTEN in client.get("/accounts/login/").content.decode()


@pytest.mark.parametrize(
    ("language", "says"), [("en", "This box sends no mail"), ("zh-hans", "这台机器不发邮件")]
)
def test_without_a_mail_server_it_says_who_can_help(
    client: Client, mara: User, language: str, says: str
) -> None:
    for ask in (client.get, client.post):
        answer = ask(FORGOTTEN, {"email": mara.email}, headers={"accept-language": language})
        page = answer.content.decode()
        assert says in page
        assert "manage.py changepassword" in page
        assert "<form" not in page.partition("<main")[2].replace(language_form(page), "")
    assert mail.outbox == []


def language_form(page: str) -> str:
    """The form by which every page changes its language."""
    found = re.search(r'<form[^>]*action="/i18n/.*?</form>', page.partition("<main")[2], re.DOTALL)
    return found[0] if found else ""


def test_a_link_sent_by_mail_sets_a_new_password_once(
    client: Client, mara: User, settings: Settings
) -> None:
    settings.EMAIL_HOST = "mail.example.org"
    asked = client.post(FORGOTTEN, {"email": "mara@example.org"}, headers={"host": "localhost"})
    assert asked.status_code == 302
    (letter,) = mail.outbox
    assert letter.to == ["mara@example.org"]
    link = re.search(rf"{re.escape(settings.SITE_URL)}(/\S+)", str(letter.body))
    assert link
    form = client.get(link[1], follow=True)
    new = {"new_password1": "lantern street 9", "new_password2": "lantern street 9"}
    kept = client.post(form.redirect_chain[-1][0], new, follow=True)
    assert "The new password is set" in kept.content.decode()
    mara.refresh_from_db()
    assert mara.check_password("lantern street 9")
    assert "This link is used up" in client.get(link[1]).content.decode()


def test_nobody_learns_who_has_an_account(client: Client, mara: User, settings: Settings) -> None:
    settings.EMAIL_HOST = "mail.example.org"
    known = client.post(FORGOTTEN, {"email": "mara@example.org"})
    unknown = client.post(FORGOTTEN, {"email": "nobody@example.org"})
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert len(mail.outbox) == 1
