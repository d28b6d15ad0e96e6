"""What happens when somebody takes their data or goes. `until` is an instant (ISO)."""

from server.kernel.facts import FactKind

EXPORT_READY = FactKind("export_ready")
"""Payload `export`, `until`: how long it is kept."""
DEPARTURE_ASKED = FactKind("departure_asked")
"""Payload `until`: when everything is deleted."""
DEPARTURE_ENDED = FactKind("departure_ended")
"""They stay."""
