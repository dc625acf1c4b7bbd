"""People with a story: Alice owns a studio, Bob directs in it, Charlie belongs to another one."""

from dataclasses import dataclass

from apps.accounts.models import Membership, Studio, User


@dataclass(frozen=True)
class People:
    studio: Studio
    alice: User
    bob: User
    charlie: User
    viewer: User


def gather() -> People:
    """Write them into the database."""
    studio = Studio.objects.create(name="Lantern", slug="lantern")
    other = Studio.objects.create(name="Harbour", slug="harbour")
    alice, bob, charlie, viewer = (
        User.objects.create_user(name, password="a good password")
        for name in ("alice", "bob", "charlie", "vera")
    )
    Role = Membership.Role
    for user, where, role in (
        (alice, studio, Role.OWNER),
        (bob, studio, Role.DIRECTOR),
        (charlie, other, Role.OWNER),
    ):
        Membership.objects.create(user=user, studio=where, role=role)
    return People(studio, alice, bob, charlie, viewer)
