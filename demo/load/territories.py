"""Region, municipalities, tags, organisations."""

from cms.territories.models import Municipality, Organisation, OrganisationTag, Region
from demo import municipalities as names
from demo.organisations import TAGS
from demo.shapes import DemoRegion

BATCH = 500  # rows in one INSERT


def load_territories(demo: DemoRegion) -> tuple[dict[str, Municipality], dict[str, Organisation]]:
    """Create the territories; returns municipalities and organisations by code."""
    region = Region.objects.create(
        code=names.REGION_CODE,
        name=names.REGION_NAME,
        name_genitive=names.REGION_GENITIVE,
        centre_name=names.CENTRE_NAME,
        founder=names.FOUNDER,
        address=names.ADDRESS,
        phone=names.PHONE,
        email="centre@severorechensk.example",
    )
    municipalities = _municipalities(demo, region)
    return municipalities, _organisations(demo, municipalities)


def _municipalities(demo: DemoRegion, region: Region) -> dict[str, Municipality]:
    rows = [
        Municipality(
            region=region,
            code=row.code,
            kind=row.kind,
            name=row.name,
            short_name=row.short_name,
            name_prepositional=row.name_prepositional,
            is_remote=row.is_remote,
            tile_label=row.tile_label,
            tile_column=row.tile_column,
            tile_row=row.tile_row,
        )
        for row in demo.municipalities
    ]
    return {row.code: row for row in Municipality.objects.bulk_create(rows)}


def _organisations(demo: DemoRegion, municipalities: dict[str, Municipality]) -> dict[str, Organisation]:
    rows = [
        Organisation(
            municipality=municipalities[row.municipality],
            code=row.code,
            short_name=row.short_name,
            full_name=row.full_name,
            kind=row.kind,
            settlement=row.settlement,
            is_reference=row.is_reference,
            is_rural=row.is_rural,
            site=row.site,
        )
        for row in demo.organisations
    ]
    organisations = {row.code: row for row in Organisation.objects.bulk_create(rows, batch_size=BATCH)}
    tags = {
        code: OrganisationTag.objects.get_or_create(code=code, defaults={"name": name})[0]
        for code, name in TAGS.items()
    }
    through = Organisation.tags.through
    through._default_manager.bulk_create(
        [
            through(organisation_id=organisations[row.code].pk, organisationtag_id=tags[tag].pk)
            for row in demo.organisations
            for tag in row.tags
        ],
        batch_size=BATCH,
    )
    return organisations
