package dev.ensemble.figures;

import java.util.Map;

/**
 * How we respond and learn, in numbers.
 *
 * @param incidents how many are counted
 * @param spans how long it took from the report to what
 * @param offerToAnswer how long it took until an offered role was accepted or declined
 * @param handOvers how many offers of a role ended how
 * @param repeatRate of all, those that people confirmed to be a repeat of an earlier one
 * @param meetingHeld of those that were restored
 * @param followUpsVerified of all that were agreed on, like those that follow
 */
public record Learning(
        long incidents,
        Map<Span, Distribution> spans,
        Distribution offerToAnswer,
        Map<String, Long> handOvers,
        Share repeatRate,
        Share meetingHeld,
        Share followUpsVerified,
        Share followUpsDeclined,
        Share followUpsLetGo,
        Share followUpsLate) {}
