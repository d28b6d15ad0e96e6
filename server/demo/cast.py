"""Who lives in the demo, what each promised, and how they tend to answer. Data only."""

from dataclasses import dataclass

DAYS = 21
"""Habit days of history every promise has when the demo is new, today included."""


@dataclass(frozen=True, slots=True)
class Character:
    key: str
    name: str
    avatar: str
    reaction: str | None
    """What they usually answer with; None: looks, and says nothing."""

    @property
    def email(self) -> str:
        return f"{self.key}@demo.kith.example"


@dataclass(frozen=True, slots=True)
class Story:
    """One habit with its past. `empty` are days counted back from today on which nothing was posted."""

    owner: str
    title: str
    icon: str
    subject: str
    schedule: dict[str, object]
    witnesses: tuple[str, ...]
    gallery: tuple[str, ...] = ()
    captions: tuple[str, ...] = ("",)
    hour: int = 7
    reminders: tuple[int, ...] = ()
    reminds_now: bool = False
    """Also remind some minutes before and after the demo opens, so that whoever opens it sees a reminder."""
    posts_today: bool = False
    rests: tuple[int, ...] = ()
    stops_at_last_closed_day: bool = False
    """The most recent closed day stayed empty and nothing was posted since: the crowd has gone cold."""
    gold: tuple[tuple[str, str], ...] = ()
    """Witnesses and what each sealed on accepting, for the seventh photo."""
    letter: str = ""
    """What its owner gave their witnesses to keep, once eight days were kept."""
    asks: tuple[str, ...] = ()
    """Friends asked to look who have not answered yet."""
    beside: str = ""
    """The title of a friend's habit kept beside this one: a role model, and their photo of yesterday its anchor."""
    begins_today: bool = False
    """Promised some minutes ago, and nothing more."""


DAILY: dict[str, object] = {"frequency": "daily", "measure": "tick"}
THREE_A_WEEK: dict[str, object] = {"frequency": "per_week", "times": 3, "measure": "tick"}

OWNER = Character("ada", "Ada", "a1", None)
FRIENDS = (
    Character("maya", "Maya", "a5", "proud"),
    Character("leo", "Leo", "a2", "strong"),
    Character("sam", "Sam", "a0", None),
    Character("nora", "Nora", "a3", "heart"),
    Character("kai", "Kai", "a6", "clap"),
    Character("tess", "Tess", "a7", "fire"),
)

RUN_WORDS = (
    "Ten slow minutes.",
    "Rain, went anyway.",
    "Legs like wood.",
    "4 km, one stop.",
    "Found the ridge path.",
    "5.2 km, no stops.",
)
DRAW_WORDS = ("A mug. It has a handle.", "Hands are hard.", "First wash of colour.", "The lake, from memory.")
READ_WORDS = ("Chapter two.", "Twenty pages before bed.", "Could not put it down.")

ADA = (
    Story(
        "ada", "Morning run", "directions_run", "morning_run", DAILY,
        witnesses=("maya", "leo", "sam"), gallery=("nora", "kai"), captions=RUN_WORDS,
        hour=7, reminders=(7 * 60, 19 * 60), reminds_now=True, rests=(9,),
        gold=(("maya", "Ada, seven! I knew it when you asked me. Now show me all thirty."),),
    ),
    Story(
        "ada", "Evening pages", "menu_book", "reading", DAILY,
        witnesses=("leo", "maya", "tess"), captions=READ_WORDS,
        hour=21, reminders=(21 * 60,), stops_at_last_closed_day=True,
        letter="I was counting on you. I still am.",
    ),
    Story(
        "ada", "Stretch", "self_improvement", "stretch", THREE_A_WEEK,
        witnesses=("tess",), captions=("Hips first.", "Slow."), hour=8, beside="Yoga",
    ),
)  # fmt: skip
NEIGHBOURS = (
    Story(
        "tess", "Drawing", "brush", "drawing", DAILY,
        witnesses=("ada", "sam"), gallery=("maya",), captions=DRAW_WORDS, hour=6, posts_today=True,
    ),
    Story(
        "maya", "Yoga", "self_improvement", "yoga", DAILY,
        witnesses=("ada",), gallery=("nora",), captions=("Before coffee.", "Balance, almost."), hour=6,
        posts_today=True,
    ),
    Story(
        "leo", "Guitar", "star", "guitar", DAILY,
        witnesses=("ada", "kai"), captions=("F major, finally.", "Slow and clean."), hour=18,
    ),
    Story(
        "kai", "Water, not soda", "water_drop", "water", DAILY,
        witnesses=(), gallery=("ada",), captions=("Four glasses.",), hour=5, posts_today=True,
    ),
    Story(
        "nora", "Twenty pages", "menu_book", "reading", DAILY,
        witnesses=("ada",), gallery=("maya",), captions=READ_WORDS, hour=20, stops_at_last_closed_day=True,
    ),
)  # fmt: skip
BEGINNERS = (Story("sam", "Swim", "pool", "water", DAILY, witnesses=(), asks=("ada",), begins_today=True),)
STORIES = ADA + NEIGHBOURS + BEGINNERS
