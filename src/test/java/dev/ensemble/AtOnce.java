package dev.ensemble;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;

/** Several people, one moment. */
public final class AtOnce {

    private AtOnce() {}

    /** Does all of it at the same time; returns what failed. */
    @SafeVarargs
    public static List<Throwable> all(Callable<Void>... doings) throws InterruptedException {
        var barrier = new CyclicBarrier(doings.length);
        var failures = new ArrayList<Throwable>();
        var pool = Executors.newFixedThreadPool(doings.length);
        try {
            var running = Arrays.stream(doings)
                    .map(doing -> pool.submit(() -> {
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
            pool.shutdownNow();
        }
        return failures;
    }
}
