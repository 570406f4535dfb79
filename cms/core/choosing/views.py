"""The dialog of a chooser: its list, its filters, and what is told of what was chosen."""

from typing import Any

from django.core.paginator import Page
from django.db.models import QuerySet
from django.http import HttpRequest
from wagtail.admin.ui.tables import Column, StatusTagColumn
from wagtail.admin.views.generic import chooser as views

from cms.core.choosing.cards import card_of, furnish


class PictureColumn(Column):  # type: ignore[misc]
    """A small picture from the sizes that are stored, or a quiet place without one."""

    cell_template_name = "choosers/picture_cell.html"

    def __init__(self, accessor: Any) -> None:
        super().__init__("picture", label="Picture", accessor=accessor, classname="choice-picture")


class TagColumn(StatusTagColumn):  # type: ignore[misc]
    """How it stands, in words; what shoppers can use in colour."""

    def __init__(self, accessor: Any, primary: Any) -> None:
        super().__init__(
            "status", label="Status", accessor=accessor, primary=primary, classname="choice-status"
        )


class Choices:
    """A list to choose from: subclasses name the `more` columns behind the title."""

    template_name = "choosers/chooser.html"
    results_template_name = "choosers/results.html"
    chooser: Any = None
    filter_form: Any

    @property
    def columns(self) -> list[Any]:
        """Return the picture, the title and what else tells the rows apart."""
        title = self.title_column  # type: ignore[attr-defined]
        title.cell_template_name = "choosers/title_cell.html"
        title.accessor = self.chooser.title
        before, after = self.chooser.columns()
        return [*before, title, *after]

    def filter_object_list(self, objects: QuerySet[Any]) -> QuerySet[Any]:
        """Return what fits; nothing does where the filters cannot be read."""
        found: QuerySet[Any] = super().filter_object_list(objects)  # type: ignore[misc]
        return found if self.filter_form.is_valid() else found.none()

    def get_results_page(self, request: HttpRequest) -> Page[Any]:
        """Return the page with what its cells show."""
        page: Page[Any] = super().get_results_page(request)  # type: ignore[misc]
        page.object_list = list(page.object_list)
        self.chooser.furnish(page.object_list)
        return page

    def get_context_data(self, **kwargs: Any) -> Any:
        """Add what to say where nothing is found."""
        context = super().get_context_data(**kwargs)  # type: ignore[misc]
        context["table"].classname = "listing choices"
        return {**context, "problems": self.filter_form.errors, "empty": self.chooser.empty_text}


class Choose(Choices, views.ChooseView):  # type: ignore[misc]
    """The first look."""


class Results(Choices, views.ChooseResultsView):  # type: ignore[misc]
    """Every further look."""


class _TellsCards:
    """Tells the picture and the words of what was chosen, for its field to show."""

    def get_display_title(self, instance: Any) -> str:
        """Return the title; of a piece with its options."""
        return card_of(instance).title

    def get_chosen_response_data(self, item: Any) -> dict[str, Any]:
        """Return the data of its field."""
        said: dict[str, Any] = super().get_chosen_response_data(item)  # type: ignore[misc]
        return {**said, "picture": card_of(item).picture, "line": card_of(item).line}


class Chosen(_TellsCards, views.ChosenView):  # type: ignore[misc]
    """What is told of the one that was chosen."""


class ManyChosen(_TellsCards, views.ChosenMultipleView):  # type: ignore[misc]
    """What is told of those that were chosen together."""

    def get_objects(self, pks: list[Any]) -> list[Any]:
        """Return them in the order in which they are named."""
        found = {str(each.pk): each for each in super().get_objects(pks)}
        furnish(list(found.values()))
        return [found[key] for key in dict.fromkeys(pks) if key in found]
