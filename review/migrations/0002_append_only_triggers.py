from django.db import migrations

from editions import triggers


def install(apps, schema_editor):
    triggers.install(schema_editor.connection, app_label="review")


def remove(apps, schema_editor):
    triggers.remove(schema_editor.connection, app_label="review")


class Migration(migrations.Migration):
    # The function that the triggers call on PostgreSQL comes with the ledger's.
    dependencies = [("review", "0001_submissions"), ("editions", "0002_append_only_triggers")]

    operations = [migrations.RunPython(install, remove)]
