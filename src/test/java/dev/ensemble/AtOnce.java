package dev.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** Several things done in one moment, each by a thread of its own. */
public final class AtOnce {

    private AtOnce() {}

    /** Does them all, and tells what failed. */
    @SafeVarargs
    public static List<Throwable> all(Callable<Void>... doings) throws InterruptedException {
        var barrier = new CyclicBarrier(doings.length);
        var failures = new ArrayList<Throwable>();
        var threads = Executors.newFixedThreadPool(doings.length);
        try {
            var running = Stream.of(doings)
                    .map(doing -> threads.submit(() -> {
                        barrier.await();
                        return doing.call();
                    }))
                    .toList();
            for (var future : running) {
                try {
                    future.get();
                } catch (ExecutionException e) {
                    failures.add(e.getCause());
                }
            }
        } finally {
            threads.shutdownNow();
        }
        return failures;
    }

    /** The same. */
    public static List<Throwable> failures(Runnable... doings) throws InterruptedException {
        return all(Stream.of(doings).map(Executors::callable).toArray(Callable[]::new));
    }
}
