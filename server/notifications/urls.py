"""Addresses of the notifications app, under the API's prefix."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
