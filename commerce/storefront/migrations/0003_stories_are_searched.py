from datetime import datetime, timedelta, timezone

from django.db import migrations

BATCH = 200
PACE = timedelta(milliseconds=400)


def ask(apps, schema_editor):
    """Every product that something is told about gets its words anew, from a worker."""
    contents = apps.get_model("storefront", "ProductContent").objects.order_by("product_id")
    ids = list(contents.values_list("product_id", flat=True).distinct())
    now = datetime.now(timezone.utc)
    parts = [ids[start : start + BATCH] for start in range(0, len(ids), BATCH)]
    events = apps.get_model("outbox", "OutboxEvent").objects
    for number, part in enumerate(parts):
        events.create(
            type="documents.due",
            subject_id=f"{part[0]}-{part[-1]}",
            payload={"product_ids": part},
            available_at=now + number * PACE,
        )


class Migration(migrations.Migration):

    dependencies = [
        ("storefront", "0002_story_content"),
        ("outbox", "0002_heartbeat"),
    ]

    operations = [
        migrations.RunPython(ask, migrations.RunPython.noop),
    ]
