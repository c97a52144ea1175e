package dev.ensemble.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;

/** One address, read strictly: no list of them, no group, and none that only this machine could know. */
final class Address {

    private Address() {}

    static InternetAddress of(String text) throws AddressException {
        var found = InternetAddress.parse(text, true);
        if (found.length != 1 || found[0].isGroup() || !found[0].getAddress().contains("@")) {
            throw new AddressException("This is not one address", text);
        }
        return found[0];
    }
}
