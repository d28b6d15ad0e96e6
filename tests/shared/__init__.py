"""The rules of days, one by one and under random pressure."""
