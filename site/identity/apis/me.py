"""The signed-in person, seen by themselves."""

from typing import Any, ClassVar

from drf_spectacular.utils import extend_schema
from rest_framework.permissions import IsAuthenticated
from rest_framework.request import Request
from rest_framework.response import Response

from common.apis.views import ApiView
from identity.apis.authentication import StoreToken
from identity.apis.serializers import Profile, ProfileChange, SignedInSession, SignedInSessions
from identity.models import User
from identity.policies import audiences
from identity.selectors import people
from identity.selectors import sessions as sessions_of
from identity.services import profiles, sessions


def _profile(user: User) -> dict[str, Any]:
    return {
        "id": user.public_id,
        "email": user.email,
        "email_verified": people.has_verified_email(user),
        "phone": user.phone,
        "phone_verified": user.phone_verified,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "audiences": audiences.held_by(user),
        "date_joined": user.date_joined,
    }


class MeView(ApiView):
    """The profile."""

    authentication_classes: ClassVar[Any] = [StoreToken]
    permission_classes: ClassVar[Any] = [IsAuthenticated]

    @extend_schema(
        operation_id="me_retrieve",
        summary="Who is signed in",
        tags=["Me"],
        responses={200: Profile},
    )
    def get(self, request: Request) -> Response:
        """Return the person."""
        return _private(Profile(_profile(request.user)).data)

    @extend_schema(
        operation_id="me_update",
        summary="Change your names",
        tags=["Me"],
        request=ProfileChange,
        responses={200: Profile},
    )
    def patch(self, request: Request) -> Response:
        """Change the names in the body."""
        change = ProfileChange(data=request.data)
        change.is_valid(raise_exception=True)
        person = profiles.change(user=request.user, **change.validated_data)
        return _private(Profile(_profile(person)).data)


class SessionsView(ApiView):
    """The devices and browsers the person is signed in on."""

    authentication_classes: ClassVar[Any] = [StoreToken]
    permission_classes: ClassVar[Any] = [IsAuthenticated]
    query_parameters: ClassVar[frozenset[str]] = frozenset({"limit", "cursor"})

    @extend_schema(
        operation_id="me_sessions_list",
        summary="Where you are signed in",
        tags=["Me"],
        responses={200: SignedInSessions},
    )
    def get(self, request: Request) -> Response:
        """Return a page of open sessions, the newest first."""
        current = sessions_of.key_of(request.auth)

        def write(session: Any) -> dict[str, Any]:
            return {
                "id": sessions_of.public_id_of(session),
                "user_agent": session.user_agent,
                "ip": session.ip,
                "created_at": session.created_at,
                "is_current": session.session_key == current,
            }

        page = self.paged(
            sessions_of.open_of(request.user), lambda s: SignedInSession(write(s)).data
        )
        page["Cache-Control"] = "private, no-store"
        return page


class SessionView(ApiView):
    """One of them."""

    authentication_classes: ClassVar[Any] = [StoreToken]
    permission_classes: ClassVar[Any] = [IsAuthenticated]

    @extend_schema(
        operation_id="me_sessions_end",
        summary="Sign a device out",
        tags=["Me"],
        request=None,
        responses={204: None},
    )
    def delete(self, request: Request, session_id: str) -> Response:
        """End the session and every token minted in it."""
        sessions.end(user=request.user, public_id=session_id)
        return Response(status=204)


def _private(body: Any) -> Response:
    return Response(body, headers={"Cache-Control": "private, no-store"})
