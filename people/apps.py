from django.apps import AppConfig, apps
from django.db import connections
from django.db.models.signals import post_migrate


def bring_roles_up_to_date(sender, using, **kwargs):
    # Permissions are made app by app; after the last one they are all there.
    last = [config for config in apps.get_app_configs() if config.models_module][-1]
    if sender.name == last.name and using == "default":
        from people import roles

        # Migrating backwards ends here too, without the tables.
        if set(connections[using].introspection.table_names()) >= roles.TABLES:
            roles.bring_up_to_date()


class PeopleConfig(AppConfig):
    name = "people"
    verbose_name = "People"

    def ready(self):
        from people import whole_lines

        whole_lines.register()
        post_migrate.connect(bring_roles_up_to_date, dispatch_uid="people.groups")
