"""The shapes of identity on the wire."""

from typing import Any

from rest_framework import serializers

from common.apis.serializers import StrictSerializer
from identity.policies.audiences import EXCHANGEABLE


class AudienceRequest(StrictSerializer):
    """The surface a token is wanted for."""

    audience = serializers.ChoiceField(choices=EXCHANGEABLE)


class AudienceAccess(serializers.Serializer[Any]):
    """An access token for one surface."""

    access_token = serializers.CharField()
    token_type = serializers.ChoiceField(choices=["Bearer"])
    expires_in = serializers.IntegerField(help_text="Seconds")
    audience = serializers.ChoiceField(choices=EXCHANGEABLE)


class Profile(serializers.Serializer[Any]):
    """The signed-in person."""

    id = serializers.CharField()
    email = serializers.EmailField(allow_null=True)
    email_verified = serializers.BooleanField()
    phone = serializers.CharField(allow_null=True, help_text="E.164")
    phone_verified = serializers.BooleanField()
    first_name = serializers.CharField()
    last_name = serializers.CharField()
    audiences = serializers.ListField(child=serializers.CharField())
    date_joined = serializers.DateTimeField()


class ProfileChange(StrictSerializer):
    """The names to change."""

    first_name = serializers.CharField(max_length=150, allow_blank=True, required=False)
    last_name = serializers.CharField(max_length=150, allow_blank=True, required=False)


class SignedInSession(serializers.Serializer[Any]):
    """A device or browser the person is signed in on."""

    id = serializers.CharField()
    user_agent = serializers.CharField()
    ip = serializers.CharField()
    created_at = serializers.DateTimeField()
    is_current = serializers.BooleanField()


class SignedInSessions(serializers.Serializer[Any]):
    """A page of sessions."""

    count = serializers.IntegerField()
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = SignedInSession(many=True)
