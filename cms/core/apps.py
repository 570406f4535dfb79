from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "cms.core"
    label = "cms_core"
    verbose_name = "Core"

    def ready(self) -> None:
        """Tell the admin how it reads, checks, compares and exports what is written; follow documents."""
        import cms.core.blocks.picking
        import cms.core.blocks.rails  # noqa: F401
        from cms.core import checking, comparing, filing, leniency, ports, refiling, spreadsheets

        leniency.take_unreadable_for_none()
        leniency.refuse_unreadable_blocks()
        checking.take_turns()
        comparing.register()
        spreadsheets.disarm()
        ports.limit_ports()
        refiling.connect()
        filing.open_folders()
