"""Keeping something small in a corner of what it lies on."""

from kivy.clock import Clock
from kivy.metrics import dp
from kivy.uix.widget import Widget

from mobile.ui.widgets.chip import Chip
from mobile.ui.widgets.layers import Layers


def place_in_corner(
    holder: Layers, widget: Widget, inset: float, *, right: bool = False, low: bool = False, share: float = 1
) -> None:
    """Upper left unless told otherwise. A chip gets no wider than its `share` of the holder: half, on a duet."""

    def follow(_dt: float) -> None:
        if isinstance(widget, Chip):
            widget.most = max(0, holder.width * share - 2 * inset)
        widget.x = holder.x + (holder.width - inset - widget.width if right else inset)
        widget.y = holder.y + (dp(14) if low else holder.height - inset - widget.height)

    order = Clock.create_trigger(follow, -1)
    for name in ("pos", "size"):
        holder.fbind(name, order)
    widget.fbind("size", order)
    order()
