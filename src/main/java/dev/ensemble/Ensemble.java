package dev.ensemble;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Incident response that teams learn from, as an executable process. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class Ensemble {

    public static void main(String[] args) {
        SpringApplication.run(Ensemble.class, args);
    }
}
