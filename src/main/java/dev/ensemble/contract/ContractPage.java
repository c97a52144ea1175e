package dev.ensemble.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The contract for people to read: one page that needs no script, and nothing from elsewhere. */
@Controller
class ContractPage {

    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private final OpenApiWebMvcResource contract;
    private final ObjectMapper json;

    ContractPage(OpenApiWebMvcResource contract, ObjectMapper json) {
        this.contract = contract;
        this.json = json;
    }

    @GetMapping("/api/docs")
    String show(HttpServletRequest request, HttpServletResponse response, Model page) throws IOException {
        var said = new Shown(json.readTree(written(request)), json);
        response.setHeader("Content-Security-Policy", POLICY);
        page.addAttribute("about", said.about());
        page.addAttribute("tags", said.tags());
        page.addAttribute("wholes", said.wholes());
        return "contract";
    }

    private byte[] written(HttpServletRequest request) throws JsonProcessingException {
        return contract.openapiJson(request, "/openapi", Locale.ENGLISH);
    }
}
