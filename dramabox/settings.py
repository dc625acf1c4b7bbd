"""All settings of Dramabox; docs/settings.md documents every environment variable read here."""

import warnings
from pathlib import Path

import dj_database_url
import django_stubs_ext
from csp.constants import NONCE, SELF
from django.utils.translation import gettext_lazy as _

from dramabox import env

django_stubs_ext.monkeypatch()

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = env.folder("DRAMABOX_DATA", BASE_DIR / "data", beside=BASE_DIR)

SECRET_KEY = env.secret("SECRET_KEY", kept_in=DATA_DIR / "secret.key")
DEBUG = env.flag("DEBUG", False)
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
CSRF_TRUSTED_ORIGINS = env.words("CSRF_TRUSTED_ORIGINS")
SITE_URL = env.text("SITE_URL", f"http://{env.text('DRAMABOX_BIND', '127.0.0.1:8000')}")

INSTALLED_APPS = [
    "apps.core",
    "apps.accounts",
    "apps.jobs",
    "apps.catalog",
    "apps.studio",
    "apps.playback",
    "channels",
    "rest_framework",
    "rest_framework.authtoken",
    "drf_spectacular",
    "django_q",
    "django_htmx",
    "csp",
    "allauth",
    "allauth.account",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

ROOT_URLCONF = "dramabox.urls"
ASGI_APPLICATION = "dramabox.asgi.application"
WSGI_APPLICATION = "dramabox.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "django.template.context_processors.i18n",
                "csp.context_processors.nonce",
            ],
        },
    },
]

# --- data -----------------------------------------------------------------------------------------

DATABASES = {
    "default": dj_database_url.parse(
        env.text("DATABASE_URL", f"sqlite:///{DATA_DIR / 'dramabox.sqlite3'}")
    )
}
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["OPTIONS"] = {
        # Writers queue up instead of failing; FULL: money and takes must survive a power cut.
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;",
    }
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

REDIS_URL = env.text("REDIS_URL")
CACHES: dict[str, dict[str, object]] = {
    "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
    if REDIS_URL
    else {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}
}
CHANNEL_LAYERS: dict[str, dict[str, object]] = {
    "default": {
        "BACKEND": "channels_redis.core.RedisChannelLayer",
        "CONFIG": {"hosts": [REDIS_URL]},
    }
    if REDIS_URL
    else {"BACKEND": "channels.layers.InMemoryChannelLayer"}
}

# --- people ---------------------------------------------------------------------------------------

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "django.contrib.auth.backends.ModelBackend",
    "allauth.account.auth_backends.AuthenticationBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "apps.accounts.adapter.Adapter"
ACCOUNT_RATE_LIMITS = {
    # Guesses at a password, on the sign-in page and for a token; who is right is not counted.
    "login_failed": "10/m/ip,60/h/ip,5/5m/key,30/h/key",
    "reset_password": "20/h/ip,3/h/key",  # each is a mail to somebody
}
# A peer is who the connection came from, unless so many proxies of one's own add whom they saw.
ALLAUTH_TRUSTED_PROXY_COUNT = env.integer("NUM_PROXIES", 0, least=0)
ACCOUNT_FORMS = {"login": "apps.accounts.forms.LoginForm"}
ACCOUNT_LOGIN_METHODS = {"username", "email"}
# A bare appliance has no mail server. With one, who forgot a password can have a new one sent.
EMAIL_HOST = env.text("EMAIL_HOST")
EMAIL_PORT = env.integer("EMAIL_PORT", 587)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = env.flag("EMAIL_USE_TLS", True)
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", "Dramabox <noreply@localhost>")
ACCOUNT_SIGNUP_FIELDS = ["username*", *(["email"] if EMAIL_HOST else []), "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
SECURE_PROXY_SSL_HEADER = (
    ("HTTP_X_FORWARDED_PROTO", "https") if env.flag("BEHIND_TLS", False) else None
)
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = env.flag("BEHIND_TLS", False)
SECURE_REFERRER_POLICY = "same-origin"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "script-src": [SELF, NONCE],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "media-src": [SELF, "blob:"],
        "object-src": ["'none'"],
        "base-uri": [SELF],
        "form-action": [SELF],
        "frame-ancestors": ["'none'"],
    },
}

# --- language -------------------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGES = [("en", _("English")), ("zh-hans", _("Simplified Chinese"))]
LOCALE_PATHS = [BASE_DIR / "dramabox" / "locale"]
FORMAT_MODULE_PATH = "dramabox.formats"  # where Django's own are American
TIME_ZONE = env.text("TIME_ZONE", "UTC")
USE_TZ = True

# --- files ----------------------------------------------------------------------------------------

# WhiteNoise hands small files to ASGI in one piece; Django warns about it at the first one.
warnings.filterwarnings("ignore", message="StreamingHttpResponse must consume synchronous")

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "apps.core.finders.PackagesFinder",
]
# Fonts, htmx and the like are installed by `npm ci`, never copied into the repository; these files
# of theirs are served, as npm/<path>.
NPM_FILES = [
    "@fontsource-variable/fraunces/files/fraunces-latin-opsz-normal.woff2",
    "htmx.org/dist/htmx.min.js",
]
# Modules of packages, by the names under which they import each other: the screenplay editor.
NPM_MODULES = {
    "@codemirror/commands": "@codemirror/commands/dist/index.js",
    "@codemirror/language": "@codemirror/language/dist/index.js",
    "@codemirror/search": "@codemirror/search/dist/index.js",
    "@codemirror/state": "@codemirror/state/dist/index.js",
    "@codemirror/streamparser": "@codemirror/streamparser/dist/index.js",
    "@codemirror/view": "@codemirror/view/dist/index.js",
    "@lezer/common": "@lezer/common/dist/index.js",
    "@lezer/highlight": "@lezer/highlight/dist/index.js",
    "@marijn/find-cluster-break": "@marijn/find-cluster-break/src/index.js",
    "crelt": "crelt/index.js",
    "style-mod": "style-mod/src/style-mod.js",
    "w3c-keyname": "w3c-keyname/index.js",
}
NPM_FILES += NPM_MODULES.values()
MEDIA_ROOT = env.folder("DRAMABOX_MEDIA", DATA_DIR / "media", beside=BASE_DIR)
MEDIA_URL = "/m/"
# Models of final takes. Engines are told; by itself one finds the same folder.
MODELS_DIR = env.folder("DRAMABOX_MODELS", DATA_DIR / "models", beside=BASE_DIR)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
# The internal location at which nginx serves MEDIA_ROOT; empty: a small view serves it (demo).
MEDIA_ACCEL = env.text("DRAMABOX_MEDIA_ACCEL")

# --- jobs -----------------------------------------------------------------------------------------

CPU_WORKERS = env.integer("DRAMABOX_CPU_WORKERS", 2)
# Final takes wait for the card's own workers where there is a card, else for the processor's.
HAS_CARD = Path("/dev/nvidia0").exists()
# The longest a job may run, in seconds; the driver ends what takes longer.
JOB_SECONDS = {
    "cpu": env.integer("DRAMABOX_CPU_JOB_SECONDS", 1800),
    "gpu": env.integer("DRAMABOX_GPU_JOB_SECONDS", 7200),
    # A hundred gigabytes take their time, and a break costs none.
    "pull": env.integer("DRAMABOX_PULL_SECONDS", 86_400),
    # Of this verb, whatever its queue: the finals of an episode are hours of a card; what is
    # finished is kept when they end.
    "finals": env.integer("DRAMABOX_FINALS_SECONDS", 86_400),
}
# One bell works off a queue for a minute and the job begun last; django-q2's own time limit only
# shoots at the worker, so it lies beyond all that (measured: it repeats what it shot for ever).
_BELL_SECONDS = 600 + max(JOB_SECONDS.values())
Q_CLUSTER = {
    "name": "cpu",
    "orm": "default",
    "broker_class": "apps.jobs.broker.Bells",
    "workers": CPU_WORKERS,
    "timeout": _BELL_SECONDS,
    "retry": _BELL_SECONDS + 60,
    "ack_failures": True,  # must stand here: clusters listed below cannot set it
    # No limit: at one, the pusher stands still, and with it the heartbeat and the reaper.
    "queue_limit": 0,
    "recycle": 500,
    "poll": 0.2,
    "save_limit": 200,
    "catch_up": False,
    "label": _("Queue"),
    "ALT_CLUSTERS": {
        "gpu": {"workers": 1, "recycle": 0},
        # After each pull another worker: what the engine of the last one held is free again.
        "pull": {"workers": 1, "recycle": 1},
    },
}

# --- the edition's label and signature ------------------------------------------------------------

PRODUCER = env.text("DRAMABOX_PRODUCER", "Dramabox")
SIGNING_DIR = env.folder("DRAMABOX_SIGNING", DATA_DIR / "signing", beside=BASE_DIR)

REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [
        "rest_framework.authentication.TokenAuthentication",
        "rest_framework.authentication.SessionAuthentication",
    ],
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_PARSER_CLASSES": [
        "apps.studio.api.parsers.JSON",
        "rest_framework.parsers.FormParser",
        "rest_framework.parsers.MultiPartParser",
    ],
    "EXCEPTION_HANDLER": "apps.studio.api.errors.answer",
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_PAGINATION_CLASS": "rest_framework.pagination.PageNumberPagination",
    "PAGE_SIZE": 50,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Dramabox",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "POSTPROCESSING_HOOKS": [
        "drf_spectacular.hooks.postprocess_schema_enums",
        "apps.studio.api.schema.tell_refusals",
    ],
}

DATA_UPLOAD_MAX_MEMORY_SIZE = 12 * 2**20
LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": env.text("LOG_LEVEL", "WARNING")},
}
