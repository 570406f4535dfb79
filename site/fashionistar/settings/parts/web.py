"""Requests: middleware, templates, entry points."""

from fashionistar.settings.env import ROOT

ROOT_URLCONF = "fashionistar.urls"
WSGI_APPLICATION = "fashionistar.wsgi.application"
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "fashionistar.policy.PolicyMiddleware",
    "corsheaders.middleware.CorsMiddleware",
    "common.logs.RequestLog",
    "common.apis.middleware.ProblemMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "common.apis.slashes.SlashMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "identity.middleware.SignInProblems",
    "cms.authoring.middleware.OneWriterOfPages",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "site" / "fashionistar" / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.debug",
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "wagtail.contrib.settings.context_processors.settings",
            ],
        },
    }
]
STATICFILES_DIRS = [ROOT / "site" / "fashionistar" / "static"]
APPEND_SLASH = True
