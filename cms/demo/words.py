"""What the demo says in English on the pages every shop has."""

from datetime import date

IN_FORCE = date(2026, 1, 5)
PROMISE = "Made by the ateliers of West Africa, for you."
HERO = ("Cloth with a memory", "Adire, aso-oke and lace, cut by the hands that know them.")
ABOUT = (
    "<p>Fashionistar brings the ateliers of West Africa and its diaspora under one roof. Every "
    "garment is made by the person whose name it carries, ready to wear or cut to your body.</p>"
    "<h2>How we choose</h2><p>An editor visits each vendor, handles the cloth, and asks who sewed "
    "it. What we would not wear ourselves is not here.</p>"
)
ABOUT_QUOTE = (
    "A good seam is a promise you cannot see. We only sell the ones we have turned inside out.",
    "Ronke Bello, who visits the ateliers",
)
ABOUT_MAKERS = (
    "<h2>What the makers earn</h2><p>Makers set their own prices and keep eighty-five per cent of "
    "them. They are paid once your parcel has arrived, in their own currency.</p>"
    "<h2>Write to us</h2><p>We answer every letter within two working days, in English or in "
    "French.</p>"
)
DELIVERY = (
    "<p>Each vendor sends its own parcel, so an order from two vendors arrives in two.</p>"
    "<h2>How long it takes</h2><ul><li>Within Nigeria and Ghana: two to five working days.</li>"
    "<li>Everywhere else: six to ten working days, duties shown before you pay.</li>"
    "<li>Made to measure: add the days the maker names on the garment.</li></ul>"
    "<h2>Returns</h2><p>Send ready-to-wear back within fourteen days, unworn. Made-to-measure "
    "pieces are altered first and remade if they still do not fit.</p>"
)
DELIVERY_FAQ = (
    "Often asked",
    (
        "Who pays for the way back?",
        "We do, if a piece is faulty or not what you ordered; else you.",
    ),
    ("When do I get my money?", "Within five working days of the parcel reaching its maker."),
    ("May I change an order?", "Until its maker has accepted it. Write to us at once."),
)
PRIVACY = (
    "<p>We keep what we need to bring you your order, and no longer than the law asks.</p>"
    "<h2>What we keep</h2><ul><li>Your name, address and e-mail address, to deliver and to tell "
    "you how far your parcel is.</li><li>What you bought, for seven years, as tax law asks.</li>"
    "<li>Your measurements, only if you save them and only for as long as you wish.</li></ul>"
    "<h2>Who sees it</h2><p>A maker sees the name and address on its own parcel and nothing else. "
    "We sell nothing to anybody.</p>"
    "<h2>Your rights</h2><p>Ask us for a copy of what we hold, have it put right, or have it "
    "deleted. We answer within thirty days.</p>"
)
MEASURING = (
    "<p>Take a soft tape and somebody you trust. Measure over thin underwear, the tape close but "
    "not tight, and write down centimetres.</p>"
    "<ol><li>Bust: around the fullest part, level at the back.</li>"
    "<li>Waist: where you bend to the side.</li>"
    "<li>Hips: around the widest part, feet together.</li></ol>"
)
SIZES = (
    "Body measurements",
    "The numbers are those of the body, not of the garment: makers add the room to move.",
    "Centimetres around the body",
    ["Size", "Bust", "Waist", "Hips"],
    [
        ["S", "84-88", "66-70", "90-94"],
        ["M", "89-94", "71-76", "95-100"],
        ["L", "95-101", "77-84", "101-107"],
        ["XL", "102-109", "85-93", "108-115"],
    ],
)
BETWEEN_SIZES = (
    "<h2>Between two sizes?</h2><p>Take the larger one for woven cloth such as aso-oke and denim, "
    "the smaller one for anything that stretches. Makers can take a seam in; they cannot let out "
    "cloth that is not there.</p>"
)
