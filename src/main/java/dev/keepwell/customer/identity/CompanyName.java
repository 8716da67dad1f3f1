package dev.keepwell.customer.identity;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/// The name of a company without what says nothing about which it is: case, accents, dots, and the
/// legal form at its end.
record CompanyName(List<String> words, String compact, String digits, String letters) {

    private static final Set<String> LEGAL_FORMS =
            Set.of(
                    ("ab ad ag aps as asa ay bhd bv bvba co company corp corporation cv dd doo eg"
                         + " ehf eirl eood eurl ev gbr gmbh hf inc incorporated kabushiki kaisha"
                         + " kft kg kgaa kk ks limited llc llp lp ltd ltda mbh nv nyrt oo ood ou"
                         + " ohg oy oyj plc private pte pty pvt rt sa sab sac sagl sapi sarl sas"
                         + " sasu sca scs sdn se sia sicav sl sln slu snc soparfi sp spa spzoo sr"
                         + " srl sro tbk uab ug vof z zoo zrt")
                            .split(" "));
    private static final Set<String> CONJUNCTIONS = Set.of("and", "und", "et", "y", "e", "en");

    private static final JaroWinklerSimilarity LIKENESS = new JaroWinklerSimilarity();
    private static final double LIKE_WORDS = 0.88;
    private static final double LIKE_NAMES = 0.93;
    private static final double LIKE_IN_ONE_WORD = 0.97;

    /// What the shares of both have to come to. Four first letters in common lift a likeness of
    /// Jaro, which is a third of them and at most a third more, from 0.883 to 0.93.
    private static final double SHARED_LETTERS_MIN = 3 * 0.883 - 1;

    /// Names that differ more in length than this are never as alike as they need to be.
    private static final double LENGTHS_MIN = 0.8;

    /// In one word `Bright Water` and `Brightwater AG` are the same.
    CompanyName(List<String> words) {
        var compact = String.join("", words);
        this(List.copyOf(words), compact, compact.replaceAll("\\D", ""), sorted(compact));
    }

    private static String sorted(String text) {
        var letters = text.toCharArray();
        Arrays.sort(letters);
        return new String(letters);
    }

    static CompanyName of(String name) {
        var plain = Normalizer.normalize(name, Normalizer.Form.NFKD).toLowerCase(Locale.ROOT);
        plain = plain.replace("ß", "ss").replaceAll("\\p{M}|[.'’`]", "");
        var words = new ArrayList<String>();
        for (var word : List.of(plain.split("[^\\p{L}\\p{N}]+"))) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        while (words.size() > 1 && isForm(words.getLast())) {
            words.removeLast();
        }
        return new CompanyName(words);
    }

    private static boolean isForm(String word) {
        return LEGAL_FORMS.contains(word) || CONJUNCTIONS.contains(word);
    }

    /// How alike two names are, from 0 to 1; 0 where they only look it. Deutsche Bank is not
    /// Deutsche Bahn, and Store 12 not Store 13.
    double likeness(CompanyName other) {
        if (compact.equals(other.compact)) {
            return 1;
        }
        double longer = Math.max(compact.length(), other.compact.length());
        if (Math.min(compact.length(), other.compact.length()) < longer * LENGTHS_MIN
                || !digits.equals(other.digits)
                || !sharesLetters(other)) {
            return 0;
        }
        double likeness = LIKENESS.apply(compact, other.compact);
        double needed = words.size() == other.words.size() ? LIKE_NAMES : LIKE_IN_ONE_WORD;
        return likeness >= needed && wordsAreAlike(other) ? likeness : 0;
    }

    /// Names that are alike have nearly all their letters in common, whatever their order. Most do
    /// not, and this is told far quicker.
    private boolean sharesLetters(CompanyName other) {
        double shared = 0;
        int here = 0;
        int there = 0;
        while (here < letters.length() && there < other.letters.length()) {
            int order = Character.compare(letters.charAt(here), other.letters.charAt(there));
            shared += order == 0 ? 1 : 0;
            here += order <= 0 ? 1 : 0;
            there += order >= 0 ? 1 : 0;
        }
        return shared / letters.length() + shared / other.letters.length() >= SHARED_LETTERS_MIN;
    }

    private boolean wordsAreAlike(CompanyName other) {
        if (words.size() != other.words.size()) {
            return true;
        }
        for (int i = 0; i < words.size(); i++) {
            if (LIKENESS.apply(words.get(i), other.words.get(i)) < LIKE_WORDS) {
                return false;
            }
        }
        return true;
    }
}
