"""Serializers that tell a wrong type (400) from a refused value (422)."""

from typing import Any

from rest_framework import serializers

_JSON_TYPES: list[tuple[type[serializers.Field], tuple[type, ...], str]] = [
    (serializers.BooleanField, (bool,), "true or false"),
    (serializers.IntegerField, (int,), "an integer"),
    (serializers.DecimalField, (str, int), "a decimal string"),
    (serializers.ListField, (list,), "an array"),
    (serializers.ListSerializer, (list,), "an array"),
    (serializers.DictField, (dict,), "an object"),
    (serializers.BaseSerializer, (dict,), "an object"),
    (serializers.CharField, (str,), "a string"),
    (serializers.ChoiceField, (str,), "a string"),
]


class StrictSerializer(serializers.Serializer[Any]):
    """Refuses unknown fields and wrong JSON types before it looks at values."""

    def to_internal_value(self, data: Any) -> Any:
        """Return the validated values."""
        errors: dict[str, Any] = {}
        if isinstance(data, dict):
            errors = self._unknown(data) | self._mistyped(data)
        if errors:
            raise serializers.ValidationError(errors)
        return super().to_internal_value(data)

    def _unknown(self, data: dict[str, Any]) -> dict[str, Any]:
        known = {name for name, field in self.fields.items() if not field.read_only}
        return {
            name: [serializers.ErrorDetail("There is no such field.", code="unknown_field")]
            for name in data
            if name not in known
        }

    def _mistyped(self, data: dict[str, Any]) -> dict[str, Any]:
        found = {}
        for name, field in self.fields.items():
            if name in data and data[name] is not None and (said := _wrong(field, data[name])):
                found[name] = [serializers.ErrorDetail(said, code="wrong_type")]
        return found


def _wrong(field: Any, value: Any) -> str:
    for kind, accepted, name in _JSON_TYPES:
        if isinstance(field, kind):
            fits = isinstance(value, accepted) and (
                not isinstance(value, bool) or bool in accepted
            )
            return "" if fits else f"This must be {name}."
    return ""


class MoneySerializer(serializers.Serializer[Any]):
    """An amount of money."""

    amount = serializers.CharField(help_text="Decimal string with two places")
    currency = serializers.CharField(help_text="ISO 4217")
