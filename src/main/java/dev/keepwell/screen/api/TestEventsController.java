package dev.keepwell.screen.api;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.source.event.TestEvents;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Sends an event of our own, for whoever wants to see one arrive.
@RestController
class TestEventsController {

    /// What was sent.
    record Answer(String source, String messageId) {}

    private final TestEvents tests;

    TestEventsController(TestEvents tests) {
        this.tests = tests;
    }

    @PostMapping("/api/v1/ingest/test-events")
    @ResponseStatus(HttpStatus.CREATED)
    Answer send(WorkspaceId workspace) {
        return new Answer(TestEvents.SOURCE, tests.send(workspace));
    }
}
