"""How Schemathesis writes and reads a batch: `SCHEMATHESIS_HOOKS=tools/load/schemathesis_hooks.py schemathesis run …`.

The description tells of one line; a body of one line is a batch, and so is its answer."""

import json

import schemathesis

NDJSON = "application/x-ndjson"


@schemathesis.serializer(NDJSON)
def written(_context, line):
    return line if isinstance(line, bytes) else json.dumps(line).encode() + b"\n"


@schemathesis.deserializer(NDJSON)
def read(_context, response):
    lines = [json.loads(line) for line in response.content.splitlines()]
    # an empty body has no lines, hence no answers: as good as any
    return lines[0] if lines else {"id": None, "status": 422, "problem": {}}
