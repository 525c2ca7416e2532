import java.io.File;
import org.gephi.graph.api.Edge;
import org.gephi.graph.api.GraphController;
import org.gephi.graph.api.GraphModel;
import org.gephi.graph.api.Node;
import org.gephi.io.importer.api.Container;
import org.gephi.io.importer.api.EdgeDirectionDefault;
import org.gephi.io.importer.api.ImportController;
import org.gephi.io.importer.api.Issue;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.ProjectController;
import org.gephi.project.api.Workspace;
import org.openide.util.Lookup;

/** Opens a graph with Gephi, and says what it has read of it. */
public class Open {
    public static void main(String[] files) throws Exception {
        for (String file : files) {
            ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
            projects.newProject();
            Workspace workspace = projects.getCurrentWorkspace();
            ImportController importer = Lookup.getDefault().lookup(ImportController.class);
            Container container = importer.importFile(new File(file));
            container.getLoader().setEdgeDefault(EdgeDirectionDefault.DIRECTED);
            importer.process(container, new DefaultProcessor(), workspace);
            int issues = 0;
            var it = container.getReport().getIssues(1000);
            while (it.hasNext()) {
                Issue issue = it.next();
                System.out.println("issue: " + issue.getLevel() + " " + issue.getMessage());
                issues++;
            }
            GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
            int labelled = 0, directed = 0;
            for (Node n : model.getGraph().getNodes()) {
                if (n.getLabel() != null && !n.getLabel().isEmpty()) labelled++;
            }
            for (Edge e : model.getGraph().getEdges()) {
                if (e.isDirected()) directed++;
            }
            System.out.println(file + ": " + model.getGraph().getNodeCount() + " nodes, " + labelled + " labelled, "
                + model.getGraph().getEdgeCount() + " edges, " + directed + " directed, node columns "
                + model.getNodeTable().countColumns() + ", edge columns " + model.getEdgeTable().countColumns()
                + ", issues " + issues);
        }
    }
}
