package dev.keepwell.job;

import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.kernel.Refusal;
import java.util.UUID;
import java.util.regex.Pattern;

/// Names one job, such as `job_5FQ…`.
public record JobId(String value) {

    private static final Pattern FORM = Pattern.compile("job_[0-9A-Z]{26}");

    public JobId {
        if (!FORM.matcher(value).matches()) {
            throw Refusal.unknown("unknown_job", "There is no job '%s'.".formatted(value));
        }
    }

    static JobId random() {
        return new JobId(Fingerprint.of(UUID.randomUUID().toString()).id("job"));
    }

    @Override
    public String toString() {
        return value;
    }
}
