"""What a person can do. Each writes its local row and its outbox row in one transaction; nothing waits for the net."""
