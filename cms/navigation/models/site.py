"""What the shop says of itself."""

from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail import blocks
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting
from wagtail.fields import RichTextField, StreamField
from wagtail.models import Locale

from cms.core.addresses import LONGEST, validate_link, validate_secure
from cms.desk.screens import PictureChooser
from cms.navigation.checking import SiteForm
from common.utils.phone import e164

NETWORKS = [
    ("facebook", "Facebook"), ("instagram", "Instagram"), ("linkedin", "LinkedIn"),
    ("pinterest", "Pinterest"), ("tiktok", "TikTok"), ("whatsapp", "WhatsApp"), ("x", "X"),
    ("youtube", "YouTube"), ("other", "Another"),
]  # fmt: skip
# A permission that nobody can be given, so that only superusers have it.
ADMINISTRATORS = "superuser"
ENDS_TOO_EARLY = "The announcement must end after it starts."
E164 = r"^\+[1-9][0-9]{6,14}$"


class SocialLinkBlock(blocks.StructBlock):
    """A profile of the shop elsewhere."""

    network = blocks.ChoiceBlock(choices=NETWORKS)
    url = blocks.CharBlock(
        max_length=LONGEST, validators=[validate_secure], label="Address",
        help_text="It begins with https://",
    )  # fmt: skip

    class Meta:
        icon = "link"
        label = "Profile"


@register_setting(icon="home", order=100)
class SiteSettings(BaseSiteSetting, ClusterableModel):  # type: ignore[misc]
    """Name, contact, announcement and the page that is not there; the words are in `SiteWords`."""

    class Tone(models.TextChoices):
        INFO = "info", "Information"
        SALE = "sale", "Sale"
        WARNING = "warning", "Warning"

    name = models.CharField(
        "name of the shop", max_length=80, blank=True,
        help_text="Left empty, it is the name of the site.",
    )  # fmt: skip
    email = models.EmailField("contact e-mail", blank=True)
    phone = models.CharField(
        "contact phone", max_length=32, blank=True,
        help_text="Any way of writing it; it is kept in international form.",
    )  # fmt: skip
    social = StreamField([("profile", SocialLinkBlock())], blank=True, max_num=20)
    picture = models.ForeignKey(
        "media.Picture", null=True, blank=True, on_delete=models.SET_NULL, related_name="+",
        verbose_name="share picture", help_text="Shown where a page is shared that has none.",
    )  # fmt: skip
    announcement_is_on = models.BooleanField("show it", default=False)
    announcement_tone = models.CharField("tone", max_length=8, choices=Tone, default=Tone.INFO)
    announcement_url = models.CharField(
        "link", max_length=LONGEST, blank=True, validators=[validate_link],
        help_text="A path of the shop such as /collections/sale/, or an https address",
    )  # fmt: skip
    announcement_starts_at = models.DateTimeField(
        "from", null=True, blank=True, help_text="Left empty, it shows at once."
    )
    announcement_ends_at = models.DateTimeField(
        "until", null=True, blank=True, help_text="Left empty, it shows until it is switched off."
    )
    not_found_menu = models.ForeignKey(
        "cms_navigation.Menu", null=True, blank=True, on_delete=models.SET_NULL, related_name="+",
        verbose_name="links to offer",
        help_text="The items of this menu, in the visitor's language where it has it.",
    )  # fmt: skip
    only_through_review = models.BooleanField(
        "pages go live only through review", default=False,
        help_text="Pages and product stories are published by the last approval of their review "
        "and in no other way, except by administrators. Anybody who publishes may still take "
        "them down.",
    )  # fmt: skip

    base_form_class = SiteForm
    edit_handler = TabbedInterface(
        [
            ObjectList(
                [
                    FieldPanel("name"),
                    FieldRowPanel([FieldPanel("email"), FieldPanel("phone")]),
                    FieldPanel("social", heading="Social profiles"),
                    FieldPanel("picture", widget=PictureChooser),
                ],
                heading="Shop",
            ),
            ObjectList(
                [
                    InlinePanel(
                        "words", heading="Words, language by language", label="Language",
                        help_text="What a language leaves empty is shown in "
                        "the shop's first language.",
                    )
                ],
                heading="Words",
            ),
            ObjectList(
                [
                    HelpPanel("<p>Its text stands under “Words”, language by language.</p>"),
                    FieldPanel("announcement_is_on"),
                    FieldPanel("announcement_tone"),
                    FieldPanel("announcement_url"),
                    FieldRowPanel(
                        [FieldPanel("announcement_starts_at"), FieldPanel("announcement_ends_at")]
                    ),
                ],
                heading="Announcement",
            ),
            ObjectList(
                [
                    HelpPanel("<p>Its words stand under “Words”, language by language.</p>"),
                    FieldPanel("not_found_menu"),
                ],
                heading="Page not found",
            ),
            ObjectList(
                [FieldPanel("only_through_review", permission=ADMINISTRATORS)],
                heading="Publishing", permission=ADMINISTRATORS,
            ),
        ]
    )  # fmt: skip

    class Meta:
        verbose_name = "website"
        verbose_name_plural = "website"
        constraints = [
            models.CheckConstraint(
                condition=Q(phone="") | Q(phone__regex=E164), name="site_phone_is_e164"
            ),
            models.CheckConstraint(
                condition=Q(announcement_ends_at__gt=F("announcement_starts_at")),
                name="site_announcement_ends_after_it_starts",
                violation_error_message=ENDS_TOO_EARLY,
            ),
        ]

    def clean(self) -> None:
        """Write the phone number in international form.

        :raises ValidationError: when it is none, or the announcement ends before it starts.
        """
        super().clean()
        starts, ends = self.announcement_starts_at, self.announcement_ends_at
        if starts and ends and ends <= starts:
            raise ValidationError({"announcement_ends_at": ENDS_TOO_EARLY})
        if self.phone:
            try:
                self.phone = e164(self.phone)
            except ValueError as wrong:
                raise ValidationError({"phone": str(wrong)}) from None


class SiteWords(models.Model):
    """What the shop says of itself in one language."""

    settings = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="words")
    locale = models.ForeignKey(
        Locale, on_delete=models.CASCADE, related_name="+", verbose_name="language"
    )
    tagline = models.CharField(max_length=120, blank=True)
    description = models.CharField(
        max_length=300, blank=True,
        help_text="For search engines and shared links, where a page has no description.",
    )  # fmt: skip
    announcement = models.CharField("announcement", max_length=200, blank=True)
    announcement_link = models.CharField("its link says", max_length=60, blank=True)
    not_found_title = models.CharField("page not found: title", max_length=120, blank=True)
    not_found_text = RichTextField(
        "page not found: text", blank=True, features=["bold", "italic", "link", "ul"]
    )

    panels = [
        FieldPanel("locale"),
        FieldPanel("tagline"),
        FieldPanel("description"),
        MultiFieldPanel(
            [
                FieldPanel("announcement", heading="Text"),
                FieldPanel("announcement_link", heading="What its link says"),
            ],
            heading="Announcement",
        ),
        MultiFieldPanel(
            [
                FieldPanel("not_found_title", heading="Title"),
                FieldPanel("not_found_text", heading="Text"),
            ],
            heading="Page not found",
        ),
    ]

    class Meta:
        ordering = ["locale_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["settings", "locale"], name="site_words_once_per_language"
            )
        ]

    def __str__(self) -> str:
        return str(self.locale)
