package dev.portico.application.notifications;

import static dev.portico.domain.users.UserBuilder.aUser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.portico.application.Fakes;
import dev.portico.domain.notifications.Mail;
import dev.portico.domain.users.EmailAddress;
import dev.portico.domain.users.User;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

  private static final UUID ID = new UUID(1, 2);
  private static final Duration HOUR = Duration.ofMinutes(60);
  private static final MailLink VERIFY =
      MailLink.verifyEmail(Fakes.PUBLIC_URL, "pc_abc-DEF_123", HOUR);
  private static final MailLink RESET =
      MailLink.resetPassword(Fakes.PUBLIC_URL, "pc_abc-DEF_123", HOUR);
  private static final MailLink SUBSCRIBE =
      MailLink.confirmSubscription(Fakes.PUBLIC_URL, "pc_abc-DEF_123", Duration.ofDays(1));
  private static final Pattern URL = Pattern.compile("[a-z]+://[^\\s\"<]*");
  private static final Pattern TAG = Pattern.compile("<([a-z0-9]+)");

  private final User alice = aUser().named("alice").withFullName("Alice <Liddell>").build();

  static Stream<Letter> letters() {
    return Stream.of(
        new Letter.Welcome(Optional.of(VERIFY)),
        new Letter.Welcome(Optional.empty()),
        new Letter.VerifyEmail(VERIFY),
        new Letter.ResetPassword(RESET),
        new Letter.PasswordChanged(),
        new Letter.EmailChanged(
            Optional.of(EmailAddress.parse("new.address@example.com").orThrow())),
        new Letter.EmailChanged(Optional.empty()),
        new Letter.SessionEnded(),
        new Letter.AccountDeactivated(),
        new Letter.AccountClosed(),
        new Letter.WebhookDisabled(),
        new Letter.NewsRequested(SUBSCRIBE));
  }

  private Mail write(Letter letter) {
    return Letters.write(ID, letter, alice.email(), alice.username());
  }

  private static String html(Mail mail) {
    return mail.html().orElseThrow();
  }

  private static Stream<String> urls(String text) {
    return URL.matcher(text).results().map(found -> found.group());
  }

  // HT-6
  @ParameterizedTest
  @MethodSource("letters")
  void leadToThePublicAddressAlone(Letter letter) {
    var mail = write(letter);

    assertThat(urls(mail.text() + html(mail)))
        .allMatch(url -> url.startsWith("https://portico.example/") && url.contains("#token="));
  }

  @ParameterizedTest
  @MethodSource("letters")
  void askForNothingFromElsewhere(Letter letter) {
    var tags = TAG.matcher(html(write(letter))).results().map(found -> found.group(1));

    assertThat(tags).isSubsetOf("html", "head", "meta", "title", "body", "div", "p", "a", "br");
  }

  @ParameterizedTest
  @MethodSource("letters")
  void sayTheSameInBothForms(Letter letter) {
    var mail = write(letter);

    assertThat(mail.text()).startsWith("Hello alice,\n\n").doesNotContain("\n\n\n");
    assertThat(html(mail))
        .startsWith("<!doctype html>\n<html lang=\"en\">")
        .contains("<title>" + mail.subject() + "</title>", "<p>Hello alice,</p>");
    assertThat(mail.text().lines()).allMatch(line -> line.length() <= 78);
  }

  @Test
  void showTheLinkAsAButtonAndInPlainSight() {
    var mail = write(new Letter.ResetPassword(RESET));
    var url = "https://portico.example/reset-password#token=pc_abc-DEF_123";

    assertThat(mail.text()).contains("\n\n" + url + "\n\n", "within 60 minutes");
    assertThat(html(mail))
        .contains("<a href=\"" + url + "\"", ">" + url + "</a>", "within 60 minutes");
    assertThat(write(new Letter.VerifyEmail(VERIFY)).text())
        .contains("https://portico.example/verify-email#token=pc_abc-DEF_123");
  }

  // EM-3
  @ParameterizedTest
  @ValueSource(
      strings = {
        "<img src=x onerror=alert(1)>",
        "\"><script>alert(1)</script>",
        "' onmouseover='x",
        "${7*7}",
        "#{7*7}",
        "{{7*7}} %s %n %1$s",
        "&lt;b&gt;",
        "Win at https://evil.example"
      })
  void leaveANameWhatItIs(String name) {
    var greeting = "Hello " + name + ",";
    var wording = Wording.of(name, "a text\n");

    assertThat(PlainLetter.of(greeting, wording)).isEqualTo(greeting + "\n\na text\n");
    assertThat(HtmlLetter.of(greeting, wording))
        .contains("<p>" + HtmlLetter.escaped(greeting) + "</p>")
        .contains("<title>" + HtmlLetter.escaped(name) + "</title>")
        .doesNotContain("49", "<img", "<script", "<b>", "evil.example\"");
    assertThat(HtmlLetter.escaped(name)).doesNotContain("<", ">", "\"", "'", "`");
  }

  // EM-3
  @ParameterizedTest
  @MethodSource("letters")
  void keepFullNamesOut(Letter letter) {
    var mail = write(letter);

    assertThat(mail.text() + html(mail)).doesNotContain("Liddell");
  }

  @Test
  void tellOldReadersLittleOfTheNewAddress() {
    var now = EmailAddress.parse("bob.b@mail.example.com").orThrow();
    var mail = Letters.write(ID, new Letter.EmailChanged(Optional.of(now)), alice.email());

    assertThat(mail.text())
        .startsWith("Hello,\n\n")
        .contains("b***@m***.com")
        .doesNotContain("bob");
    assertThat(html(mail)).contains("b***@m***.com").doesNotContain("bob");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a b", "a\nb", "a\"b", "a<b", "a&b", "a#b", "a%b", "é"})
  void takeNoCodeThatALinkCannotHold(String code) {
    assertThatThrownBy(() -> MailLink.verifyEmail(Fakes.PUBLIC_URL, code, HOUR))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void keepCodesOutOfLogs() {
    assertThat(new Letter.VerifyEmail(VERIFY).toString()).doesNotContain("abc");
    assertThat(write(new Letter.VerifyEmail(VERIFY)).toString()).doesNotContain("abc");
  }
}
