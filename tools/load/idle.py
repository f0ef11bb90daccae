"""Five thousand idle keep-alive connections, and an end under them."""

import resource

from service import Service, articles

NUMBER = 5000


def run(check):
    resource.setrlimit(resource.RLIMIT_NOFILE, (min(2 * NUMBER, resource.getrlimit(resource.RLIMIT_NOFILE)[1]),) * 2)
    with Service("--header-timeout", "60", "--drain-grace", "1", "--drain-deadline", "5") as service:
        for body in articles():
            service.post("/v1/extract", body)
        before = service.memory()
        connections = []
        for _ in range(NUMBER):
            connection = service.connect()
            connection.sendall(b"GET /livez HTTP/1.1\r\nhost: a\r\n\r\n")
            assert connection.recv(4096).startswith(b"HTTP/1.1 200")
            connections.append(connection)
        more = service.memory() - before
        took, code = service.stop()
        check("memory, MB more", more, at_most=120)
        check("seconds to the end (grace 1, deadline 5)", took, at_most=6)
        check("exit code", code, at_most=0)
