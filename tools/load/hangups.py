"""Callers that hang up in the middle: of their head, of their body, of the work on it, of a batch's answers."""

import random
import socket
import struct
import time

from service import Service, articles

CALLS = 10_000
SEED = 6


def cut(connection):
    """Closes with a reset in half of the cases, orderly in the others."""
    if random.random() < 0.5:
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    connection.close()


def request(path, kind, body):
    return f"POST {path} HTTP/1.1\r\nhost: a\r\ncontent-type: {kind}\r\ncontent-length: {len(body)}\r\n\r\n".encode() + body


def run(check):
    random.seed(SEED)
    bodies = articles()
    batch = b"\n".join(bodies)
    with Service("--body-timeout", "10") as service:
        for body in bodies:
            service.post("/v1/extract", body)
        memory, handles = service.memory(), service.handles()
        for n in range(CALLS):
            path, kind, body = ("/v1/extract/batch", "application/x-ndjson", batch) if n % 4 == 0 else ("/v1/extract", "application/json", bodies[n % len(bodies)])
            whole = request(path, kind, body)
            connection = service.connect()
            # a third in the midst of what they send, the others some milliseconds after it
            connection.sendall(whole[: random.randrange(len(whole))] if n % 3 == 0 else whole)
            if n % 3 == 1:
                time.sleep(random.random() * 0.008)
            if n % 3 == 2 and random.random() < 0.2:
                connection.recv(200)
            cut(connection)
        time.sleep(3)
        check("calls under way, beside the one that asks", service.metric("http_server_active_requests"), at_most=1)
        check("bytes held", service.metric("paraph_held_bytes"), at_most=0)
        check("articles waiting", service.metric("paraph_waiting_articles"), at_most=0)
        cpu = service.cpu()
        time.sleep(2)
        check("processor seconds in two idle seconds", service.cpu() - cpu, at_most=0.05)
        check("file handles more", service.handles() - handles, at_most=2)
        check("memory, MB more", service.memory() - memory, at_most=30)
        answered = sum(service.post("/v1/extract", body)[0] == 200 for body in bodies)
        check("articles answered afterwards", answered, at_least=len(bodies))
