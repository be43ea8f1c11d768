"""Every address of the site, in one place."""

from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from bestpractices.yearbook.sitemaps import yearbooks
from cms.organisations.public import sitemap_part as sitemap_organisations
from cms.sharing.sitemaps import pages, sitemap, sitemap_part
from mentoring.programmes.sitemaps import year
from search.mentors.sitemaps import mentors

SITEMAP = {
    "parts": {
        "pages": pages,
        "organisations": sitemap_organisations,
        "mentors": mentors,
        "yearbooks": yearbooks,
        "year": year,
    }
}

handler400 = "cms.security.refusals.bad_request"
handler500 = "cms.health.upgrading.error_or_upgrade"

urlpatterns = [
    path("admin/reports/", include("cms.accounts.reports")),  # before Wagtail's own of the same names
    path("admin/choose-page/", include("cms.accounts.page_choosers")),
    path("admin/bulk/", include("cms.accounts.bulk_doors")),
    path("admin/pages/", include("cms.accounts.page_doors")),
    path("admin/password_reset/", include("cms.accounts.resetting")),
    path("admin/", include("cms.accounts.closings")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("sitemap.xml", sitemap, SITEMAP, name="sitemap"),
    path("sitemap-<slug:name>-<int:number>.xml", sitemap_part, SITEMAP, name="sitemap-part"),
    path("", include("cms.health.views")),
    path("", include("cms.drafts.views")),
    path("", include("cms.observing.views")),
    path("", include("bestpractices.republication.urls")),
    path("nastavniki/", include("search.mentors.urls")),
    path("nastavniki/", include("mentoring.bank.urls")),
    path("api/", include("search.api.urls")),
    path("poisk/", include("search.site.urls")),
    path("", include("bestpractices.urls")),
    path("", include("mentoring.duets.urls")),
    path("", include("mentoring.programmes.urls")),
    path("", include("mentoring.consents.urls")),
    path("", include("mentoring.mentions.own.pages")),
    path("", include("cms.accounts.signing")),
    path("", include("cms.accounts.sign_ins.views")),
    path("", include("cms.accounts.email.views")),
    path("", include("cms.appearance.urls")),
    path("", include("cms.confirming.views")),
    path("", include("cms.contacts.urls")),
    path("", include("cms.organisations.urls")),
    path("", include("cms.sharing.urls")),
    path("", include("cms.freshness.urls")),
]
