"""What a person reads once the demo is served."""

PASSWORD = "fashionistar-demo"  # noqa: S105
SIGN_INS = (
    ("admin", "everything, at /admin/"),
    ("editor", "writes pages, at /admin/"),
    ("merchandiser", "catalogue and the first check of pages, at /admin/"),
    ("publisher", "approves pages and publishes them, at /admin/"),
    ("translator", "pages in further languages, at /admin/"),
    ("vendor1 … vendor6", "one vendor each, at /partner/"),
    ("shopper", "the shop, over the API"),
)


def text(port: int) -> str:
    """Answer the URLs and sign-ins of a demo served on `port`."""
    base = f"http://127.0.0.1:{port}"
    people = "\n".join(f"    {f'{name}@fashionistar.example':<42}{what}" for name, what in SIGN_INS)
    return (
        f"\n  Fashionistar is ready: {base}/\n\n"
        f"    staff      {base}/admin/\n"
        f"    vendors    {base}/partner/\n"
        f"    API        {base}/api/v1/\n"
        f"    API docs   {base}/api/docs/\n\n"
        f"  Sign-ins, password {PASSWORD}\n\n{people}\n\n"
        "  Logs are in var/log/. Ctrl-C stops everything; `make reset` starts over.\n"
    )
