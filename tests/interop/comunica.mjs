// Counts what N3.js reads in files, and puts queries to the first of them through Comunica.
//
// comunica.mjs NODE_MODULES ANSWERS QUERY... -- FILE...: writes the answer to each query to ANSWERS/NAME.json, and
// prints a line for each file: its name and the number of its triples or quads. In place of the files there may be
// the address of a SPARQL endpoint.

import { createRequire } from "node:module";
import { readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";

const [modules, answers, ...rest] = process.argv.slice(2);
const require = createRequire(join(modules, "index.js"));
const { Parser, Store } = require("n3");
const { QueryEngine } = require("@comunica/query-sparql-file");

const queries = rest.slice(0, rest.indexOf("--"));
const files = rest.slice(rest.indexOf("--") + 1);
const read = (file) => new Store(new Parser({ format: formatOf(file) }).parse(readFileSync(file, "utf8")));
const formatOf = (file) => ({ ttl: "Turtle", nt: "N-Triples", trig: "TriG", nq: "N-Quads" })[file.split(".").pop()];

// Comunica 4.5 leaves the language that an endpoint tells where the datatype should be.
const tagged = (language) => (language ? { "xml:lang": language } : undefined);
const term = ({ termType, value, language, datatype }) =>
  termType === "NamedNode"
    ? { type: "uri", value }
    : { type: "literal", value, ...(tagged(language || datatype.language) ?? { datatype: datatype.value }) };

const isEndpoint = files[0].startsWith("http:");
const source = isEndpoint ? { type: "sparql", value: files[0] } : read(files[0]);
const engine = new QueryEngine();
for (const file of queries) {
  const rows = await (await engine.queryBindings(readFileSync(file, "utf8"), { sources: [source] })).toArray();
  const bindings = rows.map((row) =>
    Object.fromEntries([...row].map(([variable, value]) => [variable.value, term(value)])),
  );
  const name = basename(file).replace(".rq", ".json");
  writeFileSync(join(answers, name), JSON.stringify({ results: { bindings } }));
}
for (const file of isEndpoint ? [] : files) {
  console.log(`${file}\t${read(file).size}`);
}
