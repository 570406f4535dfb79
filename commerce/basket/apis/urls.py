"""Routes of baskets, under /api/v1/store/."""

from django.urls import URLPattern, URLResolver, path

from commerce.basket.apis import views

ONE = "baskets/<str:basket_id>/"
urlpatterns: list[URLPattern | URLResolver] = [
    path("baskets/", views.BasketsView.as_view(), name="baskets"),
    path("baskets/current/", views.CurrentBasketView.as_view(), name="basket_current"),
    path(ONE, views.OneBasketView.as_view(), name="basket"),
    path(f"{ONE}lines/", views.LinesView.as_view(), name="basket_lines"),
    path(f"{ONE}lines/<str:line_id>/", views.LineView.as_view(), name="basket_line"),
    path(f"{ONE}vouchers/", views.VouchersView.as_view(), name="basket_vouchers"),
    path(f"{ONE}vouchers/<str:code>/", views.VoucherView.as_view(), name="basket_voucher"),
    path(f"{ONE}claim/", views.ClaimView.as_view(), name="basket_claim"),
]
