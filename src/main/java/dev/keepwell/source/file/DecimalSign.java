package dev.keepwell.source.file;

/// What stands between the whole and the fraction of the numbers of a file.
public enum DecimalSign {
    POINT('.', ','),
    COMMA(',', '.');

    private final char sign;
    private final char group;

    DecimalSign(char sign, char group) {
        this.sign = sign;
        this.group = group;
    }

    char sign() {
        return sign;
    }

    /// What may stand between thousands where the sign stands before the fraction.
    char group() {
        return group;
    }

    DecimalSign other() {
        return this == POINT ? COMMA : POINT;
    }
}
