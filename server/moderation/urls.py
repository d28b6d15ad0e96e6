"""Addresses of the moderation app, under the API's prefix."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
