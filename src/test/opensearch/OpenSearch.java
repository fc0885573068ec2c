import java.nio.file.Files;
import java.nio.file.Path;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * Runs one node of OpenSearch, tells its HTTP port, and ends with whoever started it. It has a JVM and libraries of its
 * own: its Lucene is another one than ours.
 */
public class OpenSearch {

    public static void main(String[] arguments) throws Exception {
        Path directory = Path.of(arguments[0]);
        int port = Integer.parseInt(arguments[1]);
        OpenSearchRunner node = new OpenSearchRunner();
        node.onBuild(
                (number, settings) -> {
                    settings.put("discovery.type", "single-node");
                    settings.put("http.port", port);
                    settings.put("transport.port", Integer.parseInt(arguments[2]));
                    settings.put("network.host", "127.0.0.1");
                    settings.put("cluster.routing.allocation.disk.threshold_enabled", false);
                });
        node.build(
                OpenSearchRunner.newConfigs()
                        .basePath(directory.toString())
                        .numOfNode(1)
                        .clusterName("test")
                        .disableESLogger());
        Files.writeString(directory.resolve("started"), String.valueOf(port));
        while (System.in.read() >= 0) {
            // Until the pipe from whoever started it closes.
        }
        node.close();
        System.exit(0);
    }
}
