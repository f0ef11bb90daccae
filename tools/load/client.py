"""HTTP/1.1 on asyncio, no more than the trials need: it sees what a library would hide, such as a connection that was cut."""

import asyncio


class Connection:
    """One connection, kept alive while the service allows it."""

    def __init__(self, host, port):
        self.address = (host, port)
        self.reader = self.writer = None

    async def call(self, method, path, body=b"", kind="application/json"):
        """Status and body. A connection that is cut raises."""
        if self.writer is None:
            self.reader, self.writer = await asyncio.open_connection(*self.address, limit=1 << 24)
        self.writer.write(head(method, path, len(body), kind) + body)
        await self.writer.drain()
        return await self.answer()

    async def answer(self):
        status, headers = await read_head(self.reader)
        body = await self.reader.readexactly(int(headers.get("content-length", 0)))
        if headers.get("connection") == "close":
            self.close()
        return status, body

    def close(self):
        if self.writer is not None:
            self.writer.close()
        self.reader = self.writer = None


def head(method, path, length, kind):
    length = "transfer-encoding: chunked" if length is None else f"content-length: {length}"
    return f"{method} {path} HTTP/1.1\r\nhost: paraph\r\ncontent-type: {kind}\r\n{length}\r\n\r\n".encode()


async def read_head(reader):
    lines = (await reader.readuntil(b"\r\n\r\n")).decode().split("\r\n")
    headers = dict(line.lower().split(": ", 1) for line in lines[1:] if line)
    return int(lines[0].split(" ")[1]), headers
