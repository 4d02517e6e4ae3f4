"""Rows that go by a name."""

from django.core.exceptions import ValidationError


class OneOfItsName:
    """A row whose name no other row has, which is told at the field `named_by`, where forms show it.

    The only constraint of such a row is the one on its name; about an expression, Django would name no field.
    """

    named_by = ""

    def validate_constraints(self, exclude=None):
        try:
            super().validate_constraints(exclude=exclude)
        except ValidationError as refused:
            raise ValidationError({self.named_by: refused.messages}) from refused
