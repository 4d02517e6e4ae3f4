import django.utils.timezone
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('blog', '0006_article_facts'),
    ]

    operations = [
        migrations.CreateModel(
            name='Waiver',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('page_id', models.PositiveBigIntegerField()),
                ('rule', models.CharField(max_length=40)),
                ('quote', models.TextField(blank=True)),
                ('quote_digest', models.CharField(max_length=64)),
                ('reason', models.TextField(blank=True)),
                ('user_id', models.PositiveBigIntegerField(null=True)),
                ('user_name', models.CharField(blank=True, max_length=200)),
                ('at', models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                'ordering': ['pk'],
                'indexes': [models.Index(fields=['page_id', 'rule', 'quote_digest'], name='waiver_of_page')],
            },
        ),
    ]
