"""The house stands: every app loads on a real database under the unprivileged role."""

import pytest
from django.db import connection


@pytest.mark.django_db
def test_the_suite_runs_as_an_unprivileged_role() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False, False)


@pytest.mark.django_db
def test_wagtail_has_its_root_page() -> None:
    from wagtail.models import Page

    assert Page.objects.filter(depth=1).count() == 1
