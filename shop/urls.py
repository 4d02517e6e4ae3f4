from django.urls import path

from shop import cart_views, enquiry_views, promotion_views

app_name = "shop"
urlpatterns = [
    path("cart/", cart_views.cart, name="cart"),
    path("cart/count/", cart_views.count, name="cart_count"),
    path("cart/add/", cart_views.add, name="cart_add"),
    path("cart/change/", cart_views.change, name="cart_change"),
    path("cart/remove/", cart_views.remove, name="cart_remove"),
    path("cart/clear/", cart_views.clear, name="cart_clear"),
    path("cart/tidy/", cart_views.tidy, name="cart_tidy"),
    path("promotion/hide/", promotion_views.hide, name="promotion_hide"),
    path("enquiry/", enquiry_views.enquiry, name="enquiry"),
    path("enquiry/sent/", enquiry_views.sent, name="enquiry_sent"),
]
