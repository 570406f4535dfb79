"""What the demo tells in English."""

from typing import NamedTuple


class Article(NamedTuple):
    """An article of the journal."""

    slug: str
    title: str
    author: str
    maker: str
    standfirst: str
    opening: str
    quote: tuple[str, str]
    rest: str


class Portrait(NamedTuple):
    """What is told of a maker."""

    opening: str
    caption: str
    quote: str
    who: str


JOURNAL = "Notes from the yards, looms and back rooms where our clothes begin."
ARTICLES = (
    Article(
        "indigo-takes-its-time", "Indigo takes its time", "Ronke Bello", "indigo-yard",
        "In the yards of Itoku, Abeokuta, blue is not a colour but a calendar.",
        "<p>The vat is fed on a Monday and is not ready before Friday. Nobody at Indigo Yard owns "
        "a thermometer; they smell the surface, taste the lye, and wait.</p>"
        "<h2>Ten dips, ten days</h2><p>A cloth goes into the dye and comes out green. It turns "
        "blue in the air, in front of you, in the time it takes to say so. Then it dries, and "
        "goes in again. Ten dips make the blue that is nearly black.</p>",
        ("You can hurry the cloth. You cannot hurry the blue.", "Iya Sade, dyer"),
        "<h2>Resist</h2><p>What stays white was tied with raffia, stitched shut or painted with "
        "cassava paste. Each pattern has a name, and each name a story that its makers will tell "
        "if you sit down first.</p><h2>Wearing it</h2><p>Wash it cold and by itself the first "
        "three times. It will give a little blue to the water, and after that to nobody.</p>",
    ),
    Article(
        "a-strip-at-a-time", "A strip at a time", "Kunle Adeyemi", "adunni-atelier",
        "Aso-oke is woven a hand's breadth wide. Everything else is sewing.",
        "<p>The loom in Iseyin is longer than the room: the warp runs out of the door and down "
        "the street, held at its far end by a stone on a sledge. As the weaver works, the stone "
        "comes home.</p>",
        ("When the stone reaches the door, it is time for lunch.", "Taiwo, weaver"),
        "<h2>From strip to dress</h2><p>Twelve strips make a wrapper, fifteen a gown. Adunni "
        "Atelier matches them by eye so that the stripes meet at the seams, which is why two "
        "gowns of one cloth are never the same.</p>",
    ),
    Article(
        "what-the-prints-say", "What the prints say", "Efua Mensah", "mama-efua-prints",
        "In Accra a wax print has a name before it has a price.",
        "<p>Ask for the cloth with the keyholes and you will be shown three. Ask for it by its "
        "name and you will be shown one, and a chair.</p>",
        ("People buy the pattern with their eyes and the name with their ears.", "Mama Efua"),
        "<h2>Read before you wear</h2><p>Some prints wish a couple well. Some tell a neighbour "
        "that she has been seen. Mama Efua writes the name of each on its label, and what it "
        "means, so that you know what you are saying.</p>",
    ),
)  # fmt: skip
MAKERS = (
    "<p>Every garment here has somebody's name on it. These are some of the people behind them.</p>"
)
PORTRAITS = {
    "adunni-atelier": Portrait(
        "<p>Adunni began with one machine on a balcony in Surulere. Fourteen people sew there "
        "now, in three rooms, with the windows open.</p><p>They cut for occasions: the wedding, "
        "the naming, the party that is talked about afterwards.</p>",
        "Aso-oke from Iseyin, before it is cut",
        "I sew for the moment the door opens and everybody turns round.", "Adunni, founder",
    ),
    "indigo-yard": Portrait(
        "<p>Indigo Yard is a family, its neighbours, and nine clay vats under a tin roof in "
        "Itoku. The oldest vat has not been empty since 1974.</p>",
        "Adire after its tenth dip",
        "My grandmother would know this blue in the dark.", "Bola, third generation",
    ),
}  # fmt: skip
CAMPAIGN = ("Ready for rain", "Fifteen per cent off jackets and headwear while the clouds last.")
SMALL_PRINT = (
    "<p>The price in your basket is the reduced one already; there is no code to type. It holds "
    "for everything in the collection, from every maker, for as long as the season lasts.</p>"
)
CAMPAIGN_WAY_ON = ("Sun where you are?", "See what came in this week.", "See what is new")
LOOKBOOKS = "<p>Our seasons, worn. Every piece you see can be had.</p>"
LOOKBOOK = (
    "Two months of rain, and every Saturday a wedding. Clothes that are not afraid of weather, "
    "and gold for when it clears."
)
LOOK_QUOTE = ("Dress for the party. The rain will make way.", "Lagos proverb, more or less")
LOOK_WAY_ON = ("Seen something?", "All pieces of all makers are in the shop.", "To the shop")
INVITATION = ("Rain, then gold", "Our lookbook for the rainy season.", "Open the lookbook")
