"""Forms in the admin: the list, the form that makes one, and the chooser of the page editor."""

from typing import Any

from wagtail.admin.ui.tables import BooleanColumn
from wagtail.snippets.views import chooser
from wagtail.snippets.views.snippets import SnippetViewSetGroup

from cms.core.rivals import Contested
from cms.forms.models import Form
from cms.forms.viewsets import MENU

RESULTS = "forms/chooser_results.html"


class _Choose(chooser.ChooseView):  # type: ignore[misc]
    page_title = "Choose a form"
    page_subtitle = ""
    results_template_name = RESULTS


class _Results(chooser.ChooseResultsView):  # type: ignore[misc]
    results_template_name = RESULTS


class FormChooser(chooser.SnippetChooserViewSet):  # type: ignore[misc]
    """Chooses a form for a page."""

    choose_view_class = _Choose
    choose_results_view_class = _Results
    choose_one_text = "Choose a form"
    choose_another_text = "Choose another form"
    edit_item_text = "Edit this form"


class Forms(Contested):  # type: ignore[misc]
    """Forms that editors make."""

    model = Form
    icon = "form"
    menu_label = "Forms"
    chooser_viewset_class = FormChooser
    list_display = ("title", BooleanColumn("is_open", label="Takes answers"))
    list_filter = ("is_open",)
    search_fields = ("title",)
    search_backend_name = None


class FormsAndAnswers(SnippetViewSetGroup):  # type: ignore[misc]
    """Forms in the admin's menu, what was answered below them."""

    items: Any = (Forms,)
    menu_label = "Forms"
    menu_icon = "form"
    menu_order = 175
    submenu_hook = MENU
