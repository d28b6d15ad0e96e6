from django.apps import AppConfig


class BesideConfig(AppConfig):
    name = "server.beside"
    label = "beside"
