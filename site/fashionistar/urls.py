"""Every door of the house."""

from django.conf import settings
from django.urls import URLPattern, URLResolver, include, path, re_path
from wagtail.admin import urls as wagtail_admin_urls

from cms.authoring.apis.urls import wagtail_api
from fashionistar.pages import files
from identity.pages.urls import admin_sign_in_urlpatterns

urlpatterns: list[URLPattern | URLResolver] = [
    path("", include("fashionistar.pages.urls")),
    path("api/v1/", include("fashionistar.api")),
    path("api/v1/auth/", include("allauth.headless.urls")),
    path("api/cms/v3/", wagtail_api),
    path("accounts/", include("identity.pages.urls")),
    path("partner/", include("commerce.vendors.pages.urls")),
    path("client/", include("cms.delivery.pages.urls")),
    path("admin/", include(admin_sign_in_urlpatterns)),
    path("admin/", include(wagtail_admin_urls)),
]
if settings.SERVES_MEDIA:
    urlpatterns.append(re_path(r"^media/(?P<path>.*)$", files.media))
