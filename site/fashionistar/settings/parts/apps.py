"""What is installed, in order: the foundation, the forks, our rooms, Wagtail, the libraries."""

FOUNDATION = [
    "common.apps.CommonConfig",
    "common.media.apps.MediaConfig",
    "common.outbox.apps.OutboxConfig",
    "notifications.apps.NotificationsConfig",
    "identity.apps.IdentityConfig",
]

COMMERCE = [
    "commerce.apps.CommerceConfig",
    "commerce.analytics.apps.AnalyticsConfig",
    "commerce.checkout.apps.CheckoutConfig",
    "commerce.address.apps.AddressConfig",
    "commerce.shipping.apps.ShippingConfig",
    "commerce.catalogue.apps.CatalogueConfig",
    "commerce.catalogue.reviews.apps.CatalogueReviewsConfig",
    "commerce.communication.apps.CommunicationConfig",
    "commerce.partner.apps.PartnerConfig",
    "commerce.basket.apps.BasketConfig",
    "commerce.payment.apps.PaymentConfig",
    "commerce.offer.apps.OfferConfig",
    "commerce.order.apps.OrderConfig",
    "commerce.customer.apps.CustomerConfig",
    "commerce.search.apps.SearchConfig",
    "commerce.voucher.apps.VoucherConfig",
    "commerce.wishlists.apps.WishlistsConfig",
    "commerce.dashboard.apps.DashboardConfig",
    "commerce.vendors.apps.VendorsConfig",
    "commerce.storefront.apps.StorefrontConfig",
]

CMS = [
    "cms.core.apps.CoreConfig",
    "cms.home.apps.HomeConfig",
    "cms.pages.apps.PagesConfig",
    "cms.landing.apps.LandingConfig",
    "cms.collections.apps.CollectionsConfig",
    "cms.lookbooks.apps.LookbooksConfig",
    "cms.journal.apps.JournalConfig",
    "cms.vendors.apps.VendorPagesConfig",
    "cms.sizeguides.apps.SizeGuidesConfig",
    "cms.policies.apps.PoliciesConfig",
    "cms.forms.apps.FormsConfig",
    "cms.translating.apps.TranslatingConfig",
    "cms.delivery.apps.DeliveryConfig",
    "cms.desk.apps.DeskConfig",
]

WAGTAIL = [
    "wagtail_headless_preview",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.typed_table_block",
    "wagtail.contrib.forms",
    "wagtail.contrib.redirects",
    "wagtail.contrib.settings",
    "wagtail.embeds",
    "wagtail.sites",
    "identity.desk.apps.PeopleDeskConfig",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
]

LIBRARIES = [
    "allauth",
    "allauth.account",
    "allauth.headless",
    "allauth.mfa",
    "allauth.usersessions",
    "corsheaders",
    "django_filters",
    "django_structlog",
    "django_tables2",
    "drf_spectacular",
    "haystack",
    "pghistory",
    "pgtrigger",
    "phonenumber_field",
    "rest_framework",
    "treebeard",
    "widget_tweaks",
]

DJANGO = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.humanize",
    "django.contrib.messages",
    "django.contrib.postgres",
    "django.contrib.sessions",
    "django.contrib.sites",
    "django.contrib.staticfiles",
    "django.contrib.flatpages",
]

INSTALLED_APPS = [
    "fashionistar.apps.FashionistarConfig",
    *FOUNDATION,
    *COMMERCE,
    *CMS,
    *WAGTAIL,
    *LIBRARIES,
    *DJANGO,
]
