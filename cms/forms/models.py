"""Forms that editors make, and what shoppers wrote into them."""

from typing import ClassVar

from django import forms
from django.db import models
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel
from wagtail.contrib.forms.models import AbstractFormField

from cms.forms.checking import FormMaker
from cms.forms.validators import addresses_of_staff
from common.fields import PublicIdField


class Form(ClusterableModel):  # type: ignore[misc]
    """Questions to shoppers; a block puts them into a page."""

    public_id = PublicIdField(prefix="frm")
    title = models.CharField(max_length=120)
    thanks = models.TextField(
        max_length=600, default="Thank you. We will write to you soon.",
        help_text="What is said once it was sent",
    )  # fmt: skip
    is_open = models.BooleanField("Takes answers", default=True)
    tell = models.TextField(
        "People to tell", blank=True, max_length=2600, validators=[addresses_of_staff],
        help_text=(
            "E-mail addresses of staff, one a line, at most 10. They hear that answers came and "
            "where to read them, never what was written."
        ),
    )  # fmt: skip

    base_form_class = FormMaker
    panels: ClassVar[list[object]] = [
        FieldPanel("title"),
        InlinePanel("fields", heading="Questions", label="Question", min_num=1, max_num=30),
        FieldPanel("thanks"),
        FieldPanel("is_open"),
        FieldPanel("tell", widget=forms.Textarea(attrs={"rows": 3})),
    ]

    class Meta:
        ordering = ["title"]

    def __str__(self) -> str:
        return self.title


class FormField(AbstractFormField):  # type: ignore[misc]
    """One question."""

    form = ParentalKey(Form, on_delete=models.CASCADE, related_name="fields")


class FormAnswer(models.Model):
    """What one shopper wrote: a value by the name of each question."""

    public_id = PublicIdField(prefix="ans")
    form = models.ForeignKey(Form, on_delete=models.CASCADE, related_name="answers")
    values = models.JSONField()
    submitted_at = models.DateTimeField(db_index=True)

    class Meta:
        ordering = ["-submitted_at", "-id"]

    def __str__(self) -> str:
        return f"{self.form} · {self.submitted_at:%Y-%m-%d %H:%M}"


class FormNews(models.Model):
    """The answers to a form that nobody was told of yet, and when people were told last."""

    form = models.OneToOneField(Form, on_delete=models.CASCADE, related_name="news")
    untold = models.PositiveIntegerField(default=0)
    since = models.DateTimeField(null=True)
    told_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.form}: {self.untold}"
