from django.db import migrations, models


class Migration(migrations.Migration):
    """Apart from the rows' own change: PostgreSQL indexes no table with changes under way."""

    dependencies = [
        ("media", "0003_pictures_wait"),
    ]

    operations = [
        migrations.AddIndex(
            model_name='picture',
            index=models.Index(condition=models.Q(('encode_due_at__isnull', False)), fields=['encode_due_at', 'id'], name='picture_waiting'),
        ),
        migrations.AddConstraint(
            model_name='picture',
            constraint=models.CheckConstraint(condition=models.Q(('dominant_colour', ''), ('dominant_colour__regex', '^#[0-9a-fA-F]{6}$'), _connector='OR'), name='picture_colour_is_one', violation_error_message='Write the colour like #a1b2c3.'),
        ),
    ]
