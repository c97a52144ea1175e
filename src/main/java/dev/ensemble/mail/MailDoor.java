package dev.ensemble.mail;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;

/** Which mail it is: the real one where there is a server for it. */
@Configuration(proxyBeanMethods = false)
class MailDoor {

    @Bean
    Mail mail(
            ObjectProvider<JavaMailSender> server,
            @Value("${spring.mail.host:}") String host,
            MailProperties settings) {
        return host.isBlank() ? new LoggedMail() : new SmtpMail(server.getObject(), settings.sender());
    }
}
