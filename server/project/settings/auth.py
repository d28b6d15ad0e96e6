"""Who signs in and how: an e-mail code, no password, allauth's app sessions with a token."""

from server.project.settings.environment import ROOT, env

AUTH_USER_MODEL = "people.Person"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]

ACCOUNT_ADAPTER = "server.people.adapter.AccountAdapter"
ACCOUNT_USER_MODEL_USERNAME_FIELD = None
ACCOUNT_LOGIN_METHODS = {"email"}
ACCOUNT_SIGNUP_FIELDS = ["email*"]
ACCOUNT_SIGNUP_FORM_CLASS = "server.people.sign_up_form.SignUpForm"
ACCOUNT_EMAIL_VERIFICATION = "mandatory"
ACCOUNT_EMAIL_VERIFICATION_BY_CODE_ENABLED = True
ACCOUNT_LOGIN_BY_CODE_ENABLED = True
ACCOUNT_PASSWORD_RESET_BY_CODE_ENABLED = True
ACCOUNT_EMAIL_SUBJECT_PREFIX = ""
# A new address takes the old one's place once it is proven; the old one is written to.
ACCOUNT_CHANGE_EMAIL = True
ACCOUNT_EMAIL_NOTIFICATIONS = True
# Whoever has a second factor is asked for it before the account itself changes.
ACCOUNT_REAUTHENTICATION_REQUIRED = True
# Whether an address is with Kith is nobody's business: known or not, it is answered alike.
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_EMAIL_UNKNOWN_ACCOUNTS = False
HEADLESS_ONLY = True
HEADLESS_CLIENTS = ["app"]
HEADLESS_FRONTEND_URLS: dict[str, str] = {}
# Proxies in front of Kith whose word on the caller's address is taken; limits count by that address.
ALLAUTH_TRUSTED_PROXY_COUNT = env.int("TRUSTED_PROXY_COUNT", default=0)
if ALLAUTH_TRUSTED_PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
MFA_ADAPTER = "server.people.second_factor.SecondFactorAdapter"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "Kith"
# One step of 30 seconds either way: phones' clocks differ.
MFA_TOTP_TOLERANCE = 1

# A phone stays signed in: somebody who opens Kith once a quarter is not sent back to their mailbox.
SESSION_COOKIE_AGE = 60 * 60 * 24 * 180
SESSION_ENGINE = "server.people.sessions"

# Without it, an account begins with an invite: a friend's, or the operator's first (manage.py invite).
OPEN_SIGN_UP = env.bool("KITH_OPEN_SIGN_UP", default=False)
OPERATOR_NAME = env.str("KITH_OPERATOR_NAME", default="whoever runs this server")
OPERATOR_CONTACT = env.str("KITH_OPERATOR_CONTACT", default="the address the invitation came from")
# terms-N.md and privacy-N.md; the highest N that has both is in force.
LEGAL_FOLDER = env.str("KITH_LEGAL_DIR", default=str(ROOT / "server" / "people" / "legal"))
