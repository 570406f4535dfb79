from django.db import migrations


class Migration(migrations.Migration):
    """Rank by few words beside those by which is found, and keep both in their rows.

    The planner does not know what it costs to fetch vectors that lie elsewhere, and reads all of
    them for a word that many products have. No model knows of the generated column, which nobody
    writes: Django would ask a server for its version at every check.
    """

    dependencies = [
        ("storefront", "0003_stories_are_searched"),
    ]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE storefront_productdocument ALTER COLUMN search SET STORAGE MAIN",
            "ALTER TABLE storefront_productdocument ALTER COLUMN search SET STORAGE EXTENDED",
        ),
        migrations.RunSQL(
            "ALTER TABLE storefront_productdocument ADD COLUMN named tsvector "
            "GENERATED ALWAYS AS (ts_filter(search, '{a,b,c}')) STORED",
            "ALTER TABLE storefront_productdocument DROP COLUMN named",
        ),
    ]
