package dev.portico.application;

import dev.portico.application.counters.port.Counters;
import dev.portico.application.counters.port.CountersContract;
import dev.portico.application.counters.port.InMemoryCounters;
import dev.portico.application.shared.port.IdempotencyKeys;
import dev.portico.application.shared.port.IdempotencyKeysContract;
import dev.portico.application.shared.port.InMemoryIdempotencyKeys;
import dev.portico.application.shared.port.InMemoryTaskQueue;
import dev.portico.application.shared.port.InMemoryTransactions;
import dev.portico.application.shared.port.TaskQueue;
import dev.portico.application.shared.port.TaskQueueContract;
import dev.portico.application.shared.port.Transactions;
import dev.portico.application.shared.port.TransactionsContract;
import dev.portico.application.users.port.InMemoryUsers;
import dev.portico.application.users.port.Users;
import dev.portico.application.users.port.Users.Addition;
import dev.portico.application.users.port.UsersContract;
import dev.portico.domain.counters.CounterName;

/** Contracts on fakes that are whole, and on fakes that are not. */
final class PlantedContracts {

  private PlantedContracts() {}

  static class WholeUsers extends UsersContract implements Planted {

    final InMemoryUsers whole = new InMemoryUsers(new InMemoryTransactions());

    @Override
    protected Users users() {
      return whole;
    }
  }

  static final class UsersWithoutNameKey extends WholeUsers {

    private final Users users = new CarelessStores.ForgetfulUsers(Addition.USERNAME_HELD);

    @Override
    protected Users users() {
      return users;
    }
  }

  static final class UsersWithoutAddressKey extends WholeUsers {

    private final Users users = new CarelessStores.ForgetfulUsers(Addition.EMAIL_HELD);

    @Override
    protected Users users() {
      return users;
    }
  }

  static final class UsersWithoutVersionCheck extends WholeUsers {

    @Override
    protected Users users() {
      return new CarelessStores.CarelessUsers(whole);
    }
  }

  static class WholeTransactions extends TransactionsContract implements Planted {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final Users users = new InMemoryUsers(transactions);

    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected Users users() {
      return users;
    }
  }

  static final class UsersOutside extends WholeTransactions {

    private final Users users = new InMemoryUsers(new InMemoryTransactions());

    @Override
    protected Users users() {
      return users;
    }
  }

  static class WholeCounters extends CountersContract implements Planted {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    final InMemoryCounters whole = new InMemoryCounters(transactions);

    @Override
    protected Counters counters() {
      return whole;
    }

    @Override
    protected Transactions transactions() {
      return transactions;
    }

    @Override
    protected void set(CounterName name, long value) {
      whole.set(name, value);
    }
  }

  static final class CountersOutside extends WholeCounters {

    private final InMemoryTransactions others = new InMemoryTransactions();

    @Override
    protected Transactions transactions() {
      return others;
    }
  }

  static final class CountersWithoutLock extends WholeCounters {

    @Override
    protected Counters counters() {
      return new CarelessStores.CarelessCounters(whole);
    }
  }

  static class WholeTasks extends TaskQueueContract implements Planted {

    final InMemoryTransactions transactions = new InMemoryTransactions();
    final InMemoryTaskQueue whole = new InMemoryTaskQueue(transactions);

    @Override
    protected TaskQueue queue() {
      return whole;
    }

    @Override
    protected Transactions transactions() {
      return transactions;
    }
  }

  static final class TasksOutside extends WholeTasks {

    private final InMemoryTransactions others = new InMemoryTransactions();

    @Override
    protected Transactions transactions() {
      return others;
    }
  }

  static final class TasksTakenTwice extends WholeTasks {

    private final TaskQueue queue = new CarelessQueues.CarelessTaskQueue(whole, transactions);

    @Override
    protected TaskQueue queue() {
      return queue;
    }
  }

  static final class TasksWithoutFence extends WholeTasks {

    private final TaskQueue queue = new CarelessQueues.ForgetfulTaskQueue(whole);

    @Override
    protected TaskQueue queue() {
      return queue;
    }
  }

  static class WholeKeys extends IdempotencyKeysContract implements Planted {

    private final InMemoryTransactions transactions = new InMemoryTransactions();
    private final IdempotencyKeys whole = new InMemoryIdempotencyKeys(transactions);

    @Override
    protected IdempotencyKeys keys() {
      return whole;
    }

    @Override
    protected Transactions transactions() {
      return transactions;
    }
  }

  static final class KeysOutside extends WholeKeys {

    private final InMemoryTransactions others = new InMemoryTransactions();

    @Override
    protected Transactions transactions() {
      return others;
    }
  }
}
