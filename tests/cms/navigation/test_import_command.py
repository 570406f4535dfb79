"""The command that imports redirects refuses what the admin refuses."""

from io import StringIO
from pathlib import Path

from django.core.management import call_command
from wagtail.contrib.redirects.models import Redirect

from cms.home.models import HomePage


def test_a_row_that_leads_to_itself_or_from_a_live_page_is_refused(
    home: HomePage, tmp_path: Path
) -> None:
    source, out = tmp_path / "moves.csv", StringIO()
    source.write_text("from,to\n/old/,/new/\n/round/,/round/\n/about/,/new/\n/bad/,javascript:x\n")
    call_command("import_redirects", src=str(source), stdout=out)
    assert dict(Redirect.objects.values_list("old_path", "redirect_link")) == {"/old": "/new/"}
    assert "Errors: 3" in out.getvalue()
