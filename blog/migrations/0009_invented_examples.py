from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("blog", "0008_full_clinical_article"),
    ]

    operations = [
        migrations.AlterField(
            model_name='reference',
            name='authors',
            field=models.CharField(help_text='As they are to be printed: Example A, Example B', max_length=500),
        ),
    ]
