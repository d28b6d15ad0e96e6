"""Photos are made ready on two workers and handed to the screen on its own thread; the last few are kept."""

import logging
from collections import OrderedDict
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor

from kivy.clock import Clock
from kivy.graphics.texture import Texture

from mobile.ui.bridge import after_first_frame
from mobile.ui.drawing import textures
from mobile.ui.photos.render import render
from mobile.ui.photos.spec import PhotoSpec

OnTexture = Callable[[Texture | None], None]
_KEPT = 64_000_000
"""Bytes of graphics memory the kept photos may take."""
_log = logging.getLogger(__name__)


class PhotoLoader:
    """Call from the main thread only; the answers come on the main thread too, None for an unreadable photo."""

    def __init__(self) -> None:
        self._workers = ThreadPoolExecutor(max_workers=2, thread_name_prefix="photos")
        self._kept: OrderedDict[PhotoSpec, Texture] = OrderedDict()
        self._waiting: dict[PhotoSpec, list[OnTexture]] = {}
        self._drawn = False
        """Whether the window was drawn since it was first asked for a photo."""

    @property
    def busy(self) -> bool:
        return bool(self._waiting)

    def load(self, spec: PhotoSpec, on_texture: OnTexture) -> None:
        if spec in self._kept:
            self._kept.move_to_end(spec)
            on_texture(self._kept[spec])
        elif spec in self._waiting:
            self._waiting[spec].append(on_texture)
        else:
            self._waiting[spec] = [on_texture]
            if self._drawn:
                self._begin(spec)
            elif len(self._waiting) == 1:
                after_first_frame(self._begin_all)

    def _begin_all(self) -> None:
        """Words and faces come first: until they stand, photos would only take the processor from them."""
        self._drawn = True
        for spec in self._waiting:
            self._begin(spec)

    def _begin(self, spec: PhotoSpec) -> None:
        future = self._workers.submit(render, spec)
        future.add_done_callback(lambda done: Clock.schedule_once(lambda _dt: self._deliver(spec, done)))

    def _deliver(self, spec: PhotoSpec, done: Future[bytes]) -> None:
        texture = None
        try:
            texture = textures.from_bytes(spec.size, done.result())
        except (OSError, ValueError, SyntaxError) as problem:
            # Pillow raises SyntaxError for some broken PNG files.
            _log.warning("photo %s cannot be drawn: %s", spec.paths, problem)
        if texture is not None:
            self._kept[spec] = texture
            while sum(kept.width * kept.height * 4 for kept in self._kept.values()) > _KEPT:
                self._kept.popitem(last=False)
        for on_texture in self._waiting.pop(spec, []):
            on_texture(texture)


LOADER = PhotoLoader()
"""The app has one screen, one graphics memory and one loader."""
