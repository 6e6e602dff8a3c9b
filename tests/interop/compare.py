"""Do other implementations read the same graph in our exports, and answer the saved queries alike?

`compare.py ZHENGTU CACHE FOLDER`: the program, the folder that `install` filled, and a folder that holds a store
and the exports of all its parts, `export.ttl` and others.
"""

import collections
import decimal
import functools
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import pyoxigraph
import rdflib
from virtuoso import Virtuoso

HERE = pathlib.Path(__file__).resolve().parent
QUERIES = sorted((HERE.parents[1] / "queries").glob("*.rq"))
TRIPLES = ["ttl", "nt", "rdf"]
QUADS = ["nq", "trig", "jsonld"]
XSD = "http://www.w3.org/2001/XMLSchema#"
NUMBERS = {XSD + name for name in ["integer", "decimal", "double", "float", "int", "long", "short", "gYear"]}

failures = []


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed:\n{done.stdout}{done.stderr}")
    return done


def check(what, found, wanted):
    if found != wanted:
        failures.append(f"{what}: {found} instead of {wanted}")


# ---------- rows --------------------------------------------------------------------------------------------


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


# ---------- engines: each gives the counts of files, and the answers to the queries -------------------------


def of_zhengtu(command, folder):
    answers = {}
    for file in QUERIES:
        arguments = ["query", "-f", file, "--format", "json", "--store", folder / "graph.store"]
        done = subprocess.run([command, *arguments], capture_output=True, text=True)
        if done.returncode not in (0, 1):
            sys.exit(done.stderr)
        answers[file.stem] = json.loads(done.stdout)["results"]["bindings"]
    return answers


def of_rdflib(queries, folder):
    graph = rdflib.Graph().parse(folder / "export.ttl")
    counts = {"ttl": len(graph)}
    for extension, format in [("nt", "nt"), ("rdf", "xml"), ("nq", "nquads"), ("trig", "trig"), ("jsonld", "json-ld")]:
        data = rdflib.Dataset() if extension in QUADS else rdflib.Graph()
        data.parse(folder / f"export.{extension}", format=format)
        counts[extension] = sum(1 for _ in data.quads()) if extension in QUADS else len(data)
    answers = {}
    for file in queries:
        rows = graph.query(file.read_text())
        answers[file.stem] = [
            {str(name): rdflib_json(value) for name, value in row.asdict().items() if value is not None} for row in rows
        ]
    return counts, answers


def of_pyoxigraph(_, folder):
    files = {extension: folder / f"export.{extension}" for extension in TRIPLES + QUADS}
    return {extension: len(set(pyoxigraph.parse(path=file))) for extension, file in files.items()}, {}


def of_raptor(_, folder):
    names = {"ttl": "turtle", "nt": "ntriples", "rdf": "rdfxml", "nq": "nquads", "trig": "trig"}
    counts = {}
    for extension, name in names.items():
        done = run("rapper", "-c", "-i", name, folder / f"export.{extension}")
        counts[extension] = int(re.search(r"returned (\d+) triples", done.stderr).group(1))
    return counts, {}


def of_program(queries, extensions, folder, *command):
    """An engine of another language: it writes its answers to a folder and prints a count for each file."""
    with tempfile.TemporaryDirectory() as answers:
        files = [folder / f"export.{extension}" for extension in extensions]
        done = run(*command, answers, *queries, "--", *files)
        counts = {line.split("\t")[0].split(".")[-1]: int(line.split("\t")[1]) for line in done.stdout.splitlines()}
        read = {file.stem: json.loads(pathlib.Path(answers, f"{file.stem}.json").read_text()) for file in queries}
    return counts, {name: answer["results"]["bindings"] for name, answer in read.items()}


def of_jena(queries, folder, cache):
    jars = """jena-arq jena-base jena-core jena-iri jena-dboe-base slf4j-api slf4j-jcl commons-logging commons-cli
        commons-codec commons-compress commons-csv commons-io commons-lang3 dexx.collection gson guava httpclient httpcore
        jackson-core jackson-databind jackson-annotations jsonld-java protobuf thrift titanium-json-ld
        jakarta.json-api""".split()
    path = [f"{cache}/jena", *(f"/usr/share/java/{jar}.jar" for jar in jars)]
    path = os.pathsep.join(entry for entry in path if pathlib.Path(entry).exists())
    return of_program(queries, ["ttl", "nt", "rdf", "nq", "trig"], folder, "java", "-cp", path, HERE / "Jena.java")


def of_comunica(queries, folder, cache):
    modules = f"{cache}/node/node_modules"
    return of_program(queries, ["ttl", "nt", "nq", "trig"], folder, "node", HERE / "comunica.mjs", modules)


def of_virtuoso(queries, folder):
    answers = {}
    with tempfile.TemporaryDirectory() as own, Virtuoso(own, folder / "export.ttl") as virtuoso:
        count = virtuoso.query("SELECT (COUNT(*) AS ?count) { ?s ?p ?o }")[0]["count"]["value"]
        for file in queries:
            try:
                answers[file.stem] = virtuoso.query(file.read_text())
            except RuntimeError as error:
                failures.append(f"virtuoso: {file.stem}: {' '.join(str(error).split())}")
    return {"ttl": int(count)}, answers


# ---------- the comparison ----------------------------------------------------------------------------------


def exclusions():
    lines = (HERE / "excluded.tsv").read_text().splitlines()
    return {tuple(line.split("\t")[:2]) for line in lines if line and not line.startswith("#")}


def compare(engine, counts, answers, wanted, ours):
    for extension, count in counts.items():
        check(f"{engine}: export.{extension}", count, wanted[extension])
    same = 0
    for file in QUERIES:
        if file.stem not in answers:
            continue
        text = file.read_text()
        theirs, own = normal(text, answers[file.stem]), normal(text, ours[file.stem])
        same += theirs == own
        if theirs != own:
            differing = [*((row, "missing") for row in own - theirs), *((row, "added") for row in theirs - own)]
            failures.append(f"{engine}: {file.stem}: {len(differing)} rows differ, such as {differing[:3]}")
    asked = f", {same} of {len(QUERIES)} queries alike" if answers else ""
    print(f"{engine}: {', '.join(f'{extension} {count}' for extension, count in counts.items())}{asked}", flush=True)


def main(command, cache, folder):
    folder, excluded = pathlib.Path(folder), exclusions()
    lines = (folder / "export.nq").read_text().splitlines()
    triples = len(set((folder / "export.nt").read_text().splitlines()))
    wanted = {**dict.fromkeys(TRIPLES, triples), **dict.fromkeys(QUADS, len(set(lines)))}
    ours = of_zhengtu(command, folder)
    print(f"zhengtu: {triples} triples, {len(set(lines))} quads, {len(QUERIES)} saved queries", flush=True)
    engines = {
        "rdflib": of_rdflib,
        "pyoxigraph": of_pyoxigraph,
        "raptor": of_raptor,
        "jena": functools.partial(of_jena, cache=cache),
        "comunica": functools.partial(of_comunica, cache=cache),
        "virtuoso": of_virtuoso,
    }
    for engine, ask in engines.items():
        queries = [file for file in QUERIES if (file.stem, engine) not in excluded]
        compare(engine, *ask(queries, folder), wanted, ours)


if __name__ == "__main__":
    main(*sys.argv[1:])
    for failure in failures:
        print(f"error: {failure}", file=sys.stderr)
    sys.exit(len(failures) > 0)
