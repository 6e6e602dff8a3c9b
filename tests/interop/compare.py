"""Do other implementations read the same graph in our exports, and answer the saved queries alike?

`compare.py ZHENGTU CACHE FOLDER`: the program, the folder that `install` filled, and a folder that holds a store
and the exports of all its parts, `export.ttl` and others.
"""

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
from endpoints import commands_alike
from rows import HERE, QUERIES, alike, asked_of, end, fail, rdflib_rows, zhengtu_rows
from virtuoso import Virtuoso

TRIPLES = ["ttl", "nt", "rdf"]
QUADS = ["nq", "trig", "jsonld"]


def run(*command, **options):
    done = subprocess.run(command, capture_output=True, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"{command[0]} failed:\n{done.stdout}{done.stderr}")
    return done


def check(what, found, wanted):
    if found != wanted:
        fail(f"{what}: {found} instead of {wanted}")



def of_zhengtu(command, folder):
    return {file.stem: zhengtu_rows(command, "-f", file, "--store", folder / "graph.store") for file in QUERIES}


def of_rdflib(queries, folder):
    graph = rdflib.Graph().parse(folder / "export.ttl")
    counts = {"ttl": len(graph)}
    for extension, format in [("nt", "nt"), ("rdf", "xml"), ("nq", "nquads"), ("trig", "trig"), ("jsonld", "json-ld")]:
        data = rdflib.Dataset() if extension in QUADS else rdflib.Graph()
        data.parse(folder / f"export.{extension}", format=format)
        counts[extension] = sum(1 for _ in data.quads()) if extension in QUADS else len(data)
    answers = {file.stem: rdflib_rows(graph, file.read_text()) for file in queries}
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


def of_virtuoso(queries, folder, command):
    answers = {}
    with tempfile.TemporaryDirectory() as own, Virtuoso(own, folder / "export.ttl") as virtuoso:
        count = virtuoso.query("SELECT (COUNT(*) AS ?count) { ?s ?p ?o }")[0]["count"]["value"]
        for file in queries:
            try:
                answers[file.stem] = virtuoso.query(file.read_text())
            except RuntimeError as error:
                fail(f"virtuoso: {file.stem}: {' '.join(str(error).split())}")
        commands_alike(command, folder / "graph.store", virtuoso.url, "virtuoso")
    return {"ttl": int(count)}, answers


def compare(engine, counts, answers, wanted, ours):
    for extension, count in counts.items():
        check(f"{engine}: export.{extension}", count, wanted[extension])
    same = 0
    for file in QUERIES:
        if file.stem not in answers:
            continue
        same += alike(engine, file.stem, file.read_text(), answers[file.stem], ours[file.stem])
    asked = f", {same} of {len(QUERIES)} queries alike" if answers else ""
    print(f"{engine}: {', '.join(f'{extension} {count}' for extension, count in counts.items())}{asked}", flush=True)


def main(command, cache, folder):
    folder = pathlib.Path(folder)
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
        "virtuoso": functools.partial(of_virtuoso, command=command),
    }
    for engine, ask in engines.items():
        compare(engine, *ask(asked_of(engine), folder), wanted, ours)


if __name__ == "__main__":
    main(*sys.argv[1:])
    end()
