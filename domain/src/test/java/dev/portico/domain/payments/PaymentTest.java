package dev.portico.domain.payments;

import static dev.portico.domain.payments.PaymentBuilder.aPayment;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class PaymentTest {

  private static final Instant LATER = Instant.parse("2024-01-15T12:00:30Z");

  private final Payment.Pending pending = aPayment().of("12.30", "EUR").build();

  @Test
  void beginsPendingAndWithoutDoubt() {
    assertThat(pending.inDoubt()).isFalse();
    assertThat(pending.doubted().inDoubt()).isTrue();
    assertThat(pending.doubted().order()).isEqualTo(pending.order());
  }

  @Test
  void keepsItsOrderWhateverBecomesOfIt() {
    assertThat(pending.succeeded("ch_1", LATER))
        .isEqualTo(new Payment.Succeeded(pending.order(), "ch_1", LATER));
    assertThat(pending.doubted().declined("no funds", LATER))
        .isEqualTo(new Payment.Declined(pending.order(), "no funds", LATER));
  }

  @Test
  void keepsItsPlaceInTheList() {
    assertThat(pending.succeeded("ch_1", LATER).position())
        .isEqualTo(pending.position())
        .isEqualTo(new Payment.Position(pending.order().createdAt(), pending.order().id()));
  }
}
