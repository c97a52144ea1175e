package dev.ensemble.access;

import jakarta.servlet.http.HttpServletResponse;
import java.security.Principal;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where people log in, and where they go from there. */
@Controller
class LoginPage {

    static final String PATH = "/login";
    static final String WRONG = PATH + "?wrong";
    static final String GONE = PATH + "?out";
    static final String AFTERWARDS = "/camunda/app/tasklist/default/";

    private static final int LONGEST_WAIT = 60;

    @GetMapping("/")
    String start() {
        return "redirect:" + AFTERWARDS;
    }

    @GetMapping(PATH)
    String login(
            Principal who,
            CsrfToken csrf,
            @RequestParam(required = false) String wrong,
            @RequestParam(required = false) String out,
            @RequestParam(defaultValue = "") String wait,
            HttpServletResponse response,
            Model page) {
        if (who != null) {
            return "redirect:/";
        }
        var nonce = UUID.randomUUID().toString();
        response.setHeader(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; script-src 'nonce-%s'; img-src 'self';".formatted(nonce)
                        + " form-action 'self'; frame-ancestors 'none'; base-uri 'none'");
        page.addAttribute("nonce", nonce);
        page.addAttribute("csrfName", csrf.getParameterName());
        page.addAttribute("csrfToken", csrf.getToken());
        page.addAttribute("error", error(wrong != null, minutes(wait), response));
        page.addAttribute("note", out == null ? null : "You are logged out.");
        return "login";
    }

    static String tooMany(long minutes) {
        return "%s?wait=%d".formatted(PATH, minutes);
    }

    private static String error(boolean wrong, int minutes, HttpServletResponse response) {
        if (minutes > 0) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(minutes * 60));
            return "Too many tries. Wait %s, then try again. Others can still log in."
                    .formatted(minutes == 1 ? "a minute" : minutes + " minutes");
        }
        return wrong ? "User name and password do not fit together. Try again." : null;
    }

    private static int minutes(String wait) {
        return wait.matches("\\d{1,2}") ? Math.min(Integer.parseInt(wait), LONGEST_WAIT) : 0;
    }
}
