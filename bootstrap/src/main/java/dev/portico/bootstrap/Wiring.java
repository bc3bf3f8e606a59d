package dev.portico.bootstrap;

import dev.portico.application.Hexagon;
import dev.portico.application.Ports;
import dev.portico.persistence.access.AccessPersistence;
import dev.portico.persistence.audit.AuditPersistence;
import dev.portico.persistence.chat.ChatPersistence;
import dev.portico.persistence.counters.CountersPersistence;
import dev.portico.persistence.events.EventsPersistence;
import dev.portico.persistence.items.ItemsPersistence;
import dev.portico.persistence.notifications.NotificationsPersistence;
import dev.portico.persistence.payments.PaymentsPersistence;
import dev.portico.persistence.reports.ReportsPersistence;
import dev.portico.persistence.shared.SharedPersistence;
import dev.portico.persistence.users.UsersPersistence;
import dev.portico.persistence.webhooks.WebhooksPersistence;
import dev.portico.web.access.AccessWeb;
import dev.portico.web.audit.AuditWeb;
import dev.portico.web.chat.ChatWeb;
import dev.portico.web.counters.CountersWeb;
import dev.portico.web.events.EventsWeb;
import dev.portico.web.feed.FeedWeb;
import dev.portico.web.items.ItemsWeb;
import dev.portico.web.notifications.NotificationsWeb;
import dev.portico.web.payments.PaymentsWeb;
import dev.portico.web.reports.ReportsWeb;
import dev.portico.web.shared.EdgeFilter;
import dev.portico.web.shared.SharedWeb;
import dev.portico.web.tasks.TasksWeb;
import dev.portico.web.users.UsersWeb;
import dev.portico.web.webhooks.WebhooksWeb;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.DispatcherServlet;

/** Puts the hexagon and its adapters together; by name, nothing is scanned for. */
@Configuration(proxyBeanMethods = false)
@Import({
  Ports.class,
  SharedPersistence.class,
  AuditPersistence.class,
  UsersPersistence.class,
  AccessPersistence.class,
  EventsPersistence.class,
  CountersPersistence.class,
  ChatPersistence.class,
  NotificationsPersistence.class,
  PaymentsPersistence.class,
  ItemsPersistence.class,
  ReportsPersistence.class,
  WebhooksPersistence.class,
  SharedWeb.class,
  AuditWeb.class,
  TasksWeb.class,
  UsersWeb.class,
  AccessWeb.class,
  EventsWeb.class,
  CountersWeb.class,
  ChatWeb.class,
  NotificationsWeb.class,
  FeedWeb.class,
  PaymentsWeb.class,
  ItemsWeb.class,
  ReportsWeb.class,
  WebhooksWeb.class,
  HttpServer.class
})
class Wiring {

  @Bean
  Hexagon hexagon(Ports ports) {
    return Hexagon.over(ports);
  }

  @Bean
  ServletRegistrationBean<DispatcherServlet> dispatcher(WebApplicationContext context) {
    var dispatcher = new DispatcherServlet(context);
    SharedWeb.configure(dispatcher);
    var registration = new ServletRegistrationBean<>(dispatcher, "/");
    registration.setLoadOnStartup(1);
    return registration;
  }

  @Bean
  FilterRegistrationBean<EdgeFilter> edge(EdgeFilter filter) {
    var registration = new FilterRegistrationBean<>(filter);
    registration.addUrlPatterns("/*");
    return registration;
  }
}
