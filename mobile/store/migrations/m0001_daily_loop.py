"""The tables of the daily loop. `body` columns hold the server's JSON of that noun, untouched."""

STATEMENTS = (
    "CREATE TABLE kv (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE me (id INTEGER PRIMARY KEY CHECK (id = 1), body TEXT NOT NULL)",
    "CREATE TABLE habits (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE check_ins (
        habit TEXT NOT NULL, date TEXT NOT NULL, id TEXT NOT NULL, body TEXT NOT NULL,
        PRIMARY KEY (habit, date)) WITHOUT ROWID""",
    "CREATE INDEX check_ins_by_id ON check_ins (id)",
    "CREATE TABLE rests (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE misses (id TEXT PRIMARY KEY, body TEXT NOT NULL) WITHOUT ROWID",
    """CREATE TABLE photos (
        id TEXT PRIMARY KEY, habit TEXT NOT NULL, date TEXT NOT NULL, source TEXT NOT NULL,
        state TEXT NOT NULL, code TEXT) WITHOUT ROWID""",
    "CREATE TABLE snapshots (key TEXT PRIMARY KEY, body TEXT NOT NULL, etag TEXT NOT NULL) WITHOUT ROWID",
    "CREATE TABLE cached_photos (key TEXT PRIMARY KEY, bytes INTEGER NOT NULL, used INTEGER NOT NULL) WITHOUT ROWID",
    # AUTOINCREMENT: an id is never given twice, so a finished command is never mistaken for a new one.
    """CREATE TABLE outbox (
        id INTEGER PRIMARY KEY AUTOINCREMENT, person TEXT NOT NULL, kind TEXT NOT NULL, target TEXT NOT NULL,
        body TEXT NOT NULL, title TEXT NOT NULL, at TEXT NOT NULL, attempts INTEGER NOT NULL DEFAULT 0,
        state TEXT NOT NULL DEFAULT 'waiting', code TEXT NOT NULL DEFAULT '', detail TEXT NOT NULL DEFAULT '')""",
)
