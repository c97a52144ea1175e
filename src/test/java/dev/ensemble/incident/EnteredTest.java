package dev.ensemble.incident;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnteredTest {

    @Test
    void keepsWhatPeopleWrote() {
        assertThat(Entered.text(" Größe, 図書館 👩‍💻\r\nnext line\t")).isEqualTo("Größe, 図書館 👩‍💻\nnext line");
    }

    @Test
    void leavesOutWhatADatabaseCannotKeep() {
        assertThat(Entered.text("a\u0000b\ud800c\u0007")).isEqualTo("abc");
    }

    @Test
    void isEmptyWhenThereIsNothingToSee() {
        assertThat(Entered.text(null)).isEmpty();
        assertThat(Entered.text(" \u200b\u200f\u00a0\n")).isEmpty();
        assertThat(Entered.text("\u0000 \u200b")).isEmpty();
    }
}
