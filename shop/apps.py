from django.apps import AppConfig


class ShopConfig(AppConfig):
    name = "shop"
    verbose_name = "Shop front"

    def ready(self):
        from shop import checks  # noqa: F401
