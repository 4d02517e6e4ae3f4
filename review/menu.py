"""Items of Wagtail's main menu that say how many things wait behind them."""

from wagtail.admin.menu import MenuItem


class CountingMenuItem(MenuItem):
    """Subclasses say how many things wait, and what for."""

    waits = "waiting"

    def count(self, request):
        raise NotImplementedError

    def render_component(self, request):
        component = super().render_component(request)
        if count := self.count(request):
            spoken = f"{self.label}, {count} {self.waits}"
            component.attrs = component.attrs | {"data-badge": str(count), "aria-label": spoken}
        return component
