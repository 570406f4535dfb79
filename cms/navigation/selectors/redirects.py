"""Where a path that has no page leads now."""

from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from cms.core.addresses import is_safe
from cms.navigation.selectors.trees import Trees, trees

LONGEST_PATH = 2000
MOST_STEPS = 20


@dataclass(frozen=True)
class Moved:
    """Where a path leads now: a path of the site, or an address elsewhere.

    `locale` is the language of the page it leads to; none for a link.
    """

    to: str
    is_permanent: bool
    locale: str | None = None


def resolve(site: Site, path: str) -> Moved | None:
    """Return where the redirects of a site lead from a path, at the end of any chain.

    One of the site goes before one of all sites; one of the path with its query before one without
    it. A chain ends where a live page stands; it is permanent when every step is. A loop, or a page
    that is not public, leads nowhere. Two statements for links, four when it ends at a page.
    """
    if not _is_path(path):
        return None
    ours = trees(site)
    steps = _steps(site, ours, _spellings(path))
    if not steps or steps[-1].is_cycle:
        return None
    last, is_permanent = steps[-1], all(each.is_permanent for each in steps)
    if last.page_id is not None:
        return _to_page(ours, last, is_permanent)
    to = last.inside or last.link
    return Moved(to, is_permanent) if is_safe(to) else None


@dataclass(frozen=True)
class _Step:
    """A redirect on the way; `inside` is its link as a path of the site."""

    page_id: int | None
    route: str
    link: str
    is_permanent: bool
    inside: str | None
    is_cycle: bool


def _is_path(path: str) -> bool:
    return path[:1] == "/" != path[1:2] and "\x00" not in path and len(path) <= LONGEST_PATH


def _to_page(ours: Trees, step: _Step, is_permanent: bool) -> Moved | None:
    page = Page.objects.live().public().filter(pk=step.page_id).first()
    tree = ours.of(page) if page is not None else None
    if tree is None:
        return None
    path = tree.path_of(page)
    to = path.rstrip("/") + step.route if step.route else path
    return Moved(to, is_permanent, tree.locale)


def _spellings(path: str) -> list[str]:
    """Return how the path may stand in a redirect, the closest first."""
    bare = urlsplit(path).path
    found = [
        Redirect.normalise_path(each, decode_unicode=decoded)
        for each in (path, bare)
        for decoded in (True, False)
    ]
    return list(dict.fromkeys(each for each in found if "\x00" not in each))


def _steps(site: Site, ours: Trees, spellings: list[str]) -> list[_Step]:
    hosts = {urlsplit(each).netloc for each in (settings.SHOP_URL, site.root_url)}
    roots = [each.url_path for each in ours.by_locale.values()]
    own = r"^https?://(" + "|".join(map(_quoted, sorted(hosts))) + ")(?=[/?#]|$)"
    values = {"site": site.pk, "paths": spellings, "own": own, "roots": roots}
    with connection.cursor() as cursor:
        cursor.execute(_CHAIN, values)
        return [_Step(*row) for row in cursor.fetchall()]


def _quoted(host: str) -> str:
    return "".join(each if each.isalnum() else f"\\{each}" for each in host)


_NEXT = """
  SELECT r.old_path, r.redirect_page_id AS page_id, r.redirect_page_route_path AS route,
         r.redirect_link AS link, r.is_permanent, path.inside,
         array[
           path.bare || CASE WHEN path.query = '' THEN '' ELSE '?' || path.query END, path.bare
         ] AS spellings
  FROM wagtailredirects_redirect r
  CROSS JOIN LATERAL (
    SELECT CASE
      WHEN r.redirect_page_id IS NULL AND r.redirect_link ~ %(own)s
        THEN coalesce(nullif(regexp_replace(r.redirect_link, %(own)s, ''), ''), '/')
      WHEN r.redirect_page_id IS NULL AND r.redirect_link LIKE '/%%' THEN r.redirect_link
    END AS inside
  ) whole
  CROSS JOIN LATERAL (
    SELECT whole.inside,
           coalesce(nullif(rtrim(split_part(split_part(whole.inside, '#', 1), '?', 1), '/'), ''),
                    CASE WHEN whole.inside IS NOT NULL THEN '/' END) AS bare,
           coalesce((SELECT string_agg(part, '&' ORDER BY part COLLATE "C") FROM unnest(
             string_to_array(split_part(split_part(whole.inside, '#', 1), '?', 2), '&')) part), ''
           ) AS query
  ) path
  WHERE r.old_path = ANY({paths}) AND (r.site_id = %(site)s OR r.site_id IS NULL){condition}
  ORDER BY array_position({paths}, r.old_path::text), r.site_id NULLS LAST LIMIT 1
"""
_NO_PAGE = """
  AND NOT EXISTS (
    SELECT 1 FROM unnest(%(roots)s::text[]) root
    JOIN wagtailcore_page page ON page.live
      AND page.url_path = root || ltrim(chain.spellings[2], '/')
        || CASE WHEN chain.spellings[2] = '/' THEN '' ELSE '/' END
  )
"""
_CHAIN = f"""
  WITH RECURSIVE chain AS (
    (SELECT 1 AS place, first.* FROM ({_NEXT.format(paths="%(paths)s::text[]", condition="")}) first)
    UNION ALL
    SELECT chain.place + 1, step.* FROM chain
    CROSS JOIN LATERAL ({_NEXT.format(paths="chain.spellings", condition=_NO_PAGE)}) step
    WHERE chain.place < {MOST_STEPS}
  ) CYCLE old_path SET is_cycle USING way
  SELECT page_id, route, link, is_permanent, inside, is_cycle FROM chain ORDER BY place
"""
