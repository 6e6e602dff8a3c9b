"""Does pySHACL find in the same graphs what `zhengtu validate` finds?

`shapes.py ZHENGTU GOOD_GRAPH...`: the graphs that must conform, besides tests/shapes/good.ttl and the broken
graphs beside it.
"""

import functools
import pathlib
import subprocess
import sys
import tempfile

import pyshacl
import rdflib
from rdflib import RDF, SH
from rdflib.plugins.sparql import prepareQuery, processor

ROOT = pathlib.Path(__file__).resolve().parents[2]
SHAPES = rdflib.Graph().parse(ROOT / "ontology/shapes.ttl")
GOOD = ROOT / "tests/shapes/good.ttl"


# pySHACL puts each constraint's query once for each node, and rdflib reads it anew each time, which is where all
# the time goes.
EVALUATE = processor.SPARQLProcessor.query


@functools.lru_cache(None)
def prepared(query, prefixes):
    return prepareQuery(query, initNs=dict(prefixes))


def evaluate(self, query, initBindings=None, initNs=None, base=None, DEBUG=False):
    if isinstance(query, str):
        query = prepared(query, tuple((name, str(iri)) for name, iri in (initNs or {}).items()))
    return EVALUATE(self, query, initBindings, base=base)


processor.SPARQLProcessor.query = evaluate


def results(report):
    """Each result of a validation report as constraint, node and value, none of them twice."""
    return sorted(
        {
            (
                str(report.value(result, SH.sourceConstraint)),
                report.value(result, SH.focusNode).n3(),
                value.n3() if (value := report.value(result, SH.value)) is not None else "",
            )
            for result in report.subjects(RDF.type, SH.ValidationResult)
        }
    )


def by_pyshacl(graph):
    _, report, _ = pyshacl.validate(graph, shacl_graph=SHAPES, advanced=True, inference="none")
    # pySHACL gives the node itself as the value of a result whose constraint selects none, as the standard
    # says; we leave that out.
    return sorted({(c, node, "" if value == node else value) for c, node, value in results(report)})


def by_zhengtu(command, path):
    done = subprocess.run([command, "validate", path, "--format", "turtle"], capture_output=True, text=True)
    if done.returncode not in (0, 1):
        sys.exit(done.stderr)
    return results(rdflib.Graph().parse(data=done.stdout))


def broken(update):
    """The good graph after a SPARQL update, which may use its prefixes."""
    graph = rdflib.Graph().parse(GOOD)
    lines = GOOD.read_text().splitlines()
    prefixes = "".join(f"PREFIX {line[8:-2]}\n" for line in lines if line.startswith("@prefix "))
    graph.update(prefixes + update.read_text())
    return graph


def main(command, *good):
    failed = 0
    cases = [(path, rdflib.Graph().parse(path), True) for path in [GOOD, *good]]
    cases += [(path, broken(path), False) for path in sorted((ROOT / "tests/shapes/broken").glob("*.ru"))]
    with tempfile.TemporaryDirectory() as folder:
        file = pathlib.Path(folder, "graph.nt")
        for path, graph, conforms in cases:
            graph.serialize(file, format="nt", encoding="utf-8")
            ours, theirs = by_zhengtu(command, file), by_pyshacl(graph)
            if ours != theirs or (ours == []) != conforms:
                failed += 1
                print(f"{path}\n  zhengtu: {ours}\n  pySHACL: {theirs}", file=sys.stderr)
    print(f"pySHACL {pyshacl.__version__}: agrees on {len(cases) - failed} of {len(cases)} graphs")
    sys.exit(failed > 0)


main(*sys.argv[1:])
