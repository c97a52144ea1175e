package dev.ensemble;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
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

    @Test
    void modulesKnowOnlyWhomTheyMay() {
        ApplicationModules.of(Ensemble.class).verify();
    }
}
