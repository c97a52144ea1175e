package dev.ensemble.mail;

import dev.ensemble.operate.Door;
import dev.ensemble.operate.Reach;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Which mail it is: the real one where there is a server for it. */
@Configuration(proxyBeanMethods = false)
class MailDoor {

    @Bean
    Reach mailReach(@Value("${spring.mail.host:}") String host, Clock clock) {
        return new Reach("mail", !host.isBlank(), clock);
    }

    @Bean
    Mail mail(
            ObjectProvider<JavaMailSenderImpl> server,
            @Value("${spring.mail.host:}") String host,
            MailProperties settings,
            Reach mailReach) {
        return host.isBlank() ? new LoggedMail() : new SmtpMail(server.getObject(), settings.sender(), mailReach);
    }

    @Bean
    Door mailLookedAt(Mail mail) {
        return mail instanceof Door door ? door : () -> {};
    }
}
