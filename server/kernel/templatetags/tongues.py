"""Sentences and days in templates, in the language of whoever reads the page. Known in every template."""

from datetime import date, datetime

from django import template
from django.utils.html import format_html
from django.utils.safestring import SafeString

from shared import dates, languages

register = template.Library()


@register.simple_tag(name="say")
def say_in(text: str, **values: object) -> str:
    """`{% say "{name} invites you" name=inviter.name %}`; escaped as a whole wherever a page is."""
    return languages.say(text, **values)


@register.simple_tag(name="say_many")
def say_many_in(one: str, many: str, n: int, **values: object) -> str:
    return languages.say_many(one, many, n, **values)


@register.filter
def day(value: date) -> str:
    """27 November, of a date or an instant (in UTC, as templates print them)."""
    return dates.day_of_month(value)


@register.filter
def full_day(value: date) -> str:
    """27 November 2026."""
    return dates.day_of_year(value)


@register.filter
def clock(value: datetime) -> str:
    """14:30."""
    return f"{value:%H:%M}"


@register.simple_tag
def spoken_here() -> SafeString:
    """For <html>: which language the page is in, and which way it runs."""
    return format_html('lang="{}" dir="{}"', languages.spoken(), "rtl" if languages.language().right_to_left else "ltr")
