"""What this host answers itself is read from its addresses, not from a list."""

from django.urls import Resolver404, resolve

from common.rooms import first, own_rooms

ROOMS = {
    "accounts", "admin", "api", "client", "favicon.ico", "healthz", "media", "partner", "readyz",
    "robots.txt", "static",
}  # fmt: skip


def test_every_room_is_known() -> None:
    assert own_rooms() == ROOMS


def test_the_first_part_of_a_path_is_its_room() -> None:
    told = {"/api/v1/?a=1": "api", "/": "", "": "", "/healthz": "healthz", "/a?b=/c": "a"}
    assert {path: first(path) for path in told} == told


def test_what_is_no_room_is_answered_by_nothing() -> None:
    for path in ("/about/", "/apiary/", "/basket/"):
        try:
            found = resolve(path)
        except Resolver404:
            continue
        raise AssertionError(found)
