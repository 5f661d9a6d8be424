"""Django's settings, made from Habeas' own: nothing else sets anything at the desk."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import urlsplit

from habeas import wiring
from habeas.web import key, static_files
from habeas.web.translation.compiled import compiled

_settings = wiring.load_settings(os.environ)
_site = urlsplit(_settings.site)
_here = Path(__file__).parent

HABEAS_REGISTER: Path = _settings.register or Path()  # none named: the folder we are in
HABEAS_ACCOUNTS = wiring.accounts_folder(_settings, os.environ)
IS_SHARED = bool(_settings.site)  # reached by a team over the network, not from this machine alone

DEBUG = False
SECRET_KEY = key.read(HABEAS_ACCOUNTS)
ALLOWED_HOSTS = [_site.hostname] if _site.hostname else ["localhost", "127.0.0.1", "[::1]"]
CSRF_TRUSTED_ORIGINS = [_settings.site.rstrip("/")] if IS_SHARED else []
ROOT_URLCONF = "habeas.web.urls"
INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django_htmx",
    "habeas.web.accounts",
    "habeas.web",
]
MIDDLEWARE = [
    "habeas.web.headers.SafeHeaders",
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "habeas.web.guard.DeniedByDefault",
    "habeas.web.failures.KnownFailures",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [_here / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "habeas.web.context.desk",
            ]
        },
    }
]

# The defaults of SQLite lose one write in five when several people write at once.
DATABASES = {
    "default": {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": HABEAS_ACCOUNTS / "accounts.sqlite",
        "ATOMIC_REQUESTS": False,  # or a page that is only read would take the lock of a writer
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
        },
    }
}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
LOGIN_URL = "sign_in"
LOGIN_REDIRECT_URL = "home"

SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = IS_SHARED
SESSION_COOKIE_NAME = "__Host-desk" if IS_SHARED else "desk"
SESSION_COOKIE_AGE = 12 * 60 * 60  # seconds: a working day, whatever happens
CSRF_COOKIE_HTTPONLY = True
CSRF_COOKIE_SAMESITE = "Lax"
CSRF_COOKIE_SECURE = IS_SHARED
CSRF_COOKIE_NAME = "__Host-form" if IS_SHARED else "form"
CSRF_FAILURE_VIEW = "habeas.web.failures.refused"
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if IS_SHARED else None
SECURE_SSL_REDIRECT = IS_SHARED
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if IS_SHARED else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = IS_SHARED
SECURE_HSTS_PRELOAD = IS_SHARED
SECURE_REFERRER_POLICY = "same-origin"  # not to be told elsewhere; our own forms need it
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
FILE_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024

USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"
LANGUAGE_CODE = "en"
# Each in its own words, so that whoever reads one of them finds it.
LANGUAGES = [
    ("en", "English"),
    ("uk", "Українська"),
    ("ru", "Русский"),
    ("fr", "Français"),
    ("ar", "العربية"),
]
LOCALE_PATHS = [compiled(wiring.words_folder(os.environ))]
LANGUAGE_COOKIE_NAME = "language"
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = IS_SHARED

STATIC_ROOT = None
STATIC_URL = static_files.address()
WHITENOISE_USE_FINDERS = True
WHITENOISE_IMMUTABLE_FILE_TEST = static_files.never_changes

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "loggers": {
        "habeas": {"handlers": ["console"], "level": "INFO"},
        "django": {"handlers": ["console"], "level": "WARNING"},
    },
}
