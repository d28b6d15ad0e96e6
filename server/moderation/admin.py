"""Reports for the people who run this Kith. A report is history: only whether it is settled can be changed."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html

from server.letters.models import GoldLetter
from server.moderation.models import Report

ADDRESSES = {
    Report.Subject.CHECK_IN: "admin:habits_checkin_change",
    Report.Subject.PERSON: "admin:people_person_change",
}


@admin.register(Report)
class ReportAdmin(admin.ModelAdmin):
    list_display = ["created_at", "reason", "subject", "reported", "reporter", "state"]
    list_filter = ["state", "reason", "subject"]
    list_select_related = ["reporter"]
    ordering = ["state", "-created_at"]
    fields = ["created_at", "reporter", "subject", "reported", "words", "reason", "note", "state"]
    readonly_fields = ["created_at", "reporter", "subject", "reported", "words", "reason", "note"]

    @admin.display(description="what")
    def reported(self, report: Report) -> str:
        """A link to the reported object, or its id where the admin has no page for it."""
        try:
            address = reverse(ADDRESSES[Report.Subject(report.subject)], args=[report.subject_id])
        except NoReverseMatch:
            return str(report.subject_id)
        return format_html('<a href="{}">{}</a>', address, report.subject_id)

    @admin.display(description="words")
    def words(self, report: Report) -> str:
        """Of a reported letter: no other letter is shown to anybody here."""
        letter = GoldLetter.objects.filter(id=report.subject_id).first()
        return letter.text if letter and report.subject == Report.Subject.LETTER else ""

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
