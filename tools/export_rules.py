"""Writes the rules of a published pipeline as sections of a model: tokenizer, norms, attribute rules, lemmas.

    python tools/export_rules.py PIPELINE --out DIR

PIPELINE is a path or name that `spacy.load` takes. `sections(nlp)` gives the same as bytes by name. Regular expressions
are taken apart here, once, into literals, sets and contexts that the engine's matcher knows; a rule of a form that it does
not know ends the export with its text. The form of each section is told where src/language reads it.
"""

import argparse
import itertools
import json
import pathlib
import re._parser as sre
import struct
import sys

LARGEST_SET_SPELT_OUT = 64
"""How many characters a set may hold that stands beside other parts of a rule; it is spelt out as literals."""

BASE_FORMS = {
    "en": [
        {"pos": "NOUN", "feats": {"Number": "Sing"}},
        {"pos": "VERB", "feats": {"VerbForm": "Inf"}},
        {"pos": "VERB", "feats": {"VerbForm": "Fin", "Tense": "Pres", "Number": None}},
        {"pos": None, "feats": {"VerbForm": "Inf"}},
        {"pos": None, "feats": {"Degree": "Pos"}},
    ]
}
"""By language: what is its own lemma already, as the pipeline's lemmatizer has it in code."""


class UnknownForm(Exception):
    """A rule that the engine's matcher cannot hold."""


# --- sets of characters ---------------------------------------------------------------------------------------------


def ranges(points):
    """Sorted code points as [first, last] pairs."""
    out = []
    for point in sorted(points):
        if out and out[-1][1] + 1 == point:
            out[-1][1] = point
        else:
            out.append([point, point])
    return out


def spell(points):
    """A set as text: hexadecimal ranges, "30-39 41-5A B5"."""
    return " ".join(f"{a:X}" if a == b else f"{a:X}-{b:X}" for a, b in ranges(points))


def unicode_set(test):
    """The code points that Python's own test accepts (surrogates are none)."""
    return frozenset(c for c in range(0x110000) if not 0xD800 <= c < 0xE000 and test(chr(c)))


class Sets:
    """Sets by name; the same set gets the same name."""

    def __init__(self):
        from spacy.lang import char_classes as classes

        self.named = {}
        self.names = {}
        known = {
            "digit_ascii": "0-9",
            "alpha": classes.ALPHA,
            "alpha_lower": classes.ALPHA_LOWER,
            "alpha_upper": classes.ALPHA_UPPER,
            "icon": classes.CONCAT_ICONS,
        }
        self.known = {points_of(sre.parse(f"[{body}]")[0]): name for name, body in known.items()}

    def name(self, points):
        if points not in self.names:
            name = self.known.get(points) or f"set_{len(self.names)}"
            self.names[points] = name
            self.named[name] = spell(points)
        return self.names[points]


def points_of(node):
    """The characters that one node of a parsed expression stands for, or None where it is no set."""
    op, value = node
    if op is sre.LITERAL:
        return frozenset([value])
    if op is not sre.IN:
        return None
    points = set()
    for kind, part in value:
        if kind is sre.LITERAL:
            points.add(part)
        elif kind is sre.RANGE:
            points.update(range(part[0], part[1] + 1))
        else:
            raise UnknownForm(f"a set with {kind}")
    return frozenset(points)


# --- affix rules ----------------------------------------------------------------------------------------------------


def alternatives(nodes):
    """Every way through a parsed expression, in the order in which an engine tries them."""
    parts = []
    for node in nodes:
        op, value = node
        if op is sre.BRANCH:
            parts.append([way for branch in value[1] for way in alternatives(branch)])
        elif op is sre.SUBPATTERN:
            parts.append(alternatives(value[3]))
        else:
            parts.append([[node]])
    return [list(itertools.chain(*ways)) for ways in itertools.product(*parts)]


def one_set(nodes):
    points = points_of(nodes[0]) if len(nodes) == 1 else None
    if points is None:
        raise UnknownForm(f"a context of {nodes}")
    return points


def affix(way, sets):
    """One alternative as what stands behind, what it takes, what stands ahead."""
    rule, body = {}, []
    for op, value in way:
        if op is sre.AT:
            continue
        if op is sre.ASSERT and value[0] < 0 and not body:
            rule["behind"] = [sets.name(one_set([node])) for node in value[1]]
        elif op is sre.ASSERT and value[0] > 0:
            rule["ahead"] = sets.name(one_set(value[1]))
        elif op is sre.ASSERT_NOT and value[0] > 0:
            rule["not_ahead"] = sets.name(one_set(value[1]))
        elif op is sre.MAX_REPEAT and value[1] is sre.MAXREPEAT:
            body.append((one_set(value[2]), value[0], True))
        elif points_of((op, value)) is not None:
            body.append((points_of((op, value)), 1, False))
        else:
            raise UnknownForm(f"{op} {value}")
    if any(repeated for _, _, repeated in body):
        points = {points for points, _, _ in body}
        if len(points) != 1 or rule:
            raise UnknownForm(f"a repetition beside other parts: {way}")
        rule["run"] = {"set": sets.name(points.pop()), "min": sum(least for _, least, _ in body)}
    elif len(body) == 1 and len(body[0][0]) > 1:
        rule["set"] = sets.name(body[0][0])
    elif body and all(len(points) <= LARGEST_SET_SPELT_OUT for points, _, _ in body):
        rule["literals"] = ["".join(map(chr, word)) for word in itertools.product(*(sorted(p) for p, _, _ in body))]
    else:
        raise UnknownForm(f"a body of {way}")
    return rule


def affixes(pattern, sets):
    """All rules of one expression in order; neighbours that differ in their literals alone are one rule."""
    rules = []
    for way in alternatives(sre.parse(pattern)):
        rule = affix(way, sets)
        context = {key: value for key, value in rule.items() if key != "literals"}
        if rules and "literals" in rule and context == {k: v for k, v in rules[-1].items() if k != "literals"}:
            rules[-1]["literals"] += [word for word in rule["literals"] if word not in rules[-1]["literals"]]
        else:
            rules.append(rule)
    return rules


def tokenizer(nlp):
    from spacy.attrs import NORM, ORTH
    from spacy.lang.tokenizer_exceptions import URL_MATCH
    from spacy.symbols import IDS

    own, sets = nlp.tokenizer, Sets()
    if own.token_match is not None or not own.faster_heuristics:
        raise UnknownForm("a tokenizer with token_match, or without faster_heuristics")
    if own.url_match is None or own.url_match.__self__.pattern != URL_MATCH.__self__.pattern:
        raise UnknownForm("a tokenizer whose url_match is not spaCy's")
    section = {
        "prefixes": affixes(own.prefix_search.__self__.pattern, sets),
        "suffixes": affixes(own.suffix_search.__self__.pattern, sets),
        "infixes": affixes(own.infix_finditer.__self__.pattern, sets),
    }
    exceptions = {
        word: [[piece[ORTH]] + ([piece[NORM]] if NORM in piece else []) for piece in pieces]
        for word, pieces in sorted(own.rules.items())
    }
    from spacy.lang import char_classes

    tests = {"letter": str.isalpha, "upper": str.isupper, "digit": str.isdigit, "decimal": str.isdecimal}
    section["sets"] = sets.named | {name: spell(unicode_set(test)) for name, test in tests.items()}
    section["sets"]["word"] = spell(unicode_set(lambda c: c.isalnum() or c == "_"))
    section["sets"]["top_level_domain"] = spell(points_of(sre.parse(f"[{char_classes.ALPHA_LOWER}]")[0]))
    section["symbols"] = {name: number for name, number in IDS.items() if name}
    section["exceptions"] = exceptions
    return section


def norms(nlp):
    """Id of a word, id of its norm: pairs of 64-bit numbers, little-endian, in order of the word's id."""
    from spacy.lang.norm_exceptions import BASE_NORMS

    table = {nlp.vocab.strings[word]: norm for word, norm in BASE_NORMS.items()}
    # Laid over the base norms, as the vocabulary's look-up has it.
    table.update(nlp.vocab.lookups.get_table("lexeme_norm") if nlp.vocab.lookups.has_table("lexeme_norm") else {})
    return b"".join(struct.pack("<QQ", word, nlp.vocab.strings[norm]) for word, norm in sorted(table.items()))


# --- attribute rules ------------------------------------------------------------------------------------------------


def words_of(pattern):
    """All words that an expression from ^ to $ matches; it may have options and sets, but nothing without end."""

    def ways(nodes):
        words = [""]
        for node in nodes:
            op, value = node
            if op is sre.MAX_REPEAT and value[1] is not sre.MAXREPEAT:
                inner = ways(value[2])
                more = ["".join(w) for n in range(value[0], value[1] + 1) for w in itertools.product(inner, repeat=n)]
            elif points_of(node) is not None:
                more = [chr(point) for point in sorted(points_of(node))]
            else:
                raise UnknownForm(f"the expression {pattern}")
            words = [word + tail for word in words for tail in more]
        return words

    nodes = list(sre.parse(pattern))
    if nodes[0] != (sre.AT, sre.AT_BEGINNING) or nodes[-1] != (sre.AT, sre.AT_END):
        raise UnknownForm(f"the open expression {pattern}")
    return ways(nodes[1:-1])


def condition(key, value):
    if isinstance(value, (str, bool)):
        return {"in": [value]} if key != "IS_SPACE" else value
    (how, given), = value.items()
    if how == "IN":
        return {"in": given}
    if how == "NOT_IN":
        return {"not_in": given}
    if how == "REGEX":
        return {"in": words_of(given)}
    raise UnknownForm(f"the condition {key} {value}")


def attributes(nlp):
    rules = []
    for rule in nlp.get_pipe("attribute_ruler").patterns:
        attrs = dict(rule["attrs"])
        if "MORPH" in attrs:
            feats = nlp.vocab.strings[nlp.vocab.morphology.add(attrs["MORPH"])]
            attrs["MORPH"] = "" if feats == "_" else feats
        if unknown := set(attrs) - {"TAG", "POS", "MORPH", "LEMMA", "DEP"}:
            raise UnknownForm(f"an attribute rule that sets {unknown}")
        for pattern in rule["patterns"]:
            tokens = []
            for token in pattern:
                if unknown := set(token) - {"TAG", "LOWER", "DEP", "IS_SPACE"}:
                    raise UnknownForm(f"an attribute rule that asks for {unknown}")
                tokens.append({key.lower(): condition(key, value) for key, value in token.items()})
            index = range(len(tokens))[rule["index"]]
            rules.append({"tokens": tokens, "index": index, "set": {key.lower(): v for key, v in attrs.items()}})
    return rules


# --- lemmas ---------------------------------------------------------------------------------------------------------


def lemmas(nlp):
    """The rules, and the words that they lean on: sorted lines, blocks of which the rules name by position."""
    from spacy.pipeline import Lemmatizer

    lemmatizer = nlp.get_pipe("lemmatizer")
    if lemmatizer.mode != "rule" or lemmatizer.overwrite:
        raise UnknownForm("a lemmatizer that is not rule-based, or that overwrites")
    if type(lemmatizer).is_base_form is not Lemmatizer.is_base_form and nlp.lang not in BASE_FORMS:
        raise UnknownForm("a lemmatizer with base forms of its own, which BASE_FORMS does not tell")
    tables = {name: lemmatizer.lookups.get_table(name, {}) for name in ("lemma_rules", "lemma_index", "lemma_exc")}
    strings = nlp.vocab.strings
    words, parts = bytearray(), []

    def block(lines):
        start = len(words)
        for line in sorted(lines, key=lambda fields: fields[0].encode()):
            words.extend(("\t".join(line) + "\n").encode())
        return [start, len(words)]

    for part in sorted({strings.as_string(key) for table in tables.values() for key in table}):
        rules, index, exceptions = (table.get(part) or [] for table in tables.values())
        parts.append({
            "pos": part.upper(),
            "rules": [list(rule) for rule in rules],
            "index": block([word] for word in index),
            "exceptions": block([word, *dict.fromkeys(forms)] for word, forms in dict(exceptions or {}).items()),
        })
    rules = {
        "letter": spell(unicode_set(str.isalpha)),
        "base_forms": BASE_FORMS.get(nlp.lang, []),
        "cased": ["PROPN"],
        "parts": parts,
    }
    return rules, bytes(words)


def sections(nlp):
    """The model's sections by name."""

    def text(value):
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()

    rules, words = lemmas(nlp)
    return {
        "rules/tokenizer.json": text(tokenizer(nlp)),
        "rules/norms.bin": norms(nlp),
        "rules/attributes.json": text(attributes(nlp)),
        "rules/lemmas.json": text(rules),
        "rules/lemmas.txt": words,
    }


def main():
    import spacy

    args = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    args.add_argument("pipeline", help="a path or name that spacy.load takes")
    args.add_argument("--out", required=True, type=pathlib.Path, help="the folder that the sections are written to")
    args = args.parse_args()
    try:
        made = sections(spacy.load(args.pipeline))
    except UnknownForm as why:
        sys.exit(f"{args.pipeline}: {why}: the engine's matcher has no such form yet")
    for name, data in made.items():
        path = args.out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        print(f"{len(data):9} {path}")


if __name__ == "__main__":
    main()
