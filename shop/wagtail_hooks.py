from wagtail import hooks
from wagtail.snippets.models import register_snippet
from wagtail_modeladmin.options import modeladmin_register

from shop.dashboard import KeptBack
from shop.promotion_screens import PromotionViewSet
from shop.registers import EnquiryRegister

modeladmin_register(EnquiryRegister)
register_snippet(PromotionViewSet)


@hooks.register("construct_homepage_panels")
def say_what_is_kept_back(request, panels):
    panels.append(KeptBack(request.user))
