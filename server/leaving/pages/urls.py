"""Addresses of the public page, under /leave."""

from django.urls import path

from server.leaving.pages import views

app_name = "leaving"
urlpatterns = [
    path("", views.ask, name="ask"),
    path("/link/<str:token>", views.link, name="link"),
    path("/choices", views.choices, name="choices"),
    path("/file/<uuid:export_id>", views.fetch, name="fetch"),
]
