"""The shape of data.json, version 1: fields by list. Programs of other people read it."""

SHAPE = {
    "profile": "id email name avatar arrived_at last_sign_in grace_minutes quiet_from quiet_to birth_year",
    "addresses": "email confirmed main",
    "terms": "version accepted_at",
    "arrival": "came_in_at state",
    "clocks": "from zone day_start",
    "friends": "person name since",
    "invites": "id made_at expires_at accepted_at withdrawn_at",
    "blocks": "person name since",
    "devices": "ends_at signed_in_at used_on device",
    "second_factors": "kind since last_used_at",
    "habits": "id title icon sensitive promised_at starts_on archived_at schedules reminders streak best_streak"
    " strength",
    "check_ins": "id habit title date caption amount late extra captured_at received_at edited_at words_from zone"
    " source undone_at photos",
    "days": "habit title date state",
    "misses": "id habit date closed_at window_ends_at state returned_on",
    "rests": "id habit first last set_at taken_back_at",
    "audience": "habit person name role state asked_at accepted_at",
    "seats": "person name role state asked_at accepted_at",
    "photos": "id sent_at state refused width height source sha256 used_since",
    "answers_received": "habit date kind person name thanked_at",
    "answers_given": "person name date kind answered_at",
    "looks_received": "habit date person name",
    "looks_given": "person name date looked_at",
    "miss_looks_received": "habit date person name",
    "miss_looks_given": "person name date looked_at",
    "cheers_received": "habit date preset person name",
    "miss_answers_given": "person name date kind preset answered_at",
    "notices": "kind text told_at read_at",
    "reports": "id filed_at subject subject_id reason note",
}
