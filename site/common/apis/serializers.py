"""Serializers that tell a wrong type (400) from a refused value (422)."""

from typing import Any

from rest_framework import serializers

_JSON_TYPES: list[tuple[type[serializers.Field], tuple[type, ...], str]] = [
    (serializers.BooleanField, (bool,), "true or false"),
    (serializers.IntegerField, (int,), "an integer"),
    (serializers.FloatField, (int, float), "a number"),
    (serializers.DecimalField, (str, int), "a decimal string"),
    (serializers.ListField, (list,), "an array"),
    (serializers.ListSerializer, (list,), "an array"),
    (serializers.DictField, (dict,), "an object"),
    (serializers.BaseSerializer, (dict,), "an object"),
    (serializers.CharField, (str,), "a string"),
    (serializers.ChoiceField, (str,), "a string"),
    (serializers.DateTimeField, (str,), "a string"),
    (serializers.DateField, (str,), "a string"),
    (serializers.UUIDField, (str,), "a string"),
]


class StrictSerializer(serializers.Serializer[Any]):
    """Refuses unknown fields and wrong JSON types before it looks at values."""

    def to_internal_value(self, data: Any) -> Any:
        """Return the validated values."""
        if isinstance(data, dict) and (errors := _errors(self, data)):
            raise serializers.ValidationError(errors)
        return super().to_internal_value(data)


def _errors(serializer: Any, data: dict[str, Any]) -> dict[str, Any]:
    fields = {name: each for name, each in serializer.fields.items() if not each.read_only}
    found: dict[str, Any] = {
        name: [serializers.ErrorDetail("There is no such field.", code="unknown_field")]
        for name in data
        if name not in fields
    }
    for name, field in fields.items():
        if name in data and (said := _mistyped(field, data[name])):
            found[name] = said
    return found


def _mistyped(field: Any, value: Any) -> Any:
    """Return nothing, the error of this value, or those of what it holds, by place."""
    if value is None:
        return None
    if said := _wrong(field, value):
        return [serializers.ErrorDetail(said, code="wrong_type")]
    if isinstance(value, list):
        child = getattr(field, "child", None)
        errors = [_mistyped(child, each) or {} for each in value] if child else []
        return errors if any(errors) else None
    if isinstance(value, dict) and isinstance(field, StrictSerializer):
        return _errors(field, value)
    return None


def _wrong(field: Any, value: Any) -> str:
    for kind, accepted, name in _JSON_TYPES:
        if isinstance(field, kind):
            fits = isinstance(value, accepted) and (not isinstance(value, bool) or bool in accepted)
            return "" if fits else f"This must be {name}."
    return ""


class MoneySerializer(serializers.Serializer[Any]):
    """An amount of money."""

    amount = serializers.CharField(help_text="Decimal string with two places")
    currency = serializers.CharField(help_text="ISO 4217")
