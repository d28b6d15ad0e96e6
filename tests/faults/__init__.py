"""What happens when a process dies, a disk is full, a service is away or a clock jumps. Real processes, real services.

`settings` and `backend` are the server's own with a place to die in; `zygote` and `roles` are the processes, as a
supervisor would keep them; `server` and `stage` are how a test handles them; `afterwards` says what must hold then.
"""
