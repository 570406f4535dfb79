import socket

import pytest

from fashionistar.running.exceptions import PortUnusable
from fashionistar.running.port import address, require_free, wanted


def test_the_port_is_8000_unless_said_otherwise() -> None:
    assert wanted({}) == wanted({"PORT": ""}) == 8000
    assert wanted({"PORT": "8080"}) == 8080


@pytest.mark.parametrize("text", ["0", "65536", "-1", "http", "80.5", "٨٠"])
def test_no_port_number_is_refused(text: str) -> None:
    with pytest.raises(PortUnusable, match="must be a number from 1 to 65535"):
        wanted({"PORT": text})


@pytest.mark.parametrize("host", ["127.0.0.1", "0.0.0.0"])
def test_a_taken_port_is_refused(host: str) -> None:
    with socket.socket() as other:
        other.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        other.bind((host, 0))
        other.listen()
        with pytest.raises(PortUnusable, match="is taken"):
            require_free(other.getsockname()[1])


def test_a_free_port_is_taken_and_given_back() -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        free = probe.getsockname()[1]
    require_free(free)
    require_free(free)


def test_documents_carry_the_shops_address_or_ours() -> None:
    assert address({"PORT": "8033"}) == "http://127.0.0.1:8033"
    assert address({"PORT": "8033", "SHOP_URL": "https://shop.example"}) == "https://shop.example"
