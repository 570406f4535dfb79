from django.contrib.postgres.indexes import GinIndex
from django.db import migrations

INDEX = "page_words"


class Migration(migrations.Migration):
    """Keep vectors in their rows, and the index without a list of what waits to be sorted in.

    The planner takes a table whose rows lie elsewhere for a small one, and reads all of it where
    the index would have answered.
    """

    dependencies = [("cms_search", "0002_page_words")]

    operations = [
        migrations.RunSQL(
            "ALTER TABLE cms_search_pagewords ALTER COLUMN vector SET STORAGE MAIN",
            "ALTER TABLE cms_search_pagewords ALTER COLUMN vector SET STORAGE EXTENDED",
        ),
        migrations.RemoveIndex("pagewords", INDEX),
        migrations.AddIndex(
            "pagewords", GinIndex(fields=["vector"], fastupdate=False, name=INDEX)
        ),
    ]
