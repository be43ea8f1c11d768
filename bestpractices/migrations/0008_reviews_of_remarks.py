"""Remarks from before know whose scores they stand beside: who scores, scores alone, and ends with the remarks written."""

from django.db import migrations


def find_reviews(apps, schema_editor):
    remarks = apps.get_model("bestpractices", "Remark").objects.filter(author=None, review=None)
    reviews = apps.get_model("bestpractices", "ExpertReview").objects.filter(status="scored", finished_at__isnull=False)
    for review in reviews.order_by("finished_at", "pk").iterator():
        remarks.filter(state_id=review.state_id, at__lte=review.finished_at).update(review_id=review.pk)


class Migration(migrations.Migration):
    dependencies = [("bestpractices", "0007_remark_review")]

    operations = [migrations.RunPython(find_reviews, migrations.RunPython.noop)]
