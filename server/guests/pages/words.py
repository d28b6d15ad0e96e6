"""The six answers, as a browser shows them without a font or picture of ours."""

ANSWERS = (
    ("proud", "🤩 Proud"), ("clap", "👏 Clap"), ("fire", "🔥 Fire"), ("strong", "💪 Strong"), ("heart", "❤️ Heart"),
    ("laugh", "😄 Laugh"),
)  # fmt: skip
