"""Who is leaving, for the people who run this Kith: to look at. Accounts are closed with `manage.py close_account`."""

from django.contrib import admin
from django.http import HttpRequest

from server.leaving.models import Departure


@admin.register(Departure)
class DepartureAdmin(admin.ModelAdmin):
    list_display = ("person", "asked_at", "ends_at", "begun_at", "by_host", "attempts")
    list_select_related = ("person",)
    readonly_fields = [field.name for field in Departure._meta.fields]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Departure | None = None) -> bool:
        return False
