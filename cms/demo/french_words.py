"""What the pages every shop has say in French, by what they say in English."""

WORDS = {
    "Fashionistar": "Fashionistar",
    "fashionistar": "fashionistar-fr",
    "Made by the ateliers of West Africa, for you.": "Né dans les ateliers d’Afrique de l’Ouest, pour vous.",
    "Cloth with a memory": "Des étoffes qui se souviennent",
    "Adire, aso-oke and lace, cut by the hands that know them.":
        "Adire, aso-oke et dentelle, coupés par les mains qui les connaissent.",
    "See what is new": "Voir les nouveautés",
    "Just in": "Tout juste arrivé",
    "On sale": "À prix doux",
    "About us": "Qui nous sommes",
    "about": "qui-nous-sommes",
    "Fashionistar brings the ateliers of West Africa and its diaspora under one roof. Every "
    "garment is made by the person whose name it carries, ready to wear or cut to your body.":
        "Fashionistar réunit sous un même toit les ateliers d’Afrique de l’Ouest et de sa diaspora. "
        "Chaque vêtement est fait par la personne dont il porte le nom, en prêt-à-porter ou coupé à "
        "vos mesures.",
    "How we choose": "Comment nous choisissons",
    "An editor visits each vendor, handles the cloth, and asks who sewed it. What we would not "
    "wear ourselves is not here.":
        "Une rédactrice se rend dans chaque atelier, touche l’étoffe et demande qui l’a cousue. Ce "
        "que nous ne porterions pas nous-mêmes ne se trouve pas ici.",
    "A good seam is a promise you cannot see. We only sell the ones we have turned inside out.":
        "Une bonne couture est une promesse invisible. Nous ne vendons que celles que nous avons "
        "retournées.",
    "Ronke Bello, who visits the ateliers": "Ronke Bello, qui visite les ateliers",
    "What the makers earn": "Ce que gagnent les créateurs",
    "Makers set their own prices and keep eighty-five per cent of them. They are paid once your "
    "parcel has arrived, in their own currency.":
        "Les créateurs fixent leurs prix et en gardent quatre-vingt-cinq pour cent. Ils sont payés "
        "dès que votre colis est arrivé, dans leur monnaie.",
    "Write to us": "Écrivez-nous",
    "We answer every letter within two working days, in English or in French.":
        "Nous répondons à chaque message sous deux jours ouvrés, en anglais ou en français.",
    "Delivery and returns": "Livraison et retours",
    "delivery": "livraison",
    "Each vendor sends its own parcel, so an order from two vendors arrives in two.":
        "Chaque atelier expédie son propre colis : une commande passée chez deux d’entre eux arrive "
        "donc en deux fois.",
    "How long it takes": "Les délais",
    "Within Nigeria and Ghana: two to five working days.":
        "Au Nigeria et au Ghana : deux à cinq jours ouvrés.",
    "Everywhere else: six to ten working days, duties shown before you pay.":
        "Partout ailleurs : six à dix jours ouvrés, droits de douane affichés avant le paiement.",
    "Made to measure: add the days the maker names on the garment.":
        "Sur mesure : ajoutez les jours que le créateur indique sur le vêtement.",
    "Returns": "Les retours",
    "Send ready-to-wear back within fourteen days, unworn. Made-to-measure pieces are altered "
    "first and remade if they still do not fit.":
        "Renvoyez le prêt-à-porter sous quatorze jours, sans l’avoir porté. Les pièces sur mesure "
        "sont d’abord retouchées, puis refaites si elles ne tombent toujours pas bien.",
    "Often asked": "Questions fréquentes",
    "Who pays for the way back?": "Qui paie le retour ?",
    "We do, if a piece is faulty or not what you ordered; else you.":
        "Nous, si la pièce a un défaut ou n’est pas celle que vous avez commandée ; vous, sinon.",
    "When do I get my money?": "Quand suis-je remboursé ?",
    "Within five working days of the parcel reaching its maker.":
        "Sous cinq jours ouvrés après l’arrivée du colis chez son créateur.",
    "May I change an order?": "Puis-je modifier une commande ?",
    "Until its maker has accepted it. Write to us at once.":
        "Tant que son créateur ne l’a pas acceptée. Écrivez-nous sans attendre.",
    "Privacy": "Confidentialité",
    "privacy": "confidentialite",
    "We keep what we need to bring you your order, and no longer than the law asks.":
        "Nous conservons ce qu’il faut pour vous livrer, et pas plus longtemps que la loi ne le "
        "demande.",
    "What we keep": "Ce que nous conservons",
    "Your name, address and e-mail address, to deliver and to tell you how far your parcel is.":
        "Votre nom, votre adresse et votre adresse e-mail, pour livrer et vous dire où en est votre "
        "colis.",
    "What you bought, for seven years, as tax law asks.":
        "Vos achats, pendant sept ans, comme le veut le droit fiscal.",
    "Your measurements, only if you save them and only for as long as you wish.":
        "Vos mesures, seulement si vous les enregistrez et seulement tant que vous le souhaitez.",
    "Who sees it": "Qui y a accès",
    "A maker sees the name and address on its own parcel and nothing else. We sell nothing to "
    "anybody.":
        "Un créateur voit le nom et l’adresse de son propre colis, rien de plus. Nous ne vendons "
        "rien à personne.",
    "Your rights": "Vos droits",
    "Ask us for a copy of what we hold, have it put right, or have it deleted. We answer within "
    "thirty days.":
        "Demandez-nous une copie de ce que nous détenons, faites-le corriger ou effacer. Nous "
        "répondons sous trente jours.",
    "Find your size": "Trouver sa taille",
    "size-guide": "guide-des-tailles",
    "Take a soft tape and somebody you trust. Measure over thin underwear, the tape close but "
    "not tight, and write down centimetres.":
        "Prenez un mètre souple et quelqu’un de confiance. Mesurez par-dessus des sous-vêtements "
        "fins, le mètre ajusté sans serrer, et notez des centimètres.",
    "Bust: around the fullest part, level at the back.":
        "Poitrine : à l’endroit le plus fort, le mètre bien horizontal dans le dos.",
    "Waist: where you bend to the side.": "Taille : là où le corps plie sur le côté.",
    "Hips: around the widest part, feet together.":
        "Hanches : à l’endroit le plus large, pieds joints.",
    "Body measurements": "Mesures du corps",
    "The numbers are those of the body, not of the garment: makers add the room to move.":
        "Ces chiffres sont ceux du corps, non du vêtement : les créateurs ajoutent l’aisance.",
    "Centimetres around the body": "Tour en centimètres",
    "Size": "Taille", "Bust": "Poitrine", "Waist": "Tour de taille", "Hips": "Hanches",
    "S": "S", "M": "M", "L": "L", "XL": "XL",
    "Between two sizes?": "Entre deux tailles ?",
    "Take the larger one for woven cloth such as aso-oke and denim, the smaller one for anything "
    "that stretches. Makers can take a seam in; they cannot let out cloth that is not there.":
        "Prenez la plus grande pour les étoffes tissées comme l’aso-oke et le denim, la plus petite "
        "pour tout ce qui s’étire. On peut reprendre une couture ; on ne peut pas lâcher un tissu "
        "qui n’y est pas.",
}  # fmt: skip
