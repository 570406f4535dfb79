"""Where a path that has no page leads now."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection
from wagtail.contrib.redirects.models import Redirect
from wagtail.models import Page, Site

from cms.core import links
from cms.core.addresses import is_safe
from cms.navigation.selectors.trees import Trees, trees

LONGEST_PATH = 2000
MOST_STEPS = 20


@dataclass(frozen=True)
class Moved:
    """Where a path leads now: a path below the root of its language, or an address elsewhere.

    `locale` is the language of that path; none for what has one path in every language.
    """

    to: str
    is_permanent: bool
    locale: str | None = None


def resolve(site: Site, path: str) -> Moved | None:
    """Return where the redirects of a site lead from a path, at the end of any chain.

    One of the site goes before one of all sites; one of the path with its query before one without
    it. A chain ends where a live page stands; it is permanent when every step is. A loop, or a page
    that is not public, leads nowhere. Two statements for links, three from another language than the
    shop's first, four when it ends at a page.
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
    asked, _ = links.split(path)
    return _to_link(ours, last, is_permanent, asked)


def is_page(site: Site, path: str) -> bool:
    """Return whether a page that anybody may see stands at a public path, whatever its query.

    Pages win over redirects. Two statements.
    """
    locale, rest = links.split(Redirect.normalise_path(urlsplit(path).path))
    return _is_page(trees(site), rest, locale)


def inside(site: Site, link: str) -> str:
    """Return the path of a link that lies in the shop, nothing for any other."""
    own = re.match(_own(site), link)
    if own is None:
        return link if link.startswith("/") else ""
    rest = link[own.end() :]
    return rest if rest.startswith("/") else f"/{rest}"


def way_back(site: Site, old: str, link: str, *, without: int | None = None) -> list[str]:
    """Return the paths over which a link leads back to an old path; none where it does not.

    The redirect with the key `without` is not followed, and others no further than `resolve`
    follows them. Five statements at most.
    """
    at, goal = inside(site, link), Redirect.normalise_path(old)
    if not _is_path(at) or is_page(site, at):
        return []
    way = [at]
    for each in _steps(site, trees(site), _spellings(at), without=without):
        if each.inside is None or each.is_cycle:
            return []
        if goal in _spellings(each.inside):
            return way
        way.append(each.inside)
    return []


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
    page = Page.objects.live().filter(links.unrestricted(), pk=step.page_id).first()
    tree = ours.of(page) if page is not None else None
    if tree is None:
        return None
    path = tree.path_of(page)
    to = path.rstrip("/") + step.route if step.route else path
    return Moved(to, is_permanent, tree.locale)


def _to_link(ours: Trees, step: _Step, is_permanent: bool, asked: str) -> Moved | None:
    locale, to = links.split(step.inside) if step.inside else (None, step.link)
    if locale == settings.LANGUAGE_CODE and (asked == locale or not _is_page(ours, to, locale)):
        locale = None
    return Moved(to, is_permanent, locale) if is_safe(to) else None


def _is_page(ours: Trees, path: str, locale: str) -> bool:
    tree = ours.by_locale.get(locale)
    bare = urlsplit(path).path.strip("/")
    at = f"{tree.url_path}{bare}/" if tree and bare else tree.url_path if tree else ""
    return Page.objects.live().filter(links.unrestricted(), url_path=at).exists()


def _spellings(path: str) -> list[str]:
    """Return how the path may stand in a redirect, the closest first."""
    bare = urlsplit(path).path
    found = [
        Redirect.normalise_path(each, decode_unicode=decoded)
        for each in (path, bare)
        for decoded in (True, False)
    ]
    return list(dict.fromkeys(each for each in found if "\x00" not in each))


def _steps(
    site: Site, ours: Trees, spellings: list[str], *, without: int | None = None
) -> list[_Step]:
    values = {"site": site.pk, "paths": spellings, "own": _own(site), "without": without or 0}
    values |= _roots(ours)
    with connection.cursor() as cursor:
        cursor.execute(_CHAIN, values)
        return [_Step(*row) for row in cursor.fetchall()]


def _own(site: Site) -> str:
    """Return the expression for how addresses of the shop begin, in Python and in PostgreSQL."""
    hosts = {urlsplit(each).netloc for each in (settings.SHOP_URL, site.root_url)}
    return r"^https?://(" + "|".join(map(_quoted, sorted(hosts))) + ")(?=[/?#]|$)"


def _roots(ours: Trees) -> dict[str, list[str]]:
    """Return where each language begins: in the tree, and in addresses."""
    return {
        "roots": [each.url_path for each in ours.by_locale.values()],
        "prefixes": [links.prefix_of(each) for each in ours.by_locale],
    }


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
  WHERE r.old_path = ANY({paths}) AND (r.site_id = %(site)s OR r.site_id IS NULL)
    AND r.id <> %(without)s{condition}
  ORDER BY array_position({paths}, r.old_path::text), r.site_id NULLS LAST LIMIT 1
"""
_NO_PAGE = """
  AND NOT EXISTS (
    SELECT 1 FROM unnest(%(roots)s::text[], %(prefixes)s::text[]) AS language (root, prefix)
    CROSS JOIN LATERAL (
      SELECT trim('/' FROM substr(chain.spellings[2], length(prefix) + 1)) AS rest
      WHERE starts_with(chain.spellings[2] || '/', prefix || '/')
    ) below
    JOIN wagtailcore_page page ON page.live
      AND page.url_path = root || rest || CASE WHEN rest = '' THEN '' ELSE '/' END
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
