from wagtail_modeladmin.options import modeladmin_register

from reader.registers import FeedbackRegister

modeladmin_register(FeedbackRegister)
