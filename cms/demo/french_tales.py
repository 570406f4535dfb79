"""What the demo tells in French, by what it tells in English."""

TALES = {
    "Journal": "Journal",
    "journal": "journal",
    "Notes from the yards, looms and back rooms where our clothes begin.":
        "Nouvelles des cours, des métiers et des arrière-boutiques où naissent nos vêtements.",
    "Indigo takes its time": "L’indigo prend son temps",
    "indigo-takes-its-time": "lindigo-prend-son-temps",
    "Ronke Bello": "Ronke Bello",
    "In the yards of Itoku, Abeokuta, blue is not a colour but a calendar.":
        "Dans les cours d’Itoku, à Abeokuta, le bleu n’est pas une couleur mais un calendrier.",
    "The vat is fed on a Monday and is not ready before Friday. Nobody at Indigo Yard owns a "
    "thermometer; they smell the surface, taste the lye, and wait.":
        "La cuve est nourrie le lundi et n’est pas prête avant le vendredi. Chez Indigo Yard, "
        "personne n’a de thermomètre : on hume la surface, on goûte la lessive de cendres, et l’on "
        "attend.",
    "Ten dips, ten days": "Dix bains, dix jours",
    "A cloth goes into the dye and comes out green. It turns blue in the air, in front of you, "
    "in the time it takes to say so. Then it dries, and goes in again. Ten dips make the blue "
    "that is nearly black.":
        "L’étoffe entre dans la teinture et en ressort verte. Elle bleuit à l’air, sous vos yeux, le "
        "temps de le dire. Puis elle sèche, et y retourne. Dix bains donnent ce bleu qui est presque "
        "un noir.",
    "You can hurry the cloth. You cannot hurry the blue.":
        "On peut presser l’étoffe. On ne presse pas le bleu.",
    "Iya Sade, dyer": "Iya Sade, teinturière",
    "Resist": "La réserve",
    "What stays white was tied with raffia, stitched shut or painted with cassava paste. Each "
    "pattern has a name, and each name a story that its makers will tell if you sit down first.":
        "Ce qui reste blanc a été noué de raphia, cousu ou peint à la pâte de manioc. Chaque motif "
        "porte un nom, et chaque nom une histoire que l’on vous racontera, si vous prenez d’abord le "
        "temps de vous asseoir.",
    "Wearing it": "Le porter",
    "Wash it cold and by itself the first three times. It will give a little blue to the water, "
    "and after that to nobody.":
        "Lavez-le à froid et seul les trois premières fois. Il donnera un peu de bleu à l’eau, et "
        "ensuite à personne.",
    "In this cloth": "Dans cette étoffe",
    "Lookbooks": "Lookbooks",
    "lookbook": "lookbook",
    "Our seasons, worn. Every piece you see can be had.":
        "Nos saisons, portées. Chaque pièce que vous voyez est à vous si vous la voulez.",
    "Rain, then gold": "La pluie, puis l’or",
    "rainy-season": "saison-des-pluies",
    "Rainy season 2026": "Saison des pluies 2026",
    "Two months of rain, and every Saturday a wedding. Clothes that are not afraid of weather, "
    "and gold for when it clears.":
        "Deux mois de pluie, et un mariage chaque samedi. Des vêtements qui ne craignent pas le "
        "temps, et de l’or pour l’éclaircie.",
    "Saturday market": "Le marché du samedi",
    "Sunday best": "La tenue du dimanche",
    "The long evening": "La longue soirée",
    "Dress for the party. The rain will make way.":
        "Habille-toi pour la fête. La pluie s’écartera.",
    "Lagos proverb, more or less": "Proverbe de Lagos, à peu de chose près",
    "Seen something?": "L’envie vous prend ?",
    "All pieces of all makers are in the shop.":
        "Toutes les pièces de tous les créateurs sont dans la boutique.",
    "To the shop": "Vers la boutique",
    "Our lookbook for the rainy season.": "Notre lookbook de la saison des pluies.",
    "Open the lookbook": "Ouvrir le lookbook",
}  # fmt: skip
