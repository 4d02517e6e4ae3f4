from django.db import migrations

from editions.record import names_in


def fill(apps, schema_editor):
    edition_picture = apps.get_model("editions", "EditionPicture")
    editions = apps.get_model("editions", "Edition").objects.filter(html__contains="/record/")
    for pk, html in editions.values_list("pk", "html").iterator(chunk_size=200):
        edition_picture.objects.bulk_create(edition_picture(edition_id=pk, name=name) for name in names_in(html))


class Migration(migrations.Migration):
    dependencies = [("editions", "0004_pictures_of_editions")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
