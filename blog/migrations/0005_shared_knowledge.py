import django.core.validators
import django.db.models.deletion
import django.db.models.functions.text
import modelcluster.fields
import modelsearch.index
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('blog', '0004_reference_strength'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.CreateModel(
            name='Condition',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='As readers say it, in lower case: depression', max_length=120)),
                ('also_called', models.TextField(blank=True, help_text='Other names, the medical one among them. One a line.')),
                ('plain_definition', models.CharField(blank=True, max_length=300, verbose_name='in plain words')),
                ('icd10_code', models.CharField(blank=True, max_length=10, verbose_name='ICD-10 code')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
            ],
            options={
                'ordering': ['name'],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='GlossaryTerm',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('term', models.CharField(max_length=80)),
                ('also_called', models.TextField(blank=True, help_text='Such as the plural. One a line.', verbose_name='other forms')),
                ('plain_definition', models.TextField(help_text='What it means, in at most 40 words, without using the term itself.', verbose_name='in plain words')),
                ('pronounce', models.CharField(blank=True, help_text='GLOO-ta-mate', max_length=80, verbose_name='how to say it')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
                ('source', models.ForeignKey(blank=True, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='blog.reference')),
            ],
            options={
                'ordering': ['term'],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='Medicine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('generic_name', models.CharField(help_text='In lower case: examplamine', max_length=120)),
                ('brands', models.TextField(blank=True, help_text='One a line.', verbose_name='brand names')),
                ('slang', models.TextField(blank=True, help_text='So that a search finds the medicine; never printed. One a line.', verbose_name='street names')),
                ('medicine_class', models.CharField(help_text='What kind of medicine it is: NMDA receptor antagonist', max_length=160, verbose_name='class')),
                ('controlled_schedule', models.CharField(choices=[('none', 'Not controlled'), ('ii', 'Schedule II (US)'), ('iii', 'Schedule III (US)'), ('iv', 'Schedule IV (US)'), ('v', 'Schedule V (US)'), ('a', 'Class A (UK)'), ('b', 'Class B (UK)'), ('c', 'Class C (UK)')], default='none', max_length=8)),
                ('prescription_only', models.BooleanField(default=True, help_text='A prescription medicine can never be offered for sale on this site.')),
                ('acts_on_nervous_system', models.BooleanField(default=True, help_text='An article about it must then say what alcohol does together with it.', verbose_name='acts on the brain or nerves')),
                ('boxed_warning', models.TextField(blank=True, help_text='The warning in a box on its label; articles show it before any benefit.')),
                ('label_url', models.URLField(blank=True, max_length=500, validators=[django.core.validators.URLValidator(schemes=['https'])], verbose_name='address of the label')),
                ('latest_revision', models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision')),
            ],
            options={
                'ordering': ['generic_name'],
            },
            bases=(modelsearch.index.Indexed, models.Model),
        ),
        migrations.CreateModel(
            name='MedicineUse',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('jurisdiction', models.CharField(choices=[('us', 'United States'), ('uk', 'United Kingdom'), ('eu', 'European Union'), ('canada', 'Canada'), ('australia', 'Australia')], default='us', max_length=12)),
                ('route', models.CharField(blank=True, help_text='How it is given, in plain words: into a vein. Blank for any.', max_length=80)),
                ('licence_status', models.CharField(choices=[('approved', 'Approved for this use'), ('off_label', 'Approved for another use (off-label)'), ('not_approved', 'Not approved (including compounded)'), ('investigational', 'Investigational'), ('withdrawn', 'Withdrawn')], max_length=16)),
                ('verified_on', models.DateField(help_text='When somebody last checked this')),
                ('condition', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='blog.condition')),
                ('medicine', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='uses', to='blog.medicine')),
                ('source', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='blog.reference')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.CreateModel(
            name='SafetyAlert',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('sort_order', models.IntegerField(blank=True, editable=False, null=True)),
                ('issued_on', models.DateField()),
                ('summary', models.CharField(max_length=300)),
                ('url', models.URLField(max_length=500, validators=[django.core.validators.URLValidator(schemes=['https'])], verbose_name='address')),
                ('medicine', modelcluster.fields.ParentalKey(on_delete=django.db.models.deletion.CASCADE, related_name='safety_alerts', to='blog.medicine')),
            ],
            options={
                'ordering': ['sort_order'],
                'abstract': False,
            },
        ),
        migrations.AddConstraint(
            model_name='condition',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('name'), name='condition_once', violation_error_message='There is a condition of this name.'),
        ),
        migrations.AddConstraint(
            model_name='glossaryterm',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('term'), name='glossary_term_once', violation_error_message='This term is explained already.'),
        ),
        migrations.AddConstraint(
            model_name='medicine',
            constraint=models.UniqueConstraint(django.db.models.functions.text.Lower('generic_name'), name='medicine_once', violation_error_message='There is a medicine of this name.'),
        ),
        migrations.AddConstraint(
            model_name='medicineuse',
            constraint=models.UniqueConstraint(models.F('medicine'), models.F('condition'), models.F('jurisdiction'), django.db.models.functions.text.Lower('route'), name='medicine_use_once', violation_error_message='This use is listed already.'),
        ),
    ]
