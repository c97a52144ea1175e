package dev.ensemble.mail;

import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.springframework.mail.MailSendException;

/** Whether a failure is the server's last word. The library hides it in causes of causes. */
final class Refusal {

    private Refusal() {}

    /** The words of a refusal for good; empty where another try may help. */
    static Optional<String> in(Throwable failure) {
        return all(failure).stream()
                .filter(Refusal::isForGood)
                .map(Throwable::getMessage)
                .findFirst();
    }

    /** Whether the server has answered and it is this mail that it will not have, for now or for good. */
    static boolean isOfOneMail(Throwable failure) {
        return all(failure).stream()
                .anyMatch(cause -> cause instanceof AddressException
                        || cause instanceof SMTPAddressFailedException
                        || cause instanceof SMTPSenderFailedException
                        || cause instanceof SMTPSendFailedException);
    }

    private static boolean isForGood(Throwable failure) {
        if (failure instanceof AuthenticationFailedException) {
            return failure.getMessage() == null || !failure.getMessage().startsWith("4");
        }
        return failure instanceof AddressException
                || failure instanceof SMTPAddressFailedException address && isForGood(address.getReturnCode())
                || failure instanceof SMTPSenderFailedException sender && isForGood(sender.getReturnCode())
                || failure instanceof SMTPSendFailedException send && isForGood(send.getReturnCode());
    }

    private static boolean isForGood(int code) {
        return code >= 500 && code < 600;
    }

    private static List<Throwable> all(Throwable failure) {
        var found = Collections.<Throwable>newSetFromMap(new IdentityHashMap<>());
        var ahead = new ArrayDeque<>(List.of(failure));
        while (!ahead.isEmpty()) {
            var next = ahead.remove();
            if (found.add(next)) {
                behind(next).filter(Objects::nonNull).forEach(ahead::add);
            }
        }
        return List.copyOf(found);
    }

    private static Stream<Throwable> behind(Throwable failure) {
        var one = Stream.of(
                failure.getCause(),
                failure instanceof MessagingException messaging ? messaging.getNextException() : null);
        return failure instanceof MailSendException several
                ? Stream.concat(one, Arrays.stream(several.getMessageExceptions()))
                : one;
    }
}
