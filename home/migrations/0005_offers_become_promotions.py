from django.db import migrations

# Says where a promotion came from, and so which settings it goes back to.
NOTE = "From the settings of site {pk}. Nobody had recorded its evidence."


def promote(apps, schema_editor):
    """Each site's offer becomes a promotion, which readers get once it has dates, terms and evidence."""
    promotions = apps.get_model("shop", "Promotion").objects
    for settings in apps.get_model("home", "SiteSettings").objects.exclude(promotion_text="").order_by("site_id"):
        promotions.create(text=settings.promotion_text, evidence_note=NOTE.format(pk=settings.site_id))


def put_back(apps, schema_editor):
    """An offer that came from a site's settings goes back there, as its text is by then; others have no place there."""
    promotions = apps.get_model("shop", "Promotion").objects
    for settings in apps.get_model("home", "SiteSettings").objects.order_by("site_id"):
        promotion = promotions.filter(evidence_note__startswith=NOTE.format(pk=settings.site_id)).first()
        if promotion:
            settings.promotion_text = promotion.text
            settings.save(update_fields=["promotion_text"])
            promotion.delete()


class Migration(migrations.Migration):

    dependencies = [
        ("home", "0004_picture_for_sharing"),
        ("shop", "0003_promotions"),
    ]

    operations = [migrations.RunPython(promote, put_back)]
