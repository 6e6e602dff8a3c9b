"""Answers of different engines, brought to a form in which they can be compared."""

import collections
import decimal
import json
import pathlib
import re
import subprocess
import sys

import rdflib

HERE = pathlib.Path(__file__).resolve().parent
QUERIES = sorted((HERE.parents[1] / "queries").glob("*.rq"))
XSD = "http://www.w3.org/2001/XMLSchema#"
NUMBERS = {XSD + name for name in ["integer", "decimal", "double", "float", "int", "long", "short", "gYear"]}

failures = []


def fail(text):
    failures.append(text)


def end():
    """Ends the process, with what has failed."""
    for failure in failures:
        print(f"error: {failure}", file=sys.stderr)
    sys.exit(len(failures) > 0)


def exclusions():
    """The queries that an engine is not asked: pairs of a query and an engine."""
    lines = (HERE / "excluded.tsv").read_text().splitlines()
    return {tuple(line.split("\t")[:2]) for line in lines if line and not line.startswith("#")}


def asked_of(engine):
    """The saved queries that an engine is asked."""
    excluded = exclusions()
    return [file for file in QUERIES if (file.stem, engine) not in excluded]


def cell(term):
    """A term that compares as engines agree: numbers and years by value, language tags without case."""
    if term["type"] not in ("literal", "typed-literal"):
        return term["type"], term["value"]
    value, datatype = term["value"], term.get("datatype", "")
    if datatype in NUMBERS:
        return "number", str(decimal.Decimal(value).normalize())
    return "literal", value, term.get("xml:lang", "").lower()


def normal(query, bindings):
    """The rows as a bag; where a query joins values to a list, the list in order, which SPARQL leaves open."""
    joined = set(re.findall(r"GROUP_CONCAT\([^?]*\?.*?AS \?(\w+)\)", query))
    rows = collections.Counter()
    for binding in bindings:
        row = {}
        for name, term in binding.items():
            if name in joined:
                term = {"type": "literal", "value": ", ".join(sorted(term["value"].split(", ")))}
            # An empty list and no value at all are the same to a reader.
            if not (name in joined and term["value"] == ""):
                row[name] = cell(term)
        rows[tuple(sorted(row.items()))] += 1
    return rows


def rdflib_json(term):
    if isinstance(term, rdflib.URIRef):
        return {"type": "uri", "value": str(term)}
    language = {"xml:lang": term.language} if term.language else {}
    return {"type": "literal", "value": str(term), "datatype": str(term.datatype or ""), **language}


def rdflib_rows(graph, text):
    """The rows of a query as rdflib answers it, as the standard's JSON has them."""
    rows = graph.query(text)
    return [{str(name): rdflib_json(value) for name, value in row.asdict().items() if value is not None} for row in rows]


def zhengtu_rows(command, *arguments):
    """The rows of `zhengtu query` with some arguments."""
    done = subprocess.run([command, "query", "--format", "json", *arguments], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise RuntimeError(" ".join(done.stderr.split()))
    return json.loads(done.stdout)["results"]["bindings"]


def alike(engine, name, query, answer, ours):
    """Whether two answers to a query are the same; if not, it is noted."""
    theirs, own = normal(query, answer), normal(query, ours)
    if theirs == own:
        return True
    differing = [*((row, "missing") for row in own - theirs), *((row, "added") for row in theirs - own)]
    fail(f"{engine}: {name}: {len(differing)} rows differ, such as {differing[:3]}")
    return False
