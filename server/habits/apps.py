from django.apps import AppConfig


class HabitsConfig(AppConfig):
    name = "server.habits"
    label = "habits"
