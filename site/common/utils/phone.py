"""Phone numbers in E.164."""

import phonenumbers

HOME = "NG"


def e164(text: str, *, region: str = HOME) -> str:
    """Return the number in international form; national ones are taken as of `region`.

    :raises ValueError: when it is no phone number.
    """
    try:
        found = phonenumbers.parse(text, region)
    except phonenumbers.NumberParseException:
        raise ValueError("This is no phone number.") from None
    if not phonenumbers.is_possible_number(found):
        raise ValueError("This is no phone number.")
    return phonenumbers.format_number(found, phonenumbers.PhoneNumberFormat.E164)
