package dev.portico.application.access.port;

import dev.portico.application.shared.port.InMemoryTable;
import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.users.port.Users;
import dev.portico.domain.access.CodeGrant;
import dev.portico.domain.access.CodePurpose;
import dev.portico.domain.access.OneTimeCode;
import dev.portico.domain.users.UserId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Codes in memory. */
public final class InMemoryOneTimeCodes implements OneTimeCodes {

  private record Key(UserId user, CodePurpose purpose) {}

  private record Row(Optional<String> digest, CodeGrant grant, Instant end, List<Instant> issues) {

    Row used() {
      return new Row(Optional.empty(), grant, end, issues);
    }

    boolean isGood(String shown, Instant now) {
      return digest.filter(shown::equals).isPresent() && now.isBefore(end);
    }
  }

  private final InMemoryTable<Key, Row> rows;
  private final Users users;

  public InMemoryOneTimeCodes(InMemoryTransactions transactions, Users users) {
    rows = transactions.newTable();
    this.users = users;
  }

  @Override
  public boolean issue(CodePurpose purpose, OneTimeCode code, CodeGrant grant, Instant now) {
    return rows.with(all -> {
      all.values().removeIf(row -> !row.issues().getLast().isAfter(now.minus(WINDOW)));
      var key = new Key(grant.user(), purpose);
      var issues = new ArrayList<Instant>();
      Optional.ofNullable(all.get(key)).ifPresent(row -> issues.addAll(row.issues()));
      issues.removeIf(at -> !at.isAfter(now.minus(WINDOW)));
      if (issues.size() >= MOST_PER_WINDOW || users.find(grant.user()).isEmpty()) {
        return false;
      }
      issues.add(now);
      var digest = Optional.of(code.digest(purpose));
      all.put(key, new Row(digest, grant, now.plus(OneTimeCode.LIFETIME), List.copyOf(issues)));
      return true;
    });
  }

  @Override
  public Optional<CodeGrant> find(CodePurpose purpose, OneTimeCode code, Instant now) {
    return rows.with(all ->
        all.values().stream()
            .filter(row -> row.isGood(code.digest(purpose), now))
            .map(Row::grant)
            .filter(grant -> users.find(grant.user()).isPresent())
            .findFirst());
  }

  @Override
  public Optional<CodeGrant> consume(CodePurpose purpose, OneTimeCode code, Instant now) {
    return rows.with(all -> {
      var grant = find(purpose, code, now);
      grant.ifPresent(it -> revoke(purpose, it.user()));
      return grant;
    });
  }

  @Override
  public boolean revoke(CodePurpose purpose, UserId user) {
    return rows.with(all -> {
      var key = new Key(user, purpose);
      boolean unused = all.containsKey(key) && all.get(key).digest().isPresent();
      all.computeIfPresent(key, (_, row) -> row.used());
      return unused;
    });
  }
}
