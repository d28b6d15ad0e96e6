"""Where a request comes from, as far as limits count it."""

from ipaddress import IPv6Address, ip_address, ip_network

from allauth.account.adapter import get_adapter
from django.http import HttpRequest

HOUSEHOLD = 64
"""Bits of an IPv6 address: whoever has one address has all that share them."""


def network_of(request: HttpRequest) -> str:
    """The caller's IPv4 address or IPv6 network; proxies are believed as far as TRUSTED_PROXY_COUNT says."""
    address = ip_address(get_adapter().get_client_ip(request))
    if isinstance(address, IPv6Address):
        if address.ipv4_mapped is None:
            return str(ip_network((address, HOUSEHOLD), strict=False))
        address = address.ipv4_mapped
    return str(address)
