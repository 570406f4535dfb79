from cms.navigation.models.menu import Menu
from cms.navigation.models.site import SiteSettings, SiteWords

__all__ = ["Menu", "SiteSettings", "SiteWords"]
