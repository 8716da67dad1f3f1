package dev.keepwell.source.event;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Some requests of one workspace that are dealt with together: the events in them that are fit,
/// and the letters for those that are not.
final class Portion {

    private final List<Logged> requests;
    private final List<Placed> fit = new ArrayList<>();
    private final List<Letter> letters = new ArrayList<>();

    /// An event with its place in its request.
    record Placed(Logged request, int position, Event event) {

        Place place() {
            return new Place(request.seq(), position);
        }
    }

    /// An event that is set aside.
    @SuppressWarnings("ArrayRecordComponent") // It is written once, never compared.
    record Letter(Logged request, int position, String stage, Unfit why, byte[] original) {}

    /// The place of an event in the log.
    record Place(long seq, int position) {}

    /// @param hopeless events that failed alone, and are set aside whatever they mean
    Portion(List<Logged> requests, Set<Place> hopeless) {
        this.requests = requests;
        requests.forEach(it -> judge(it, hopeless));
    }

    private void judge(Logged request, Set<Place> hopeless) {
        try {
            judge(request, request.read(), hopeless);
        } catch (Refused e) {
            // It could be read at the door, and no longer: whoever changed that will want it back.
            var why = new Unfit(Reason.UNPROCESSABLE, "", e.detail());
            for (int i = 0; i < request.events(); i++) {
                letters.add(new Letter(request, i, "store", why, request.body()));
            }
        }
    }

    private void judge(Logged request, Body body, Set<Place> hopeless) {
        var meaning = new Meaning(request, body);
        for (int i = 0; i < body.events().size(); i++) {
            var event = body.events().get(i);
            var isHopeless = hopeless.contains(new Place(request.seq(), i));
            try {
                if (isHopeless) {
                    throw new Unfit(Reason.UNPROCESSABLE, "");
                }
                fit.add(new Placed(request, i, meaning.of(event, i)));
            } catch (Unfit e) {
                letters.add(new Letter(request, i, stage(event, isHopeless), e, event.array()));
            }
        }
    }

    /// Where it was found out, so that the list tells a sender what it was told at once.
    private static String stage(Slice event, boolean isHopeless) {
        if (isHopeless) {
            return "store";
        }
        try {
            Glance.at(event);
            return "judge";
        } catch (Unfit e) {
            return "door";
        }
    }

    List<Logged> requests() {
        return requests;
    }

    List<Placed> fit() {
        return fit;
    }

    List<Letter> letters() {
        return letters;
    }
}
