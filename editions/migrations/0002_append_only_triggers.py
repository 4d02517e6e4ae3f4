from django.db import migrations

from editions import triggers


def install(apps, schema_editor):
    triggers.install(schema_editor.connection, app_label="editions")


def remove(apps, schema_editor):
    triggers.remove(schema_editor.connection, app_label="editions")
    if schema_editor.connection.vendor == "postgresql":
        schema_editor.execute("DROP FUNCTION IF EXISTS ledger_refuse() CASCADE")


class Migration(migrations.Migration):
    dependencies = [("editions", "0001_ledger")]

    operations = [migrations.RunPython(install, remove)]
