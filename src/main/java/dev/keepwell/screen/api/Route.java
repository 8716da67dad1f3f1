package dev.keepwell.screen.api;

import org.springframework.http.HttpMethod;

/// One thing that can be asked over HTTP, and who may ask it.
record Route(HttpMethod method, String path, Permission permission) {

    /// Who may use a route.
    sealed interface Permission {

        /// Anybody, without a token.
        record Open() implements Permission {}

        /// Whoever shows a key that may send, in a header or in the body. The door asks for it.
        record Sends() implements Permission {}

        /// Whoever signs what it sends with the secret of the address. The reception asks for it.
        record Signs() implements Permission {}

        /// Whoever has a token, whatever its scopes.
        record SignedIn() implements Permission {}

        /// Whoever has a token with this scope.
        record Needs(Scope scope) implements Permission {}

        /// The word for lists: `accounts:read`, `signed in`, `open`.
        default String word() {
            return switch (this) {
                case Open() -> "open";
                case Sends() -> "ingest:write";
                case Signs() -> "signature";
                case SignedIn() -> "signed in";
                case Needs(var scope) -> scope.word();
            };
        }
    }

    static Route open(HttpMethod method, String path) {
        return new Route(method, path, new Permission.Open());
    }

    static Route sends(String path) {
        return new Route(HttpMethod.POST, path, new Permission.Sends());
    }

    static Route signs(String path) {
        return new Route(HttpMethod.POST, path, new Permission.Signs());
    }

    static Route signedIn(HttpMethod method, String path) {
        return new Route(method, path, new Permission.SignedIn());
    }

    static Route needs(Scope scope, HttpMethod method, String path) {
        return new Route(method, path, new Permission.Needs(scope));
    }
}
