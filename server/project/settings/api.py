"""Django REST framework and the schema it is described by."""

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": ["server.people.authentication.SessionTokenAuthentication"],
    "DEFAULT_PERMISSION_CLASSES": [
        "rest_framework.permissions.IsAuthenticated",
        "server.people.permissions.HasAcceptedTerms",
    ],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": ["server.kernel.parsers.BoundedJSONParser"],
    "DEFAULT_CONTENT_NEGOTIATION_CLASS": "server.kernel.negotiation.OneFace",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "server.kernel.problems.answer_exception",
    "UNAUTHENTICATED_USER": None,
}

SPECTACULAR_SETTINGS = {
    "TITLE": "Kith",
    "DESCRIPTION": "Promise a habit in front of a few people who matter, post one photo a day, and be answered.",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1",
    "COMPONENT_SPLIT_REQUEST": True,
    # What a PATCH needs is said by its own shape.
    "COMPONENT_SPLIT_PATCH": False,
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "server.kernel.schema.describe_problems",
    ],
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    # Fields of the same name with different choices: said apart by name, so that adding one never renames another.
    "ENUM_NAME_OVERRIDES": {
        "ReactionEnum": "shared.limits.REACTIONS",
        "AnswerEnum": "shared.limits.ANSWERS",
        "ChallengeKindEnum": "server.challenges.api.shapes.KINDS",
        "MissAnswerKindEnum": ["cheer", "let_go"],
        "SeatStateEnum": ["invited", "accepted"],
        "SlotStateEnum": "server.habits.api.shapes.SLOT_STATES",
        "ExportStateEnum": "server.leaving.models.Export.State",
        "PhotoStateEnum": "server.media.models.PhotoState",
    },
}
