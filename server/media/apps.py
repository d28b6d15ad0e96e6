from django.apps import AppConfig

from server.media.formats import set_up_pillow


class MediaConfig(AppConfig):
    name = "server.media"
    label = "media"

    def ready(self) -> None:
        set_up_pillow()
