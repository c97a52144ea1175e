package dev.ensemble.api;

import static org.assertj.core.api.Assertions.assertThat;

import biweekly.Biweekly;
import biweekly.component.VEvent;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.ensemble.Browser;
import dev.ensemble.EnsembleTest;
import dev.ensemble.Walk;
import dev.ensemble.incident.Meetings;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** People's own calendars look up meetings at an address that is their secret. */
@EnsembleTest
class CalendarApiTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    @Autowired
    private Walk walk;

    @Autowired
    private Meetings meetings;

    @Test
    void showsTheMeetingsToACalendarThatCannotLogIn() throws Exception {
        walk.restored().complete("scheduleMeeting", "noor", Walk.meetingTomorrow());

        var feed = feed(address("lena"));

        assertThat(feed.statusCode()).as(feed.body()).isEqualTo(200);
        assertThat(feed.headers().firstValue("Content-Type")).contains("text/calendar;charset=UTF-8");
        var meeting = event(feed);
        assertThat(meeting.getSummary().getValue()).isEqualTo(walk.id() + " Figgy: post-incident meeting");
        assertThat(meeting.getDateStart().getValue().toInstant())
                .isEqualTo(meetings.of(walk.id()).orElseThrow().at());

        walk.complete(
                "moveMeeting",
                "noor",
                Map.of("what", "in-writing", "newDate", walk.meetingTomorrow().get("meetingDate"), "newTime", "15:00"));
        assertThat(events(feed(address("lena")))).noneMatch(event -> isOurs(event));
    }

    @Test
    void forgetsAnAddressThatWasTakenBackOrMadeAnew() throws Exception {
        var first = address("lena");
        var second = address("lena");

        assertThat(feed(first).statusCode()).isEqualTo(404);
        assertThat(feed(second).statusCode()).isEqualTo(200);
        new Browser(port)
                .send("DELETE", "/api/v1/calendar/address", null, "Authorization", Browser.basic("lena", "ensemble"));
        assertThat(feed(second).statusCode()).isEqualTo(404);
        assertThat(feed("/api/v1/calendar.ics").statusCode()).isEqualTo(404);
        assertThat(feed("/api/v1/calendar.ics?token=%00'").statusCode()).isEqualTo(404);
    }

    @Test
    void makesNoAddressForWhoeverIsNotLoggedIn() {
        assertThat(new Browser(port).post("/api/v1/calendar/address", "").statusCode())
                .isEqualTo(401);
        assertThat(new Browser(port)
                        .post("/api/v1/calendar/address", "", "Authorization", "Bearer " + EnsembleTest.API_TOKEN)
                        .statusCode())
                .isEqualTo(403);
    }

    private String address(String person) throws Exception {
        var answer = new Browser(port)
                .post("/api/v1/calendar/address", "", "Authorization", Browser.basic(person, "ensemble"));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        var url = JSON.readTree(answer.body()).path("url").asText();
        return url.substring(url.indexOf("/api/"));
    }

    private HttpResponse<String> feed(String address) {
        return new Browser(port).get(address);
    }

    private VEvent event(HttpResponse<String> feed) {
        return events(feed).stream().filter(this::isOurs).findFirst().orElseThrow();
    }

    private boolean isOurs(VEvent event) {
        return event.getUid().getValue().startsWith(walk.id().toString() + "-");
    }

    private static List<VEvent> events(HttpResponse<String> feed) {
        return Biweekly.parse(feed.body()).first().getEvents();
    }
}
