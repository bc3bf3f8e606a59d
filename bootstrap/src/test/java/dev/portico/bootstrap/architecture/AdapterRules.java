package dev.portico.bootstrap.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.conditions.ArchPredicates.are;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static dev.portico.bootstrap.architecture.Complaints.haveNone;
import static dev.portico.bootstrap.architecture.Complaints.unless;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** An adapter hides behind its port, and a feature behind one configuration. */
final class AdapterRules {

  private static final String CONFIGURATION =
      "org.springframework.context.annotation.Configuration";
  private static final String ROUTE = "org.springframework.web.bind.annotation.RequestMapping";

  private AdapterRules() {}

  static ArchRule adaptersAreHidden(House house) {
    return classes()
        .that(are(Kinds.adaptersOf(house)))
        .should(
            unless(
                "be package-private and final",
                type -> Kinds.isFinal(type) && Kinds.isPackagePrivate(type),
                "is not a package-private final class"))
        .because(
            "whoever could name an adapter would come to need what its port does not promise; the"
                + " feature's @Configuration makes it and gives it out as the port");
  }

  static ArchRule adaptersAreNamedAfterTheirPort(House house) {
    return classes()
        .that(are(Kinds.adaptersOf(house)))
        .should(haveNone("be named technology plus port", type -> complainAboutName(type, house)))
        .because(
            "the name says the role and what is special about it, such as JpaUsers for Users; an"
                + " adapter implements one port, so a class of two becomes two");
  }

  private static Stream<String> complainAboutName(JavaClass adapter, House house) {
    return Kinds.portsBehind(adapter, house)
        .map(JavaClass::getSimpleName)
        .filter(port -> !adapter.getSimpleName().matches(".+" + port))
        .map(port -> "%s is not called <Technology>%s".formatted(adapter.getName(), port));
  }

  static ArchRule featuresShowTheirConfigurationOnly(House house) {
    return classes()
        .that(
            describe(
                "are public in web and persistence, shared infrastructure aside",
                type -> isShownByAFeature(type, house)))
        .should(
            unless(
                "be the feature's configuration",
                type -> type.isAnnotatedWith(CONFIGURATION),
                "is public and no @Configuration"))
        .because(
            "what an adapter module shows of a feature is one @Configuration, which bootstrap"
                + " imports; make the class package-private, or move it to the ring's shared package"
                + " if several features need it");
  }

  private static boolean isShownByAFeature(JavaClass type, House house) {
    return Kinds.isInAdapterRing(type, house)
        && Feature.of(type, house).filter(it -> it != Feature.SHARED).isPresent()
        && type.isTopLevelClass()
        && Kinds.isPublic(type);
  }

  static ArchRule configurationsAreNamedAfterTheirFeature(House house) {
    return classes()
        .that(
            describe(
                "are public configurations of web and persistence",
                type ->
                    Kinds.isInAdapterRing(type, house)
                        && Kinds.isPublic(type)
                        && type.isAnnotatedWith(CONFIGURATION)))
        .should(
            unless(
                "be called <Feature><Ring>",
                type -> type.getSimpleName().equals(configurationOf(type, house)),
                "is not called <Feature>Web or <Feature>Persistence"))
        .because(
            "there is one for each feature and ring, and bootstrap's list of imports reads like the"
                + " list of features; call it UsersWeb or UsersPersistence, or make a second one"
                + " package-private and import it there");
  }

  private static String configurationOf(JavaClass type, House house) {
    return Feature.of(type, house).map(it -> Words.capitalized(it.segment())).orElse("")
        + Ring.of(type, house).map(it -> Words.capitalized(it.segment())).orElse("");
  }

  static ArchRule routesDeclareTheirPolicy(House house) {
    return methods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAPackage(Ring.WEB.in(house))
        .and()
        .areMetaAnnotatedWith(ROUTE)
        .should()
        .beAnnotatedWith(house.at("web.shared.RoutePolicy"))
        .because(
            "who may call a route is decided where the route is written, and nobody is the default;"
                + " put @RoutePolicy on the method");
  }
}
