"""The pages of the invented region: branches, homes, news, events, organisations, glossary."""

from mentoring.demo.parts import DemoPart, register_demo_part


def register() -> None:
    """Add the parts of the site to the demo; branches first, for other rooms put their pages into them."""
    from mentoring.demo.site.branches import load_branches
    from mentoring.demo.site.contacts import load_contacts
    from mentoring.demo.site.glossary import load_glossary
    from mentoring.demo.site.news import load_news
    from mentoring.demo.site.organisations import load_organisation_pages
    from mentoring.demo.site.pictures import load_pictures

    register_demo_part(DemoPart("branches", 10, load_branches))
    register_demo_part(DemoPart("contacts", 15, load_contacts))
    register_demo_part(DemoPart("glossary", 20, load_glossary))
    register_demo_part(DemoPart("organisation pages", 800, load_organisation_pages))
    register_demo_part(DemoPart("news", 810, load_news))
    register_demo_part(DemoPart("pictures", 990, load_pictures))
