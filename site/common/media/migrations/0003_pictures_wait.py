from datetime import datetime, timezone

from django.db import migrations


def wait(apps, schema_editor):
    """Every picture there is gets its AVIF sizes; a colour that is none is forgotten."""
    pictures = apps.get_model("media", "Picture").objects
    pictures.exclude(dominant_colour__regex=r"^#[0-9a-fA-F]{6}$").update(dominant_colour="")
    pictures.update(encode_due_at=datetime.now(timezone.utc))


class Migration(migrations.Migration):

    dependencies = [
        ("media", "0002_workers_make_sizes"),
    ]

    operations = [
        migrations.RunPython(wait, migrations.RunPython.noop),
    ]
