from wagtail_modeladmin.options import modeladmin_register

from shop.registers import EnquiryRegister

modeladmin_register(EnquiryRegister)
