"""Addresses of the guests app, under the API's prefix."""

from django.urls import path

from server.guests.api.links import DayGuestLinksView, GuestLinksView, GuestLinkView

urlpatterns = [
    path("habits/<uuid:habit_id>/days/<str:date>/guest-links", DayGuestLinksView.as_view()),
    path("guest-links", GuestLinksView.as_view()),
    path("guest-links/<uuid:link_id>", GuestLinkView.as_view()),
]
