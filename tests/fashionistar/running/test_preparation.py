"""A checkout whose `manage.py` only notes what it was asked for, over a real database."""

from pathlib import Path

import pytest

from fashionistar.running.preparation import prepare

NOTING = """
import pathlib, sys
with (pathlib.Path(__file__).parent / "asked").open("a") as file:
    file.write(" ".join(sys.argv[1:]) + "\\n")
"""
SEED = "site/fashionistar/management/commands/seed_demo.py"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.delenv("SHOP_URL", raising=False)
    monkeypatch.setenv("PORT", "8033")
    (tmp_path / "manage.py").write_text(NOTING)
    (tmp_path / SEED).parent.mkdir(parents=True)
    (tmp_path / SEED).write_text("seed")
    (tmp_path / "var" / "static").mkdir(parents=True)
    return tmp_path


def asked(checkout: Path) -> list[str]:
    """Run the preparation and answer the commands it ran, each by its first word."""
    (checkout / "asked").write_text("")
    prepare(checkout)
    return [line.split()[0] for line in (checkout / "asked").read_text().splitlines()]


def test_a_second_run_has_nothing_to_do(checkout: Path) -> None:
    assert asked(checkout) == ["migrate", "page_words", "seed_demo", "collectstatic"]
    assert asked(checkout) == []


def test_another_port_has_the_documents_written_anew(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked(checkout)
    monkeypatch.setenv("PORT", "8034")
    assert asked(checkout) == ["projection"]
    assert asked(checkout) == []
    monkeypatch.setenv("SHOP_URL", "https://shop.example")
    assert asked(checkout) == ["projection"]


def test_changed_code_is_seeded_again_once(checkout: Path) -> None:
    asked(checkout)
    (checkout / SEED).write_text("another seed")
    assert asked(checkout) == ["seed_demo"]
    assert asked(checkout) == []
