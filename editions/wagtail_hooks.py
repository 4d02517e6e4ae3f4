from wagtail_modeladmin.options import modeladmin_register

from editions.registers import Registers

modeladmin_register(Registers)
