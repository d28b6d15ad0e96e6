"""What the page of a report is made of: its form, its pictures, its history."""

from typing import Any

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from server.media.models import Photo
from server.media.renderings import SIZES
from server.media.selectors import open_rendition
from server.moderation.models import Report, Ruling
from server.moderation.selectors import acts_on, history_of, person_behind, reported_pictures
from shared import limits
from shared.codes import Refused

ACTS = {
    Ruling.Act.HIDE: "hide what was reported from everybody else",
    Ruling.Act.SHOW: "show it once more",
    Ruling.Act.WARN: "warn the person",
    Ruling.Act.SUSPEND: "suspend the person: all access ends at once",
    Ruling.Act.LET_BACK: "let the person back",
    Ruling.Act.DISMISS: "nothing to do",
}
GONE = "They are gone, and with them whatever this was about."


class RulingForm(forms.ModelForm):
    """Nothing of the report can be changed; choosing an act decides about it."""

    act = forms.ChoiceField(required=False, label="Decision")
    why = forms.CharField(
        required=False, max_length=limits.NOTE_MAX, widget=forms.Textarea(attrs={"rows": 3}),
        help_text="For other moderators. Nobody else reads it.",
    )  # fmt: skip

    class Meta:
        model = Report
        fields: tuple[str, ...] = ()

    def __init__(self, *args: Any, **named: Any) -> None:
        super().__init__(*args, **named)
        fitting = [(act.value, ACTS[act]) for act in acts_on(self.instance)]
        field = self.fields["act"]
        if isinstance(field, forms.ChoiceField):
            field.choices = [("", "decide later"), *fitting]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("act"):
            try:
                person_behind(self.instance)
            except Refused as gone:
                raise forms.ValidationError(GONE) from gone
        return cleaned


def photo_address() -> str:
    return "<uuid:report_id>/photos/<int:n>"


def as_pictures(report: Report) -> SafeString:
    addresses = ((reverse("admin:reported_photo", args=[report.id, n]), n) for n in reported_pictures(report))
    shown = format_html_join(" ", '<a href="{0}"><img src="{0}" alt="photo {1}" width="320"></a>', addresses)
    return shown or format_html("{}", "none")


def print_rendition(photo: Photo) -> HttpResponse:
    content = open_rendition(photo, max(SIZES)).read()
    return HttpResponse(content, content_type="image/webp")


def as_history(report: Report) -> SafeString:
    """Earlier reports about the same person and what was decided, newest first; this report is left out."""
    try:
        person = person_behind(report)
    except Refused:
        return format_html("{}", GONE)
    reports, rulings = history_of(person.id)
    lines = [(one.created_at, f"reported: {one.reason} ({one.state})") for one in reports if one.id != report.id]
    lines += [(one.created_at, _decided(one)) for one in rulings]
    if not lines:
        return format_html("{}", "nothing")
    told = ((f"{at:%Y-%m-%d %H:%M}", line) for at, line in sorted(lines, reverse=True))
    return format_html("<ul>{}</ul>", format_html_join("", "<li>{} {}</li>", told))


def _decided(ruling: Ruling) -> str:
    return f"decided: {ACTS[Ruling.Act(ruling.act)]}" + (f" · {ruling.note}" if ruling.note else "")
