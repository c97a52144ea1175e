package dev.ensemble.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LikenessTest {

    @Test
    void readsWordsWhateverTheirEndingsAndLeavesOutThoseOfEveryText() {
        assertThat(Likeness.words(List.of("The hosts were failing", "A host fails; it's the host's fault")))
                .containsExactlyInAnyOrder("host", "were", "fail", "fault");
    }

    @Test
    void takesAnyText() {
        assertThat(Likeness.words(List.of("", " … ", "db_main ORA-00600", "Überlast")))
                .contains("db_main", "überlast");
    }
}
