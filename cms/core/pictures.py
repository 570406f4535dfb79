"""Pictures as editors see them while they write."""

from django.http import HttpRequest, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from wagtail.images.shortcuts import get_rendition_or_not_found

from common.media.models import Picture

WIDTH = 800
OF_CHOOSERS = "max-165x165"


def show(request: HttpRequest, picture_id: int) -> HttpResponseRedirect:
    """Lead to a middle web size of the picture, or to the one its chooser shows until there is one.

    :raises Http404: when there is no such picture.
    """
    picture = get_object_or_404(Picture, pk=picture_id)
    sizes = sorted(picture.sizes, key=lambda each: abs(each["width"] - WIDTH))
    small = None if sizes else get_rendition_or_not_found(picture, OF_CHOOSERS)
    return HttpResponseRedirect(small.url if small else sizes[0]["src"])
