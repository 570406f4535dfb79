from datetime import datetime, timezone

from django.db import migrations, models


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
        migrations.AddIndex(
            model_name='picture',
            index=models.Index(condition=models.Q(('encode_due_at__isnull', False)), fields=['encode_due_at', 'id'], name='picture_waiting'),
        ),
        migrations.AddConstraint(
            model_name='picture',
            constraint=models.CheckConstraint(condition=models.Q(('dominant_colour', ''), ('dominant_colour__regex', '^#[0-9a-fA-F]{6}$'), _connector='OR'), name='picture_colour_is_one', violation_error_message='Write the colour like #a1b2c3.'),
        ),
    ]
