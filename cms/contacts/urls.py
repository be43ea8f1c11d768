from django.urls import path

from cms.contacts import views

urlpatterns = [
    path("kontakty/", views.contacts, name="contacts"),
    path("kontakty/napisat/", views.write, name="contact-write"),
    path("kontakty/oshibka/", views.report, name="contact-mistake"),
    path("kontakty/peredano/", views.sent, name="contact-sent"),
]
