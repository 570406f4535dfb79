"""What shoppers wrote, to read and to take along."""

from typing import Any

from wagtail.admin.ui.tables import Column
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permissions import register_permission_policy

from cms.desk.policies import Allowing
from cms.forms.models import FormAnswer

register_permission_policy(FormAnswer, Allowing(FormAnswer, "view"), exact_class=True)


class Words(Column):  # type: ignore[misc]
    """An answer in a line."""

    def get_value(self, instance: Any) -> str:
        """Return each question with what was said."""
        return " · ".join(f"{name}: {said}" for name, said in instance.values.items())[:300]


class FormAnswers(ModelViewSet):  # type: ignore[misc]
    """Answers to forms."""

    model = FormAnswer
    icon = "form"
    menu_label = "Form answers"
    menu_order = 220
    add_to_admin_menu = True
    copy_view_enabled = False
    inspect_view_enabled = True
    add_to_reference_index = False
    form_fields: tuple[str, ...] = ()
    search_backend_name = None
    list_display = ("form", Words("values", label="Answers"), "submitted_at")
    list_filter = ("form",)
    list_export = ("form", "values", "submitted_at")
    list_per_page = 50
    inspect_view_fields = ("form", "values", "submitted_at")
