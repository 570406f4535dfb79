from typing import Any

from django.conf import settings
from django.db import migrations


def make(apps: Any, schema_editor: Any) -> None:
    locale = apps.get_model("wagtailcore", "Locale")
    for code in settings.SHOP_LOCALES:
        locale.objects.get_or_create(language_code=code)


class Migration(migrations.Migration):
    """Every language of the shop is a language of pages."""

    dependencies = [
        ("wagtailcore", "0054_initial_locale"),
        ("wagtail_localize", "0016_rename_page_revision_translationlog_revision"),
    ]
    operations = [migrations.RunPython(make, migrations.RunPython.noop, elidable=False)]
