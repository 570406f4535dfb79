from django.apps import AppConfig


class StoriesConfig(AppConfig):
    name = "cms.stories"
    label = "cms_stories"
    verbose_name = "Product stories"

    def ready(self) -> None:
        """Follow what is published, and show drafts in the shape of a story."""
        from cms.delivery.services import previews
        from cms.stories import receivers
        from cms.stories.models import ProductStory
        from cms.stories.services import drafts

        receivers.connect()
        previews.shape(ProductStory, drafts.as_data)
