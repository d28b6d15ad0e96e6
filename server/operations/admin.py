"""One page of the admin: how this Kith is doing. It stands where the heartbeats would be listed."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest
from django.template.response import TemplateResponse

from server.kernel.models import Heartbeat
from server.operations.readiness import check_readiness
from shared import clock


@admin.register(Heartbeat)
class HealthAdmin(admin.ModelAdmin):
    """For every member of staff, to read; the numbers name nobody."""

    def changelist_view(self, request: HttpRequest, extra_context: dict[str, Any] | None = None) -> TemplateResponse:
        now = clock.now()
        shown = {"title": "How this Kith is doing", "checks": check_readiness(now=now), "now": now}
        return TemplateResponse(request, "operations/health.html", {**self.admin_site.each_context(request), **shown})

    def has_module_permission(self, request: HttpRequest) -> bool:
        return bool(request.user.is_staff)

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return bool(request.user.is_staff)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
