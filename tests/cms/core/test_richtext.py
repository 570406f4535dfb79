"""Rich text from anybody takes no longer than its length allows."""

import pytest

from cms.core import richtext
from tests.timing import within


@pytest.mark.parametrize(
    "said", ["<a ", "<a", '<a href="x', "<a " + "x" * 199_000 + ">", "<b>", "<li><ul>"]
)
@pytest.mark.parametrize("end", ["", ">"])
def test_hostile_rich_text_is_cleaned_in_no_time(said: str, end: str) -> None:
    text = said * (200_000 // len(said)) + end
    with within(3):
        richtext.linked_pages([text])
        richtext.cleaned(text, {}, {})
        richtext.editable(text)


def test_a_link_of_any_sensible_length_stays() -> None:
    said = f'<p><a href="https://x.example/{"y" * 1900}">here</a></p>'
    assert said[3:40] in richtext.cleaned(said, {}, {})
    assert richtext.linked_pages(['<a linktype="page" id="7">x</a>']) == {7}
