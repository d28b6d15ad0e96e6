from django.apps import AppConfig


class CoinsConfig(AppConfig):
    name = "server.coins"
    label = "coins"
