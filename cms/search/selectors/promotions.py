"""What is promoted for the words of a search."""

from collections.abc import Iterable

from cms.search.models import Promotion, normal

MOST = 10


def named(spellings: Iterable[str | None], *, locale: str) -> list[Promotion]:
    """Return the promotions of a search, spelled so or so, in their order; one statement.

    They carry their page and public collection; whether a page is public is not asked here.
    """
    wanted = {normal(each) for each in spellings if each}
    rows = Promotion.objects.filter(normal__in=wanted, locale__language_code=locale)
    rows = rows.select_related("page", "collection__image").order_by("position", "pk")
    found: dict[tuple[int | None, ...], Promotion] = {}
    for each in rows[: 4 * MOST]:
        found.setdefault((each.page_id, each.product_id, each.collection_id), each)
    return list(found.values())
