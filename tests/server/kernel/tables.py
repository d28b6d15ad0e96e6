"""Holds the subscription tables that tests make, where a setting can name them."""
