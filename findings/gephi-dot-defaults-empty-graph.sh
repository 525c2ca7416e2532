#!/usr/bin/env bash
# The DOT import of Gephi (gephi-toolkit 0.10.1, from Maven Central), on five files of the
# same three nodes and two edges; Graphviz reads each as that.
#
# Seen: a statement that sets defaults ("node [...]", "edge [...]" or "graph [...]"), with
# which most files of Graphviz begin, gives an empty graph, and an attribute of the graph
# ("rankdir=LR") two nodes more, "rankdir" and "LR". No issue is reported for either, so
# whoever imports a file sees too few nodes, or too many, and is told that all went well.
#
# Needs Java and Maven; the toolkit and what it depends on take about 100 MB.
set -euo pipefail
command -v mvn >/dev/null && command -v javac >/dev/null || { echo "there is no Maven, or no javac"; exit 1; }
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > pom.xml <<'XML'
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>example</groupId><artifactId>defaults</artifactId><version>1</version>
  <dependencies>
    <dependency>
      <groupId>org.gephi</groupId><artifactId>gephi-toolkit</artifactId><version>0.10.1</version>
      <exclusions><exclusion><groupId>net.java.dev</groupId><artifactId>stax-utils</artifactId></exclusion></exclusions>
    </dependency>
  </dependencies>
</project>
XML
cat > Defaults.java <<'JAVA'
import java.io.File;
import org.gephi.graph.api.*;
import org.gephi.io.importer.api.*;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.*;
import org.openide.util.Lookup;

public class Defaults {
    public static void main(String[] files) throws Exception {
        for (String file : files) {
            ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
            projects.newProject();
            Workspace workspace = projects.getCurrentWorkspace();
            ImportController importer = Lookup.getDefault().lookup(ImportController.class);
            Container container = importer.importFile(new File(file));
            int issues = 0;
            for (var it = container.getReport().getIssues(1000); it.hasNext(); it.next()) issues++;
            importer.process(container, new DefaultProcessor(), workspace);
            Graph graph = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace).getGraph();
            System.out.println(file + ": " + graph.getNodeCount() + " nodes, " + graph.getEdgeCount() + " edges, "
                + issues + " issues");
        }
    }
}
JAVA
with() { printf 'digraph g {\n  %s\n  a -> b;\n  b -> c;\n}\n' "$2" > "$1.dot"; }
with plain ''
with node 'node [shape=box];'
with edge 'edge [fontsize=10];'
with graph 'graph [fontsize=10];'
with assigned 'rankdir=LR;'
mvn -q -B dependency:build-classpath -Dmdep.outputFile=path >said 2>&1 || { cat said; exit 1; }
javac -cp "$(cat path)" Defaults.java
if command -v gc >/dev/null; then
  for f in plain node edge graph assigned; do gc -ne $f.dot 2>/dev/null; done
fi
java -Djava.awt.headless=true -cp ".:$(cat path)" Defaults plain.dot node.dot edge.dot graph.dot assigned.dot \
  2>/dev/null | tee seen
cat > expected <<'TXT'
plain.dot: 3 nodes, 2 edges, 0 issues
node.dot: 0 nodes, 0 edges, 0 issues
edge.dot: 0 nodes, 0 edges, 0 issues
graph.dot: 0 nodes, 0 edges, 0 issues
assigned.dot: 5 nodes, 2 edges, 0 issues
TXT
diff expected seen && echo "as described"
