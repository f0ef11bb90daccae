#!/usr/bin/env python3
"""notice.py [--check]: writes the table of crates in NOTICE from `cargo metadata`; --check only says whether it is up to date (exit 1 if not)."""
import json
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
BEGIN, END = "--- crates (made by tools/notice.py) ---\n", "--- end of crates ---\n"


def crates():
    """The crates that a release binary links, without build and test dependencies: name, version, licence."""
    call = ["cargo", "metadata", "--format-version", "1", "--locked", "--filter-platform", "x86_64-unknown-linux-gnu"]
    meta = json.loads(subprocess.run(call, cwd=ROOT, check=True, capture_output=True).stdout)
    packages = {p["id"]: p for p in meta["packages"]}
    nodes = {n["id"]: n for n in meta["resolve"]["nodes"]}
    todo, seen = [meta["resolve"]["root"]], set()
    while todo:
        node = todo.pop()
        if node in seen:
            continue
        seen.add(node)
        for dep in nodes[node]["deps"]:
            if any(kind["kind"] is None for kind in dep["dep_kinds"]):
                todo.append(dep["pkg"])
    seen.discard(meta["resolve"]["root"])
    return sorted((p["name"], p["version"], p["license"] or "see its files") for p in (packages[i] for i in seen))


def main():
    path = ROOT / "NOTICE"
    text = path.read_text(encoding="utf8")
    head, rest = text.split(BEGIN)
    tail = rest.split(END)[1]
    table = "".join(f"{name} {version}: {licence}\n" for name, version, licence in crates())
    made = head + BEGIN + table + END + tail
    if "--check" in sys.argv:
        if made != text:
            sys.exit("NOTICE is out of date: run tools/notice.py")
        return
    path.write_text(made, encoding="utf8")


if __name__ == "__main__":
    main()
