"""Public addresses of the bank, under «nastavniki/»."""

from django.urls import path

from mentoring.bank import views
from mentoring.offers import views as offers

urlpatterns = [
    path("stat-nastavnikom/", offers.offer, name="mentor-offer"),
    path("stat-nastavnikom/spasibo/", offers.thanks, name="mentor-offer-thanks"),
    path("<int:pk>-<slug:slug>/", views.mentor_page, name="mentor"),
    path("<int:pk>/pismo/", views.write_to_mentor, name="mentor-letter"),
    path("<int:pk>/pismo/peredano/", views.letter_sent, name="mentor-letter-sent"),
]
