"""Letters: which habits have a blue one (never its words), gold ones that opened, blue ones their owner opened."""

STATEMENTS = (
    "CREATE TABLE blue_letters (habit TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE gold_letters (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE opened_letters (miss TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID",
    # What the log told before this phone could keep it comes once more, with everything else.
    "DELETE FROM kv WHERE key = 'seq'",
)
