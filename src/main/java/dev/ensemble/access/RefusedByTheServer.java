package dev.ensemble.access;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/** What the server itself cannot read, such as a path with a zero byte, is said as everything else is: as a problem. */
public class RefusedByTheServer extends ErrorReportValve {

    private static final String PROBLEM = """
            {"type":"about:blank","title":"This cannot be taken as it is","status":%d,"detail":"%s"}""";

    @Override
    protected void report(Request request, Response response, Throwable thrown) {
        var status = response.getStatus();
        if (status < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        try {
            var out = response.getReporter();
            if (out != null) {
                out.write(PROBLEM.formatted(
                        status, status < 500 ? "Send an address and headers that are text." : "Try again."));
                response.finishResponse();
            }
        } catch (IOException e) {
            container.getLogger().debug("Nobody is there any more.", e);
        }
    }
}
