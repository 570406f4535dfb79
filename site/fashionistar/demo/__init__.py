"""The demo: a marketplace with people, makers, garments and orders, drawn and written here."""
