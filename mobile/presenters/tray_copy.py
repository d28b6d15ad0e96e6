"""What waits on this phone, named after whatever it is about."""

from mobile.store.outbox import Kind

NAMES = {
    Kind.PHOTO: "Photo for {title}", Kind.UNDO: "{title}, taken back", Kind.REST: "Rest", Kind.END_REST: "Rest",
    Kind.HABIT: "New promise: {title}", Kind.EDIT_HABIT: "{title}, changed", Kind.ARCHIVE_HABIT: "{title}, put away",
    Kind.ASK_SEAT: "Asking {title}", Kind.ANSWER_SEAT: "Your answer to {title}", Kind.REACT: "Your answer to {title}",
    Kind.UNREACT: "Your answer to {title}", Kind.ANSWER_MISS: "Your answer to {title}", Kind.THANK: "Thanks to {title}",
    Kind.COMMENT: "Your line to {title}", Kind.REMOVE_COMMENT: "A line, taken away",
    Kind.REMOVE_MISS_FACE: "{title}'s picture", Kind.REMOVE_NUDGE_FACE: "{title}'s picture",
    Kind.FACE: "Your face for {title}", Kind.REMOVE_FACE: "{title}'s picture",
    Kind.WRITE_BLUE: "Your letter for {title}", Kind.TAKE_BLUE: "Your letter for {title}, taken back",
    Kind.ANSWER_LETTER: "Your letter", Kind.WRITE_GOLD: "Your letter to {title}",
    Kind.WITHDRAW_GOLD: "Your letter to {title}, taken back", Kind.HARD_TIME: "Rest",
    Kind.THANK_GOLD: "Thanks to {title}",
    Kind.ANCHOR: "What {title} stands beside", Kind.KEEP_BESIDE: "{title}, beside yours",
    Kind.END_BESIDE: "{title}, beside yours",
    Kind.LESS_OF: "Less of {title}", Kind.AS_BEFORE: "{title}, as before",
    Kind.START_BESIDE: "New promise: {title}", Kind.EDIT_ME: "Changes to you", Kind.CLOCK: "Your time zone",
}  # fmt: skip
