"""What each group may do: over models, over the page tree and over the library of files."""

Grants = dict[str, dict[str, str]]

DESK: Grants = {"wagtailadmin": {"admin": "access"}}
LOOK = "view"
WRITE = "add change view"
REDIRECTS: Grants = {"wagtailredirects": {"redirect": "add change delete view"}}

MODELS: dict[str, Grants] = {
    "Editors": {
        **REDIRECTS,
        "catalogue": {"product": LOOK, "category": LOOK, "collection": WRITE},
        "cms_forms": {"form": WRITE},
    },
    "Publishers": {
        **REDIRECTS,
        "catalogue": {"product": LOOK, "category": LOOK, "collection": WRITE},
        "cms_forms": {"form": WRITE, "formanswer": LOOK},
        "cms_navigation": {"menu": "add change delete view", "sitesettings": "change"},
        "cms_search": {"promotion": "add change delete view"},
    },
    "Translators": {"wagtail_localize": {"translation": "submit"}},
    "Merchandisers": {
        "catalogue": {
            "product": WRITE,
            "productimage": "add change delete view",
            "category": WRITE,
            "collection": "add change delete view",
            "collectionmember": "add change delete view",
            "optiontype": WRITE,
            "optionvalue": WRITE,
        },
        "partner": {"partner": LOOK, "stockrecord": WRITE, "price": "add change delete view"},
        "offer": dict.fromkeys(("conditionaloffer", "range", "condition", "benefit"), WRITE),
        "voucher": dict.fromkeys(("voucher", "voucherset"), WRITE),
    },
    "Operations": {
        "catalogue": {"product": "change view", "category": LOOK},
        "partner": {"partner": "add change view", "stockrecord": "change view", "price": LOOK},
        "vendors": {"member": WRITE},
        "order": {
            "order": "change view",
            "vendororder": "change view",
            "ordernote": WRITE,
            "shipment": WRITE,
        },
        "shipping": dict.fromkeys(("vendorshippingmethod", "vendorshippingrate"), WRITE),
        "notifications": {"message": "change view"},
    },
    "Finance": {
        "order": {"order": LOOK, "vendororder": LOOK, "ordernote": WRITE},
        "payment": {"payment": LOOK, "transaction": LOOK},
        "partner": {"partner": LOOK},
        "voucher": {"voucher": LOOK},
        "offer": {"conditionaloffer": LOOK},
    },
    "Support": {
        "identity": {"user": LOOK},
        "order": {"order": "change view", "vendororder": LOOK, "ordernote": WRITE},
        "catalogue": {"product": LOOK},
        "partner": {"partner": LOOK, "stockrecord": LOOK},
        "notifications": {"message": "change view"},
    },
}

# What migrations of libraries give to groups they take for theirs, and these shall not have.
TAKEN_BACK: dict[str, Grants] = {"Editors": {"wagtail_localize": {"translation": "submit"}}}

# Over English pages it lets somebody find them and do nothing: Wagtail has no right to look, and
# deletes only what a person may change as well.
FIND = "bulk_delete"

# The whole page tree, given at its root; who may publish is said here alone.
PAGES = {
    "Editors": "add change lock",
    "Publishers": "add change publish lock unlock",
    "Merchandisers": "add change",
    "Translators": FIND,
}

# Given beyond that at the top of every tree in a further language, and nowhere else.
LANGUAGES = {"Translators": "add change"}

# The library of files is granted by collection: at its root.
_FILES: Grants = {
    "wagtailimages": {"image": "add change choose"},
    "wagtaildocs": {"document": "add change choose"},
}
LIBRARY: dict[str, Grants] = {
    "Editors": _FILES,
    "Publishers": _FILES,
    "Merchandisers": {"wagtailimages": {"image": "add change choose"}},
    "Translators": {"wagtailimages": {"image": "choose"}, "wagtaildocs": {"document": "choose"}},
}

# These keep the settings of the site and the snippets of all pages, menus among them.
KEEPERS_OF_THE_SITE = ("Publishers",)
