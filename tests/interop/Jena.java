import java.io.FileOutputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QueryExecutionFactory;
import org.apache.jena.query.ResultSetFormatter;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.riot.RDFDataMgr;

/**
 * Counts what Jena reads in files, and puts queries to the first of them.
 *
 * <p>{@code java Jena.java ANSWERS QUERY... -- FILE...}: writes the answer to each query to ANSWERS/NAME.json, and
 * prints a line for each file: its name and the number of its triples or quads.
 */
public final class Jena {
    public static void main(String[] arguments) throws Exception {
        int end = java.util.Arrays.asList(arguments).indexOf("--");
        Model model = RDFDataMgr.loadModel(arguments[end + 1]);
        for (int at = 1; at < end; at++) {
            Path query = Path.of(arguments[at]);
            String name = query.getFileName().toString().replace(".rq", ".json");
            try (QueryExecution execution = QueryExecutionFactory.create(Files.readString(query), model);
                    OutputStream answer = new FileOutputStream(Path.of(arguments[0], name).toFile())) {
                ResultSetFormatter.outputAsJSON(answer, execution.execSelect());
            }
        }
        for (int at = end + 1; at < arguments.length; at++) {
            var dataset = DatasetFactory.create();
            RDFDataMgr.read(dataset, arguments[at]);
            long quads = dataset.getDefaultModel().size();
            for (var names = dataset.listModelNames(); names.hasNext();) {
                quads += dataset.getNamedModel(names.next()).size();
            }
            System.out.println(arguments[at] + "\t" + quads);
        }
    }
}
