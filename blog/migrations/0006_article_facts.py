import django.db.models.deletion
import modelcluster.fields
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('blog', '0005_shared_knowledge'),
    ]

    operations = [
        migrations.AddField(
            model_name='articlepage',
            name='audience',
            field=models.CharField(choices=[('patients', 'Patients'), ('carers', 'Carers and families'), ('professionals', 'Health professionals')], default='patients', max_length=16, verbose_name='written for'),
        ),
        migrations.AddField(
            model_name='articlepage',
            name='competing_interests',
            field=models.CharField(blank=True, help_text='What authors gain from what they recommend. Write “None declared” if there is nothing.', max_length=500),
        ),
        migrations.AddField(
            model_name='articlepage',
            name='evidence_checked_on',
            field=models.DateField(blank=True, help_text='The day on which the author last searched for newer evidence; set it anew before each review.', null=True),
        ),
        migrations.AddField(
            model_name='articlepage',
            name='funding',
            field=models.CharField(blank=True, help_text='Who paid for the writing. Write “None” if nobody did.', max_length=300),
        ),
        migrations.AddField(
            model_name='articlepage',
            name='jurisdiction',
            field=models.CharField(choices=[('us', 'United States'), ('uk', 'United Kingdom'), ('eu', 'European Union'), ('canada', 'Canada'), ('australia', 'Australia')], default='us', help_text='Whose licences the article goes by', max_length=12),
        ),
        migrations.AddField(
            model_name='articlepage',
            name='conditions',
            field=modelcluster.fields.ParentalManyToManyField(blank=True, help_text='What it is a treatment for, or which condition it is about', related_name='+', to='blog.condition'),
        ),
        migrations.AddField(
            model_name='articlepage',
            name='medicine',
            field=models.ForeignKey(blank=True, help_text='The medicine that the article is about, if it is about one. Its licence and its boxed warning are printed from here.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='blog.medicine'),
        ),
    ]
