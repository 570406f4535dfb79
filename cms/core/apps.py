from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "cms.core"
    label = "cms_core"
    verbose_name = "Core"

    def ready(self) -> None:
        """Tell the admin what choosers cannot read and cells may say, and how values differ; follow documents."""
        import cms.core.blocks.picking
        import cms.core.blocks.rails  # noqa: F401
        from cms.core import comparing, filing, leniency, ports, refiling, spreadsheets

        leniency.take_unreadable_for_none()
        leniency.refuse_unreadable_blocks()
        comparing.register()
        spreadsheets.disarm()
        ports.limit_ports()
        refiling.connect()
        filing.open_folders()
