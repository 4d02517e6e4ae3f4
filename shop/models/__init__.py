"""What the clinic offers."""

from shop.models.services import ServiceIndexPage, ServicePage, ServiceSource

__all__ = ["ServiceIndexPage", "ServicePage", "ServiceSource"]
