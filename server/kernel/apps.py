from django.apps import AppConfig


class KernelConfig(AppConfig):
    name = "server.kernel"
    label = "kernel"
