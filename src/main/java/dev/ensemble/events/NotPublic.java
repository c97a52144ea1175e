package dev.ensemble.events;

import java.net.UnknownHostException;

/** A host that would lead into the house, or to nobody at all, and that the settings do not name. */
class NotPublic extends UnknownHostException {

    NotPublic(String host) {
        super("%s has an address that is not public. ENSEMBLE_WEBHOOK_ALLOWED_HOSTS can name it.".formatted(host));
    }
}
