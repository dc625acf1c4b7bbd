"""Who is who: people, the studios they belong to, and what they may do there."""

from typing import Any

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A person who signs in: viewer, member of a studio, or both."""

    def save(self, *args: Any, **kwargs: Any) -> None:
        """With another password, or none any more, the tokens got with the old one end."""
        # What `set_password` leaves to be saved; signing in and a stronger hash leave nothing.
        was_set = getattr(self, "_password", None) is not None
        super().save(*args, **kwargs)
        if was_set or not self.has_usable_password():
            # Its module needs the model that this one defines.
            from rest_framework.authtoken.models import Token  # noqa: PLC0415

            Token.objects.filter(user=self).delete()


class Studio(models.Model):
    """A production company on this box; everything made belongs to one."""

    name = models.CharField(_("name"), max_length=120)
    slug = models.SlugField(_("address"), unique=True)
    members = models.ManyToManyField(User, through="Membership", related_name="studios")

    class Meta:
        verbose_name = _("studio")
        verbose_name_plural = _("studios")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    class Role(models.TextChoices):
        OWNER = "owner", _("owner")
        DIRECTOR = "director", _("director")

    user = models.ForeignKey(User, models.CASCADE, related_name="memberships")
    studio = models.ForeignKey(Studio, models.CASCADE, related_name="memberships")
    role = models.CharField(_("role"), max_length=16, choices=Role, default=Role.DIRECTOR)

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.UniqueConstraint(fields=["user", "studio"], name="one_membership_per_studio")
        ]

    def __str__(self) -> str:
        return f"{self.user} · {self.studio}"
