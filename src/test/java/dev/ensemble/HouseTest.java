package dev.ensemble;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.ensemble.incident.IncidentId;
import dev.ensemble.incident.Incidents;
import dev.ensemble.incident.Unknown;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

/** Who may know whom. */
@AnalyzeClasses(packages = "dev.ensemble", importOptions = ImportOption.DoNotIncludeTests.class)
class HouseTest {

    @ArchTest
    static final ArchRule onlyProcessKnowsTheEngine = noClasses()
            .that()
            .resideOutsideOfPackage("dev.ensemble.process..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.camunda..");

    @ArchTest
    static final ArchRule onlyTheDoorKnowsSlacksLibrary = noClasses()
            .that()
            .resideOutsideOfPackage("dev.ensemble.slack..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("com.slack..", "okhttp3..");

    /** They could show what is not for whoever asks. */
    @ArchTest
    static final ArchRule facesSeeIncidentsOnlyAsWhoeverAsksMay = noClasses()
            .that()
            .resideInAnyPackage("dev.ensemble.api..", "dev.ensemble.report..")
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Incidents.class)
            .orShould()
            .callMethod(IncidentId.class, "of", String.class)
            .orShould()
            .callConstructor(IncidentId.class, long.class);

    @ArchTest
    static final ArchRule onlyTheDoorKnowsMailsLibrary = noClasses()
            .that()
            .resideOutsideOfPackage("dev.ensemble.mail..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.springframework.mail..", "jakarta.mail..", "org.eclipse.angus..");

    @ArchTest
    static final ArchRule namesSayWhatIsDoneAndNotWhatAClassIsMadeOf = classes()
            .should()
            .haveNameNotMatching(".*(Delegate|Handler|Impl|Util|Utils|Helper|(?<!It)Manager)")
            .allowEmptyShould(false);

    /** One answer fits them all. */
    @ArchTest
    static final ArchRule whatIsNotThereIsUnknown = classes()
            .that()
            .haveSimpleNameStartingWith("Unknown")
            .and()
            .areAssignableTo(Throwable.class)
            .should()
            .beAssignableTo(Unknown.class);

    @Test
    void modulesKnowOnlyWhomTheyMay() {
        ApplicationModules.of(Ensemble.class).verify();
    }
}
