"""What the session of a test's visitor holds."""

from shop.cart import KEY


def items(client):
    return client.session.get(KEY, {}).get("items", {})


def put(client, held):
    session = client.session
    session[KEY] = {"v": 1, "items": {str(getattr(key, "pk", key)): number for key, number in held.items()}}
    session.save()
