package dev.portico.bootstrap.architecture;

import static dev.portico.bootstrap.architecture.Scope.EVERYTHING;
import static dev.portico.bootstrap.architecture.Scope.MAIN;
import static dev.portico.bootstrap.architecture.Scope.TESTS;

import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Every rule of the architecture, and the planted mistakes that prove it: each names a class or
 * package of {@code planted}, whose first part is the house that it stands in.
 *
 * <p>A rule that matches nothing passes without a word, which a renaming can bring about at any
 * time. Therefore a rule without a mistake that it catches does not compile.
 */
enum Rule {
  CORE_IS_PLAIN_JAVA(
      MAIN,
      RingRules::coreIsPlainJava,
      "springincore.domain.users.Member",
      "jdbcincore.application.users.CountUsers",
      "threadincore.application.users.AwaitUser"),
  WEB_KEEPS_TO_ITS_LIBRARIES(
      MAIN,
      RingRules::webKeepsToItsLibraries,
      "entityinweb.web.users.UserRow",
      "jdbcinweb.web.users.UserCount",
      "bootinweb.web.users.UserSettings"),
  PERSISTENCE_KEEPS_TO_ITS_LIBRARIES(
      MAIN,
      RingRules::persistenceKeepsToItsLibraries,
      "httpinpersistence.persistence.users.UserAnswers",
      "bootinpersistence.persistence.users.UserSettings"),
  DEPENDENCIES_POINT_INWARDS(
      MAIN,
      RingRules::dependenciesPointInwards,
      "domainusesapplication.domain.users.Member",
      "applicationusespersistence.application.users.CountUsers",
      "webusespersistence.web.users.UserRoutes",
      "persistenceusesweb.persistence.users.JpaUsers",
      "webusesbootstrap.web.users.UserRoutes"),
  EVERY_CLASS_HAS_ITS_PLACE(
      MAIN,
      RingRules::everyClassHasItsPlace,
      "unknownring.common.Texts",
      "unknownfeature.domain.billing.Invoice",
      "unknownpackage.web.users.json.UserShape"),
  FEATURES_HAVE_NO_CYCLES(
      MAIN, FeatureRules::featuresHaveNoCycles, "featurecycle.domain.users.Member"),
  FEATURES_KEEP_THEIR_ORDER(
      MAIN, FeatureRules::featuresKeepTheirOrder, "featureorder.web.users.UserRoutes"),

  USE_CASES_ARE_FINAL(
      MAIN, UseCaseRules::useCasesAreFinal, "openusecase.application.users.RenameUser"),
  USE_CASES_HANDLE(
      MAIN,
      UseCaseRules::useCasesHandle,
      "twohandles.application.users.RenameUser",
      "misnamedhandle.application.users.RenameUser"),
  USE_CASES_TAKE_THEIR_COMMAND(
      MAIN, UseCaseRules::useCasesTakeTheirCommand, "nocommand.application.users.RenameUser"),
  USE_CASES_ANSWER_THEIR_OUTCOME(
      MAIN,
      UseCaseRules::useCasesAnswerTheirOutcome,
      "booleanoutcome.application.users.RenameUser",
      "openoutcome.application.users.RenameUser"),
  USE_CASES_STAND_IN_THE_HEXAGON(
      MAIN,
      UseCaseRules::useCasesStandInTheHexagon,
      "forgottenusecase.application.users.RenameUser"),
  USE_CASES_HIDE_BEHIND_NO_INTERFACE(
      MAIN,
      UseCaseRules::useCasesHideBehindNoInterface,
      "inboundinterface.application.users.RenamesUsers"),

  PORT_PACKAGES_HOLD_PROMISES_ONLY(
      MAIN,
      PortRules::portPackagesHoldPromisesOnly,
      "classinport.application.users.port.CachedUsers"),
  PORTS_HAVE_NO_DEFAULTS(
      MAIN, PortRules::portsHaveNoDefaults, "lazyport.application.users.port.Users"),
  PORTS_HAVE_A_CONTRACT(
      EVERYTHING,
      ContractRules::portsHaveAContract,
      "portwithoutcontract.application.users.port.Users",
      "concretecontract.application.users.port.UsersContract",
      "emptycontract.application.users.port.UsersContract"),
  CONTRACTS_HAVE_A_PORT(
      EVERYTHING,
      ContractRules::contractsHaveAPort,
      "contractwithoutport.application.users.port.MembersContract"),
  PORTS_HAVE_ONE_FAKE(
      EVERYTHING,
      FaithRules::portsHaveOneFake,
      "portwithoutfake.application.users.port.Users",
      "twofakes.application.users.port.InMemorySortedUsers"),
  FAKES_PASS_THE_CONTRACT(
      EVERYTHING,
      FaithRules::fakesPassTheContract,
      "untestedfake.application.users.port.InMemoryUsers"),
  PORTS_HAVE_AN_ADAPTER(
      EVERYTHING,
      FaithRules::portsHaveAnAdapter,
      "portwithoutadapter.application.users.port.Users"),
  ADAPTERS_PASS_THE_CONTRACT(
      EVERYTHING,
      FaithRules::adaptersPassTheContract,
      "untestedadapter.persistence.users.JpaUsers"),

  ADAPTERS_ARE_HIDDEN(
      MAIN,
      AdapterRules::adaptersAreHidden,
      "publicadapter.persistence.users.JpaUsers",
      "openadapter.persistence.users.JpaUsers"),
  ADAPTERS_ARE_NAMED_AFTER_THEIR_PORT(
      MAIN,
      AdapterRules::adaptersAreNamedAfterTheirPort,
      "misnamedadapter.persistence.users.UserTable"),
  FEATURES_SHOW_THEIR_CONFIGURATION_ONLY(
      MAIN, AdapterRules::featuresShowTheirConfigurationOnly, "publicclass.web.users.UsersJson"),
  CONFIGURATIONS_ARE_NAMED_AFTER_THEIR_FEATURE(
      MAIN,
      AdapterRules::configurationsAreNamedAfterTheirFeature,
      "misnamedconfiguration.web.users.MembersWeb"),
  ROUTES_DECLARE_THEIR_POLICY(
      MAIN, AdapterRules::routesDeclareTheirPolicy, "openroute.web.users.UserRoutes.list"),

  CORE_ASKS_PORTS_FOR_TIME_IDS_AND_SECRETS(
      MAIN,
      CodeRules::coreAsksPortsForTimeIdsAndSecrets,
      "wallclock.application.users.RenameUser",
      "referencedclock.domain.users.Member",
      "randomid.domain.users.MemberId",
      "dice.domain.users.Discount",
      "nap.application.users.AwaitUser"),
  TESTS_DO_NOT_SLEEP(TESTS, CodeRules::testsDoNotSleep, "sleepytest.domain.users.MemberTest"),
  TESTS_SHARE_ONE_CONTEXT(
      TESTS, CodeRules::testsShareOneContext, "secondcontext.web.users.UserRoutesTest"),
  NOTHING_IS_INHERITED_BY_THREADS(
      EVERYTHING, CodeRules::nothingIsInheritedByThreads, "inheritedcaller.web.users.Caller"),
  OUTPUT_IS_BOOTSTRAPS(
      MAIN,
      CodeRules::outputIsBootstraps,
      "printing.web.users.UserRoutes",
      "jdklogging.persistence.users.JpaUsers"),

  NAMES_SAY_THE_ROLE(EVERYTHING, StyleRules::namesSayTheRole, "emptyname.domain.users.NameUtils"),
  OBJECTS_ARE_PUT_TOGETHER_BY_HAND(
      EVERYTHING,
      StyleRules::objectsArePutTogetherByHand,
      "fieldinjection.web.users.UserRoutes",
      "componentscan.web.users.UsersWeb"),
  PACKAGES_ARE_NULL_MARKED(MAIN, StyleRules::packagesAreNullMarked, "unmarkedpackage.domain.users"),
  CORE_PACKAGES_CHECK_RETURN_VALUES(
      MAIN, StyleRules::corePackagesCheckReturnValues, "uncheckedpackage.domain.users");

  private final Scope scope;

  @SuppressWarnings("ImmutableEnumChecker") // A reference to a static method holds nothing.
  private final Function<House, ArchRule> form;

  @SuppressWarnings("ImmutableEnumChecker") // Made by toList(), which cannot be changed.
  private final List<String> mistakes;

  Rule(Scope scope, Function<House, ArchRule> form, String mistake, String... more) {
    this.scope = scope;
    this.form = form;
    this.mistakes = Stream.concat(Stream.of(mistake), Stream.of(more)).toList();
  }

  /** The planted mistakes that this rule must catch. */
  List<String> mistakes() {
    return mistakes;
  }

  /** What the rule finds in a house. */
  EvaluationResult judge(House house) {
    return form.apply(house).evaluate(scope.of(house));
  }
}
