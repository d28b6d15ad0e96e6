from django.apps import AppConfig


class ChallengesConfig(AppConfig):
    name = "server.challenges"
    label = "challenges"
