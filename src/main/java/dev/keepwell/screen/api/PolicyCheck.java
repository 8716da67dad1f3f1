package dev.keepwell.screen.api;

import java.util.Set;
import java.util.TreeSet;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Holds the [Policy] against the routes that there are. A route nobody decided about stops the
/// server, and so does a decision about no route.
@Component
final class PolicyCheck implements SmartInitializingSingleton {

    private final RequestMappingHandlerMapping handlers;

    PolicyCheck(RequestMappingHandlerMapping requestMappingHandlerMapping) {
        this.handlers = requestMappingHandlerMapping;
    }

    @Override
    public void afterSingletonsInstantiated() {
        var decided = new TreeSet<String>();
        Policy.TABLE.forEach(it -> decided.add(it.method() + " " + it.path()));
        var mapped = mapped();
        var undecided = new TreeSet<>(mapped);
        undecided.removeAll(decided);
        decided.removeAll(mapped);
        if (!undecided.isEmpty() || !decided.isEmpty()) {
            throw new IllegalStateException(
                    "Policy and controllers differ. Without a permission: %s. Without a route: %s."
                            .formatted(undecided, decided));
        }
    }

    /// Every `METHOD path` that a controller answers.
    Set<String> mapped() {
        var mapped = new TreeSet<String>();
        handlers.getHandlerMethods()
                .forEach((info, handler) -> {
                    if (ErrorController.class.isAssignableFrom(handler.getBeanType())) {
                        return; // Reached by forwarding only; it says what went wrong.
                    }
                    for (var path : info.getPatternValues()) {
                        for (var method : info.getMethodsCondition().getMethods()) {
                            mapped.add(method + " " + path);
                        }
                        if (info.getMethodsCondition().isEmpty()) {
                            mapped.add("ANY " + path);
                        }
                    }
                });
        return mapped;
    }
}
