"""Cleans what was stored before texts and pictures were cleaned on saving."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from django.core.management.base import BaseCommand
from django.db import models, transaction
from wagtail.fields import StreamField
from wagtail.images import get_image_model
from wagtail.utils.file import hash_filelike

from cms.files.metadata import without_metadata
from cms.texts.saving import cleaned, text_fields


class Command(BaseCommand):
    """Once after the upgrade; a second run finds nothing to do."""

    help = "Убирает из записей невидимые знаки, из картинок – сведения о месте и камере."

    def handle(self, **options: Any) -> None:
        texts = sum(clean_field(field) for field in text_fields())
        self.stdout.write(f"Текстов исправлено: {texts}. Картинок исправлено: {clean_pictures()}.")


def clean_field(field: models.Field[Any, Any]) -> int:
    """Rewrite the bad values of one field; gives how many there were. One that cannot be rewritten stops no other."""
    rows = field.model._base_manager.all()
    values = rows.values_list("pk", field.attname).iterator()
    bad = [(pk, value) for pk, value in values if _raw(field, value) != cleaned(field, _raw(field, value))]
    return sum(_rewritten(rows, field, pk, value) for pk, value in bad)


def _raw(field: models.Field[Any, Any], value: Any) -> Any:
    """What is stored: of blocks, not as the field would write them now."""
    return list(value.raw_data) if isinstance(field, StreamField) and value is not None else value


def _rewritten(rows: Any, field: models.Field[Any, Any], pk: Any, value: Any) -> bool:
    try:
        with transaction.atomic():
            return bool(rows.filter(pk=pk).update(**{field.attname: value}))  # the field cleans it on the way
    except Exception:  # a unique word that is there already: the record shows, and an editor decides
        return False


def clean_pictures() -> int:
    """Rewrite the originals that tell more than the picture; their renditions are made anew."""
    done = 0
    for image in get_image_model()._default_manager.iterator():
        try:
            with image.file.storage.open(image.file.name) as file:
                content = file.read()
        except OSError:
            continue
        if (bare := without_metadata(content)) == content:
            continue
        storage, former = image.file.storage, image.file.name
        name = storage.save(former, ContentFile(bare))  # beside the former, which goes once the record names this one
        facts = {"file": name, "file_size": len(bare), "file_hash": hash_filelike(BytesIO(bare))}
        type(image)._base_manager.filter(pk=image.pk).update(**facts)
        storage.delete(former)
        image.renditions.all().delete()
        done += 1
    return done
