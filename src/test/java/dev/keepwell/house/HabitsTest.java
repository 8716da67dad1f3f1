package dev.keepwell.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import dev.keepwell.Keepwell;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/// What the code inside a module may do. Modulith guards the doors; this guards the rooms.
class HabitsTest {

    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("dev.keepwell");

    private static final Set<String> DICE =
            Set.of(
                    "java.util.Random",
                    "java.util.SplittableRandom",
                    "java.util.concurrent.ThreadLocalRandom");

    @Test
    void nothing_is_null_unless_it_says_so() {
        classes()
                .should(liveInNullMarkedPackage())
                .because("@NullMarked covers one package, never the packages beneath it")
                .check(HOUSE);
    }

    @Test
    void nobody_reads_the_clock_in_secret() {
        noClasses()
                .that()
                .doNotBelongToAnyOf(Keepwell.class)
                .should()
                .accessTargetWhere(readsTheClock())
                .because("a number must come out the same tomorrow: take the day as a parameter")
                .check(HOUSE);
    }

    @Test
    void nobody_throws_dice() {
        noClasses()
                .should()
                .dependOnClassesThat(named("a source of chance", DICE))
                .orShould()
                .callMethod(Math.class, "random")
                .because("the same input gives the same output; secrets come from SecureRandom")
                .check(HOUSE);
    }

    @Test
    void the_kernel_knows_only_java() {
        classes()
                .that()
                .resideInAPackage("dev.keepwell.kernel..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "dev.keepwell.kernel..",
                        "java..",
                        "org.jspecify..",
                        "org.springframework.modulith")
                .because("words have no infrastructure")
                .check(HOUSE);
    }

    @Test
    void an_optional_is_an_answer_and_never_a_field() {
        noFields()
                .should()
                .haveRawType(Optional.class)
                .because("a state that may be missing is a case of a sealed type")
                .check(HOUSE);
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheClock() {
        return new DescribedPredicate<>("read the clock or the zone of the machine") {
            @Override
            public boolean test(JavaAccess<?> access) {
                var owner = access.getTargetOwner().getName();
                var call = access.getTarget().getFullName();
                return (owner.startsWith("java.time.")
                                && call.contains(".now(")
                                && !call.endsWith("now(java.time.Clock)"))
                        || (owner.equals("java.time.Clock") && call.contains(".system"))
                        || call.equals("java.util.Date.<init>()")
                        || call.equals("java.lang.System.currentTimeMillis()")
                        || call.equals("java.time.ZoneId.systemDefault()")
                        || call.equals("java.util.TimeZone.getDefault()");
            }
        };
    }

    private static DescribedPredicate<JavaClass> named(String what, Set<String> names) {
        return new DescribedPredicate<>(what) {
            @Override
            public boolean test(JavaClass type) {
                return names.contains(type.getName());
            }
        };
    }

    private static ArchCondition<JavaClass> liveInNullMarkedPackage() {
        return new ArchCondition<>("live in a @NullMarked package") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                if (!type.getPackage().isAnnotatedWith(NullMarked.class)) {
                    var message = type.getPackageName() + " has no @NullMarked";
                    events.add(SimpleConditionEvent.violated(type, message));
                }
            }
        };
    }
}
