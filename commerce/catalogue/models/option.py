"""The dictionary of variant options: what varies (size, color) and in which order values stand."""

from django.db import models


class OptionType(models.Model):
    """Something variants differ in, such as size."""

    code = models.SlugField(max_length=64, unique=True)
    name = models.CharField(max_length=128)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position", "code"]

    def __str__(self) -> str:
        return self.name


class OptionValue(models.Model):
    """One value of an option, with its place in the order and a colour to show."""

    option_type = models.ForeignKey(OptionType, on_delete=models.CASCADE, related_name="values")
    value = models.CharField(max_length=128)
    position = models.PositiveSmallIntegerField(default=100)
    swatch = models.CharField(max_length=7, blank=True)

    class Meta:
        ordering = ["position", "value"]
        constraints = [
            models.UniqueConstraint(fields=["option_type", "value"], name="option_value_once")
        ]

    def __str__(self) -> str:
        return self.value
