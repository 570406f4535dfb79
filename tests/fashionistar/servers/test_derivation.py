import pytest

from fashionistar.servers.derivation import app_url


@pytest.mark.parametrize(
    ("owner", "app"),
    [
        (
            "postgresql://owner:s@host.example:5432/shop?sslmode=require",
            "postgresql://fashionistar_app:a%2Fb%40c@host.example:5432/shop?sslmode=require",
        ),
        (
            "postgres://owner@/shop?host=/run/pg",
            "postgres://fashionistar_app:a%2Fb%40c@/shop?host=/run/pg",
        ),
    ],
)
def test_only_role_and_password_change(owner: str, app: str) -> None:
    assert app_url(owner, "a/b@c") == app
