"""A Virtuoso of its own: started in a temporary folder on loopback, loaded with a file, asked, and stopped."""

import json
import pathlib
import socket
import subprocess
import time
import urllib.parse
import urllib.request

GRAPH = "https://w3id.org/zhengtu/interop"
CONFIGURATION = """
[Database]
DatabaseFile = {folder}/virtuoso.db
ErrorLogFile = {folder}/virtuoso.log
LockFile = {folder}/virtuoso.lck
TransactionFile = {folder}/virtuoso.trx
xa_persistent_file = {folder}/virtuoso.pxa
MaxCheckpointRemap = 2000
Striping = 0
[TempDatabase]
DatabaseFile = {folder}/virtuoso-temp.db
TransactionFile = {folder}/virtuoso-temp.trx
MaxCheckpointRemap = 2000
Striping = 0
[Parameters]
ServerPort = 127.0.0.1:{sql}
DirsAllowed = {folder}, {data}
NumberOfBuffers = 20000
MaxDirtyBuffers = 15000
[HTTPServer]
ServerPort = 127.0.0.1:{http}
ServerRoot = {folder}
[SPARQL]
DefaultGraph = {graph}
ResultSetMaxRows = 1000000
"""


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


class Virtuoso:
    """`with Virtuoso(folder, turtle_file) as virtuoso:`"""

    def __init__(self, folder, file):
        self.folder, self.file = pathlib.Path(folder), pathlib.Path(file)
        self.sql, self.http = free_port(), free_port()
        self.url = f"http://127.0.0.1:{self.http}/sparql"

    def __enter__(self):
        configuration = self.folder / "virtuoso.ini"
        configuration.write_text(
            CONFIGURATION.format(
                folder=self.folder, data=self.file.parent, sql=self.sql, http=self.http, graph=GRAPH
            )
        )
        self.process = subprocess.Popen(
            ["virtuoso-t", "-f", "-c", configuration],
            cwd=self.folder,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        try:
            self.wait()
            text = f"file_to_string_output('{self.file}')"
            self.command(f"DB.DBA.TTLP_MT({text}, '', '{GRAPH}', 0);")
        except BaseException:
            self.process.kill()
            raise
        return self

    def __exit__(self, *_):
        self.process.terminate()
        try:
            self.process.wait(60)
        except subprocess.TimeoutExpired:
            self.process.kill()

    def wait(self):
        deadline = time.monotonic() + 600
        while time.monotonic() < deadline:
            if self.process.poll() is not None:
                break
            try:
                with socket.create_connection(("127.0.0.1", self.http), 1):
                    return
            except OSError:
                time.sleep(0.2)
        log = self.folder / "virtuoso.log"
        raise RuntimeError(f"Virtuoso does not start: {log.read_text() if log.exists() else 'no log'}")

    def command(self, text):
        done = subprocess.run(
            ["isql-vt", f"127.0.0.1:{self.sql}", "dba", "dba", "ERRORS=STDOUT", f"EXEC={text}"],
            capture_output=True,
            text=True,
        )
        if done.returncode != 0 or "*** Error" in done.stdout:
            raise RuntimeError(done.stdout + done.stderr)

    def query(self, text):
        """The rows of a SELECT query, as the standard's JSON has them."""
        form = urllib.parse.urlencode({"query": text, "default-graph-uri": GRAPH}).encode()
        request = urllib.request.Request(
            self.url, form, {"Accept": "application/sparql-results+json"}
        )
        try:
            with urllib.request.urlopen(request, timeout=120) as answer:
                return json.load(answer)["results"]["bindings"]
        except urllib.error.HTTPError as error:
            raise RuntimeError(error.read().decode()[:500]) from error
