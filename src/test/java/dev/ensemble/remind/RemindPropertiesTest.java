package dev.ensemble.remind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class RemindPropertiesTest {

    @Test
    void sayHowManyADayAndBeNoneAtAllIfNeedBe() {
        assertThat(new RemindProperties(0).perDay()).isZero();
        assertThatThrownBy(() -> new RemindProperties(-1)).hasMessageContaining("ENSEMBLE_REMINDERS_PER_DAY is -1");
    }
}
