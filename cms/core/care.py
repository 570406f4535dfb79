"""How a garment is cared for: the processes of ISO 3758 in its order, a code for each symbol."""

from typing import Any

PROCESSES: dict[str, dict[str, tuple[str, str]]] = {
    "washing": {
        "wash_30": ("Machine wash at 30 °C", "Lavage en machine à 30 °C"),
        "wash_30_mild": ("Machine wash at 30 °C, mild", "Lavage en machine à 30 °C, modéré"),
        "wash_30_very_mild": (
            "Machine wash at 30 °C, very mild",
            "Lavage en machine à 30 °C, très modéré",
        ),
        "wash_40": ("Machine wash at 40 °C", "Lavage en machine à 40 °C"),
        "wash_40_mild": ("Machine wash at 40 °C, mild", "Lavage en machine à 40 °C, modéré"),
        "wash_60": ("Machine wash at 60 °C", "Lavage en machine à 60 °C"),
        "wash_95": ("Machine wash at 95 °C", "Lavage en machine à 95 °C"),
        "wash_by_hand": ("Wash by hand, at most 40 °C", "Lavage à la main, 40 °C au plus"),
        "wash_not": ("Do not wash", "Ne pas laver"),
    },
    "bleaching": {
        "bleach": ("Any bleach", "Tout blanchiment"),
        "bleach_oxygen": ("Only oxygen bleach", "Blanchiment oxygéné seulement"),
        "bleach_not": ("Do not bleach", "Pas de blanchiment"),
    },
    "tumble_drying": {
        "tumble_normal": ("Tumble dry, normal heat", "Séchage en tambour, température normale"),
        "tumble_low": ("Tumble dry, low heat", "Séchage en tambour, basse température"),
        "tumble_not": ("Do not tumble dry", "Pas de séchage en tambour"),
    },
    "natural_drying": {
        "dry_line": ("Dry on a line", "Séchage sur fil"),
        "dry_line_shade": ("Dry on a line in the shade", "Séchage sur fil à l’ombre"),
        "dry_drip": ("Drip dry on a line", "Séchage sur fil sans essorage"),
        "dry_drip_shade": (
            "Drip dry on a line in the shade",
            "Séchage sur fil sans essorage, à l’ombre",
        ),
        "dry_flat": ("Dry flat", "Séchage à plat"),
        "dry_flat_shade": ("Dry flat in the shade", "Séchage à plat à l’ombre"),
    },
    "ironing": {
        "iron_110": ("Iron at most at 110 °C, no steam", "Repassage à 110 °C, sans vapeur"),
        "iron_150": ("Iron at most at 150 °C", "Repassage à 150 °C au plus"),
        "iron_200": ("Iron at most at 200 °C", "Repassage à 200 °C au plus"),
        "iron_not": ("Do not iron", "Ne pas repasser"),
    },
    "professional_care": {
        "clean_p": ("Professional dry cleaning (P)", "Nettoyage à sec professionnel (P)"),
        "clean_p_mild": (
            "Professional dry cleaning (P), mild",
            "Nettoyage à sec professionnel (P), modéré",
        ),
        "clean_f": ("Professional dry cleaning (F)", "Nettoyage à sec professionnel (F)"),
        "clean_w": ("Professional wet cleaning (W)", "Nettoyage à l’eau professionnel (W)"),
        "clean_w_mild": (
            "Professional wet cleaning (W), mild",
            "Nettoyage à l’eau professionnel (W), modéré",
        ),
        "clean_not": ("Do not dry clean", "Pas de nettoyage à sec"),
    },
}


def choices(process: str) -> list[tuple[str, str]]:
    """Return the codes of a process with their English words."""
    return [(code, words[0]) for code, words in PROCESSES[process].items()]


def symbols(chosen: dict[str, Any], *, locale: str) -> list[dict[str, str]]:
    """Return `{"process", "code", "label"}` of what is chosen, in the order of the standard."""
    place = 1 if locale.split("-")[0] == "fr" else 0
    return [
        {"process": process, "code": code, "label": known[code][place]}
        for process, known in PROCESSES.items()
        if (code := chosen.get(process)) in known
    ]
