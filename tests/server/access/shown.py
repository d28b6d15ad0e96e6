"""What somebody other than the owner may find in each reading: every field by its path, lists passed through.

A field that is not listed here fails the matrix. None of an owner's states, streaks, misses, seats or reminders is.
"""

WHO = "id name avatar"


def _fields(names: str, **inner: str) -> frozenset[str]:
    """Names as they are, and for each keyword the name itself and what stands inside."""
    inside = {f"{outer}.{name}" for outer, held in inner.items() for name in held.split()}
    return frozenset(names.split()) | set(inner) | inside


def _within(outer: str, fields: frozenset[str]) -> frozenset[str]:
    return frozenset({outer, *(f"{outer}.{name}" for name in fields)})


CARD = _fields(
    "date day_number caption amount unit source late part_of_day my_reaction looked answers_before_me check_in"
    " posted_at may_start_beside may_write",
    person=WHO, habit="id title icon", photos="n width height", first_photo="date n", my_comments="id text",
    anchor="id kind frames version person habit title date n day_number",
)  # fmt: skip
RANKED = _fields("why", sorts="back waits answered closeness less older")
MISS_CARD = _fields("id date opens_at looked my_answer keeps_letter own_words", person=WHO, habit="id title icon")
GLIMPSE = _fields("id title icon day_number role", owner=WHO)
NAMED = _fields("id title icon", owner=WHO)
ME = _fields(
    f"{WHO} email zone day_start grace_minutes quiet_from quiet_to adult rounds_minute looks_quietly nudges_a_day "
    "told_of_beside language comes_first waiting terms_to_accept seq",
    clock="from_instant zone day_start"
)  # fmt: skip
TERMS = _fields("id kind title icon starts_on ends_on weekdays unit goal asks_at reward ended")
MINE = TERMS | {"habit", "first"}
ASKED = _within("challenge", TERMS) | _fields("expires_at", inviter=WHO)
FACE = _fields("is_in blurred", person=WHO) | _within(
    "posted", _fields("check_in caption part_of_day late source", photos="n width height")
)
PROGRESS = _fields("days links total mine reached_on week")
GROUP = (
    MINE | _fields("today created_by_me open_to_fork room started_from forks invitations") | _within("faces", FACE)
    | _within("members", _fields("days", person=WHO)) | _within("progress", PROGRESS)
)  # fmt: skip
NOUNS = "seq full habits check_ins rests misses blue_letters gold_letters removed"

SHOWN = {
    "me": ME,
    "about": _fields("operator contact terms_version terms_url privacy_url open_sign_up"),
    "sessions": _fields("", items="id device began_at used_on current"),
    "arrivals": _fields("", items=""),
    "friends": _fields("", items=f"{WHO} since muted restricted own_words"),
    "invites": _fields("", items=""),
    "invites/<str:token>/preview": _fields("expires_at", inviter=WHO),
    "circles": _fields("", items=""),
    "blocks": _fields("", items=""),
    "habits": _fields("", items=""),
    "habits/<uuid:habit_id>": GLIMPSE,
    "habits/<uuid:habit_id>/calendar": frozenset(),
    "seats": _within("items", _within("habit", NAMED) | {"role", "state", "keeps_letter"}),
    "photos/<uuid:photo_id>": frozenset(),
    "habits/<uuid:habit_id>/days/<str:date>": _fields(
        "id habit date late caption source amount", photos="n photo state code width height"
    ),
    "habits/<uuid:habit_id>/days/<str:date>/comments": _within("items", _fields("id text written_at", person=WHO))
    | {"may_write"},
    "habits/<uuid:habit_id>/blue-letter": _fields("has keeps text"),
    "habits/<uuid:habit_id>/gold-letter": _fields("", sealed="text milestone"),
    "habits/<uuid:habit_id>/letters": frozenset(),
    "misses/<uuid:miss_id>/letter": frozenset(),
    "guest-links": _fields("", items=""),
    "beside/offers": _fields("", items=""),
    "waited-for": _within("items", _fields("date day_number", person=WHO, habit="id title icon")),
    "today": _fields("habits waiting notices", person=WHO),
    "rounds": _within("cards", CARD) | _within("misses", MISS_CARD),
    "feed": _within("items", CARD | RANKED) | {"next"},
    "less": _within("items", _fields("since", person=WHO, habit="id title icon")),
    "changes": _fields(NOUNS) | _within("me", ME),
    "challenges": _within("items", MINE) | _within("asked", ASKED),
    "challenges/<uuid:challenge_id>": GROUP,
    "challenges/<uuid:challenge_id>/days/<str:date>": _within("items", FACE) | {"date"},
    "challenges/<uuid:challenge_id>/coins": _fields(
        "on mine_on left_today purse",
        takers=WHO,
        offers="id person title price",
        received="person coins title at",
        taken="person coins title at",
    )
    | _within("offers", _fields("", person=WHO))
    | _within("received", _fields("", person=WHO))
    | _within("taken", _fields("", person=WHO)),
    "challenge-links/<str:token>": ASKED,
    "exports": frozenset({"items"}),
    "exports/<uuid:export_id>": frozenset(),
    "departure": _fields("leaving asked_at ends_at by_host"),
    "notices": _within(
        "items", _fields("id kind text created_at read_at habit date miss challenge words picture about", person=WHO)
    )
    | {"next"},
}
