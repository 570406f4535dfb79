"""`GET /store/menus/{key}/`."""

from typing import Any

from django.http import HttpRequest

from cms.navigation.selectors import menus as selectors
from cms.navigation.services import menus as services
from commerce.storefront.apis.asking import LOCALE, locale_of
from commerce.storefront.apis.schemas import TEXT, array, ref, thing
from common.apis.operations import Operation, Values

KINDS = ("page", "collection", "category", "vendor", "product", "link")


def read_menu(request: HttpRequest, values: Values) -> Any:
    """Return the items of a menu."""
    return services.as_data(selectors.find(key=values["key"], locale=locale_of(values)))


MENU_ITEM = thing(
    label=TEXT,
    url={"type": "string", "description": "A path of the shop, or an http(s) address"},
    type={"type": "string", "enum": list(KINDS)},
    children=array(ref("MenuItem")),
)
COMPONENTS = {"MenuItem": MENU_ITEM}
OPERATION = Operation(
    path="menus/{key}/",
    operation_id="store_menus_read",
    tag="Pages",
    summary="The items of a menu that lead somewhere public; `locale` says in which language",
    handler=read_menu,
    parameters=(LOCALE,),
    response=thing(key=TEXT, locale=TEXT, items=array(ref("MenuItem"))),
    components=COMPONENTS,
)
