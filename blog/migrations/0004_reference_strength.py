import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('blog', '0003_image_section'),
        ('wagtailcore', '0098_apitoken'),
    ]

    operations = [
        migrations.AddField(
            model_name='reference',
            name='checked_on',
            field=models.DateField(blank=True, help_text='When somebody last looked whether it still stands', null=True, verbose_name='last checked on'),
        ),
        migrations.AddField(
            model_name='reference',
            name='design',
            field=models.CharField(blank=True, choices=[('systematic_review', 'Systematic review or meta-analysis'), ('rct', 'Randomised controlled trial'), ('non_randomised_trial', 'Non-randomised trial'), ('cohort', 'Cohort study'), ('case_control', 'Case-control study'), ('case_series', 'Case series or case report'), ('cross_sectional', 'Cross-sectional study'), ('mechanistic', 'Mechanistic study in people'), ('animal', 'Animal study'), ('in_vitro', 'Laboratory study of cells'), ('guideline', 'Guideline'), ('expert_opinion', 'Expert opinion')], help_text='For a study or a review', max_length=24, verbose_name='study design'),
        ),
        migrations.AddField(
            model_name='reference',
            name='follow_up_months',
            field=models.PositiveSmallIntegerField(blank=True, help_text='Needed to support a long-term effect', null=True, verbose_name='longest follow-up, in months'),
        ),
        migrations.AddField(
            model_name='reference',
            name='funding',
            field=models.CharField(blank=True, help_text='Who paid for the study', max_length=300),
        ),
        migrations.AddField(
            model_name='reference',
            name='jurisdiction',
            field=models.CharField(blank=True, choices=[('us', 'United States'), ('uk', 'United Kingdom'), ('eu', 'European Union'), ('canada', 'Canada'), ('australia', 'Australia')], help_text='For a label, guideline or regulator', max_length=12),
        ),
        migrations.AddField(
            model_name='reference',
            name='latest_revision',
            field=models.ForeignKey(blank=True, editable=False, null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='+', to='wagtailcore.revision', verbose_name='latest revision'),
        ),
        migrations.AddField(
            model_name='reference',
            name='promotional',
            field=models.BooleanField(default=False, help_text='Written to sell something, or published by this clinic itself', verbose_name='promotional'),
        ),
        migrations.AddField(
            model_name='reference',
            name='retracted',
            field=models.BooleanField(default=False, help_text='Its publisher took it back. No article that cites it can be handed in or approved.'),
        ),
        migrations.AddField(
            model_name='reference',
            name='retracted_on',
            field=models.DateField(blank=True, null=True),
        ),
    ]
