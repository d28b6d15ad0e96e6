from django.apps import AppConfig


class LettersConfig(AppConfig):
    name = "server.letters"
    label = "letters"
