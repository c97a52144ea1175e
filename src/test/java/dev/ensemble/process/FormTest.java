package dev.ensemble.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ensemble.incident.Refused;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {

    @Test
    void tellsAllFaultsAtOnce() {
        var form = form(Map.of("a", " ", "b", "x".repeat(11), "c", "maybe"));
        form.required("a", 10, "Say it.");
        form.text("b", 10);
        form.choice("c", List.of("yes", "no"));
        form.date("d");

        assertThatThrownBy(form::check)
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Refused.Fault::field)
                                .containsExactly("a", "b", "c", "d"));
    }

    @Test
    void readsRowsFromLinesOrAJsonList() {
        assertThat(form(Map.of("rows", " one \n\n two")).lines("rows", 10)).containsExactly("one", "two");
        assertThat(form(Map.of("rows", "[\"one\", \" \", \"two\"]")).lines("rows", 10))
                .containsExactly("one", "two");
        assertThat(form(Map.of("rows", List.of("one", "two"))).lines("rows", 10))
                .containsExactly("one", "two");
    }

    @Test
    void takesALineThatOnlyLooksLikeAList() {
        assertThat(form(Map.of("rows", "[proxy] timed out")).lines("rows", 20)).containsExactly("[proxy] timed out");
    }

    @ParameterizedTest
    @ValueSource(strings = {"I saw smoke", "{\"a\": 1}", "[1, 2]", "[not json"})
    void refusesRowsThatAreNone(String wrong) {
        var form = form(Map.of("rows", wrong));
        assertThat(form.rows("rows")).isEmpty();

        assertThatThrownBy(form::check).hasMessage("rows: Send a Json list of objects.");
    }

    @Test
    void readsRowsOfWhichOneFieldWouldDo() {
        for (var entered : List.<Object>of(
                "one\n\n two",
                "[\"one\", \" \", {\"text\": \"two\"}, {\"entries\": [1]}]",
                List.of("one", Map.of("text", "two")))) {
            var form = form(Map.of("rows", entered));
            assertThat(form.rows("rows", "text"))
                    .extracting(row -> row.text("text", 10))
                    .containsExactly("one", "two");
            form.check();
        }
        var form = form(Map.of("rows", "[{\"text\": \"one\", \"entries\": [1, 2]}, \"two\"]"));
        assertThat(form.rows("rows", "text"))
                .extracting(row -> row.numbers("entries"))
                .containsExactly(List.of(1L, 2L), List.of());
        form.check();
        assertThat(form(Map.of()).rows("rows", "text")).isEmpty();
    }

    @Test
    void namesTheRowThatCannotBeTaken() {
        var form = form(Map.of("rows", "[\"\", \"a text\", {\"text\": \"one\", \"entries\": [\"1\"]}]"));
        form.rows("rows", "text").forEach(row -> {
            row.text("text", 3);
            row.numbers("entries");
        });

        assertThatThrownBy(form::check)
                .hasMessage(
                        "rows[0].text: Keep it to 3 characters. rows[1].entries: Send a Json list of whole numbers.");
        var object = form(Map.of("rows", Map.of("text", "one")));
        assertThat(object.rows("rows", "text")).isEmpty();
        assertThatThrownBy(object::check).hasMessage("rows: Send a Json list, or one a line.");
    }

    private static Form form(Map<String, Object> entered) {
        return new Form(entered, "maya", null);
    }
}
