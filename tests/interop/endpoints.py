"""Do other people's clients query `zhengtu serve`, and do our own commands query other people's endpoints?

`endpoints.py ZHENGTU CACHE FOLDER`: the program, the folder that `install` filled, and a folder with `graph.store`.
"""

import csv
import io
import json
import pathlib
import subprocess
import sys
import tempfile
from itertools import zip_longest

import rdflib
from rdflib.plugins.stores.sparqlstore import SPARQLStore
from rows import HERE, QUERIES, alike, asked_of, end, fail, rdflib_rows, zhengtu_rows

QUESTIONS = [
    "斋堂有哪些项目",
    "Which projects are in Zhaitang?",
    "地区生产总值是多少",
    "2023年有哪些项目要开工",
    "哪些项目已经完工",
    "门头沟区获得了哪些荣誉",
    "亚特兰蒂斯有哪些项目",
]
THINGS = ["华侨城", "斋堂镇", "门头沟区", "地区生产总值", "没有这个"]
CONSTRUCT = "CONSTRUCT { ?report a zt:Report } WHERE { ?report a zt:Report }"


# ---------- our commands over an endpoint -------------------------------------------------------------------


def printed(command, *arguments):
    """Exit status and standard output; a message for a person stands on standard error."""
    done = subprocess.run([command, *arguments], capture_output=True, text=True)
    return done.returncode, done.stdout if done.returncode < 2 else done.stderr


def difference(theirs, own):
    """The first line that differs."""
    pairs = zip_longest(str(theirs[1]).splitlines(), str(own[1]).splitlines())
    found, wanted = next(((a, b) for a, b in pairs if a != b), (theirs[0], own[0]))
    return f"{found} instead of {wanted}"


def commands_alike(command, store, url, name):
    """Compares `query`, `ask` and `show` over an endpoint with the same over the store."""
    name, here, there = f"{name} by --endpoint", ["--store", store], ["--endpoint", url]
    queries = asked_of(name.split()[0])
    same = 0
    for file in queries:
        arguments = ["-f", file]
        try:
            theirs = zhengtu_rows(command, *arguments, *there)
        except RuntimeError as error:
            fail(f"{name}: {file.stem}: {error}")
            continue
        same += alike(name, file.stem, file.read_text(), theirs, zhengtu_rows(command, *arguments, *here))
    said = [["ask", "--format", "json", question] for question in QUESTIONS] + [["show", thing] for thing in THINGS]
    answers = 0
    for arguments in said:
        theirs, own = printed(command, *arguments, *there), printed(command, *arguments, *here)
        answers += theirs == own
        if theirs != own:
            fail(f"{name}: {' '.join(arguments)}: {difference(theirs, own)}")
    print(f"{name}: {same} of {len(queries)} queries, {answers} of {len(said)} answers alike", flush=True)


# ---------- other people's clients --------------------------------------------------------------------------


class Server:
    """`with Server(zhengtu, store) as url:`"""

    def __init__(self, command, store):
        self.arguments = [command, "serve", "--bind", "127.0.0.1:0", "--store", store]

    def __enter__(self):
        self.process = subprocess.Popen(self.arguments, stderr=subprocess.PIPE, text=True)
        for line in self.process.stderr:
            if line.startswith("serving http://"):
                return f"http://{line.split('/')[2]}/sparql"
        raise RuntimeError("zhengtu serve does not start")

    def __exit__(self, *_):
        self.process.terminate()
        if self.process.wait(30) != 0:
            fail(f"zhengtu serve ended with {self.process.returncode}")


def of_rdflib(url):
    graph = rdflib.Graph(SPARQLStore(url, returnFormat="json"))
    return {file.stem: rdflib_rows(graph, file.read_text()) for file in asked_of("rdflib")}


def of_comunica(url, cache):
    queries = asked_of("comunica")
    with tempfile.TemporaryDirectory() as answers:
        program = ["node", HERE / "comunica.mjs", f"{cache}/node/node_modules", answers, *queries, "--", url]
        done = subprocess.run(program, capture_output=True, text=True)
        if done.returncode != 0:
            sys.exit(f"comunica over {url} failed:\n{done.stdout}{done.stderr}")
        read = {file.stem: json.loads(pathlib.Path(answers, f"{file.stem}.json").read_text()) for file in queries}
    return {name: answer["results"]["bindings"] for name, answer in read.items()}


def curl(*arguments):
    """The body of a reply; a status that says that something went wrong is an error."""
    done = subprocess.run(["curl", "--silent", "--show-error", "--fail-with-body", *arguments], capture_output=True)
    if done.returncode != 0:
        fail(f"curl {' '.join(map(str, arguments))}: {done.stderr.decode()}{done.stdout.decode()[:300]}")
    return done.stdout.decode()


def of_curl(url, ours):
    """The protocol's three ways to send each query; then each format by its media type."""
    ways = {
        "GET": lambda file: ["--get", "--data-urlencode", f"query@{file}"],
        "POST of a form": lambda file: ["--data-urlencode", f"query@{file}"],
        "POST of a query": lambda file: ["-H", "Content-Type: application/sparql-query", "--data-binary", f"@{file}"],
    }
    for way, arguments in ways.items():
        same = 0
        for file in QUERIES:
            body = curl("-H", "Accept: application/sparql-results+json", *arguments(file), url)
            rows = json.loads(body)["results"]["bindings"] if body else []
            same += alike(f"curl, {way}", file.stem, file.read_text(), rows, ours[file.stem])
        print(f"curl, {way}: {same} of {len(QUERIES)} queries alike", flush=True)
    of_formats(url, ours)


def of_formats(url, ours):
    file = next(file for file in QUERIES if file.stem == "projects-in-place")
    wanted = len(ours[file.stem])
    reply = lambda media_type: curl("-H", f"Accept: {media_type}", "--get", "--data-urlencode", f"query@{file}", url)
    counts = {
        "text/csv": len(list(csv.reader(io.StringIO(reply("text/csv"))))) - 1,
        "text/tab-separated-values": len(reply("text/tab-separated-values").splitlines()) - 1,
        "application/sparql-results+xml": reply("application/sparql-results+xml").count("<result>"),
    }
    for media_type, count in counts.items():
        if count != wanted:
            fail(f"curl, {media_type}: {count} rows instead of {wanted}")
    for media_type in ["text/turtle", "application/n-triples", "application/rdf+xml", "application/ld+json"]:
        prefix = "PREFIX zt: <https://w3id.org/zhengtu/ns#> "
        body = curl("-H", f"Accept: {media_type}", "--data-urlencode", f"query={prefix}{CONSTRUCT}", url)
        found = len(rdflib.Graph().parse(data=body, format=media_type))
        if found != 1:
            fail(f"curl, {media_type}: {found} triples instead of 1")


def main(command, cache, folder):
    store = pathlib.Path(folder) / "graph.store"
    ours = {file.stem: zhengtu_rows(command, "-f", file, "--store", store) for file in QUERIES}
    with Server(command, store) as url:
        for client, answers in [("rdflib's SPARQLStore", of_rdflib(url)), ("Comunica", of_comunica(url, cache))]:
            asked = [file for file in QUERIES if file.stem in answers]
            same = sum(alike(client, file.stem, file.read_text(), answers[file.stem], ours[file.stem]) for file in asked)
            print(f"{client} over serve: {same} of {len(asked)} queries alike", flush=True)
        of_curl(url, ours)
        commands_alike(command, store, url, "serve")


if __name__ == "__main__":
    main(*sys.argv[1:])
    end()
