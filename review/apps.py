from django.apps import AppConfig, apps
from django.db import connections
from django.db.models.signals import post_migrate


def create_workflow(sender, using, **kwargs):
    # The task's content type is made after its app's own turn.
    last = [config for config in apps.get_app_configs() if config.models_module][-1]
    if sender.name == last.name and using == "default":
        from review import default_workflow
        from review.models import ClinicalReviewTask

        # Migrating backwards ends here too, without the tables.
        if ClinicalReviewTask._meta.db_table in connections[using].introspection.table_names():
            default_workflow.create_missing_workflow()


class ReviewConfig(AppConfig):
    name = "review"
    verbose_name = "Clinical review"

    def ready(self):
        from review import notices, receivers

        receivers.connect()
        notices.postpone_workflow_mail()
        post_migrate.connect(create_workflow, dispatch_uid="review.workflow")
