from django.apps import AppConfig


class ResponsesConfig(AppConfig):
    name = "server.responses"
    label = "responses"
