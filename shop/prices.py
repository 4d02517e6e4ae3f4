"""Amounts of money as people read them."""

from shop.enums import Currency

SIGNS = {Currency.USD: "$", Currency.CAD: "CA$", Currency.GBP: "£", Currency.EUR: "€"}
ON_REQUEST = "Contact us for the price"


def amount_text(amount, currency):
    """$120, or $89.50 where it is no whole number."""
    digits = f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,.2f}"
    return f"{SIGNS[Currency(currency)]}{digits}"


def price_text(amount, currency, unit=""):
    """From $120 per session; Free of charge; without an amount, that one has to ask."""
    if amount is None:
        return ON_REQUEST
    price = f"From {amount_text(amount, currency)}" if amount else "Free of charge"
    return f"{price} {unit}".strip()
