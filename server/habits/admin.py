"""Habits in the admin: to look at, not to edit. Photos and letters are not shown."""

from django.contrib import admin

from server.habits.models import Habit, Miss


@admin.register(Habit)
class HabitAdmin(admin.ModelAdmin):
    list_display = ("id", "owner", "starts_on", "judged_through", "next_at", "archived_at")
    readonly_fields = [field.name for field in Habit._meta.fields]

    def has_add_permission(self, request: object) -> bool:
        return False

    def has_delete_permission(self, request: object, obj: object = None) -> bool:
        return False


@admin.register(Miss)
class MissAdmin(admin.ModelAdmin):
    list_display = ("id", "habit", "date", "state", "opens_at")
    readonly_fields = [field.name for field in Miss._meta.fields]

    def has_add_permission(self, request: object) -> bool:
        return False

    def has_delete_permission(self, request: object, obj: object = None) -> bool:
        return False
