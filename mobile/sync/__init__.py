"""The only package that knows both the store and the API: sends the outbox in order, pulls what is new."""
