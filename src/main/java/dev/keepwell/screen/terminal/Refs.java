package dev.keepwell.screen.terminal;

/// Accounts as paths: `ext:crm/0015g` is two segments, and everything inside one is encoded.
final class Refs {

    private Refs() {}

    static String path(String account) {
        if (!account.startsWith("ext:")) {
            return "/accounts/" + Api.encoded(account);
        }
        var slash = account.indexOf('/');
        if (slash < 0) {
            throw new Stop(
                    Exit.USAGE,
                    "An account of a source is ext:<source>/<id>, but got '%s'."
                            .formatted(account));
        }
        var source = account.substring("ext:".length(), slash);
        return "/accounts/ext:%s/%s"
                .formatted(Api.encoded(source), Api.encoded(account.substring(slash + 1)));
    }
}
