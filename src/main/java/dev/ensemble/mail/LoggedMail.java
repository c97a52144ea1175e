package dev.ensemble.mail;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What would be sent, written to the log: for a first look, without a mail server. */
class LoggedMail implements Mail {

    private static final Logger LOG = LoggerFactory.getLogger(LoggedMail.class);

    @Override
    public void send(Letter letter) {
        LOG.info("no mail server: would send to {}, \"{}\":\n{}", letter.to(), letter.subject(), letter.text());
    }

    @Override
    public String sender() {
        return "ensemble@localhost";
    }
}
