"""How long the words of the catalogue may be; the file on import, the forms and the services ask here.

They are asked when something is written, never of what is stored.
"""

DESCRIPTION = 5_000
# Of HTML: tables of sizes and the like are mostly tags.
PRODUCT_DESCRIPTION = 50_000
SEO_DESCRIPTION = 1_000
ATTRIBUTE = 255
