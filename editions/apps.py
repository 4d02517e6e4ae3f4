from django.apps import AppConfig
from django.db import connections
from django.db.models.signals import post_migrate


def put_triggers_back(sender, using, **kwargs):
    from editions import triggers

    triggers.install(connections[using], app_label=sender.label)


class EditionsConfig(AppConfig):
    name = "editions"
    verbose_name = "Ledger of editions"

    def ready(self):
        from editions import checks  # noqa: F401

        post_migrate.connect(put_triggers_back, dispatch_uid="editions.triggers")
