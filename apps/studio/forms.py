"""What directors type in."""

from typing import Any

import msgspec
from babel import Locale
from django import forms
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import get_language, gettext, to_locale
from django.utils.translation import gettext_lazy as _

from apps.accounts.models import Studio, User
from apps.catalog.genres import GENRES
from apps.catalog.models import Edition, Episode, Series
from apps.core.wording import worded
from apps.studio.models import Reference
from apps.studio.services.choosing import Choice, Names, own_steps, why_not
from engine.contracts import COUNTRIES, Models

MAX_SCRIPT_BYTES = 8 * 2**20


class SeriesForm(forms.ModelForm[Series]):
    class Meta:
        model = Series
        fields = ["studio", "title", "language", "logline", "genre"]
        widgets = {
            "logline": forms.Textarea(attrs={"rows": 3}),
            "genre": forms.TextInput(attrs={"list": "genres", "autocomplete": "off"}),
        }

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        studios = Studio.objects.filter(members=user)
        self.fields["studio"].queryset = studios  # type: ignore[attr-defined]
        self.fields["studio"].initial = studios.first()
        self.fields["language"].initial = get_language()
        if studios.count() == 1:
            self.fields["studio"].widget = forms.HiddenInput()

    def genres(self) -> list[str]:
        """What the field suggests; any other word is taken as well."""
        return [str(name) for name in GENRES.values()]


class ScreenplayForm(forms.Form):
    """A pasted text or a file; the file wins."""

    name = forms.CharField(max_length=200, required=False, widget=forms.HiddenInput)
    instead_of = forms.IntegerField(
        required=False, min_value=0, widget=forms.HiddenInput, help_text="the newest when opened"
    )
    over = forms.IntegerField(required=False, min_value=0, help_text="saved meanwhile, and seen")
    text = forms.CharField(
        label=_("Screenplay"), required=False, strip=False, widget=forms.Textarea
    )
    file = forms.FileField(label=_("Upload a file"), required=False, allow_empty_file=True)
    episode = forms.IntegerField(
        label=_("Episode"),
        required=False,
        min_value=1,
        max_value=999,
        help_text=_("only for a file that holds one episode and does not say which"),
    )

    def clean_text(self) -> str:
        """Browsers send every line end as two characters; a revision keeps one."""
        text: str = self.cleaned_data["text"]
        return text.replace("\r\n", "\n")

    def seen(self) -> int:
        """The revision this one is meant to follow; 0: none was there."""
        return self.cleaned_data["over"] or self.cleaned_data["instead_of"] or 0

    def clean_file(self) -> "UploadedFile[bytes] | None":
        file: UploadedFile[bytes] | None = self.cleaned_data["file"]
        if file is not None and (file.size or 0) > MAX_SCRIPT_BYTES:
            raise forms.ValidationError(
                _("This file is larger than 8 MB. Save one episode or one season to a file.")
            )
        return file


class BibleForm(forms.Form):
    bible = forms.CharField(
        label=_("Series bible"), required=False, strip=False, widget=forms.Textarea
    )


class ShownForm(forms.Form):
    """Which edition to show, instead of the one that was seen to be shown; by number."""

    edition = forms.ModelChoiceField(Edition.objects.none(), to_field_name="number", required=False)
    instead_of = forms.IntegerField(required=False, min_value=1)

    def __init__(self, *args: Any, episode: Episode, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["edition"].queryset = episode.editions.all()  # type: ignore[attr-defined]


class RejectForm(forms.Form):
    reason = forms.CharField(label=_("What is wrong with it?"), max_length=400)


class SheetForm(forms.Form):
    """Which reference sheet, and where it matters which of its views; "" is all that are open."""

    kind = forms.ChoiceField(choices=Reference.Kind)
    subject = forms.CharField(max_length=200)
    clothes = forms.CharField(max_length=32, required=False)
    view = forms.CharField(max_length=20, required=False)


class MakeForm(SheetForm):
    how = forms.ChoiceField(choices=[("drawn", "drawn"), ("model", "model")])
    most = forms.IntegerField(min_value=1, max_value=4, required=False)


class BringForm(SheetForm):
    file = forms.FileField(label=_("Photograph or drawing"))


class AdapterForm(forms.Form):
    """The LoRA of a character; an empty name takes it away."""

    subject = forms.CharField(max_length=200)
    name = forms.RegexField(
        r"^[A-Za-z0-9][\w.-]*$",
        label=_("LoRA"),
        max_length=100,
        required=False,
        error_messages={
            "invalid": _("The name of its folder: letters, digits, points, dashes, underscores.")
        },
    )
    strength = forms.FloatField(
        label=_("strength"), min_value=-2, max_value=2, required=False, initial=1.0
    )


class PromptForm(forms.Form):
    """A person's own words for the models; what is empty is composed from the shot."""

    prompt = forms.CharField(max_length=6000, required=False)
    keyframe_prompt = forms.CharField(max_length=6000, required=False)


class FinalSettingsForm(forms.Form):
    """With what the final takes of a series are made; what it names has to be usable here."""

    video = forms.CharField(label=_("Video model"), max_length=80, required=False)
    keyframes = forms.CharField(label=_("Keyframe model"), max_length=80, required=False)
    upscale = forms.CharField(label=_("Upscaler"), max_length=80, required=False)
    interpolate = forms.CharField(label=_("Interpolator"), max_length=80, required=False)
    steps = forms.IntegerField(
        label=_("Steps of the video model"),
        min_value=1,
        max_value=100,
        required=False,
        help_text=_("More steps take longer; with few, detail and movement are lost."),
        error_messages={
            "min_value": _("At least 1, or nothing for the model's own."),
            "max_value": _("At most 100."),
        },
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    smaller = forms.BooleanField(
        label=_("Where the card is short of memory, make the shot in fewer pixels"),
        required=False,
        help_text=_("It is scaled up afterwards. Without this, such a shot fails and says why."),
    )

    seen = forms.CharField(required=False, widget=forms.HiddenInput)  # a Choice, when opened

    def __init__(
        self, *args: Any, found: Models, shown: Choice, seen: Choice, **kwargs: Any
    ) -> None:
        """`shown` is what is chosen on the page at first, `seen` what is chosen for the series."""
        super().__init__(*args, **kwargs)
        self.found = found
        self.initial.update(shown.names._asdict(), smaller=shown.smaller)
        self.initial["steps"] = shown.steps or None
        self.initial["seen"] = msgspec.json.encode(seen).decode()
        own = self.own_steps(self["video"].value() or "")
        self.fields["steps"].widget.attrs["placeholder"] = own

    def own_steps(self, video: str) -> str:
        """What an empty field of steps means with a video model, in words."""
        count = own_steps(self.found, "video", video)
        return gettext("%(count)s (the model's own)") % {"count": count} if count else ""

    def clean_steps(self) -> int:
        return self.cleaned_data["steps"] or 0

    def clean(self) -> None:
        super().clean()
        for field, name in self.names()._asdict().items():
            if why := why_not(self.found, field, name):
                self.add_error(field, worded(why))

    def clean_seen(self) -> Choice | None:
        """None where the page did not say."""
        given = self.cleaned_data["seen"]
        try:
            return msgspec.json.decode(given, type=Choice) if given else None
        except msgspec.DecodeError:
            raise forms.ValidationError("seen") from None  # no page sends it

    def names(self) -> Names:
        return Names(*(self.cleaned_data.get(field, "") for field in Names._fields))

    def choice(self) -> Choice:
        return Choice(self.names(), self.cleaned_data["steps"], self.cleaned_data["smaller"])


def country(code: str) -> str:
    """A country, or the union, by its ISO 3166 code, in the language of the page."""
    names = Locale.parse(to_locale(get_language() or "en")).territories
    return str(names.get(code, code))


class AcceptForm(forms.Form):
    """What a licence wants to know of a studio."""

    country = forms.ChoiceField(label=_("Where the studio is"))
    revenue = forms.IntegerField(
        label=_("What it earned in the last year, US dollars"),
        min_value=0,
        max_value=10**12,
        widget=forms.NumberInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
    )
    by = forms.CharField(label=_("Who accepts it"), max_length=120)
    text_sha256 = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        countries = sorted((country(code), code) for code in COUNTRIES)
        choices = [("", "—"), *((code, name) for name, code in countries)]
        self.fields["country"].choices = choices  # type: ignore[attr-defined]
        self.fields["by"].initial = user.get_full_name() or user.get_username()
