package io.taros.platform.egress;

import io.taros.Taros;
import io.taros.organization.Tenants;
import io.taros.platform.security.Tenancy;
import java.nio.file.Files;
import java.util.Arrays;
import org.springframework.boot.SpringApplication;

/** What a line in the ledger costs the call it is about. See {@code bench/README.md}. */
public final class LedgerBench {
    private static final int CALLS = 2_000;

    private LedgerBench() {}

    public static void main(String[] arguments) throws Exception {
        var data = Files.createTempDirectory("bench");
        try (var taros =
                SpringApplication.run(
                        Taros.class,
                        "--server.port=0",
                        "--taros.data-dir=" + data,
                        "--logging.level.root=warn")) {
            var acme = taros.getBean(Tenants.class).open("Acme");
            var egress = taros.getBean(Egress.class);
            Tenancy.runAs(
                    acme.organization(),
                    () -> {
                        measure(egress, Purpose.ANSWER);
                        print("a call to a model", measure(egress, Purpose.ANSWER));
                        print("a page that is read", measure(egress, Purpose.CRAWL));
                    });
        }
    }

    private static double[] measure(Egress egress, Purpose purpose) {
        var took = new double[CALLS];
        for (var i = 0; i < CALLS; i++) {
            var begun = System.nanoTime();
            try (var call = egress.begin(purpose, "localhost", "m", 0)) {
                call.answered();
            }
            took[i] = (System.nanoTime() - begun) / 1e6;
        }
        return took;
    }

    private static void print(String what, double[] took) {
        Arrays.sort(took);
        System.out.printf(
                "%s: median %.2f ms, 99 of 100 within %.2f ms%n",
                what, took[took.length / 2], took[took.length * 99 / 100]);
    }
}
