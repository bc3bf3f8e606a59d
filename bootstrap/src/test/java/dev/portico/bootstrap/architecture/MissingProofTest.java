package dev.portico.bootstrap.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whoever adds a port is told what it still lacks, where that belongs and how it begins. */
class MissingProofTest {

  @Test
  void namesTheContractThatIsMissing() {
    assertThat(complaintOf(Rule.PORTS_HAVE_A_CONTRACT, "portwithoutcontract"))
        .contains("application.users.port.Users has no contract")
        .contains("write `public abstract class UsersContract`")
        .contains(
            "in the test sources of package planted.portwithoutcontract.application.users.port")
        .contains("a test for each promise in the Javadoc of Users");
  }

  @Test
  void namesTheFakeThatIsMissing() {
    assertThat(complaintOf(Rule.PORTS_HAVE_ONE_FAKE, "portwithoutfake"))
        .contains("application.users.port.Users has no fake")
        .contains("write `public final class InMemoryUsers implements Users`")
        .contains("in the test sources of package planted.portwithoutfake.application.users.port")
        .contains("add it to Fakes");
  }

  @Test
  void namesTheTestThatAFakeLacks() {
    assertThat(complaintOf(Rule.FAKES_PASS_THE_CONTRACT, "untestedfake"))
        .contains("application.users.port.InMemoryUsers does not pass the contract")
        .contains("write `class InMemoryUsersTest extends UsersContract`");
  }

  @Test
  void namesTheModulesThatAnAdapterBelongsTo() {
    assertThat(complaintOf(Rule.PORTS_HAVE_AN_ADAPTER, "portwithoutadapter"))
        .contains("application.users.port.Users has no adapter")
        .contains("write `final class <Technology>Users implements Users`")
        .contains("adapters-persistence")
        .contains("adapters-web");
  }

  @Test
  void namesTheTestThatAnAdapterLacks() {
    assertThat(complaintOf(Rule.ADAPTERS_PASS_THE_CONTRACT, "untestedadapter"))
        .contains("persistence.users.JpaUsers does not pass the contract")
        .contains("write `class JpaUsersTest extends UsersContract`");
  }

  private static String complaintOf(Rule rule, String house) {
    var complaints = rule.judge(House.planted(house)).getFailureReport().getDetails();
    assertThat(complaints).hasSize(1);
    return complaints.getFirst();
  }
}
