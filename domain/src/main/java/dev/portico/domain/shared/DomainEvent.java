package dev.portico.domain.shared;

import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;

/**
 * Something that has happened here, told to whoever has asked to hear of it.
 *
 * @param id names what has happened for ever, however often and to whomever it is told
 * @param owner the user whose business it is
 * @param at to the microsecond, which is what the database keeps
 * @param data what there is to say of it, a JSON object: nothing that is not shown by the API, and
 *     of users nothing but their ids, since it outlives their accounts
 */
public record DomainEvent(UUID id, Type type, UUID owner, Instant at, String data) {

  /** What can happen. */
  public enum Type {
    USER_REGISTERED("user.registered"),
    USER_DEACTIVATED("user.deactivated"),
    ITEM_CREATED("item.created"),
    ITEM_CHANGED("item.changed"),
    ITEM_DELETED("item.deleted"),
    EVENT_RECORDED("event.recorded"),
    PAYMENT_SUCCEEDED("payment.succeeded"),
    PAYMENT_DECLINED("payment.declined"),
    PAYMENT_REFUNDED("payment.refunded");

    private final String text;

    Type(String text) {
      this.text = text;
    }

    /** How it is written. */
    public String text() {
      return text;
    }

    /** Reads a type as it is written. */
    public static Parsed<Type> parse(String text) {
      return Arrays.stream(values())
          .filter(type -> type.text.equals(text))
          .findFirst()
          .map(Parsed::accepted)
          .orElseGet(() -> Parsed.refused("must be a type of event, such as " + ITEM_CREATED.text));
    }
  }

  /** Never the data: it may end up in a log. */
  @Override
  public String toString() {
    return "DomainEvent[" + id + ", " + type.text + "]";
  }
}
