package dev.keepwell.sample;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// Invents names of companies and people. No company is named twice, and none is a real one as far
/// as word lists can promise.
final class Names {

    private static final List<String> PLACES =
            List.of(
                    "Alder",
                    "Amber",
                    "Arbor",
                    "Ashfield",
                    "Aurora",
                    "Basalt",
                    "Beacon",
                    "Birch",
                    "Bramble",
                    "Bright",
                    "Brook",
                    "Calder",
                    "Canary",
                    "Cedar",
                    "Cinder",
                    "Clover",
                    "Copper",
                    "Coral",
                    "Cove",
                    "Crane",
                    "Delta",
                    "Drift",
                    "Dune",
                    "Elder",
                    "Elm",
                    "Fallow",
                    "Fern",
                    "Flint",
                    "Fjord",
                    "Gable",
                    "Garnet",
                    "Glen",
                    "Granite",
                    "Harbour",
                    "Hazel",
                    "Heron",
                    "Holm",
                    "Indigo",
                    "Iron",
                    "Ivory",
                    "Juniper",
                    "Kestrel",
                    "Lantern",
                    "Larch",
                    "Lark",
                    "Laurel",
                    "Linden",
                    "Lumen",
                    "Maple",
                    "Marble",
                    "Marsh",
                    "Meadow",
                    "Mica",
                    "Mill",
                    "Moor",
                    "Nettle",
                    "North",
                    "Oak",
                    "Olive",
                    "Onyx",
                    "Opal",
                    "Orchard",
                    "Osprey",
                    "Otter",
                    "Pebble",
                    "Pine",
                    "Plover",
                    "Quarry",
                    "Quill",
                    "Raven",
                    "Reed",
                    "Ridge",
                    "River",
                    "Rowan",
                    "Saffron",
                    "Sable",
                    "Salt",
                    "Sequoia",
                    "Silver",
                    "Slate",
                    "Sparrow",
                    "Spruce",
                    "Stone",
                    "Swift",
                    "Tamar",
                    "Thistle",
                    "Timber",
                    "Umber",
                    "Vale",
                    "Velvet",
                    "Verdant",
                    "Violet",
                    "Walnut",
                    "Weald",
                    "Willow",
                    "Wren",
                    "Yarrow",
                    "Zephyr");

    private static final List<String> ENDINGS =
            List.of(
                    "brook", "field", "gate", "haven", "hurst", "leaf", "line", "mark", "mere",
                    "point", "port", "side", "stone", "vale", "view", "ward", "water", "way",
                    "well", "wood");

    private static final List<String> TRADES =
            List.of(
                    "Analytics",
                    "Apparel",
                    "Bakery",
                    "Bicycles",
                    "Biotech",
                    "Books",
                    "Brewing",
                    "Catering",
                    "Ceramics",
                    "Clinics",
                    "Cosmetics",
                    "Couriers",
                    "Dairy",
                    "Dental",
                    "Design",
                    "Energy",
                    "Farms",
                    "Finance",
                    "Foods",
                    "Freight",
                    "Furniture",
                    "Games",
                    "Gardens",
                    "Glass",
                    "Hotels",
                    "Housing",
                    "Insurance",
                    "Kitchens",
                    "Labs",
                    "Legal",
                    "Logistics",
                    "Media",
                    "Metals",
                    "Mobility",
                    "Museums",
                    "Networks",
                    "Optics",
                    "Paper",
                    "Payments",
                    "Pharmacy",
                    "Plastics",
                    "Press",
                    "Print",
                    "Rail",
                    "Recruiting",
                    "Schools",
                    "Security",
                    "Shipping",
                    "Software",
                    "Solar",
                    "Sports",
                    "Studio",
                    "Surveying",
                    "Systems",
                    "Textiles",
                    "Tiles",
                    "Timber",
                    "Tools",
                    "Tours",
                    "Toys",
                    "Travel",
                    "Vineyards",
                    "Watches");

    private static final List<String> FORMS =
            List.of("", "", "", "", "", " AB", " BV", " GmbH", " Ltd", " Oy", " SL", " SRL");

    private static final List<String> FIRST =
            List.of(
                    "Ada", "Aisha", "Alba", "Amir", "Anouk", "Arvid", "Bela", "Bruno", "Carla",
                    "Chidi", "Clara", "Dario", "Dina", "Elif", "Emil", "Enzo", "Esther", "Farah",
                    "Felix", "Finn", "Freya", "Gita", "Greta", "Hana", "Hugo", "Ida", "Ines",
                    "Ivan", "Jana", "Jonas", "Julia", "Kaito", "Karin", "Kofi", "Lena", "Leo",
                    "Lucia", "Magnus", "Maja", "Marco", "Mei", "Mila", "Nadia", "Nils", "Noor",
                    "Olga", "Omar", "Paula", "Pedro", "Priya", "Quentin", "Rafael", "Rosa", "Ruben",
                    "Sana", "Selma", "Simon", "Sofia", "Tara", "Teo", "Ulla", "Vera", "Victor",
                    "Wanda", "Xavier", "Yara", "Yusuf", "Zoe");

    private static final List<String> LAST =
            List.of(
                    "Abbott",
                    "Acosta",
                    "Almeida",
                    "Bakker",
                    "Bauer",
                    "Bianchi",
                    "Bishop",
                    "Castillo",
                    "Costa",
                    "Dahl",
                    "Devi",
                    "Dubois",
                    "Eriksen",
                    "Esposito",
                    "Fabre",
                    "Falk",
                    "Fischer",
                    "Fontana",
                    "Garcia",
                    "Greco",
                    "Haas",
                    "Hansen",
                    "Hassan",
                    "Hoang",
                    "Ibarra",
                    "Iyer",
                    "Jansen",
                    "Jensen",
                    "Kaya",
                    "Keller",
                    "Khan",
                    "Kowal",
                    "Larsen",
                    "Lindgren",
                    "Lopez",
                    "Maier",
                    "Marino",
                    "Mensah",
                    "Mori",
                    "Moreau",
                    "Nagy",
                    "Novak",
                    "Nowak",
                    "Okafor",
                    "Olsen",
                    "Ortega",
                    "Papas",
                    "Peeters",
                    "Petrov",
                    "Quiroga",
                    "Ramos",
                    "Rossi",
                    "Roy",
                    "Salo",
                    "Santos",
                    "Sato",
                    "Silva",
                    "Singh",
                    "Tanaka",
                    "Thorn",
                    "Varga",
                    "Vidal",
                    "Visser",
                    "Weber",
                    "Winter",
                    "Yilmaz",
                    "Zeller",
                    "Ziegler");

    private final Set<String> taken = new HashSet<>();

    /// A company that has no other's name.
    String company(Chance chance) {
        while (true) {
            var place = chance.oneOf(PLACES);
            var stem = chance.happens(0.5) ? place : joined(place, chance.oneOf(ENDINGS));
            var plain = stem + " " + chance.oneOf(TRADES);
            if (taken.add(plain)) {
                return plain + chance.oneOf(FORMS);
            }
        }
    }

    private static String joined(String place, String ending) {
        var stem = place.endsWith("e") ? place.substring(0, place.length() - 1) : place;
        return stem.toLowerCase(Locale.ROOT).endsWith(ending) ? place : stem + ending;
    }

    static String first(Chance chance) {
        return chance.oneOf(FIRST);
    }

    static String last(Chance chance) {
        return chance.oneOf(LAST);
    }
}
