"""What a host sees of people: enough to suspend somebody, nothing of what they do."""

from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpRequest

from server.people.models import Person
from server.people.services.standing import set_standing
from shared import clock


@admin.register(Person)
class PersonAdmin(admin.ModelAdmin):
    """Read only but for the two actions, which call the same service as everything else."""

    list_display = ("email", "name", "is_active", "is_staff", "created_at")
    list_filter = ("is_active", "is_staff")
    search_fields = ("email", "name")
    ordering = ("-created_at",)
    fields = readonly_fields = ("id", "email", "name", "avatar", "is_active", "is_staff", "created_at", "last_login")
    actions = ("suspend", "let_back")

    def has_add_permission(self, request: HttpRequest) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Person | None = None) -> bool:
        return False

    @admin.action(description="Suspend: end all access at once", permissions=["change"])
    def suspend(self, request: HttpRequest, people: QuerySet[Person]) -> None:
        """Staff are left out: whoever may run this page is not suspended from it."""
        self._set(request, people.filter(is_staff=False), active=False)

    @admin.action(description="Let back", permissions=["change"])
    def let_back(self, request: HttpRequest, people: QuerySet[Person]) -> None:
        self._set(request, people, active=True)

    def _set(self, request: HttpRequest, people: QuerySet[Person], *, active: bool) -> None:
        changed = sum(set_standing(person=person, active=active, now=clock.now()) for person in people)
        messages.success(request, f"{changed} changed.")
