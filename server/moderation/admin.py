"""The queue of whoever moderates: one report, what was reported and nothing else of it, what to do, and the trail."""

from typing import Any
from uuid import UUID

from django.contrib import admin
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import URLPattern, path
from django.utils.safestring import SafeString

from server.moderation.desk import RulingForm, as_history, as_pictures, photo_address, print_rendition
from server.moderation.models import Report, Ruling
from server.moderation.selectors import get_reported_photo, queue, reported_words
from server.moderation.services.rulings import rule
from shared import clock
from shared.codes import Refused


class ReadOnly(admin.ModelAdmin):
    """Nothing is made or deleted by hand."""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False


@admin.register(Report)
class ReportAdmin(ReadOnly):
    form = RulingForm
    list_display = ["created_at", "reason", "subject", "words", "state"]
    list_filter = ["state", "reason", "subject"]
    readonly_fields = ["created_at", "reason", "note", "subject", "words", "photos", "history", "state"]
    fieldsets = [
        ("What was reported", {"fields": ["created_at", "reason", "note", "subject", "words", "photos", "state"]}),
        ("Before this", {"fields": ["history"]}),
        ("What to do", {"fields": ["act", "why"]}),
    ]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Report]:
        return queue()

    def get_ordering(self, request: HttpRequest) -> tuple[str, ...]:
        return ("-state", "urgency", "created_at", "id")

    @admin.display(description="words")
    def words(self, report: Report) -> str:
        return reported_words(report)

    @admin.display(description="photos")
    def photos(self, report: Report) -> SafeString:
        return as_pictures(report)

    @admin.display(description="about the same person")
    def history(self, report: Report) -> SafeString:
        return as_history(report)

    def get_urls(self) -> list[URLPattern]:
        photo = path(photo_address(), self.admin_site.admin_view(self.show_photo), name="reported_photo")
        return [photo, *super().get_urls()]

    def show_photo(self, request: HttpRequest, report_id: UUID, n: int) -> HttpResponse:
        """A photo of a reported day, for whoever may read the report; kept by no browser."""
        if not self.has_view_permission(request):
            raise PermissionDenied
        report = get_object_or_404(Report, id=report_id)
        try:
            return print_rendition(get_reported_photo(report, n))
        except Refused as refused:
            raise Http404 from refused

    def save_model(self, request: HttpRequest, obj: Report, form: Any, change: bool) -> None:
        """A report is never edited: it is decided about."""
        if act := form.cleaned_data["act"]:
            moderator, why = request.user, form.cleaned_data["why"]
            rule(moderator=moderator, report_id=obj.id, act=act, note=why, now=clock.now())


@admin.register(Ruling)
class RulingAdmin(ReadOnly):
    """The trail, to read."""

    list_display = ["created_at", "act", "subject", "moderator_id", "note"]
    list_filter = ["act"]
    ordering = ["-created_at"]
    readonly_fields = [field.name for field in Ruling._meta.fields]

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
