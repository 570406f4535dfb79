"""The button that begins a story."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views import View

from cms.stories.selectors import stories
from cms.stories.services import opening
from commerce.catalogue.models import Product
from common import refusing


class WriteStory(View):
    """Begins the story of a product in a language, if nobody has, and opens it."""

    def get(self, request: HttpRequest, product_id: int, locale: str) -> HttpResponseBase:
        """Lead to the story, or to the product: begun it is by a button alone.

        It is asked for by who had to sign in again after pressing the button.
        """
        if locale not in settings.SHOP_LOCALES:
            raise Http404
        product = get_object_or_404(Product.objects.canonical(), pk=product_id)
        story = stories.of_product(product, locale=locale)
        if story is None:
            return redirect("desk_products:inspect", product.pk)
        return redirect("wagtailadmin_pages:edit", story.pk)

    def post(self, request: HttpRequest, product_id: int, locale: str) -> HttpResponseBase:
        """Open the story in the page editor."""
        with refusing.as_pages():
            story = opening.open_story(
                product_id=product_id, locale=locale, by=request.user, at=timezone.now()
            )
        return redirect("wagtailadmin_pages:edit", story.pk)
