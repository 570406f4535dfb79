"""`GET /store/site/`."""

from typing import Any

from django.http import HttpRequest
from django.utils import timezone

from cms.navigation.apis.menus import KINDS
from cms.navigation.models import SiteSettings
from cms.navigation.services import sites as services
from commerce.storefront.apis.asking import LOCALE, locale_of
from commerce.storefront.apis.schemas import COMPONENTS, TEXT, array, or_null, ref, thing
from common.apis.operations import Operation, Values


def read_site(request: HttpRequest, values: Values) -> Any:
    """Return what the shop says of itself now."""
    return services.as_data(locale=locale_of(values), at=timezone.now())


_LINK = thing(label=TEXT, url=TEXT)
_ANNOUNCEMENT = thing(
    text=TEXT,
    tone={"type": "string", "enum": list(SiteSettings.Tone.values)},
    link=or_null(_LINK),
    ends_at={"type": ["string", "null"], "format": "date-time"},
)
OPERATION = Operation(
    path="site/",
    operation_id="store_site_read",
    tag="Pages",
    summary="The shop about itself: name, contact, announcement, words for what is not found",
    handler=read_site,
    parameters=(LOCALE,),
    response=thing(
        name=TEXT,
        tagline=TEXT,
        locale=TEXT,
        contact=thing(email=TEXT, phone=TEXT),
        social=array(thing(network=TEXT, url=TEXT)),
        seo=thing(description=TEXT, image=or_null(ref("Image"))),
        announcement=or_null(_ANNOUNCEMENT),
        not_found=thing(
            title=TEXT,
            html=TEXT,
            links=array(thing(label=TEXT, url=TEXT, type={"type": "string", "enum": list(KINDS)})),
        ),
    ),
    components=COMPONENTS,
)
