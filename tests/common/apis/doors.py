"""Small views with every habit of ApiView, to knock on."""

import uuid
from typing import Any, ClassVar

from django.db.models import QuerySet
from django.urls import path
from rest_framework import serializers
from rest_framework.permissions import AllowAny
from rest_framework.request import Request
from rest_framework.response import Response

from common.apis import etags
from common.apis.pagination import CursorPages
from common.apis.serializers import StrictSerializer
from common.apis.views import ApiView
from common.exceptions import Conflict
from common.outbox.models import HandledEvent


def groups() -> QuerySet[HandledEvent]:
    return HandledEvent.objects.order_by("pk")


def make_group(name: str) -> HandledEvent:
    return HandledEvent.objects.create(consumer=name, event_id=uuid.uuid4())


class InnerSerializer(StrictSerializer):
    size = serializers.CharField(max_length=3)
    count = serializers.IntegerField(min_value=1, required=False)


class NameSerializer(StrictSerializer):
    name = serializers.CharField(max_length=20)
    inner = InnerSerializer(many=True, required=False)
    tags = serializers.ListField(child=serializers.CharField(), required=False)
    until = serializers.DateTimeField(required=False)
    number = serializers.IntegerField(required=False)


class Groups(ApiView):
    permission_classes: ClassVar[list[Any]] = [AllowAny]
    query_parameters: ClassVar[frozenset[str]] = frozenset({"q"})
    pagination_class: ClassVar[type[CursorPages]] = CursorPages

    def get(self, request: Request) -> Response:
        return self.paged(groups(), lambda group: {"name": group.consumer})

    def post(self, request: Request) -> Response:
        body = NameSerializer(data=request.data)
        body.is_valid(raise_exception=True)
        name = body.validated_data["name"]
        group = make_group(name)
        if name.startswith("refused"):
            raise Conflict("Not this one.")
        if name.startswith("status"):
            return Response({"said": "no"}, status=409)
        return Response({"id": group.pk}, status=201, headers={"Location": f"/{group.pk}"})


class MustHaveKey(Groups):
    idempotency_required: ClassVar[bool] = True


class Versioned(ApiView):
    permission_classes: ClassVar[list[Any]] = [AllowAny]

    def get(self, request: Request) -> Response:
        return Response({"version": 3}, headers={"ETag": etags.of_version("thing", 3)})

    def patch(self, request: Request) -> Response:
        etags.require_match(request, etags.of_version("thing", 3))
        return Response({"version": 4})


class Broken(ApiView):
    permission_classes: ClassVar[list[Any]] = [AllowAny]

    def get(self, request: Request) -> Response:
        raise ZeroDivisionError("secret detail")


class Private(ApiView):
    def get(self, request: Request) -> Response:
        return Response({"who": request.user.public_id})


urlpatterns = [
    path("api/v1/groups/", Groups.as_view()),
    path("api/v1/keyed/", MustHaveKey.as_view()),
    path("api/v1/versioned/", Versioned.as_view()),
    path("api/v1/broken/", Broken.as_view()),
    path("api/v1/private/", Private.as_view()),
]
