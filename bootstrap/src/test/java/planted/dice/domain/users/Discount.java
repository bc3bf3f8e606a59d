package planted.dice.domain.users;

/** Breaks: the core asks ports for time, ids and secrets. It draws lots. */
public record Discount(double share) {

  static Discount lucky() {
    return new Discount(Math.random());
  }
}
