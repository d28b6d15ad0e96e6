"""Where photos are chosen and looked at: dark, whatever the hour, so that only the picture has colour."""

from dataclasses import replace

from mobile.ui.theme.palettes import WARM_NIGHT

DARKROOM = replace(
    WARM_NIGHT, background=("#2E2019", "#1C140F", "#100B09"), glow="#FF8A4A", glow_strength=0.16, field="#3A2C24",
    muted="#D2BEB0", card="#2A1F19",
)  # fmt: skip
