"""Apps, middleware, templates, and what a browser is told."""

from pathlib import Path

from server.project.settings.environment import DATA_DIR, EMBEDDED, ROOT, env, kept

DEBUG = env.bool("DEBUG", default=False)
# Embedded Kith makes its own secret; several servers on one database must be given the same.
SECRET_KEY = env.str("SECRET_KEY", default="") or (kept("secret-key") if EMBEDDED else env.str("SECRET_KEY"))
SECRET_KEY_FALLBACKS = env.list("SECRET_KEY_FALLBACKS", default=[])
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost"])
PUBLIC_URL = env.str("PUBLIC_URL", default="http://127.0.0.1:8000")
ALLOW_HTTP = env.bool("KITH_ALLOW_HTTP", default=False)
HTTPS = PUBLIC_URL.startswith("https://")

INSTALLED_APPS = [
    "server.project.admin.AdminConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    # Before allauth: its mails are ours to word.
    "server.people",
    "allauth",
    "allauth.account",
    "allauth.headless",
    "allauth.mfa",
    "csp",
    "rest_framework",
    "drf_spectacular",
    "server.kernel",
    "server.media",
    "server.habits",
    "server.responses",
    "server.challenges",
    "server.letters",
    "server.nudges",
    "server.comments",
    "server.guests",
    "server.coins",
    "server.beside",
    "server.feed",
    "server.notifications",
    "server.moderation",
    "server.leaving",
    "server.door",
    "server.operations",
    "server.project",
]

ROOT_URLCONF = "server.project.urls"
if env.bool("KITH_DEMO", default=False):
    INSTALLED_APPS.append("server.demo")
    # Its one way in beside the door.
    ROOT_URLCONF = "server.demo.urls"

MIDDLEWARE = [
    "server.operations.metrics.time_requests",
    "server.project.request_lines.RequestLines",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "server.project.closed_doors.ClosedDoors",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "server.project.admin.sessions.DeskSessions",
    "server.project.tongues.tongues",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "server.project.auth_bodies.readable_auth_bodies",
    "allauth.account.middleware.AccountMiddleware",
    "server.people.doorkeeper.Doorkeeper",
]

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "builtins": ["server.kernel.templatetags.tongues"],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

WSGI_APPLICATION = "server.project.wsgi.application"
ASGI_APPLICATION = "server.project.asgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

LANGUAGE_CODE = "en"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

STATIC_URL = "/static/"
# Faces, answers, fonts and icons: the web door shows the app's own.
ART = ROOT / "mobile" / "assets"
STATICFILES_DIRS = [("art", ART)]
STATIC_ROOT = Path(env.str("KITH_STATIC_ROOT", default=str(DATA_DIR / "static")))
WHITENOISE_USE_FINDERS = EMBEDDED

APPEND_SLASH = False
