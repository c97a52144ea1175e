package dev.ensemble;

import java.time.Clock;
import java.time.ZoneOffset;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Incident response that teams learn from, as an executable process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Ensemble {

    /** Milliseconds are what people and databases agree on. */
    @Bean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    public static void main(String[] args) {
        SpringApplication.run(Ensemble.class, args);
    }
}
