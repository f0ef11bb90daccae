#!/usr/bin/env python3
"""notice.py [--check]: lists the crates that the binary carries, with their licences.

Writes the table at the end of NOTICE (below the line that MARK names) and `licenses/crates.txt`, which holds the licence texts and
copyright notices. `--check` writes nothing and exits 1 where a file is not what it would write. Needs Python 3.9 and cargo.

Carried is what is compiled for any platform and linked: no procedural macros, no build or test dependencies. Of several licences that
a crate offers, the first of CHOICE is taken; of several that it demands, all are named.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MARK = "## Crates"
# A licence, in the order of our choice, and words by which its text is known.
CHOICE = {
    "Apache-2.0": r"Apache License\s+Version 2\.0",
    "MIT": r"Permission is hereby granted, free of charge",
    "MIT-0": r"Permission is hereby granted, free of charge",
    "ISC": r"Permission to use, copy, modify,? and(/or)? distribute",
    "Zlib": r"This software is provided 'as-is'",
    "BSD-2-Clause": r"Redistribution and use in source and binary forms",
    "BSD-3-Clause": r"Redistribution and use in source and binary forms",
    "BSL-1.0": r"Boost Software License",
    "Unicode-3.0": r"UNICODE LICENSE V3",
    "MPL-2.0": r"Mozilla Public License,?\s+[Vv]ersion 2\.0",
}
FILES = re.compile(r"^(licen[cs]e|copying|copyright|notice)", re.IGNORECASE)


def metadata():
    command = ["cargo", "metadata", "--locked", "--format-version", "1"]
    return json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True).stdout)


def carried(meta):
    """The packages that are linked, in order of name and version."""
    packages = {p["id"]: p for p in meta["packages"]}
    nodes = {n["id"]: n for n in meta["resolve"]["nodes"]}
    root = meta["resolve"]["root"]
    seen, stack = {root}, [root]
    while stack:
        for dep in nodes[stack.pop()]["deps"]:
            linked = any(k["kind"] is None for k in dep["dep_kinds"])
            macro = any("proc-macro" in t["kind"] for t in packages[dep["pkg"]]["targets"])
            if linked and not macro and dep["pkg"] not in seen:
                seen.add(dep["pkg"])
                stack.append(dep["pkg"])
    return sorted((packages[i] for i in seen - {root}), key=lambda p: (p["name"], p["version"]))


def chosen(package):
    """The licences that we take a crate under."""
    expression = package["license"] or sys.exit(f"{package['name']} names no licence")
    taken = []
    for demanded in re.split(r"\s+AND\s+", expression):
        offered = re.split(r"\s*/\s*|\s+OR\s+", demanded.strip("() "))
        offered = [o.split(" WITH ")[0] for o in offered]
        taken.append(next((c for c in CHOICE if c in offered), None) or sys.exit(f"{package['name']}: no rule for '{expression}'"))
    return taken


def texts(package, licence):
    """The crate's own copies of a licence's text; Apache's stands once for all."""
    folder = Path(package["manifest_path"]).parent
    files = sorted(f for f in folder.iterdir() if f.is_file() and FILES.match(f.name))
    found = [tidy(f.read_text(encoding="utf8", errors="replace")) for f in files]
    if licence == "Apache-2.0":
        return [t for f, t in zip(files, found) if f.name.upper().startswith("NOTICE")]
    fitting = [t for t in found if re.search(CHOICE[licence], t)]
    return [t for t in fitting if not re.search(CHOICE["Apache-2.0"], t)][:1] or fitting[:1]


def standard(package, licence):
    """The text for a crate that carries no copy: the licence's own words, and whom its manifest names."""
    by = ", ".join(package["authors"]) or package["repository"] or package["name"]
    words = {"MIT": "LICENSE-MIT", "MPL-2.0": "licenses/mpl-2.0.txt", "BSD-3-Clause": "licenses/bsd-3-clause.txt"}.get(licence) or sys.exit(f"{package['name']} carries no text")
    text = tidy((ROOT / words).read_text(encoding="utf8"))
    return f"By {by}, under the {licence} licence as its manifest says:\n\n{text[text.find('Permission'):] if licence == 'MIT' else text}"


def tidy(text):
    return "\n".join(line.rstrip() for line in text.replace("\r", "").strip().split("\n"))


def written(packages):
    """The table for NOTICE and the file of texts."""
    table, by_text = [], {}
    for p in packages:
        name, licences = f"{p['name']} {p['version']}", chosen(p)
        table.append(f"{name}: {' AND '.join(licences)}")
        for licence in licences:
            own = texts(p, licence) or ([] if licence == "Apache-2.0" else [standard(p, licence)])
            for text in own:
                by_text.setdefault((licence, text), []).append(name)
    apache = [f"{p['name']} {p['version']}" for p in packages if "Apache-2.0" in chosen(p)]
    parts = [section("Apache-2.0", apache, tidy((ROOT / "LICENSE-APACHE").read_text()))]
    parts += [section(licence, names, text) for (licence, text), names in sorted(by_text.items(), key=lambda e: (e[0][0], e[1]))]
    return "\n".join(table) + "\n", "\n\n".join(parts) + "\n"


def section(licence, names, text):
    return f"{'=' * 100}\n{licence}\n{wrap(names)}\n{'=' * 100}\n\n{text}"


def wrap(names):
    lines = [""]
    for name in names:
        if len(lines[-1]) + len(name) > 96:
            lines.append("")
        lines[-1] += name + ", "
    return "\n".join(lines).rstrip(", ")


def main():
    table, crates = written(carried(metadata()))
    notice = ROOT / "NOTICE"
    head = notice.read_text(encoding="utf8").split(MARK)[0]
    wanted = {notice: f"{head}{MARK}\n\n{table}", ROOT / "licenses" / "crates.txt": crates}
    stale = [f for f, text in wanted.items() if not f.exists() or f.read_text(encoding="utf8") != text]
    if "--check" in sys.argv[1:]:
        for f in stale:
            print(f"{f.relative_to(ROOT)} is stale: run tools/notice.py", file=sys.stderr)
        sys.exit(bool(stale))
    for f in stale:
        f.parent.mkdir(exist_ok=True)
        f.write_text(wanted[f], encoding="utf8")


if __name__ == "__main__":
    main()
